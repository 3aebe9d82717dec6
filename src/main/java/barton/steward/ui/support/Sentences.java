package barton.steward.ui.support;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Conditions in words: `State is WV`, `Status is new or failed`, `Website is missing`.
public final class Sentences {
    private static final int MOST_NAMED = 3;

    private Sentences() {
    }

    public static String of(Table table, Condition condition) {
        String field = Messages.field(table, condition.field());
        String own = "condition." + condition.op() + "." + condition.field().name();
        return Messages.get(Messages.has(own) ? own : "condition." + condition.op(), field, value(condition));
    }

    /// All of the query's conditions and its search in one line; blank where it asks for every row.
    public static String of(Query query) {
        String text = query.conditions().stream().map(c -> of(query.table(), c)).collect(Collectors.joining(", "));
        if (query.search().isEmpty()) {
            return text;
        }
        String search = Messages.get("condition.search", query.search());
        return text.isEmpty() ? search : text + ", " + search;
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
        return value == null ? Messages.get("condition.none") : ValueFormat.text(field, value);
    }

    private static String value(Condition condition) {
        if (condition.value() instanceof Collection<?> values) {
            List<String> texts = values.stream().map(v -> value(condition.field(), v)).toList();
            String named = texts.stream().limit(MOST_NAMED).collect(Collectors.joining(Messages.get("condition.or")));
            return texts.size() <= MOST_NAMED ? named : Messages.get("condition.more", named, texts.size() - MOST_NAMED);
        }
        return condition.value() == null ? "" : value(condition.field(), condition.value());
    }
}
