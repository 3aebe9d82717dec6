import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Makes the file from which the JVM takes what it found out about the program in an earlier run: classes loaded and linked, profiles.
/// Arguments: the application's folder of jars, in which the file is put; a folder to work in; the home of the Java that the program
/// will run on, or `this`; the options with which it is started. Where the run does not succeed there is no such file, and the
/// program only starts slower.
final class AotCache {
    private static final String NAME = "steward.aot";
    private static final int PATIENCE_SECONDS = 300;

    private AotCache() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jars = Path.of(arguments[0]);
        Path work = Files.createDirectories(Path.of(arguments[1]));
        Path java = Path.of(arguments[2].equals("this") ? System.getProperty("java.home") : arguments[2]);
        List<String> options = Arrays.asList(arguments).subList(3, arguments.length);
        Path cache = jars.resolve(NAME);
        if (isOlder(jars, cache)) {
            return;
        }
        Files.deleteIfExists(cache);
        File log = work.resolve("rehearsal.log").toFile();
        Path fresh = work.resolve(NAME);
        if (run(command(java, options, fresh, work), log) && Files.exists(fresh)) {
            Files.move(fresh, cache);
        } else {
            System.out.println("No AOT cache was made, so the program starts slower; " + log + " tells why.");
        }
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

    private static List<String> command(Path java, List<String> options, Path cache, Path work) {
        var words = new ArrayList<String>();
        words.add(java.resolve(Path.of("bin", "java")).toString());
        words.add("-XX:AOTCacheOutput=" + cache);
        words.addAll(options);
        words.add("barton.steward.AotTraining");
        words.add(work.toString());
        return words;
    }

    private static boolean run(List<String> command, File log) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
