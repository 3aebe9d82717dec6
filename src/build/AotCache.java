import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes the files from which the JVM takes what it found out about the program in an earlier run: classes loaded and linked, profiles.
/// One is for the window, one for commands, which need neither JavaFX nor what pays in the long run.
/// Arguments: the application's folder of jars, in which the files are put; a folder to work in; the home of the Java that the program
/// will run on, or `this`; the options with which it is started. Where a run does not succeed there is no such file, and the
/// program only starts slower.
final class AotCache {
    /// What is done to find out, and the file and options of the JVM that `bin/steward` starts it with.
    private enum Kind {
        WINDOW("steward.aot"), COMMANDS("steward-commands.aot", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

        private final String file;
        private final List<String> options;

        Kind(String file, String... options) {
            this.file = file;
            this.options = List.of(options);
        }
    }

    private static final int PATIENCE_SECONDS = 300;

    private final Path jars;
    private final Path work;
    private final Path java;
    private final List<String> options;

    private AotCache(Path jars, Path work, Path java, List<String> options) {
        this.jars = jars;
        this.work = work;
        this.java = java;
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path java = Path.of(arguments[2].equals("this") ? System.getProperty("java.home") : arguments[2]);
        var cache = new AotCache(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])), java,
                Arrays.asList(arguments).subList(3, arguments.length));
        // Both at once: much of the time is the start of a database.
        Map<Kind, Process> running = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (!isOlder(cache.jars, cache.jars.resolve(kind.file))) {
                running.put(kind, cache.start(kind));
            }
        }
        for (var kind : running.keySet()) {
            cache.take(kind, running.get(kind));
        }
    }

    private Process start(Kind kind) throws IOException {
        Files.deleteIfExists(jars.resolve(kind.file));
        var words = new ArrayList<String>();
        words.add(java.resolve(Path.of("bin", "java")).toString());
        words.add("-XX:AOTCacheOutput=" + work.resolve(kind.file));
        words.addAll(kind.options);
        words.addAll(options);
        words.add("barton.steward.AotTraining");
        words.add(work.toString());
        words.add(kind.name());
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log(kind)).start();
        process.getOutputStream().close();
        return process;
    }

    private void take(Kind kind, Process process) throws IOException, InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        Path fresh = work.resolve(kind.file);
        if (ended && process.exitValue() == 0 && Files.exists(fresh)) {
            Files.move(fresh, jars.resolve(kind.file));
        } else {
            System.out.println(kind + ": no AOT cache was made, so it starts slower; " + log(kind) + " tells why.");
        }
    }

    private File log(Kind kind) {
        return work.resolve(kind.file + ".log").toFile();
    }

    /// Whether every jar is older than the cache.
    private static boolean isOlder(Path jars, Path cache) throws IOException {
        if (!Files.exists(cache)) {
            return false;
        }
        var made = Files.getLastModifiedTime(cache);
        try (Stream<Path> files = Files.walk(jars)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(made) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
