package barton.steward.db.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What the server and the programs around it say.
record ServerLog(Path file) {
    private static final long LARGE = 4_000_000;
    private static final int TAIL = 12;

    /// Sets a large log aside, in the place of the one before it; only while the server does not run.
    void roll() throws IOException {
        if (size() > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    String since(long position) throws IOException {
        if (size() <= position) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Advice that shows the last lines of what was said since.
    String advice(long position) throws IOException {
        List<String> lines = since(position).lines().toList();
        return "The server said:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()))
                + "\nThe whole log is in " + file + ".";
    }
}
