package barton.steward.dao.matching;

import barton.steward.dao.query.KnownRecordsSql;
import barton.steward.model.likeness.Said;
import barton.steward.model.likeness.Told;
import barton.steward.model.likeness.Traits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads what records say of themselves as it is compared. Placeholders say nothing.
final class RecordReader {
    private static final int FETCHED = 5_000;
    private final Handle handle;
    private final MatchedRecords kind;
    private final Traits traits;
    private final Set<String> placeholders;

    /// What is done with each record.
    @FunctionalInterface
    interface Sink {
        void accept(String id, Object[] folded);
    }

    RecordReader(Handle handle, MatchedRecords kind) {
        this.handle = handle;
        this.kind = kind;
        this.traits = kind.traits();
        this.placeholders = new HashSet<>(handle.createQuery("SELECT lower(p.value) FROM shq.placeholder p").mapTo(String.class).list());
    }

    /// The rows of a batch that are not in master yet, nor in another record of it by a merge, by their ids.
    void batch(String batch, Sink sink) {
        read("SELECT r.id::text AS record_id, %s FROM " + kind.fromIntake() + """
                 WHERE r.import_batch_id = :batch
                  AND NOT EXISTS (SELECT FROM <known> m WHERE m.source_record_id = r.id::text)
                ORDER BY r.id""".replace("<known>", KnownRecordsSql.of(kind.entity())), kind.intake(), query -> query.bind("batch", batch),
                sink);
    }

    /// The records of master with these ids, in no order.
    void master(String[] ids, Sink sink) {
        read("SELECT " + kind.key() + " AS record_id, %s FROM " + kind.entity().master().qualifiedName() + " r " + kind.besideMaster()
                + " WHERE " + kind.key() + " = ANY (:ids::text[])", kind.master(), query -> query.bind("ids", ids), sink);
    }

    /// About so many records of master, by chance.
    void sample(double percent, Sink sink) {
        read("SELECT " + kind.key() + " AS record_id, %s FROM " + kind.entity().master().qualifiedName()
                + " r TABLESAMPLE SYSTEM (:percent) REPEATABLE (17) " + kind.besideMaster(), kind.master(),
                query -> query.bind("percent", percent), sink);
    }

    private void read(String statement, Map<Said, String> columns, java.util.function.UnaryOperator<Query> binding, Sink sink) {
        String selected = columns.entrySet().stream().map(c -> c.getValue() + " AS " + c.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        try (var rows = binding.apply(handle.createQuery(statement.formatted(selected))).setFetchSize(FETCHED)
                .map((result, _) -> {
                    sink.accept(result.getString("record_id"), traits.fold(told(result, columns.keySet())));
                    return true;
                }).stream()) {
            rows.forEach(_ -> { });
        }
    }

    private Told told(ResultSet result, Set<Said> columns) throws SQLException {
        var told = new Told();
        for (Said said : columns) {
            String text = result.getString(said.name().toLowerCase(Locale.ROOT));
            if (text != null && !placeholders.contains(text.strip().toLowerCase(Locale.ROOT))) {
                told.with(said, text);
            }
        }
        return told;
    }
}
