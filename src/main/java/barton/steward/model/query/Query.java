package barton.steward.model.query;

import barton.steward.catalog.Table;
import java.util.ArrayList;
import java.util.List;

/// What a view shows: all rows of a table that meet every one of the conditions, which may be joined ones, and contain the search text
/// (in any of the table's searched fields, case ignored; blank means no search), in an order.
public record Query(Table table, List<Filter> conditions, String search, Sort sort) {
    public Query {
        conditions = List.copyOf(conditions);
        search = search == null ? "" : search.strip();
    }

    /// All rows, by key.
    public static Query all(Table table) {
        return new Query(table, List.of(), "", Sort.ascending(table.key()));
    }

    public Query where(Filter condition) {
        var more = new ArrayList<>(conditions);
        more.add(condition);
        return new Query(table, more, search, sort);
    }

    /// The same rows' question with other conditions.
    public Query having(List<? extends Filter> others) {
        return new Query(table, List.copyOf(others), search, sort);
    }

    public Query searching(String text) {
        return new Query(table, conditions, text, sort);
    }

    public Query sortedBy(Sort order) {
        return new Query(table, conditions, search, order);
    }
}
