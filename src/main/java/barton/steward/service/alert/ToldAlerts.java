package barton.steward.service.alert;

import barton.steward.model.StewardException;
import barton.steward.model.alert.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was told the last time, kept in a file for each database, so that the next time only what is new since is told.
public final class ToldAlerts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final String connection;

    public ToldAlerts(Path file, String connection) {
        this.file = file;
        this.connection = connection;
    }

    /// What was not told the last time, or is about a tenth more records than then.
    public List<Alert> fresh(List<Alert> alerts) {
        Map<String, Long> told = all().getOrDefault(connection, Map.of());
        return alerts.stream().filter(a -> a.isNewTo(told.get(a.key()))).toList();
    }

    /// Remembers what there is now. What was told before keeps its number until it is told anew.
    public void remember(List<Alert> alerts, List<Alert> fresh) {
        Map<String, Map<String, Long>> all = all();
        Map<String, Long> before = all.getOrDefault(connection, Map.of());
        var now = new HashMap<String, Long>();
        alerts.forEach(a -> now.put(a.key(), fresh.contains(a) ? a.records() : Math.min(a.records(), before.get(a.key()))));
        all.put(connection, now);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresher = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresher, JSON.writeValueAsBytes(all));
            Files.move(fresher, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "What was told cannot be kept in " + file + ".",
                    "Give another file by --told.", e);
        }
    }

    private Map<String, Map<String, Long>> all() {
        if (!Files.exists(file)) {
            return new HashMap<>();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<HashMap<String, Map<String, Long>>>() { });
        } catch (IOException | JacksonException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "What was told the last time cannot be read from " + file + ".",
                    "Remove the file; then everything counts as new.", e);
        }
    }
}
