package barton.steward.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the launcher that `mvn package` leaves, as a steward or a script would, in an environment that names no database.
public final class Launcher {
    private static final long PATIENCE_SECONDS = 400;

    private final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private Path program = Path.of(System.getProperty("steward.test.app"), "bin", "steward").toAbsolutePath();
    private Path folder = Path.of("").toAbsolutePath();

    /// @param home what STEWARD_HOME names
    public Launcher(Path home) {
        this.home = home;
        environment.put("STEWARD_HOME", home.toString());
        environment.put("HOME", home.toString());
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LANG", "C.UTF-8");
    }

    /// A home below the build's folder that is not there yet.
    static Path freshHome() throws IOException {
        Path homes = Files.createDirectories(Path.of("target", "it-homes").toAbsolutePath());
        return Files.createTempDirectory(homes, "home");
    }

    public Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launcher without(String variable) {
        environment.remove(variable);
        return this;
    }

    Launcher at(Path other) {
        program = other;
        return this;
    }

    Launcher in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    Process start(String... arguments) throws IOException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile()).redirectOutput(home.resolve("out").toFile())
                .redirectError(home.resolve("err").toFile()).start();
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        return result(start(arguments));
    }

    Result result(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The launcher did not end; so far it said: " + Files.readString(home.resolve("err")));
        }
        return new Result(process.exitValue(), Files.readString(home.resolve("out")), Files.readString(home.resolve("err")));
    }

    /// Stops the home's local database at once, which would else stop a minute later.
    void stopLocalDatabase() throws IOException, InterruptedException {
        List<String> stop = Files.readAllLines(home.resolve("data/server/stop"));
        var process = new ProcessBuilder(stop).directory(Path.of("/").toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("stopped").toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("The local database did not stop: " + Files.readString(home.resolve("stopped")));
        }
    }

    /// How the launcher ended, and what it said.
    public record Result(int exitCode, String out, String err) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }
}
