package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A text file and its encoding, in which it is read strictly: no character is ever replaced.
/// @param guessed whether the encoding was told by what is written in it
public record TextFile(Path path, Charset charset, boolean guessed) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// A byte order mark decides the encoding, else it is the given one, else what is written tells it, else it is UTF-8.
    public static TextFile of(Path path, Optional<Charset> given) {
        mustBeFile(path);
        try (InputStream in = Files.newInputStream(path)) {
            Optional<Charset> known = markOf(in.readNBytes(3)).or(() -> given);
            if (known.isPresent()) {
                return new TextFile(path, known.get(), false);
            }
            Charset told = Encodings.tell(path).orElse(StandardCharsets.UTF_8);
            return new TextFile(path, told, !told.equals(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// @throws StewardException of kind REFUSED where it is no file
    static void mustBeFile(Path path) {
        if (!Files.exists(path)) {
            throw StewardException.refused("There is no file " + path + ".", "Check its name and folder.");
        }
        if (Files.isDirectory(path)) {
            throw StewardException.refused(path + " is a folder, not a file.", "Choose a file in it.");
        }
        if (!Files.isRegularFile(path)) {
            throw StewardException.refused(path + " is a device or a pipe, not a file.", "Save what comes from there into a file first.");
        }
    }

    private static Optional<Charset> markOf(byte[] start) {
        int first = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        return switch (first) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xEFBB -> start.length > 2 && (start[2] & 0xFF) == 0xBF ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// The SHA-256 of the bytes of a file, by which the same file is known again.
    public static String sha256(Path path) {
        mustBeFile(path);
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = newSha256();
            var bytes = new byte[65_536];
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                Work.checkCancelled();
                digest.update(bytes, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /// A sum that is taken as what it is of is written or read.
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The text without its byte order mark.
    public Reader open() {
        try {
            var bytes = new BufferedInputStream(Files.newInputStream(path));
            return withoutMark(new PushbackReader(new InputStreamReader(bytes, charset.newDecoder())));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static Reader withoutMark(PushbackReader reader) throws IOException {
        try {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /// What a failure while reading means to the steward.
    public StewardException failure(IOException e) {
        return e instanceof CharacterCodingException ? undecodable() : unreadable(path, e);
    }

    static StewardException unreadable(Path path, IOException e) {
        return new StewardException(StewardException.Kind.REFUSED, path + " cannot be read; nothing was taken.",
                "Check that the file is still there and that you may read it.", e);
    }

    private StewardException undecodable() {
        return StewardException.refused("%s is not %s: line %s. Nothing was taken.".formatted(path.getFileName(), charset, firstBadPlace()),
                "Name the file's encoding, for example windows-1252, or save it as UTF-8.");
    }

    private String firstBadPlace() {
        var decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        CharBuffer chars = CharBuffer.allocate(8192);
        long place = 1;
        var lines = new LineCounter();
        try (var in = Files.newByteChannel(path)) {
            boolean end = false;
            while (true) {
                bytes.flip();
                var result = decoder.decode(bytes, chars, end);
                place += bytes.position();
                bytes.compact();
                chars.flip();
                while (chars.hasRemaining()) {
                    lines.count(chars.get());
                }
                chars.clear();
                if (result.isError() || end && result.isUnderflow()) {
                    return lines.line() + ", byte " + place + " of the file";
                }
                end = result.isUnderflow() ? in.read(bytes) < 0 : end;
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }
}
