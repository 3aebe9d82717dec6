package barton.steward.service.profile;

import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.validation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The questions behind the figures of a column: each finds the rows that were counted.
/// @param rows the rows that were looked through
public record ColumnQueries(Query rows, Field field, ColumnProfile column) {
    public Query fine() {
        return with(filled()).where(new Filter.Not(wrong()));
    }

    public Query inError() {
        return with(filled()).where(wrong());
    }


    public Query empty() {
        var parts = new ArrayList<Filter>(List.of(Condition.empty(field)));
        if (!column.blanks().isEmpty()) {
            parts.add(Condition.oneOf(field, column.blanks()));
        }
        return rows.where(parts.size() == 1 ? parts.getFirst() : new Filter.AnyOf(parts));
    }

    public Query placeholder() {
        return rows.where(column.placeholders().isEmpty() ? new Filter.AnyOf(List.of())
                : Condition.oneOf(field, column.placeholders()));
    }

    /// The rows with a value; empty where the field cannot be asked for one.
    public Optional<Query> value(String value) {
        return switch (field.type()) {
            case TEXT -> Optional.of(rows.where(Condition.is(field, value)));
            case INTEGER -> Optional.of(rows.where(Condition.is(field, Integer.valueOf(value))));
            default -> Optional.empty();
        };
    }

    /// The rows whose value looks like this; empty where the field cannot be asked for it.
    public Optional<Query> shape(String shape) {
        return field.type() == FieldType.TEXT ? Optional.of(with(unlessPlaceholder()).where(new Condition(field, Op.SHAPED, shape)))
                : Optional.empty();
    }

    private List<Filter> filled() {
        var parts = new ArrayList<Filter>(List.of(new Condition(field, Op.PRESENT, null)));
        if (!column.blanks().isEmpty()) {
            parts.add(new Condition(field, Op.NOT_ONE_OF, column.blanks()));
        }
        parts.addAll(unlessPlaceholder());
        return parts;
    }

    private List<Filter> unlessPlaceholder() {
        return column.placeholders().isEmpty() ? List.of() : List.of(new Condition(field, Op.NOT_ONE_OF, column.placeholders()));
    }

    private Filter wrong() {
        return new Filter.AnyOf(column.rules().stream().<Filter>map(Rule::broken).toList());
    }

    private Query with(List<Filter> parts) {
        Query with = rows;
        for (Filter part : parts) {
            with = with.where(part);
        }
        return with;
    }
}
