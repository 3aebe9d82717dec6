package barton.steward.service;

import barton.steward.model.Field;
import barton.steward.model.FieldType;
import barton.steward.model.ImportReport.Refusal;
import barton.steward.model.IntakeFields;
import barton.steward.model.UsState;
import barton.steward.service.csv.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns rows of a file into rows of company intake. Values go in as they stand; an empty cell becomes NULL, and so does, with a
/// note, a value that does not fit its column.
final class CompanyRows {
    /// The most characters of a text that intake takes; what is longer is no name, address or link.
    static final int LONGEST_TEXT = 2_000;

    /// What became of a row: values in the order of [#columns()], and whether they carry a note; or why it was refused.
    sealed interface Result {
        record Taken(String[] values, boolean noted) implements Result {
        }

        record Refused(Refusal why) implements Result {
        }
    }

    private final List<String> header;
    private final List<Field> fields;
    private final int[] places;
    private final Map<String, Integer> longest;
    private final String batch;
    private final Optional<UsState> state;

    CompanyRows(List<String> header, Map<Field, Integer> mapping, Map<String, Integer> longest, String batch, Optional<UsState> state) {
        this.header = header;
        this.longest = longest;
        this.batch = batch;
        this.state = state;
        this.fields = new ArrayList<>(mapping.keySet());
        if (state.isPresent()) {
            List.of(IntakeFields.COMPANY_STATE, IntakeFields.STATE_ABBREV).stream().filter(f -> !fields.contains(f)).forEach(fields::add);
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
            } else {
                values[i] = cell.isEmpty() ? null : cell;
            }
        }
        state.ifPresent(s -> fillState(values, s));
        values[fields.size()] = batch;
        values[fields.size() + 1] = notes.isEmpty() ? null : String.join("\n", notes);
        return new Result.Taken(values, !notes.isEmpty());
    }

    private static String whole(Field field, String cell, List<String> notes) {
        return switch (WholeNumber.read(cell)) {
            case WholeNumber.None() -> null;
            case WholeNumber.Value(int number) -> Integer.toString(number);
            case WholeNumber.Misfit(String why) -> {
                notes.add("note: %s: %s, so it was left empty".formatted(field.name(), why));
                yield null;
            }
        };
    }

    private void fillState(String[] values, UsState filling) {
        int name = fields.indexOf(IntakeFields.COMPANY_STATE);
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
