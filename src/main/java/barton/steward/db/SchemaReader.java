package barton.steward.db;

import barton.steward.db.drift.SchemaContract;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads from the catalogue what a database has of ours and beside it, and writes nothing.
final class SchemaReader {
    private final Handle handle;

    SchemaReader(Handle handle) {
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }

    /// The major version of the server's PostgreSQL, of which it told when it let us in.
    int server() {
        return handle.queryMetadata(DatabaseMetaData::getDatabaseMajorVersion);
    }

    History history() {
        return History.of(handle);
    }

    /// Whether this program, any version of it, has migrated or adopted the database.
    boolean migrated() {
        return one("SELECT to_regclass('" + Migrations.HISTORY + "') IS NOT NULL")
                && one("SELECT EXISTS (SELECT FROM " + Migrations.HISTORY + " WHERE success AND type <> 'SCHEMA')");
    }

    /// Tables and views in the schemas of ours that are none of ours, nor of an extension.
    List<String> others() {
        return list("""
                SELECT n.nspname || '.' || c.relname
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (:schemas) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND n.nspname || '.' || c.relname <> ALL (:tables)
                  AND NOT EXISTS (SELECT FROM pg_depend d
                                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
                ORDER BY 1""", Map.of("schemas", SchemaContract.SCHEMAS, "tables", withHistory()));
    }

    /// The columns of our tables that are there, by table, with the names of their types in `pg_type`.
    Map<String, Map<String, String>> columns() {
        var tables = new TreeMap<String, Map<String, String>>();
        handle.createQuery("""
                SELECT n.nspname || '.' || c.relname AS table_name, a.attname AS column_name, coalesce(b.typname, t.typname) AS type
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_type b ON b.oid = t.typbasetype
                WHERE c.relkind IN ('r', 'p') AND n.nspname || '.' || c.relname = ANY (:tables)
                ORDER BY a.attnum""").bind("tables", tables().toArray(String[]::new)).map((result, context) -> tables
                        .computeIfAbsent(result.getString("table_name"), t -> new LinkedHashMap<>())
                        .put(result.getString("column_name"), result.getString("type"))).list();
        return tables;
    }

    /// Whether the function that promotes is there with its signature.
    boolean promotes() {
        return one("""
                SELECT EXISTS (SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                               WHERE n.nspname = 'shq' AND p.proname = 'promote_company_records' AND p.prokind = 'f'
                                 AND p.prorettype = 'integer'::regtype AND NOT p.proretset
                                 AND p.oid IN (to_regprocedure('shq.promote_company_records(text, text)'),
                                               to_regprocedure('shq.promote_company_records(varchar, varchar)')))""");
    }

    /// Our tables whose key column no unique index guards.
    List<String> tablesWithoutKey() {
        var keys = new ArrayList<String>();
        SchemaContract.COLUMNS.forEach((table, columns) -> keys.add(table + "." + columns.keySet().iterator().next()));
        return list("""
                SELECT k.column_name
                FROM unnest(:keys) AS k (column_name)
                WHERE NOT EXISTS (SELECT FROM pg_index x
                                  JOIN pg_class c ON c.oid = x.indrelid
                                  JOIN pg_namespace n ON n.oid = c.relnamespace
                                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
                                  WHERE x.indisunique AND x.indisvalid AND x.indnkeyatts = 1 AND x.indpred IS NULL
                                    AND n.nspname || '.' || c.relname || '.' || a.attname = k.column_name)""", Map.of("keys", keys));
    }

    /// Sentences about objects that the role may not change, and schemas in which it may make nothing.
    List<String> notOurs() {
        return list("""
                SELECT o.object || ' belongs to ' || o.owner || ', and ' || current_user || ' is neither that role nor a member of it.'
                FROM (SELECT 'The table ' || n.nspname || '.' || c.relname AS object, pg_get_userbyid(c.relowner) AS owner,
                             c.relowner AS role
                      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE n.nspname || '.' || c.relname = ANY (:tables) OR n.nspname = 'marketing' AND c.relkind IN ('r', 'p', 'v', 'm')
                        AND c.relname IN ('email_verification_log', 'email_verification_stats')
                      UNION ALL
                      SELECT 'The function ' || p.oid::regprocedure, pg_get_userbyid(p.proowner), p.proowner
                      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                      WHERE n.nspname = 'shq') o
                WHERE NOT pg_has_role(o.role, 'USAGE')
                UNION ALL
                SELECT 'The schema ' || n.nspname || ' belongs to ' || pg_get_userbyid(n.nspowner) || ', and ' || current_user
                       || ' may make nothing in it.'
                FROM pg_namespace n
                WHERE n.nspname = ANY (:schemas) AND NOT has_schema_privilege(n.oid, 'CREATE')
                ORDER BY 1""", Map.of("tables", tables(), "schemas", SchemaContract.SCHEMAS));
    }

    /// Whether the role may make schemas, which an empty database needs.
    boolean maySchemas() {
        return one("SELECT has_database_privilege(current_database(), 'CREATE')");
    }

    private boolean one(String sql) {
        return handle.createQuery(sql).mapTo(Boolean.class).one();
    }

    List<String> list(String sql) {
        return list(sql, Map.of());
    }

    List<String> list(String sql, Map<String, List<String>> arrays) {
        var query = handle.createQuery(sql);
        arrays.forEach((name, array) -> query.bind(name, array.toArray(String[]::new)));
        return query.mapTo(String.class).list();
    }

    static List<String> tables() {
        return List.copyOf(SchemaContract.COLUMNS.keySet());
    }

    private static List<String> withHistory() {
        return Stream.concat(tables().stream(), Stream.of(Migrations.HISTORY)).toList();
    }
}
