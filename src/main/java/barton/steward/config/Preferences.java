package barton.steward.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the window remembers from one start to the next, as JSON in one file. Thread-safe.
/// A value that cannot be read back counts as not there.
public final class Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final JsonMapper json = JsonMapper.builder().enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT).build();
    private final Path file;
    private final ObjectNode values;
    private boolean unsaved;

    private Preferences(Path file, JsonNode read) {
        this.file = file;
        this.values = read instanceof ObjectNode object ? object : json.createObjectNode();
    }

    /// Reads the file; one that is missing or broken means that nothing is remembered yet.
    public static Preferences at(Path file) {
        if (!Files.exists(file)) {
            return new Preferences(file, null);
        }
        try {
            return new Preferences(file, JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (IOException | JacksonException e) {
            LOG.warn("The remembered settings in {} cannot be read; the window starts with the usual ones.", file, e);
            return new Preferences(file, null);
        }
    }

    public synchronized <T> Optional<T> get(String name, Class<T> type) {
        JsonNode value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.treeToValue(value, type));
        } catch (JacksonException e) {
            LOG.warn("The remembered setting {} cannot be read", name, e);
            return Optional.empty();
        }
    }

    public synchronized void put(String name, Object value) {
        JsonNode node = json.valueToTree(value);
        if (!node.equals(values.get(name))) {
            values.set(name, node);
            unsaved = true;
        }
    }

    /// Writes the file where something changed; blocks, so never on the FX thread.
    public void save() {
        byte[] text;
        synchronized (this) {
            if (!unsaved) {
                return;
            }
            text = json.writeValueAsBytes(values);
            unsaved = false;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
