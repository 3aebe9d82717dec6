package barton.steward.db.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Runs another program to its end, in an environment that does not steer PostgreSQL.
final class Command {
    private Command() {
    }

    /// What the program said and how it ended; a program that cannot be started ends with 127.
    record Outcome(int exit, String output) {
        boolean done() {
            return exit == 0;
        }
    }

    static Outcome run(List<String> words) {
        return run(words, "");
    }

    /// The same for a program that reads a few lines.
    static Outcome run(List<String> words, String input) {
        try {
            var process = builder(words).redirectErrorStream(true).start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Outcome(127, e.getMessage());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /// Runs a program that may leave another one running behind it, so that both write to the file.
    static int runInto(Path log, List<String> words) throws IOException {
        try {
            var process = builder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            process.getOutputStream().close();
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ProcessBuilder builder(List<String> words) {
        var builder = new ProcessBuilder(words);
        if (PrivateFiles.POSIX) {
            builder.directory(new File("/"));
        }
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /// A moment between two looks at something that takes its time.
    static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static UncheckedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new IOException("interrupted while waiting for the local database", e));
    }
}
