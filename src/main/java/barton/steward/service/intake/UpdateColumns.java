package barton.steward.service.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.HeaderText;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where in a file the key of a record, its version and the fields stand: places from 0, and −1 for a version that is not there.
record UpdateColumns(Field keyField, int key, int version, Map<Field, Integer> fields) {
    /// @param keyName the field that names the records; where none is said, the key of the table, if the file has it
    /// @param mapping headers by the names of columns, for those that are not called as their column
    static UpdateColumns of(Table table, List<String> header, Optional<String> keyName, Map<String, String> mapping) {
        Field keyField = table.field(keyName.orElse(table.key().name())).orElseThrow(() -> StewardException.refused(
                "No column is called “%s”; nothing was changed.".formatted(keyName.orElse("")),
                "Name one of " + ColumnNames.list(table, table.fields()) + "."));
        int key = place(header, keyField.name(), mapping);
        if (key < 0) {
            throw StewardException.refused(
                    "The file does not name the records: it has no column “%s”; nothing was changed."
                            .formatted(ColumnNames.of(table, keyField)),
                    "Say which column names the records (`--key website`), and which header it has (`--map website=\"Web Site\"`).");
        }
        var fields = new LinkedHashMap<Field, Integer>();
        table.editableFields().stream().filter(f -> !f.equals(keyField)).forEach(f -> {
            int place = place(header, f.name(), mapping);
            if (place >= 0 && place != key) {
                fields.put(f, place);
            }
        });
        return new UpdateColumns(keyField, key, place(header, RowVersion.FIELD.name(), Map.of()), fields);
    }

    /// Whether the file has the column.
    static boolean has(List<String> header, Field field, Map<String, String> mapping) {
        return place(header, field.name(), mapping) >= 0;
    }

    /// A column that is said to take nothing has no place.
    private static int place(List<String> header, String column, Map<String, String> mapping) {
        String wanted = mapping.getOrDefault(column, column);
        if (wanted.isEmpty()) {
            return -1;
        }
        int exact = header.indexOf(wanted);
        return exact >= 0 ? exact : header.stream().map(HeaderText::folded).toList().indexOf(HeaderText.folded(wanted));
    }
}
