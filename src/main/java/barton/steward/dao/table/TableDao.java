package barton.steward.dao.table;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Sql;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.RowChange;
import barton.steward.model.query.Condition;
import barton.steward.model.query.FacetCounts;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads every table that stewards look at, by key and never by offset, and saves edits of single rows.
public interface TableDao {
    /// The most rows of one round trip.
    int MAX_PAGE = Sql.PORTION;

    /// The next rows after a place, or the first ones; at most `limit`, itself at most [#MAX_PAGE].
    List<Row> page(Query query, Optional<PageKey> after, int limit);

    /// The first rows, with the values of these fields in their order, which may be such as answers to questions show and no table.
    List<List<Object>> first(Query query, List<Field> fields, int limit);

    /// How many rows there are, where each page of `pageSize` ends, and where the rows with the keys of `anchors` (a few hundred
    /// at most) are now, in one pass that sees one state of the table.
    PageIndex pageIndex(Query query, int pageSize, Set<Object> anchors);

    /// About the same, without anchors, from a sample: quick at any size. Exact where the table is small.
    PageIndex estimate(Query query, int pageSize);

    /// How many rows the selection holds now.
    long count(Selection selection);

    /// The row with this key as it is now.
    Optional<Row> row(Table table, Object key);

    /// The most frequent values of a field among the query's rows; conditions on that field do not count. Counted in full where that
    /// is quick, else from a sample.
    FacetCounts facet(Query query, Field field, int limit);

    /// Passes on every row of the selection in the query's order (keys: by key), fetched a few hundred at a time.
    void stream(Selection selection, Consumer<Row> sink);

    /// The same with the values of some fields only, in their order: what is not asked for is not read.
    void stream(Selection selection, List<Field> fields, Consumer<List<Object>> sink);

    /// The headers of what files have beside the columns of intake, among the rows of the selection, those of most rows first.
    List<String> keptHeaders(Selection selection, int most);

    /// Changes fields of the row that was read, unless somebody else changed the row meanwhile.
    /// Values are of the field's type, null for NULL.
    EditResult edit(Row original, Map<Field, Object> changes, String executor);

    /// Changes several rows of one table as they were read, at least one, in one action: all of them, or none where any was changed
    /// meanwhile.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the database does not take a value
    BulkResult edit(List<RowChange> changes, String executor, UUID request);

    /// The fields that a search looks into.
    List<Field> searched(Table table);

    /// Every condition that the field can take part in, for a filter editor.
    List<Condition.Op> operators(Field field);
}
