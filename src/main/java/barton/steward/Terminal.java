package barton.steward;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Whether somebody watches what the program says.
final class Terminal {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final Pattern DEVICE = Pattern.compile("/dev/(pts/\\d+|tty\\w*|console)");

    private Terminal() {
    }

    /// Whether somebody sits at the file: 0 standard input, 1 output, 2 error. Linux has it in a folder, where looking takes
    /// a small part of the time of a call into its library.
    static boolean isAt(int file) {
        if (!Files.isDirectory(OPEN_FILES)) {
            return Native.isTerminal(file);
        }
        try {
            return DEVICE.matcher(Files.readSymbolicLink(OPEN_FILES.resolve(Integer.toString(file))).toString()).matches();
        } catch (IOException e) {
            return false;
        }
    }
}
