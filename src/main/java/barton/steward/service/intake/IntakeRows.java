package barton.steward.service.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.model.intake.Countries;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.model.intake.UsState;
import barton.steward.service.file.FileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns rows of a file into rows of intake. Values go in as they stand; an empty cell becomes NULL, and so does, with a
/// note, a value that does not fit its column. A phone of a person becomes E.164; what cannot be read as one stays, with a note.
public final class IntakeRows {
    /// The most characters of a text that intake takes; what is longer is no name, address or link.
    public static final int LONGEST_TEXT = 2_000;

    /// What became of a row: values in the order of [#columns()], whether they carry a note, and what the row has beside; nothing, because
    /// it has no value; or why it was refused.
    sealed interface Result {
        /// @param left the cells of the columns that fill none, by header, as JSON; null where all of them are blank
        record Converted(String[] values, boolean noted, boolean split, String left) implements Result {
        }

        record Empty() implements Result {
        }

        record Refused(Refusal why) implements Result {
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Entity entity;
    private final List<String> header;
    private final List<Field> fields;
    private final int[][] places;
    private final List<Integer> left;
    private final Map<String, Integer> longest;
    private final String batch;
    private final Optional<UsState> state;
    private final Countries countries;
    private final boolean lowerEnds;

    IntakeRows(Entity entity, List<String> header, Map<Field, List<Integer>> mapping, Map<String, Integer> longest, String batch,
               Optional<UsState> state, boolean lowerEnds, Countries countries) {
        this.countries = countries;
        this.entity = entity;
        this.header = header;
        this.longest = longest;
        this.batch = batch;
        this.state = state;
        this.lowerEnds = lowerEnds;
        this.fields = new ArrayList<>(mapping.keySet());
        if (state.isPresent()) {
            added(entity.state(), IntakeFields.STATE_ABBREV);
        }
        if (fields.contains(entity.state())) {
            added(IntakeFields.STATE_ABBREV);
        }
        if (fields.contains(PeopleIntakeFields.FULL_NAME)) {
            added(PeopleIntakeFields.FIRST_NAME, PeopleIntakeFields.LAST_NAME);
        }
        this.places = fields.stream().map(f -> mapping.getOrDefault(f, List.of()).stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.left = IntStream.range(0, header.size()).filter(i -> mapping.values().stream().noneMatch(p -> p.contains(i))).boxed().toList();
    }

    private void added(Field... more) {
        Stream.of(more).filter(f -> !fields.contains(f)).forEach(fields::add);
    }

    /// The places of the columns of the file that fill none.
    List<Integer> left() {
        return left;
    }

    List<String> columns() {
        var columns = new ArrayList<>(fields.stream().map(Field::name).toList());
        columns.add(IntakeFields.IMPORT_BATCH_ID.name());
        columns.add(IntakeFields.VALIDATION_NOTES.name());
        return columns;
    }

    Result convert(FileRow row) {
        if (row.fault().isPresent()) {
            var fault = row.fault().get();
            return refused(row, fault.cell(), fault.reason());
        }
        String[] values = new String[fields.size() + 2];
        var notes = new ArrayList<String>();
        boolean empty = true;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            int place = place(row, places[i]);
            String cell = place < 0 ? "" : row.cells().get(place);
            empty &= place < 0 || FileRow.blank(cell);
            int most = longest.getOrDefault(field.name(), LONGEST_TEXT);
            if (field.type() == FieldType.INTEGER) {
                values[i] = whole(field, cell, notes);
            } else if (cell.codePointCount(0, cell.length()) > most) {
                return refused(row, place, "has more than the %,d characters that fit".formatted(most));
            } else if (field.type() == FieldType.TEXT_ARRAY) {
                values[i] = list(cell);
            } else {
                values[i] = cell.isEmpty() ? null : cell;
            }
        }
        if (empty) {
            return new Result.Empty();
        }
        state.ifPresent(s -> fillState(values, s));
        abbreviateState(values);
        boolean split = splitName(values);
        entity.phones().forEach(phone -> writePhone(values, phone, notes));
        warn(values, notes);
        values[fields.size()] = batch;
        values[fields.size() + 1] = notes.isEmpty() ? null : String.join("\n", notes);
        return new Result.Converted(values, !notes.isEmpty(), split, leftCells(row));
    }

