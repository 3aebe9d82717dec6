package barton.steward.dao.query;

import barton.steward.catalog.Table;
import org.jdbi.v3.core.Handle;

/// About how many rows a table has, from the catalogue and the size of its files, without reading it.
final class TableSize {
    private static final int ROWS_A_BLOCK = 20;
    private static final String QUESTION = """
            SELECT sum(s.blocks * CASE WHEN c.relpages > 0 AND c.reltuples >= 0 THEN c.reltuples / c.relpages ELSE %d END)
            FROM pg_class c,
                 LATERAL (SELECT pg_relation_size(c.oid) / current_setting('block_size')::int AS blocks) s
            WHERE c.oid = :table::regclass
               OR c.oid IN (SELECT p.relid FROM pg_partition_tree(:table::regclass) p)""".formatted(ROWS_A_BLOCK);

    private TableSize() {
    }

    static double rows(Handle handle, Table table) {
        return Sql.of(QUESTION).bind("table", table.qualifiedName()).query(handle).mapTo(Double.class).one();
    }
}
