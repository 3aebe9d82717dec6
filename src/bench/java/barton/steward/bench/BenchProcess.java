package barton.steward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process of the benchmark's own that has a window.
final class BenchProcess {
    private static final int PATIENCE_MINUTES = 10;

    private BenchProcess() {
    }

    /// Runs it in a home.
    /// @param arguments what it is given after the folder of the home
    /// @return what it found, by name
    static Map<String, List<Long>> run(BenchHome home, Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path log = home.file("window.log");
        List<String> command = Jvm.command(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), System.getProperty("java.class.path"),
                main.getName(), Stream.concat(Stream.of(home.folder().toString()), Stream.of(arguments)).toArray(String[]::new));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        var found = new HashMap<String, List<Long>>();
        var others = new ArrayList<String>();
        for (String line : Files.readAllLines(log)) {
            String[] words = line.split(" ");
            if (words[0].equals("result")) {
                found.computeIfAbsent(words[1], name -> new ArrayList<>()).add(Long.parseLong(words[2]));
            } else {
                others.add(line);
            }
        }
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("the window failed: " + String.join("\n", others));
        }
        return found;
    }
}
