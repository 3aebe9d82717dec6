package barton.steward.service.csv;

import barton.steward.model.StewardException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A CSV file and how it is written. A byte order mark decides the encoding, whatever was named.
public final class CsvFile {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 65_536;

    private final TextFile text;
    private final char delimiter;

    private CsvFile(TextFile text, char delimiter) {
        if ("\"\r\n\0".indexOf(delimiter) >= 0) {
            throw StewardException.refused("A quote or the end of a line cannot stand between cells.", "Name another delimiter.");
        }
        this.text = text;
        this.delimiter = delimiter;
    }

    /// A file of which it is known how it is written.
    public static CsvFile of(Path path, Charset charset, char delimiter) {
        return new CsvFile(TextFile.of(path, Optional.of(charset)), delimiter);
    }

    /// Finds out how the file is written, as far as that is not given; of two delimiters that fit, the one that makes more
    /// headers known is taken.
    public static CsvFile recognise(Path path, Optional<Charset> charset, Optional<Character> delimiter, Predicate<String> known) {
        TextFile text = TextFile.of(path, charset);
        return new CsvFile(text, delimiter.orElseGet(() -> delimiter(sample(text), known)));
    }

    public Charset charset() {
        return text.charset();
    }

    public char delimiter() {
        return delimiter;
    }

    /// What the file is called, without its folder.
    public String name() {
        return text.path().getFileName().toString();
    }

    /// What it says, to the last byte.
    public String sha256() {
        return text.sha256();
    }

    /// Opens the file behind its header.
    /// @throws StewardException of kind REFUSED where the file is empty, cannot be read or is not in its encoding
    public CsvRows open() {
        return new CsvRows(text.open(), delimiter, text::failure);
    }

    private static String sample(TextFile text) {
        try (Reader reader = text.open()) {
            var sample = new char[SAMPLE];
            int length = 0;
            for (int more = 0; more >= 0 && length < SAMPLE; more = reader.read(sample, length, SAMPLE - length)) {
                length += more;
            }
            return new String(sample, 0, length);
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    private static char delimiter(String sample, Predicate<String> known) {
        return DELIMITERS.stream().map(d -> Fit.of(sample, d, known)).max(Fit.ORDER).orElseThrow().delimiter;
    }

    /// How well a delimiter fits: headers known by it, following rows as wide as the header, width of the header.
    private record Fit(char delimiter, long known, long even, int width) {
        private static final Comparator<Fit> ORDER = Comparator.comparingLong(Fit::known).thenComparingLong(Fit::even)
                .thenComparingInt(Fit::width).thenComparing(fit -> -DELIMITERS.indexOf(fit.delimiter));

        static Fit of(String sample, char delimiter, Predicate<String> known) {
            try (var rows = new CsvRows(new StringReader(sample), delimiter, e -> StewardException.refused(e.getMessage(), ""))) {
                int width = rows.header().size();
                long even = width < 2 ? 0 : Stream.generate(rows::next).limit(20).takeWhile(row -> row != null)
                        .filter(row -> row.fault().isEmpty()).count();
                return new Fit(delimiter, rows.header().stream().filter(known).count(), even, width);
            } catch (StewardException headerUnreadableBySuchDelimiter) {
                return new Fit(delimiter, 0, 0, 0);
            }
        }
    }
}