    /// The first of the places that has a value; else the first; -1 where there is none.
    private static int place(FileRow row, int[] places) {
        for (int place : places) {
            if (!FileRow.blank(row.cells().get(place))) {
                return place;
            }
        }
        return places.length == 0 ? -1 : places[0];
    }

    private String leftCells(FileRow row) {
        ObjectNode cells = JSON.createObjectNode();
        left.stream().filter(i -> !FileRow.blank(row.cells().get(i))).forEach(i -> cells.put(header.get(i), row.cells().get(i)));
        return cells.isEmpty() ? null : cells.toString();
    }

    private void warn(String[] values, List<String> notes) {
        int place = fields.indexOf(entity.state());
        String rowState = place < 0 ? null : values[place];
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (values[i] != null && field.type() == FieldType.TEXT) {
                Spoilt.warning(field, values[i], rowState).ifPresent(why -> notes.add("note: %s: %s".formatted(field.name(), why)));
            }
        }
    }

    private boolean splitName(String[] values) {
        int full = fields.indexOf(PeopleIntakeFields.FULL_NAME);
        int first = fields.indexOf(PeopleIntakeFields.FIRST_NAME);
        int last = fields.indexOf(PeopleIntakeFields.LAST_NAME);
        if (full < 0 || missing(values[full]) || !missing(values[first]) || !missing(values[last])) {
            return false;
        }
        Optional<FullName> name = FullName.of(values[full]);
        name.ifPresent(n -> {
            values[first] = n.first();
            values[last] = n.last();
        });
        return name.isPresent();
    }

    private String whole(Field field, String cell, List<String> notes) {
        Optional<String> spoilt = Spoilt.dayNumber(field, cell);
        if (spoilt.isPresent()) {
            return without(field, spoilt.get(), notes);
        }
        Optional<String> year = Spoilt.yearOfDate(field, cell);
        if (year.isPresent()) {
            notes.add("note: %s: the year of %s was taken".formatted(field.name(), Quote.of(cell)));
            return year.get();
        }
        return switch (WholeNumber.read(cell)) {
            case WholeNumber.None() -> null;
            case WholeNumber.Value(int number) -> Integer.toString(number);
            case WholeNumber.LowerEnd(int number) when lowerEnds -> {
                notes.add("note: %s: of %s the lower end, %d, was taken".formatted(field.name(), Quote.of(cell.strip()), number));
                yield Integer.toString(number);
            }
            case WholeNumber.LowerEnd(int number) -> without(field, Quote.of(cell.strip()) + " is no exact number", notes);
            case WholeNumber.NotWhole(String why) -> without(field, why, notes);
        };
    }

    private static String without(Field field, String why, List<String> notes) {
        notes.add("note: %s: %s, so it was left empty".formatted(field.name(), why));
        return null;
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
        switch (PhoneNumber.read(values[place], countries.region(country < 0 ? null : values[country]))) {
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

    /// The abbreviation of the state that the row names, where the file has none and the country is one that has such states.
    private void abbreviateState(String[] values) {
        int name = fields.indexOf(entity.state());
        int abbreviation = fields.indexOf(IntakeFields.STATE_ABBREV);
        int country = fields.indexOf(entity.country());
        if (name >= 0 && !missing(values[name]) && missing(values[abbreviation])
                && countries.hasUsStates(country < 0 ? null : values[country])) {
            values[abbreviation] = UsState.of(values[name]).map(UsState::name).orElse(values[abbreviation]);
        }
    }

    private static boolean missing(String value) {
        return value == null || value.isBlank();
    }

    private Result refused(FileRow row, int place, String reason) {
        String column = place < 0 ? "" : place < header.size() ? header.get(place) : "column " + (place + 1);
        return new Result.Refused(new Refusal(row.line(), column, reason));
    }
}
