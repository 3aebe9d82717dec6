package barton.steward.service.email.online;

import barton.steward.model.StewardException;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.service.export.WholeFile;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a service answered and the database does not have yet, as a CSV file that its owner alone reads. Each answer is on the disk before
/// the next call, so that nothing is paid for twice. One run at a time has it.
final class AnswerFile implements AutoCloseable {
    private static final String[] HEADER = {EmailCheckPlan.EMAIL, EmailCheckPlan.RESULT, EmailCheckPlan.SCORE, "answered_at"};

    private final Path path;
    private final FileChannel locked;

    private AnswerFile(Path path, FileChannel locked) {
        this.path = path;
        this.locked = locked;
    }

    /// @param path where it is, or is to be made
    /// @throws StewardException of kind REFUSED where another run has it, or it cannot be written
    static AnswerFile open(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path.getParent());
            Path lock = Path.of(path + ".lock");
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lease = channel.tryLock();
            if (lease == null) {
                throw new OverlappingFileLockException();
            }
            mend(path);
            return new AnswerFile(path, channel);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw new StewardException(StewardException.Kind.REFUSED, "The service is being asked by another run; nobody was asked by this"
                    + " one.", "Wait until that one is done.", e);
        } catch (IOException e) {
            close(channel);
            throw WholeFile.unwritable(path, e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a run that ended in the middle of a line left of it is taken away.
    private static void mend(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.truncate(end);
                file.force(true);
            }
        }
    }

    Path path() {
        return path;
    }

    /// The addresses that are answered in it, in lower case.
    static Set<String> answered(Path path) {
        var answered = new HashSet<String>();
        if (!Files.exists(path)) {
            return answered;
        }
        try {
            String text = Files.readString(path);
            try (var rows = CsvReader.builder().ofNamedCsvRecord(text.substring(0, text.lastIndexOf('\n') + 1))) {
                rows.forEach(r -> answered.add(r.getField(EmailCheckPlan.EMAIL).toLowerCase(Locale.ROOT)));
            }
            return answered;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isFilled() {
        return !answered(path).isEmpty();
    }

    void append(List<Reply.Result> results) {
        var text = new StringWriter();
        try {
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                if (!Files.exists(path) || Files.size(path) == 0) {
                    csv.writeRecord(HEADER);
                }
                results.forEach(r -> csv.writeRecord(r.email(), r.word(), r.score() == null ? "" : r.score().toPlainString() + "%",
                        Instant.now().toString()));
            }
            try (FileChannel file = Files.exists(path) ? FileChannel.open(path, StandardOpenOption.APPEND) : create()) {
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(path, e);
        }
    }

    private FileChannel create() throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(path, options);
    }

    /// Forgets the answers, which the database has.
    void clear() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw WholeFile.unwritable(path, e);
        }
    }

    @Override
    public void close() {
        close(locked);
    }
}
