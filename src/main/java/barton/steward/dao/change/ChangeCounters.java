package barton.steward.dao.change;

import barton.steward.catalog.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// What PostgreSQL counts of the changes of each table, as it was when last asked. A standby counts nothing: there, any change that
/// arrives counts for all tables.
final class ChangeCounters {
    private static final String QUESTION = """
            SELECT t.name,
                   CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()::text ELSE
                       (SELECT concat_ws(' ', sum(s.n_tup_ins), sum(s.n_tup_upd), sum(s.n_tup_del),
                                         sum(pg_relation_filenode(s.relid)::bigint))
                        FROM pg_stat_user_tables s
                        WHERE s.relid = to_regclass(t.name)
                           OR s.relid IN (SELECT p.relid FROM pg_partition_tree(to_regclass(t.name)) p)) END AS counted
            FROM unnest(:tables) AS t (name)""";
    private static final String[] TABLES = Arrays.stream(Table.values()).map(Table::qualifiedName).toArray(String[]::new);

    private Map<String, String> last = Map.of();

    /// The names of the tables that changed since it was last asked; none at the first time.
    List<String> changed(Handle handle) {
        var now = new HashMap<String, String>();
        handle.createQuery(QUESTION).bind("tables", TABLES)
                .map((result, context) -> now.put(result.getString("name"), result.getString("counted"))).list();
        List<String> changed = last.keySet().stream().filter(name -> !Objects.equals(last.get(name), now.get(name))).toList();
        last = now;
        return changed;
    }
}
