package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.model.file.FileKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records of JSON as rows: their members, those of objects within them too, are the columns. What columns there are takes a reading of
/// the whole file.
record JsonTable(TextFile text, Shape shape, List<String> header, List<String> remarks) implements Container {
    static final JsonMapper MAPPER = JsonSource.mapper();
    private static final int MOST_COLUMNS = 2_000;
    private static final int BEGINNING = 1_048_576;

    /// How records follow each other.
    enum Shape {
        /// An array, at the top or in an object.
        ARRAY,
        /// One on each line.
        LINES,
        /// One behind the other.
        SEQUENCE
    }

    /// Empty where the text does not begin like JSON.
    static Optional<JsonTable> of(TextFile text) {
        return shape(beginning(text)).map(shape -> {
            Set<String> columns = new LinkedHashSet<>();
            try (var source = new JsonSource(text, shape, List.of())) {
                for (ObjectNode record = source.record(); record != null; record = source.record()) {
                    Flat.of(record).keySet().forEach(columns::add);
                    if (columns.size() > MOST_COLUMNS) {
                        throw StewardException.refused(
                                "The records have more than %,d different names; nothing was taken.".formatted(MOST_COLUMNS),
                                "Ask for a file whose records have the same members.");
                    }
                }
                if (columns.isEmpty()) {
                    throw StewardException.refused("There are no records in %s; nothing was taken.".formatted(text.path().getFileName()),
                            "It must be an array of objects, an object with such an array in it, or an object on each line.");
                }
                return new JsonTable(text, shape, List.copyOf(columns), source.remarks());
            }
        });
    }

    private static String beginning(TextFile text) {
        try (Reader reader = text.open()) {
            var start = new char[BEGINNING];
            int length = 0;
            for (int more = 0; more >= 0 && length < BEGINNING; more = reader.read(start, length, BEGINNING - length)) {
                length += more;
            }
            return new String(start, 0, length).stripLeading();
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    private static Optional<Shape> shape(String start) {
        if (start.matches("(?s)\\[\\s*(\\{|\\]).*")) {
            return Optional.of(Shape.ARRAY);
        }
        if (!start.matches("(?s)\\{\\s*(\"|\\}).*")) {
            return Optional.empty();
        }
        String first = start.lines().findFirst().orElse("");
        String rest = start.substring(Math.min(start.length(), first.length())).strip();
        Optional<JsonNode> record = parsed(first);
        if (record.isPresent() && (rest.startsWith("{") || rest.isEmpty() && !JsonSource.holdsRecords(record.get()))) {
            return Optional.of(Shape.LINES);
        }
        return Optional.of(record.isEmpty() && JsonSource.beginsSequence(start) ? Shape.SEQUENCE : Shape.ARRAY);
    }

    private static Optional<JsonNode> parsed(String line) {
        try {
            return Optional.of(MAPPER.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @Override
    public FileKind kind() {
        return shape == Shape.LINES ? FileKind.JSON_LINES : FileKind.JSON;
    }

    @Override
    public Charset charset() {
        return text.charset();
    }

    @Override
    public RowSource open() {
        return new JsonSource(text, shape, header);
    }
}
