package barton.steward.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// libpq's connection service file: a section `[name]` with `parameter=value` lines for each service.
final class ServiceFile {
    private ServiceFile() {
    }

    /// The parameters of a service from `PGSERVICEFILE`, else `~/.pg_service.conf`, else `pg_service.conf` in `PGSYSCONFDIR`.
    static Map<String, String> read(String service, Map<String, String> environment) {
        Optional<Path> own = ConnectionSource.value(environment, "PGSERVICEFILE").map(Path::of)
                .or(() -> ConnectionSource.value(environment, "HOME").map(h -> Path.of(h, ".pg_service.conf")));
        Optional<Path> system = ConnectionSource.value(environment, "PGSYSCONFDIR").map(d -> Path.of(d, "pg_service.conf"));
        return Stream.of(own, system).flatMap(Optional::stream).filter(Files::isRegularFile).map(f -> section(f, service))
                .flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> ConnectionSource.wrong("no service file has a section for the service that is asked for."));
    }

    private static Optional<Map<String, String>> section(Path file, String service) {
        Map<String, String> parameters = null;
        for (String line : lines(file)) {
            String text = line.strip();
            if (text.startsWith("[")) {
                if (parameters != null) {
                    break;
                }
                parameters = text.equals("[" + service + "]") ? new HashMap<>() : null;
            } else if (parameters != null && !text.isEmpty() && !text.startsWith("#")) {
                put(parameters, text);
            }
        }
        return Optional.ofNullable(parameters);
    }

    private static void put(Map<String, String> parameters, String line) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!ConnectionParameters.known(name) || name.equals("service")) {
            throw ConnectionParameters.unknown(name);
        }
        parameters.putIfAbsent(name, line.substring(equals + 1).strip());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw ConnectionSource.wrong("the service file " + file + " cannot be read.");
        }
    }
}
