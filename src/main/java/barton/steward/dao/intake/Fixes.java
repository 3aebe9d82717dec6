package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.StewardException;
import barton.steward.model.validation.Fix;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A fix of a field as SQL over a row `t` of a table of intake: what the field becomes, and which rows change.
record Fixes(Table intake, Field field, Fix fix) {
    private static final int NAMED = 3;
    private static final String BLANKS = "E' \\t\\r\\n\\f\\u00a0'";

    Fixes {
        if (!field.editable() || field.type() != FieldType.TEXT && !(fix instanceof Fix.SetValue)) {
            throw StewardException.refused("The field “" + field + "” cannot be fixed this way; nothing was changed.",
                    "Choose a field with text that is edited by hand.");
        }
        if (fix instanceof Fix.FillState && !field.equals(IntakeFields.STATE_ABBREV)) {
            throw StewardException.refused("The field “" + field + "” is no abbreviation of a state; nothing was changed.", "");
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
        return switch (fix) {
            case Fix.SetValue(var value) when value.isBlank() -> "Emptied " + field;
            case Fix.SetValue(var value) -> "Set " + field + " to " + value.strip();
            case Fix.Trim() -> "Trimmed " + field;
            case Fix.ChangeCase(var letters) -> "Changed " + field + " to " + letters.name().toLowerCase(Locale.ROOT) + " case";
            case Fix.Replace(var what, var with, var regex) ->
                    "Replaced " + what + " by " + with + " in " + field + (regex ? ", as a regular expression" : "");
            case Fix.NormalisePhone() -> "Normalised phone numbers in " + field;
            case Fix.AddScheme() -> "Added https:// in " + field;
            case Fix.FillState() -> "Filled state abbreviations";
            case Fix.Merge merge -> merged(merge);
        };
    }

    Sql value() {
        String is = "t." + field.name();
        return switch (fix) {
            case Fix.SetValue(var value) -> SqlValues.parameter(field, typed(value.strip()));
            case Fix.Trim() -> Sql.of("nullif(btrim(" + is + ", " + BLANKS + "), '')");
            case Fix.ChangeCase(var letters) -> Sql.of(switch (letters) {
                case UPPER -> "upper(" + is + ")";
                case LOWER -> "lower(" + is + ")";
                case TITLE -> "regexp_replace(initcap(" + is + "), '(?<=[[:alpha:]])([''’])S\\M', '\\1s', 'g')";
            });
            case Fix.Replace(var what, var with, var regex) -> Sql.of("nullif(" + (regex ? "regexp_replace(" : "replace(") + is
                    + ", :what::text, :by::text" + (regex ? ", 'g'" : "") + "), '')")
                    .bind("what", SqlValues.storable(what)).bind("by", SqlValues.storable(with));
            case Fix.NormalisePhone() -> Sql.of("shq.e164(" + is + ")");
            case Fix.FillState() -> Sql.of(abbreviated());
            case Fix.Merge(var becomes) -> Sql.of("coalesce(jsonb_object(:spelt::text[], :meant::text[]) ->> " + is + "::text, " + is + ")")
                    .bind("spelt", texts(becomes.keySet())).bind("meant", texts(becomes.values()));
            case Fix.AddScheme() -> Sql.of("regexp_replace(btrim(" + is + ", " + BLANKS + "), '^(//)?', 'https://')");
        };
    }

    Sql changing() {
        String is = "t." + field.name();
        Sql differs = Sql.of(is + " IS DISTINCT FROM").then(value());
        return switch (fix) {
            case Fix.NormalisePhone() -> differs.and(Sql.of("shq.e164(" + is + ") IS NOT NULL"));
            case Fix.FillState() -> differs.and(Sql.of(abbreviated() + " IS NOT NULL"));
            case Fix.AddScheme() -> Sql.of(is + " !~* '^\\s*[a-z][a-z0-9+.-]*://' AND"
                    + " shq.host(" + is + ") ~ '^[^[:space:]@]+[.][^[:space:]@]+$'");
            case Fix.Merge(var becomes) -> Sql.of(is + "::text = ANY (:wanted::text[])").bind("wanted", texts(becomes.entrySet().stream()
                    .filter(e -> !e.getKey().equals(e.getValue())).map(Map.Entry::getKey).toList()));
            default -> differs;
        };
    }

    private String abbreviated() {
        return "shq.state_abbrev(t." + Entity.ofIntake(intake).orElseThrow().state() + ")";
    }

    private String merged(Fix.Merge merge) {
        List<String> others = merge.becomes().entrySet().stream().filter(e -> !e.getKey().equals(e.getValue())).map(Map.Entry::getValue)
                .distinct().toList();
        return "Merged spellings in " + field + " into " + String.join(", ", others.subList(0, Math.min(NAMED, others.size())))
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
                    "“" + value + "” is not a whole number, which “" + field + "” needs; nothing was changed.", "", e);
        }
    }
}
