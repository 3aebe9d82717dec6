package barton.steward.db;

import barton.steward.support.TestDatabases;
import java.util.List;
import javax.sql.DataSource;

/// What a database's catalogue says of everything that is not PostgreSQL's own, to compare two databases or two moments.
final class Catalogue {
    private static final String EVERYTHING = """
            SELECT line FROM (
                SELECT 'column ' || c.oid::regclass || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END AS line, c.relnamespace AS place
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind IN ('r', 'v')
                UNION ALL
                SELECT pg_get_indexdef(x.indexrelid), c.relnamespace FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
                UNION ALL
                SELECT 'constraint ' || k.conrelid::regclass || ' ' || pg_get_constraintdef(k.oid), k.connamespace FROM pg_constraint k
                WHERE k.contype <> 'n'
                UNION ALL
                SELECT pg_get_triggerdef(t.oid), c.relnamespace FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
                WHERE NOT t.tgisinternal
                UNION ALL
                SELECT 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc) || ' ' || p.prosecdef || coalesce(p.proconfig::text, '')
                       || coalesce(p.proacl::text, ''), p.pronamespace
                FROM pg_proc p) everything
            JOIN pg_namespace n ON n.oid = place
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
            ORDER BY 1""";

    private Catalogue() {
    }

    static List<String> of(DataSource database) {
        return TestDatabases.list(database, EVERYTHING);
    }
}
