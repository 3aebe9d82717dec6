package barton.steward.dao.intake;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.StewardException;
import barton.steward.model.validation.Fix;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A fix of a field as SQL over a row `t` of a table of intake: what the field becomes, and which rows change.
record Fixes(Table intake, Field field, Fix fix) {
    /// That a person has neither a first nor a last name.
    static final String UNSPLIT = "NOT shq.filled_in(t.first_name::text, 'first_name')"
            + " AND NOT shq.filled_in(t.last_name::text, 'last_name')";

    private static final int NAMED = 3;

    Fixes {
        String title = ColumnNames.of(intake, field);
        if (!field.editable() || field.type() != FieldType.TEXT && !(fix instanceof Fix.SetValue)) {
            throw StewardException.refused("The field “" + title + "” cannot be fixed this way; nothing was changed.",
                    "Choose a field with text that is edited by hand.");
        }
        if (fix instanceof Fix.FillState && !field.equals(IntakeFields.STATE_ABBREV)) {
            throw StewardException.refused("The field “" + title + "” is no abbreviation of a state; nothing was changed.", "");
        }
        if (fix instanceof Fix.SplitName && !field.equals(PeopleIntakeFields.FULL_NAME)) {
            throw StewardException.refused("The field “" + title + "” is no full name; nothing was changed.", "");
        }
        if (fix instanceof Fix.Merge(var becomes) && becomes.values().stream().anyMatch(String::isBlank)) {
            throw StewardException.refused("It is not said what the spellings become; nothing was changed.", "Say the value for each.");
        }
        if (fix instanceof Fix.Replace(var what, var _, var _) && what.isEmpty()) {
            throw StewardException.refused("It is not said what to replace; nothing was changed.", "");
        }
    }

    /// What is done to the field, for the history.
    String summary() {
        String title = title();
        return switch (fix) {
            case Fix.SetValue(var value) when value.isBlank() -> "Emptied " + title;
            case Fix.SetValue(var value) -> "Set " + title + " to " + value.strip();
            case Fix.Trim() -> "Trimmed " + title;
            case Fix.Unwrap() -> "Unwrapped " + title;
            case Fix.Decode() -> "Decoded " + title;
            case Fix.EmptyPlaceholder() -> "Emptied placeholders in " + title;
            case Fix.From(var other, var ifEmpty) -> "Set " + title + " from " + ColumnNames.of(intake, other)
                    + (ifEmpty ? " where it was empty" : "");
            case Fix.ChangeCase(var letters) -> "Changed " + title + " to " + letters.name().toLowerCase(Locale.ROOT) + " case";
            case Fix.Replace(var what, var with, var regex) ->
                    "Replaced " + what + " by " + with + " in " + title + (regex ? ", as a regular expression" : "");
            case Fix.NormalisePhone() -> "Normalised phone numbers in " + title;
            case Fix.AddScheme() -> "Added https:// in " + title;
            case Fix.FillState() -> "Filled state abbreviations";
            case Fix.SplitName _ -> "Split " + title + " into first and last name";
            case Fix.Merge merge -> merged(merge);
        };
    }

    private String title() {
        return ColumnNames.of(intake, field);
    }

    Sql value() {
        String is = "t." + field.name();
        return switch (fix) {
            case Fix.SetValue(var value) -> SqlValues.parameter(field, typed(value.strip()));
            case Fix.Trim() -> Sql.of("shq.tidied(" + is + "::text)");
            case Fix.Unwrap() -> Sql.of("shq.unwrapped(" + is + "::text)");
            case Fix.Decode() -> Sql.of("shq.decoded(" + is + "::text)");
            case Fix.EmptyPlaceholder() -> Sql.of("shq.filled(" + is + "::text, '" + field.name() + "')");
            case Fix.From(var other, var _) -> Sql.of("t." + source(other) + "::text");
            case Fix.ChangeCase(var letters) -> Sql.of(switch (letters) {
                case UPPER -> "upper(" + is + ")";
                case LOWER -> "lower(" + is + ")";
                case TITLE -> "shq.title_case(" + is + "::text)";
            });
            case Fix.Replace(var what, var with, var regex) -> Sql.of("nullif(" + (regex ? "regexp_replace(" : "replace(") + is
                    + ", :what::text, :by::text" + (regex ? ", 'g'" : "") + "), '')")
                    .bind("what", SqlValues.storable(what)).bind("by", SqlValues.storable(with));
            case Fix.NormalisePhone() -> Sql.of("shq.phone(" + is + "::text, t." + entity().country() + "::text)");
            case Fix.FillState() -> Sql.of(abbreviated());
            case Fix.SplitName split -> Sql.of("concat(").then(part(split, "first", Fix.Name::first)).then(", ' | ', ")
                    .then(part(split, "last", Fix.Name::last)).then(")");
            case Fix.Merge(var becomes) -> Sql.of("coalesce(jsonb_object(:spelt::text[], :meant::text[]) ->> " + is + "::text, " + is + ")")
                    .bind("spelt", texts(becomes.keySet())).bind("meant", texts(becomes.values()));
            case Fix.AddScheme() -> Sql.of("shq.web_address(" + is + "::text)");
        };
    }

