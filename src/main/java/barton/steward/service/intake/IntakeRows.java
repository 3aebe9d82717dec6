package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.intake.UsState;
import barton.steward.service.csv.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Turns rows of a file into rows of intake. Values go in as they stand; an empty cell becomes NULL, and so does, with a
/// note, a value that does not fit its column. A phone of a person becomes E.164; what cannot be read as one stays, with a note.
public final class IntakeRows {
    /// The most characters of a text that intake takes; what is longer is no name, address or link.
    public static final int LONGEST_TEXT = 2_000;

    /// What became of a row: values in the order of [#columns()], and whether they carry a note; or why it was refused.
    sealed interface Result {
        record Converted(String[] values, boolean noted) implements Result {
        }

        record Refused(Refusal why) implements Result {
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Entity entity;
    private final List<String> header;
    private final List<Field> fields;
    private final int[] places;
    private final Map<String, Integer> longest;
    private final String batch;
    private final Optional<UsState> state;

    IntakeRows(Entity entity, List<String> header, Map<Field, Integer> mapping, Map<String, Integer> longest, String batch,
               Optional<UsState> state) {
        this.entity = entity;
        this.header = header;
        this.longest = longest;
        this.batch = batch;
        this.state = state;
        this.fields = new ArrayList<>(mapping.keySet());
        if (state.isPresent()) {
            List.of(entity.state(), IntakeFields.STATE_ABBREV).stream().filter(f -> !fields.contains(f)).forEach(fields::add);
        }
        this.places = fields.stream().mapToInt(f -> mapping.getOrDefault(f, -1)).toArray();
    }

    List<String> columns() {
        var columns = new ArrayList<>(fields.stream().map(Field::name).toList());
        columns.add(IntakeFields.IMPORT_BATCH_ID.name());
        columns.add(IntakeFields.VALIDATION_NOTES.name());
        return columns;
    }

    Result convert(CsvRow row) {
        if (row.fault().isPresent()) {
            var fault = row.fault().get();
            return refused(row, fault.cell(), fault.reason());
        }
        String[] values = new String[fields.size() + 2];
        var notes = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String cell = places[i] < 0 ? "" : row.cells().get(places[i]);
            int most = longest.getOrDefault(field.name(), LONGEST_TEXT);
            if (field.type() == FieldType.INTEGER) {
                values[i] = whole(field, cell, notes);
            } else if (cell.codePointCount(0, cell.length()) > most) {
                return refused(row, places[i], "has more than the %,d characters that fit".formatted(most));
            } else if (field.type() == FieldType.TEXT_ARRAY) {
                values[i] = list(cell);
            } else {
                values[i] = cell.isEmpty() ? null : cell;
            }
        }
        state.ifPresent(s -> fillState(values, s));
        entity.phones().forEach(phone -> writePhone(values, phone, notes));
        values[fields.size()] = batch;
        values[fields.size() + 1] = notes.isEmpty() ? null : String.join("\n", notes);
        return new Result.Converted(values, !notes.isEmpty());
    }

    private static String whole(Field field, String cell, List<String> notes) {
        return switch (WholeNumber.read(cell)) {
            case WholeNumber.None() -> null;
            case WholeNumber.Value(int number) -> Integer.toString(number);
            case WholeNumber.NotWhole(String why) -> {
                notes.add("note: %s: %s, so it was left empty".formatted(field.name(), why));
                yield null;
            }
        };
    }

    /// An array literal of a JSON array, as an export writes it, or of what stands between commas or semicolons.
    private static String list(String cell) {
        List<String> elements = elements(cell).map(String::strip).filter(e -> !e.isEmpty()).toList();
        return elements.isEmpty() ? null : elements.stream().map(e -> '"' + e.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Stream<String> elements(String cell) {
        if (cell.startsWith("[")) {
            try {
                return Stream.of(JSON.readValue(cell, String[].class)).filter(Objects::nonNull);
            } catch (JacksonException e) {
                return Stream.of(cell);
            }
        }
        return Stream.of(cell.split("[,;]"));
    }

    private void writePhone(String[] values, Field phone, List<String> notes) {
        int place = fields.indexOf(phone);
        if (place < 0) {
            return;
        }
        int country = fields.indexOf(entity.country());
        switch (PhoneNumber.read(values[place], country < 0 ? null : values[country])) {
            case PhoneNumber.None() -> { }
            case PhoneNumber.Unreadable() -> notes.add("note: %s: %s is no phone number that can be read, so it was kept as it is"
                    .formatted(phone.name(), Quote.of(values[place])));
            case PhoneNumber.Value(String e164, String extension) -> {
                if (!extension.isBlank()) {
                    notes.add("note: %s: the extension of %s was left out".formatted(phone.name(), Quote.of(values[place])));
                }
                values[place] = e164;
            }
        }
    }

    private void fillState(String[] values, UsState filling) {
        int name = fields.indexOf(entity.state());
        int abbreviation = fields.indexOf(IntakeFields.STATE_ABBREV);
        if (missing(values[name]) && missing(values[abbreviation])) {
            values[name] = filling.fullName();
            values[abbreviation] = filling.name();
        }
    }

    private static boolean missing(String value) {
        return value == null || value.isBlank();
    }

    private Result refused(CsvRow row, int place, String reason) {
        String column = place < 0 ? "" : place < header.size() ? header.get(place) : "column " + (place + 1);
        return new Result.Refused(new Refusal(row.line(), column, reason));
    }
}
