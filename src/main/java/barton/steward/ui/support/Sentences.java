package barton.steward.ui.support;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Conditions in words: `State is WV`, `Status is new or failed`, `Website is missing`.
public final class Sentences {
    private static final int MOST_NAMED = 3;

    private static final String AND = Messages.get("condition.and");
    private static final String OR = Messages.get("condition.or");

    private Sentences() {
    }

    public static String of(Table table, Condition condition) {
        String field = Messages.field(table, condition.field());
        String own = "condition." + condition.op() + "." + condition.field().name();
        return Messages.get(Messages.has(own) ? own : "condition." + condition.op(), field, value(condition));
    }

    /// A condition, or several joined ones: `State is WV and Status is new, or Website is missing`.
    public static String of(Table table, Filter filter) {
        return switch (filter) {
            case Condition condition -> of(table, condition);
            case Filter.AllOf all -> all.parts().stream().map(part -> within(table, part)).collect(Collectors.joining(AND));
            case Filter.AnyOf any -> {
                String or = any.parts().stream().anyMatch(Filter.AllOf.class::isInstance) ? "," + OR : OR;
                yield any.parts().stream().map(part -> part instanceof Filter.AnyOf ? within(table, part) : of(table, part))
                        .collect(Collectors.joining(or));
            }
            case Filter.Not not -> Messages.get("condition.not", of(table, not.part()));
        };
    }

    /// Filters that must all be met.
    public static String joined(Table table, List<Filter> filters) {
        return of(table, filters.size() == 1 ? filters.getFirst() : new Filter.AllOf(filters));
    }

    private static String within(Table table, Filter part) {
        return part instanceof Filter.AnyOf || part instanceof Filter.AllOf ? "(" + of(table, part) + ")" : of(table, part);
    }

    /// All of the query's conditions and its search in one line; blank where it asks for every row.
    public static String of(Query query) {
        boolean alone = query.conditions().size() == 1 && query.search().isEmpty();
        String text = query.conditions().stream().map(f -> alone ? of(query.table(), f) : within(query.table(), f))
                .collect(Collectors.joining(AND));
        if (query.search().isEmpty()) {
            return text;
        }
        String search = Messages.get("condition.search", query.search());
        return text.isEmpty() ? search : text + AND + search;
    }

    /// The rows of a selection that was made while the query was asked.
    public static String of(Selection selection, Query asked) {
        String where = of(asked);
        return switch (selection) {
            case Selection.Keys keys -> picked(keys.keys().size(), where);
            case Selection.Seen _ -> picked(1, where);
            case Selection.Matching all -> {
                String rows = where.isEmpty() ? Messages.get("selection.all", Messages.table(selection.table()))
                        : Messages.get("selection.where", where);
                yield all.except().isEmpty() ? rows : Messages.get("selection.except", rows, all.except().size());
            }
        };
    }

    private static String picked(int rows, String where) {
        return where.isEmpty() ? Messages.get("selection.picked", rows) : Messages.get("selection.picked.where", rows, where);
    }

    /// A value as conditions and facets name it.
    public static String value(Field field, Object value) {
        return value == null ? Messages.get("condition.none") : ValueFormat.shown(field, value);
    }

    private static String value(Condition condition) {
        if (condition.op() == Condition.Op.BETWEEN && condition.value() instanceof List<?> ends) {
            return Messages.get("condition.range", end(condition.field(), ends.getFirst()), end(condition.field(), ends.getLast()));
        }
        if (condition.value() instanceof Collection<?> values) {
            List<String> texts = values.stream().map(v -> value(condition.field(), v)).toList();
            String named = texts.stream().limit(MOST_NAMED).collect(Collectors.joining(Messages.get("condition.or")));
            return texts.size() <= MOST_NAMED ? named : Messages.get("condition.more", named, texts.size() - MOST_NAMED);
        }
        return condition.value() == null ? "" : end(condition.field(), condition.value());
    }

    /// An end of a range, as a day where it is one's beginning or end.
    private static String end(Field field, Object value) {
        return value instanceof Instant at && (Days.begin(Days.of(at)).equals(at) || Days.end(Days.of(at)).equals(at))
                ? Days.of(at).toString() : value(field, value);
    }
}
