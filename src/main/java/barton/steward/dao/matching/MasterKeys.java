package barton.steward.dao.matching;

import barton.steward.dao.change.CopyStream;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Statistics;
import barton.steward.model.Work;
import barton.steward.model.likeness.Traits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The keys that are kept of the records of master.
final class MasterKeys {
    private static final int READ_AT_ONCE = 5_000;
    /// Beyond so many keys it is quicker to read all that are kept.
    private static final int LOOKED_UP = 60_000;

    private final Handle handle;
    private final RecordReader records;
    private final MatchedRecords kind;
    private final Traits traits;

    MasterKeys(Handle handle, RecordReader records, MatchedRecords kind) {
        this.handle = handle;
        this.records = records;
        this.kind = kind;
        this.traits = kind.traits();
    }

    /// Told each record that has one of the keys, once or more.
    @FunctionalInterface
    interface Sink {
        void accept(int key, String id);
    }

    /// Reckons the keys of the records that became others since it was done last.
    void refresh() {
        IdempotencyKey.lock(handle, "shq.match_record");
        handle.execute("DROP TABLE IF EXISTS pg_temp.match_stale");
        handle.execute("CREATE TEMPORARY TABLE match_stale ON COMMIT DROP AS"
                + " SELECT DISTINCT c.record_id, c.entity FROM shq.match_changed c WHERE c.entity = ?", entity());
        List<String> stale = handle.createQuery("SELECT s.record_id FROM match_stale s ORDER BY s.record_id").mapTo(String.class).list();
        if (stale.isEmpty()) {
            return;
        }
        handle.execute("DELETE FROM shq.match_changed c USING match_stale s"
                + " WHERE s.record_id = c.record_id AND s.entity = c.entity");
        handle.execute("DELETE FROM shq.match_record r USING match_stale s"
                + " WHERE s.record_id = r.record_id AND s.entity = r.entity");
        for (int from = 0; from < stale.size(); from += READ_AT_ONCE) {
            String[] some = stale.subList(from, Math.min(stale.size(), from + READ_AT_ONCE)).toArray(String[]::new);
            var rows = new java.util.ArrayList<String[]>(some.length);
            records.master(some, (id, folded) -> rows.add(new String[] {entity(), id, Arrays.stream(traits.keys(folded))
                    .mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"))}));
            CopyStream.copy(handle, "COPY shq.match_record (entity, record_id, keys) FROM STDIN", rows::forEach);
            Work.progress(from + some.length);
        }
        Statistics.refresh(handle, stale.size(), List.of("shq.match_record"));
    }

    private String entity() {
        return kind.entity().word();
    }

    /// The records of master that have one of the keys, of each key `most` and one more.
    /// @param keys sorted
    void find(int[] keys, int most, Sink sink) {
        if (keys.length > LOOKED_UP) {
            all(keys, sink);
        } else {
            lookUp(keys, most, sink);
        }
    }

    private void lookUp(int[] keys, int most, Sink sink) {
        handle.execute("SET LOCAL enable_seqscan = off; SET LOCAL jit = off");
        handle.createQuery("""
                SELECT k.key, r.record_id FROM unnest(:keys::integer[]) AS k (key)
                CROSS JOIN LATERAL (SELECT m.record_id FROM shq.match_record m
                                    WHERE m.keys @> ARRAY[k.key] AND m.entity = :entity LIMIT :most) AS r""")
                .bind("keys", Arrays.stream(keys).boxed().toArray(Integer[]::new)).bind("most", most + 1)
                .bind("entity", entity()).setFetchSize(READ_AT_ONCE)
                        .map((result, _) -> {
                    sink.accept(result.getInt("key"), result.getString("record_id"));
                    return true;
                }).stream().forEach(_ -> { });
        handle.execute("SET LOCAL enable_seqscan = on");
    }

    private void all(int[] keys, Sink sink) {
        handle.createQuery("SELECT r.record_id, r.keys FROM shq.match_record r WHERE r.entity = :entity")
                .bind("entity", entity()).setFetchSize(READ_AT_ONCE).map((result, _) -> {
            String id = result.getString("record_id");
            for (Integer key : (Integer[]) result.getArray("keys").getArray()) {
                if (Arrays.binarySearch(keys, key) >= 0) {
                    sink.accept(key, id);
                }
            }
            return true;
        }).stream().forEach(_ -> { });
    }
}