    Sql changing() {
        String is = "t." + field.name();
        Sql differs = Sql.of(is + " IS DISTINCT FROM").then(value());
        return switch (fix) {
            case Fix.NormalisePhone() -> differs.and(value().then("IS NOT NULL")).and(Sql.of("NOT shq.has_extension(" + is + "::text)"));
            case Fix.From(var other, var ifEmpty) -> differs.and(Sql.of("shq.filled_in(t." + source(other) + "::text)"
                    + (ifEmpty ? " AND NOT shq.filled_in(" + is + "::text)" : "")));
            case Fix.FillState() -> differs.and(Sql.of(abbreviated() + " IS NOT NULL"));
            case Fix.SplitName(var names) -> Sql.of(UNSPLIT + " AND " + is + "::text = ANY (:split::text[])")
                    .bind("split", texts(names.keySet()));
            case Fix.AddScheme() -> differs.and(value().then("IS NOT NULL"));
            case Fix.Merge(var becomes) -> Sql.of(is + "::text = ANY (:wanted::text[])").bind("wanted", texts(becomes.entrySet().stream()
                    .filter(e -> !e.getKey().equals(e.getValue())).map(Map.Entry::getKey).toList()));
            default -> differs;
        };
    }

    /// What the fix sets, by its expressions over `t`.
    Map<Field, Sql> assignments() {
        var set = new LinkedHashMap<Field, Sql>();
        if (fix instanceof Fix.SplitName split) {
            set.put(PeopleIntakeFields.FIRST_NAME, part(split, "first", Fix.Name::first));
            set.put(PeopleIntakeFields.LAST_NAME, part(split, "last", Fix.Name::last));
        } else {
            set.put(field, value());
        }
        if (fix.keepsMeaning()) {
            // Who names `validated` says that the record is as valid as it was.
            set.put(IntakeFields.VALIDATED, Sql.of("t.validated"));
        }
        return set;
    }

    private Sql part(Fix.SplitName split, String name, Function<Fix.Name, String> part) {
        return Sql.of("(jsonb_object(:full::text[], :" + name + "::text[]) ->> t." + field.name() + "::text)")
                .bind("full", texts(split.names().keySet())).bind(name, texts(split.names().values().stream().map(part).toList()));
    }

    private String abbreviated() {
        return "shq.state_abbrev(t." + entity().state() + "::text, t." + entity().country() + "::text)";
    }

    private Entity entity() {
        return Entity.ofIntake(intake).orElseThrow();
    }

    private String source(String other) {
        return Source.of(intake).storedFields().stream()
                .filter(f -> f.name().equals(other) && f.type() != FieldType.TEXT_ARRAY && !f.equals(field)).findFirst()
                .orElseThrow(() -> StewardException.refused("There is no other field “" + other
                        + "” to take values from; nothing was changed.", "")).name();
    }

    private String merged(Fix.Merge merge) {
        List<String> others = merge.becomes().entrySet().stream().filter(e -> !e.getKey().equals(e.getValue())).map(Map.Entry::getValue)
                .distinct().toList();
        return "Merged spellings in " + title() + " into " + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
                + (others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "");
    }

    private static String[] texts(Collection<String> values) {
        return values.stream().map(SqlValues::storable).toArray(String[]::new);
    }

    private Object typed(String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (field.type() == FieldType.TEXT) {
            return value;
        }
        try {
            return Integer.valueOf(value);
        } catch (NumberFormatException e) {
            throw new StewardException(StewardException.Kind.REFUSED,
                    "“" + value + "” is not a whole number, which “" + title() + "” needs; nothing was changed.", "", e);
        }
    }
}
