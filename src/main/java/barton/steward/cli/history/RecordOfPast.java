package barton.steward.cli.history;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.TableName;
import barton.steward.cli.support.TextTable;
import barton.steward.cli.support.Times;
import barton.steward.model.StewardException;
import barton.steward.model.history.Moment;
import barton.steward.model.history.Past;
import barton.steward.model.query.Row;
import barton.steward.service.history.History;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what became of one record, and what it was at an instant.
final class RecordOfPast {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    /// Those of which an ID alone is enough; a sidecar has the ID of what it belongs to.
    private static final List<Table> OF_NUMBERS = List.of(Table.INTAKE, Table.PEOPLE_INTAKE);
    private static final List<Table> OF_IDS = List.of(Table.MASTER, Table.PEOPLE, Table.SLOTS);

    private final History history;
    private final Table table;
    private final Object key;
    private final Past past;

    private RecordOfPast(History history, Table table, Object key, Past past) {
        this.history = history;
        this.table = table;
        this.key = key;
        this.past = past;
    }

    /// @param asked the table; null for that in which the record is, or was
    static RecordOfPast of(History history, String id, Table asked) {
        boolean number = NUMBER.matcher(id).matches();
        List<RecordOfPast> found = (asked != null ? List.of(asked) : number ? OF_NUMBERS : OF_IDS).stream()
                .filter(table -> number || !table.isIntake())
                .map(table -> {
                    Object key = table.isIntake() ? (Object) Long.valueOf(id) : id;
                    return new RecordOfPast(history, table, key, history.past(table, key));
                }).filter(record -> record.past.known()).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 -> throw StewardException.refused("There is no record %s%s, and the history knows of none.".formatted(id,
                    asked == null ? "" : " in " + TableName.of(asked).replace('-', ' ')),
                    "IDs are those that the window and `export` show.");
            default -> throw StewardException.refused("%s is a row of intake, and one of people intake.".formatted(id),
                    "Say which with --table intake or --table people-intake.");
        };
    }

    /// What became of it, the newest first.
    Answer story() {
        List<Moment> moments = past.moments().reversed();
        var text = new TextTable("AT", "WHAT", "EXECUTOR", "ACTION");
        moments.forEach(m -> text.row(Times.shown(m.at()), m.what(), m.executor(), m.action()));
        return Answer.done(new Story(table.qualifiedName(), key, past.now() != null, moments.stream().map(Told::of).toList()),
                moments.isEmpty() ? "Nothing is known to have happened to %s since it came.".formatted(key) : text.toString());
    }

    Answer at(Instant instant) {
        Past.State state = past.at(instant);
        Optional<Row> row = history.row(table, state);
        Map<String, Object> fields = row.map(r -> fields(r, state.fields().keySet())).orElse(null);
        String when = Times.shown(instant);
        var json = new AsItWas(table.qualifiedName(), key, instant,
                state.there() ? "there" : state.removed() ? "removed" : "not-yet", fields,
                Told.of(state.last()), state.whole());
        if (fields == null) {
            return Answer.done(json, state.removed()
                    ? "%s was not there any more at %s: %s".formatted(key, when, said(state.last()))
                    : "%s was not there yet at %s%s.".formatted(key, when,
                            past.began().map(at -> "; it came at " + Times.shown(at)).orElse("")));
        }
        var text = new TextTable("FIELD", "VALUE");
        fields.forEach((name, value) -> text.row(name, value == null ? "∅" : value));
        return Answer.done(json, "%s as it was at %s%s.\n%s%s".formatted(key, when,
                state.last() == null ? "" : ", after: " + said(state.last()), text,
                state.whole() ? "" : "\nOnly what was changed of it is known."));
    }

    private Map<String, Object> fields(Row row, Set<String> known) {
        var fields = new LinkedHashMap<String, Object>();
        for (Field field : table.fields()) {
            if (known.contains(field.name())) {
                fields.put(field.name(), row.get(field));
            }
        }
        return fields;
    }

    private static String said(Moment moment) {
        return "%s (%s, %s%s)".formatted(moment.what(), moment.executor(), Times.shown(moment.at()),
                moment.action() == null ? "" : ", action " + moment.action());
    }

    private record Told(Instant at, String what, String executor, Long action) {
        static Told of(Moment moment) {
            return moment == null ? null : new Told(moment.at(), moment.what(), moment.executor(), moment.action());
        }
    }

    private record Story(String table, Object record, boolean there, List<Told> moments) {
    }

    private record AsItWas(String table, Object record, Instant at, String standing, Map<String, Object> fields, Told last, boolean whole) {
    }
}
