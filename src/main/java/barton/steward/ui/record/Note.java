package barton.steward.ui.record;

import barton.steward.model.Field;
import barton.steward.model.Table;
import java.util.List;
import java.util.Optional;

/// One validation note. `field` is the field that it is about, where it names one; warnings and remarks are no errors.
record Note(String text, Optional<Field> field, boolean error) {
    /// The notes of a text that has one a line.
    static List<Note> parse(Table table, String text) {
        return text == null ? List.of() : text.lines().filter(line -> !line.isBlank()).map(line -> note(table, line.strip())).toList();
    }

    private static Note note(Table table, String line) {
        int colon = line.indexOf(':');
        String subject = colon < 0 ? "" : line.substring(0, colon).strip();
        Optional<Field> field = table.fields().stream().filter(f -> f.name().equals(subject)).findFirst();
        return new Note(line, field, !subject.equals("note") && !subject.equals("warning"));
    }
}
