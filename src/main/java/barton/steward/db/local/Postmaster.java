package barton.steward.db.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The server process that a data folder's `postmaster.pid` names.
record Postmaster(long pid, int port) {
    static final String FILE = "postmaster.pid";
    private static final int FOLDER_LINE = 1;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;
    private static final Duration CLOCKS = Duration.ofSeconds(2);
    /// Larger than any process number that a system gives.
    private static final Predicate<String> NUMBER = Pattern.compile(" *\\d{1,9} *").asMatchPredicate();
    private static final Predicate<String> TIME = Pattern.compile(" *\\d{1,18} *").asMatchPredicate();
    private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

    /// Empty where none runs on the folder, also where a crash left the file behind, or where it came with a copy of another folder.
    static Optional<Postmaster> runningOn(Path data) throws IOException {
        List<String> lines = lines(data);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var postmaster = new Postmaster(Long.parseLong(lines.getFirst().strip()), Integer.parseInt(lines.get(PORT_LINE).strip()));
        return ProcessHandle.of(postmaster.pid).filter(Postmaster::isPostgres)
                .filter(process -> worksIn(process, data).orElseGet(() -> wroteThat(process, lines, data))).map(process -> postmaster);
    }

    /// The port of the server that started last and did not take its file away, whether its process can be seen from here or not.
    static Optional<Integer> lastPortOn(Path data) throws IOException {
        List<String> lines = lines(data);
        return lines.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()));
    }

    /// Makes PostgreSQL see that the process of a crashed server is gone, even where its number has been given to another program.
    /// The file stays: PostgreSQL's own search for processes that still use the data needs the rest of it. One that was not written to
    /// its end goes, because PostgreSQL takes it for a server that is just starting.
    static void disown(Path data) throws IOException {
        List<String> lines = new ArrayList<>(lines(data));
        if (lines.isEmpty() && Files.exists(data.resolve(FILE))) {
            if (ProcessHandle.allProcesses().anyMatch(process -> isPostgres(process) && worksIn(process, data).orElse(false))) {
                throw new IOException(data.resolve(FILE) + " does not tell which server runs there, but one does.");
            }
            Files.delete(data.resolve(FILE));
        } else if (!lines.isEmpty()) {
            lines.set(0, NOBODY);
            Files.write(data.resolve(FILE), lines, StandardCharsets.ISO_8859_1);
        }
    }

    /// Asks the server to stop, whoever is connected; every commit is kept.
    void stop() {
        if (!PrivateFiles.POSIX || !Command.run(List.of("sh", "-c", "kill -INT " + pid)).done()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(Postmaster::isPostgres).isPresent();
    }

    /// Nothing where the file is not there, or was not written to its end when the power failed.
    private static List<String> lines(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE), StandardCharsets.ISO_8859_1);
            return lines.size() > PORT_LINE && NUMBER.test(lines.getFirst()) && TIME.test(lines.get(START_LINE))
                    && NUMBER.test(lines.get(PORT_LINE)) ? lines : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// A process number may be another server's by now. A server stands in its data folder; where the system does not tell, as in a
    /// container of another account's, the folder that it was started with has to do. Empty where there is no way to ask.
    private static Optional<Boolean> worksIn(ProcessHandle process, Path data) {
        try {
            return Optional.of(Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data));
        } catch (IOException e) {
            return Files.exists(Path.of("/proc/self")) ? Optional.of(commandOf(process).contains(data.toString())) : Optional.empty();
        }
    }

    /// Whether the file is of this folder, and no older than the process is.
    private static boolean wroteThat(ProcessHandle process, List<String> lines, Path data) {
        try {
            var written = Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())).plus(CLOCKS);
            return Files.isSameFile(Path.of(lines.get(FOLDER_LINE)), data)
                    && process.info().startInstant().map(start -> start.isBefore(written)).orElse(true);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive() && commandOf(process).contains("postgres");
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
