package barton.steward.service.json;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.service.file.TableFile;
import barton.steward.service.file.TextFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A file of JSON records, read one by one in constant memory: an array of them, or an object with such an array in it.
/// A name that stands twice in an object is a fault, as is anything else that is no JSON; it is told by line and column.
public final class JsonFile {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();
    private static final int PROGRESS_EVERY = 1_000;

    private final TextFile text;
    private final String records;

    /// @param records the name of the array, where the file is an object
    public JsonFile(Path path, String records) {
        this.text = TextFile.of(path, Optional.empty());
        this.records = records;
    }

    /// Whether a text is to be read as such a file: it begins like one.
    public static boolean looksLike(Path path) {
        if (!TableFile.isText(path)) {
            return false;
        }
        TextFile text = TextFile.of(path, Optional.empty());
        try (Reader reader = text.open()) {
            int first = reader.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = reader.read();
            }
            return first == '{' || first == '[';
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    /// What stands in the object beside the records; nothing where the file is an array.
    /// @throws StewardException of kind REFUSED where the file cannot be read, here and below
    public ObjectNode head() {
        return parsed(parser -> {
            ObjectNode head = JSON.createObjectNode();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals(records)) {
                        parser.skipChildren();
                    } else {
                        head.set(name, parser.readValueAsTree());
                    }
                }
            }
            return head;
        });
    }

    /// Passes on each record with the line where it begins; what is no object goes to nobody and is a fault.
    public void each(ObjLongConsumer<ObjectNode> sink) {
        parsed(parser -> {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                array(parser, sink);
            } else if (first == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    boolean found = parser.currentName().equals(records);
                    JsonToken value = parser.nextToken();
                    if (found && value == JsonToken.START_ARRAY) {
                        array(parser, sink);
                    } else if (found) {
                        throw fault(parser.currentTokenLocation(), "“" + records + "” is no array");
                    } else {
                        parser.skipChildren();
                    }
                }
            } else {
                throw fault(parser.currentTokenLocation(), "the file holds neither an array nor an object");
            }
            if (parser.nextToken() != null) {
                throw fault(parser.currentTokenLocation(), "something stands behind the end");
            }
            return null;
        });
    }

    private void array(JsonParser parser, ObjLongConsumer<ObjectNode> sink) {
        long done = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            TokenStreamLocation place = parser.currentTokenLocation();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw fault(place, "a record is no object");
            }
            sink.accept(parser.readValueAsTree(), place.getLineNr());
            if (++done % PROGRESS_EVERY == 0) {
                Work.progress(done);
            }
        }
        Work.progress(done);
    }

    private interface Parsing<T> {
        T parse(JsonParser parser);
    }

    private <T> T parsed(Parsing<T> parsing) {
        try (Reader reader = text.open(); JsonParser parser = JSON.createParser(reader)) {
            return parsing.parse(parser);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException io) {
                throw text.failure(io);
            }
            throw fault(e.getLocation(), reason(e));
        } catch (IOException e) {
            throw text.failure(e);
        }
    }

    /// The reader's own words are about its insides.
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().startsWith("Duplicate") ? "Duplicate name in a record" : "that is no JSON";
    }

    private StewardException fault(TokenStreamLocation place, String what) {
        return StewardException.refused("%s is not as it must be%s: %s. Nothing was taken.".formatted(text.path().getFileName(),
                where(place), what.lines().findFirst().orElse(what)), "Correct the file and try again.");
    }

    private static String where(TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1 ? "" : ", line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    /// One JSON text as it stands in a cell.
    /// @throws IllegalArgumentException where it is none; the message says where and why
    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no JSON" + where(e.getLocation()), e);
        }
    }
}
