package barton.steward.db.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The server process that a data folder's `postmaster.pid` names.
record Postmaster(long pid, int port) {
    static final String FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    /// Larger than any process number that a system gives.
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    /// Empty where none runs on the folder, also where a crash left the file behind.
    static Optional<Postmaster> runningOn(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        var postmaster = new Postmaster(Long.parseLong(lines.getFirst().strip()), Integer.parseInt(lines.get(PORT_LINE).strip()));
        return isPostgres(postmaster.pid) ? Optional.of(postmaster) : Optional.empty();
    }

    /// The port of the server that started last and did not take its file away, whether its process can be seen from here or not.
    static Optional<Integer> lastPortOn(Path data) throws IOException {
        List<String> lines = lines(data);
        return lines.size() > PORT_LINE ? Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip())) : Optional.empty();
    }

    /// Makes PostgreSQL see that the process of a crashed server is gone, even where its number has been given to another program.
    /// The file stays: PostgreSQL's own search for processes that still use the data needs the rest of it.
    static void disown(Path data) throws IOException {
        List<String> lines = new ArrayList<>(lines(data));
        if (lines.size() > PORT_LINE) {
            lines.set(0, NOBODY);
            Files.write(data.resolve(FILE), lines);
        }
    }

    boolean isAlive() {
        return isPostgres(pid);
    }

    private static List<String> lines(Path data) throws IOException {
        try {
            return Files.readAllLines(data.resolve(FILE));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> commandOf(process).contains("postgres")).isPresent();
    }

    /// The system shows every user the command line of a process, but not always the program behind it.
    private static String commandOf(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return process.info().command().orElse("postgres");
        }
    }
}
