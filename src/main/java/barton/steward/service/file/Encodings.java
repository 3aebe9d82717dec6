package barton.steward.service.file;

import barton.steward.model.Work;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/// Tells the encoding of a text without a byte order mark by its bytes: UTF-8 where all of them are, UTF-16 by its zeros, else what a
/// detector finds. For a single byte's encoding of western languages the words have to look like words in it, because nearly any bytes
/// can be read so.
final class Encodings {
    private static final int START = 4096;
    private static final int MOST_SAMPLED = 1 << 20;
    private static final byte ESCAPE = 0x1B;
    /// In the order of how often files are written so.
    private static final List<String> WESTERN = List.of("windows-1252", "x-MacRoman", "windows-1250", "IBM850");

    private Encodings() {
    }

    /// Empty where it cannot be told.
    static Optional<Charset> tell(Path path) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(START);
        }
        Optional<Charset> wide = wide(start);
        if (wide.isPresent()) {
            return wide;
        }
        byte[] sample = sample(path);
        if (sample.length == 0) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        var detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        return found == null || WESTERN.contains(found.toLowerCase(Locale.ROOT)) || found.startsWith("WINDOWS-125")
                && !found.equals("WINDOWS-1251") && !found.equals("WINDOWS-1253") && !found.equals("WINDOWS-1255")
                || found.startsWith("ISO-8859-1") || found.startsWith("MAC") ? western(sample) : charset(found);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /// Every second byte of a text in UTF-16 is zero for each letter of the Latin script, blank, digit and delimiter.
    private static Optional<Charset> wide(byte[] start) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (start.length < 4 || (even + odd) * 16 < start.length || Math.min(even, odd) * 16 > Math.max(even, odd)) {
            return Optional.empty();
        }
        return Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    /// The lines with bytes that are no ASCII, as many as are enough; empty where the whole file is UTF-8.
    private static byte[] sample(Path path) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(1 << 16);
        var chars = CharBuffer.allocate(1 << 16);
        boolean utf8 = true;
        var sample = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(path)) {
            var block = new byte[1 << 15];
            for (int length = in.read(block); length >= 0 && (utf8 || sample.size() < MOST_SAMPLED); length = in.read(block)) {
                Work.checkCancelled();
                if (sample.size() < MOST_SAMPLED) {
                    keep(block, length, sample);
                }
                if (utf8) {
                    bytes.put(block, 0, length).flip();
                    CoderResult result = decoder.decode(bytes, chars, false);
                    chars.clear();
                    bytes.compact();
                    utf8 = !result.isError();
                }
            }
            bytes.flip();
            utf8 = utf8 && !decoder.decode(bytes, chars, true).isError();
        } catch (CharacterCodingException e) {
            utf8 = false;
        }
        byte[] kept = sample.toByteArray();
        return utf8 && !escapes(kept) ? new byte[0] : kept;
    }

    private static void keep(byte[] block, int length, ByteArrayOutputStream sample) {
        int from = 0;
        boolean foreign = false;
        for (int i = 0; i < length; i++) {
            foreign |= block[i] < 0 || block[i] == ESCAPE;
            if (block[i] == '\n' || i == length - 1) {
                if (foreign) {
                    sample.write(block, from, i + 1 - from);
                }
                from = i + 1;
                foreign = false;
            }
        }
    }

    private static boolean escapes(byte[] kept) {
        for (byte b : kept) {
            if (b == ESCAPE) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Charset> western(byte[] sample) {
        if (Words.odd(new String(sample, StandardCharsets.ISO_8859_1))) {
            return Optional.empty();
        }
        return WESTERN.stream().filter(Charset::isSupported).map(Charset::forName).filter(c -> reads(sample, c)).findFirst();
    }

    private static boolean reads(byte[] sample, Charset charset) {
        try {
            return Words.western(charset.newDecoder().decode(ByteBuffer.wrap(sample)));
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
