package barton.steward.service.file;

import barton.steward.model.StewardException;
import barton.steward.service.file.JsonTable.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads the records of a JSON text one by one. On lines of their own, one that is no JSON is a fault of its line alone.
final class JsonSource implements RowSource {
    private final TextFile text;
    private final Shape shape;
    private final List<String> header;
    private final Reader reader;
    private final JsonParser parser;
    private final List<String> beside = new ArrayList<>();
    private long line;
    private String fault;
    private int found;

    JsonSource(TextFile text, Shape shape, List<String> header) {
        this.text = text;
        this.shape = shape;
        this.header = header;
        this.reader = shape == Shape.LINES ? new BufferedReader(text.open()) : text.open();
        this.parser = shape == Shape.LINES ? null : JsonTable.MAPPER.createParser(reader);
    }

    static JsonMapper mapper() {
        return JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    }

    /// Whether an object only wraps an array of records.
    static boolean holdsRecords(JsonNode object) {
        return object.isObject() && object.properties().stream().map(Map.Entry::getValue).anyMatch(value ->
                value.isArray() && !value.isEmpty() && value.get(0).isObject() || holdsRecords(value));
    }

    /// Whether the text begins with an object behind which another follows.
    static boolean beginsSequence(String start) {
        try (JsonParser parser = JsonTable.MAPPER.createParser(start)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == JsonToken.START_OBJECT;
        } catch (JacksonException e) {
            return false;
        }
    }

    /// What stands beside the array of records.
    List<String> remarks() {
        return beside.isEmpty() ? List.of() : List.of("Beside the records the file has “" + String.join("”, “", beside)
                + "”, which was passed over.");
    }

    @Override
    public FileRow next() {
        ObjectNode record = record();
        if (record == null) {
            return fault == null ? null : new FileRow(line, List.of(), java.util.Optional.empty()).faulty(-1, fault);
        }
        Map<String, String> flat = Flat.of(record);
        List<String> cells = header.stream().map(name -> flat.getOrDefault(name, "")).toList();
        FileRow row = FileRow.of(line, cells);
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).indexOf(0) >= 0) {
                return row.faulty(i, "contains a NUL character");
            }
        }
        return row;
    }

    /// The next record; null at the end, and, while rows are read, at a line that is none.
    ObjectNode record() {
        fault = null;
        try {
            return shape == Shape.LINES ? lineRecord() : tokenRecord();
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw text.failure(io);
            }
            long at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw StewardException.refused("%s is not as JSON must be%s; nothing was taken.".formatted(text.path().getFileName(),
                    at < 1 ? "" : ", line " + at), "Correct the file, or have it written anew.");
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    private ObjectNode lineRecord() throws IOException {
        for (String read = readLine(); read != null; read = readLine()) {
            line++;
            if (!read.isBlank()) {
                ObjectNode record = parsed(read);
                if (record != null || !header.isEmpty()) {
                    return record;
                }
            }
        }
        fault = null;
        return null;
    }

    private ObjectNode parsed(String read) {
        if (read.length() > RowGuard.MOST_CHARACTERS) {
            fault = "is longer than %,d characters".formatted(RowGuard.MOST_CHARACTERS);
            return null;
        }
        try {
            JsonNode node = JsonTable.MAPPER.readTree(read);
            if (node instanceof ObjectNode record) {
                return record;
            }
            fault = "is no JSON object";
        } catch (JacksonException e) {
            fault = "is no JSON";
        }
        return null;
    }

    /// A line, cut short where it is longer than any record that is taken.
    private String readLine() throws IOException {
        var read = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (read.length() <= RowGuard.MOST_CHARACTERS) {
                read.append((char) c);
            }
        }
        return read.toString();
    }

    private ObjectNode tokenRecord() {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && (shape == Shape.SEQUENCE || inRecords())) {
                line = parser.currentTokenLocation().getLineNr();
                return parser.readValueAsTree();
            }
            if (token == JsonToken.START_ARRAY && found > 0 || shape == Shape.ARRAY && token.isScalarValue()) {
                parser.skipChildren();
                passedOver();
            }
        }
        return null;
    }

    /// Whether the parser stands at an object in the array of records: the first array that begins with one.
    private boolean inRecords() {
        if (!parser.streamReadContext().getParent().inArray()) {
            return false;
        }
        int depth = parser.streamReadContext().getParent().getNestingDepth();
        found = found == 0 ? depth : found;
        return depth == found;
    }

    private void passedOver() {
        String name = parser.currentName();
        if (header.isEmpty() && name != null && !beside.contains(name)) {
            beside.add(name);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw text.failure(e);
        }
    }
}
