package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileKind;
import barton.steward.model.file.FileOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text whose cells stand between delimiters.
record DelimitedFile(TextFile text, Character delimiter) implements Container {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 65_536;
    private static final int SAMPLE_ROWS = 100;
    /// What spreadsheets write into the first line to say what delimits the cells.
    private static final Pattern SAID = Pattern.compile("\"?sep=(.)\"?[,;\t|]*\\R(?s:.*)", Pattern.CASE_INSENSITIVE);

    /// Finds out the delimiter where it is not given: of two that fit, the one that makes more headers known is taken.
    static DelimitedFile of(TextFile text, FileOptions options, Predicate<String> known) {
        return new DelimitedFile(text, options.delimiter().orElseGet(() -> delimiter(sample(text), known)));
    }

    @Override
    public FileKind kind() {
        return FileKind.DELIMITED;
    }

    @Override
    public Charset charset() {
        return text.charset();
    }

    @Override
    public RowSource open() {
        return new CsvSource(text.open(), delimiter, text::failure);
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
        Matcher said = SAID.matcher(sample);
        if (said.matches()) {
            return said.group(1).charAt(0);
        }
        return DELIMITERS.stream().map(d -> Fit.of(sample, d, known)).max(Fit.ORDER).orElseThrow().delimiter;
    }

    /// How well a delimiter fits.
    private record Fit(char delimiter, TableStart start) {
        private static final Comparator<Fit> ORDER = Comparator.comparingLong((Fit fit) -> fit.start.known())
                .thenComparingLong(fit -> fit.start.even()).thenComparingInt(fit -> fit.start.width())
                .thenComparing(fit -> -DELIMITERS.indexOf(fit.delimiter));

        static Fit of(String sample, char delimiter, Predicate<String> known) {
            var rows = new ArrayList<FileRow>();
            try (var source = new CsvSource(new StringReader(sample), delimiter, e -> StewardException.refused(e.getMessage(), ""))) {
                for (FileRow row = source.next(); row != null && rows.size() < SAMPLE_ROWS; row = source.next()) {
                    rows.add(row);
                }
            }
            if (sample.length() == SAMPLE && rows.size() > 1 && rows.size() < SAMPLE_ROWS) {
                rows.removeLast();
            }
            return new Fit(delimiter, TableStart.find(rows, known));
        }
    }

    @Override
    public List<String> remarks() {
        return Optional.of(text.charset()).filter(c -> text.guessed()).map(c -> "The encoding, " + c.displayName()
                + ", was told by what is written in it.").stream().toList();
    }
}
