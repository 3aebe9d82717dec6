package barton.steward.service.export;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Rows as JSON Lines: an object a line, with every field, times as ISO text in UTC.
final class JsonRowFile implements RowFile {
    private final JsonMapper json = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private final List<Field> fields;
    private final Writer writer;

    JsonRowFile(ExportPlan plan, Path part) throws IOException {
        fields = plan.columns();
        writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(List<Object> values) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fields.size(); i++) {
            object.put(fields.get(i).name(), value(fields.get(i), values.get(i)));
        }
        writer.write(json.writeValueAsString(object));
        writer.write('\n');
    }

    private Object value(Field field, Object value) {
        return switch (value) {
            case String text when field.type() == FieldType.JSON -> json.readTree(text);
            case Instant time -> time.toString();
            case null, default -> value;
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
