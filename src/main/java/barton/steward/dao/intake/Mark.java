package barton.steward.dao.intake;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A mark by hand: the record is validated, or rejected with a line in its notes.
public record Mark(boolean validated, Optional<String> note, String executor) {
    public Mark {
        note = note.map(Mark::oneLine).filter(n -> !n.isEmpty());
    }

    /// Why it is rejected.
    public String why() {
        return note.orElse("no reason given");
    }

    /// How the history calls it.
    public String summary() {
        return (validated ? "Marked validated" : "Rejected") + note.map(n -> ": " + n).orElse("");
    }

    /// What it sets in a row `t`.
    public Map<Field, Sql> assignments() {
        var values = new LinkedHashMap<Field, Sql>();
        values.put(IntakeFields.VALIDATED, Sql.of(Boolean.toString(validated)));
        values.put(IntakeFields.VALIDATED_AT, Sql.of(validated ? "now()" : "NULL"));
        values.put(IntakeFields.VALIDATED_BY, validated ? Sql.of(":executor::text").bind("executor", executor) : Sql.of("NULL"));
        values.put(IntakeFields.VALIDATION_NOTES, validated ? validatedNotes()
                : Sql.of("concat_ws(E'\\n', nullif(t.validation_notes, ''), shq.rejection_line(:why::text))").bind("why", why()));
        return values;
    }

    /// Whoever validates a row by hand has answered its errors; the history keeps them.
    private Sql validatedNotes() {
        Sql kept = Sql.of("""
                (SELECT string_agg(l.line, E'\\n' ORDER BY l.n)
                 FROM string_to_table(t.validation_notes, E'\\n') WITH ORDINALITY AS l (line, n)
                 WHERE btrim(l.line) <> '' AND NOT shq.has_error_note(l.line))""");
        return note.map(n -> Sql.of("concat_ws(E'\\n', <kept>, :note::text)").with("kept", kept).bind("note", "note: " + n))
                .orElse(kept);
    }

    /// A text as one line of notes.
    public static String oneLine(String text) {
        return SqlValues.storable(text.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
