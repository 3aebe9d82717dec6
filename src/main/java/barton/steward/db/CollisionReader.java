package barton.steward.db;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Reads from the catalogue what has a name that migrations after 006 give to something of ours.
final class CollisionReader {
    /// That the view `stats` has other columns than ours, or is none.
    private static final String OTHER_STATS = """
            (stats.relkind <> 'v' OR 'date total_contacts int8 verified int8 verification_rate numeric' <> (
                SELECT string_agg(CASE WHEN a.attname = 'date' AND a.atttypid = coalesce((
                                              SELECT nullif(k.atttypid, 'date'::regtype) FROM pg_attribute k
                                              WHERE k.attrelid = to_regclass('marketing.people_master') AND k.attname = 'created_at'),
                                              'timestamptz'::regtype)
                                       THEN 'date' ELSE a.attname || ' ' || t.typname END, ' ' ORDER BY a.attnum)
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = stats.oid AND a.attnum > 0 AND NOT a.attisdropped))""";
    /// That `p` is a function by a name of the contract, which has another signature.
    private static final String OTHER_FUNCTION = """
            p.pronamespace = to_regnamespace('shq') AND p.pronargs > 0
            AND p.proargtypes::oid[] <@ ARRAY['text'::regtype::oid, 'varchar'::regtype::oid]
            AND (p.proname = 'validate_and_promote'
                 AND (p.prokind <> 'f' OR pg_get_function_result(p.oid) <> 'TABLE(validated integer, promoted integer, failed integer)'
                      OR pg_get_function_arguments(p.oid)
                         <> 'batch text, executor text, validation_rules text DEFAULT ''standard''::text')
                 OR p.proname IN ('promote_people_records', 'clear_promoted_intake', 'clear_promoted_people')
                 AND (p.prokind <> 'f' OR pg_get_function_result(p.oid) <> 'integer'
                      OR pg_get_function_arguments(p.oid) <> 'batch text, executor text'))""";

    private final SchemaReader reader;

    CollisionReader(SchemaReader reader) {
        this.reader = reader;
    }

    /// What an index, or whatever has the name of one, is.
    /// @param table null where it is no index
    /// @param column the first; null where that is an expression
    record NamedIndex(String name, String table, String column, boolean unique, boolean constraint, boolean valid, boolean partial) {
    }

    List<NamedIndex> indexes(List<String> names) {
        return reader.handle().createQuery("""
                SELECT w.name, t.relnamespace::regnamespace || '.' || t.relname AS table, a.attname AS column,
                       coalesce(x.indisunique, false) AS unique,
                       EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid) AS constraint,
                       coalesce(x.indisvalid, false) AS valid, x.indpred IS NOT NULL AS partial
                FROM unnest(:names) AS w (name)
                JOIN pg_class c ON c.oid = to_regclass(w.name)
                LEFT JOIN pg_index x ON x.indexrelid = c.oid
                LEFT JOIN pg_class t ON t.oid = x.indrelid
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]""").bind("names", names.toArray(String[]::new))
                .map(ConstructorMapper.of(NamedIndex.class)).list();
    }

    /// Sentences about tables, types and the like with these names.
    List<String> namedRelations(List<String> names) {
        return reader.list("""
                SELECT 'There is another ' || w.name || ' than the one that Barton Steward makes.'
                FROM unnest(:names) AS w (name)
                WHERE to_regclass(w.name) IS NOT NULL OR to_regtype(w.name) IS NOT NULL""", Map.of("names", names));
    }

    /// Sentences about functions in shq with these names; the one that 008 replaces in place may be there.
    List<String> namedFunctions(List<String> names) {
        return reader.list("""
                SELECT 'There is another function ' || p.oid::regprocedure || ' than the one of that name that Barton Steward makes.'
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname = 'shq' AND p.proname = ANY (:names)
                  AND NOT (p.proname = 'touch_updated_at' AND p.pronargs = 0 AND p.prorettype = 'trigger'::regtype)
                ORDER BY 1""", Map.of("names", names));
    }

    /// Sentences about triggers with these names on tables of ours.
    List<String> namedTriggers(List<String> names) {
        return reader.list("""
                SELECT 'There is another trigger ' || t.tgname || ' on ' || n.nspname || '.' || c.relname
                       || ' than the one that Barton Steward makes.'
                FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE NOT t.tgisinternal AND t.tgname = ANY (:names) AND n.nspname || '.' || c.relname = ANY (:tables)
                ORDER BY 1""", Map.of("names", names, "tables",
                Stream.concat(SchemaReader.tables().stream(), Stream.of("marketing.email_verification_log")).toList()));
    }

    /// Sentences about a log or a view of verified e-mails that cannot become ours.
    List<String> emailsInTheWay() {
        return reader.list("""
                WITH log AS (SELECT c.oid, c.relkind FROM pg_class c WHERE c.oid = to_regclass('marketing.email_verification_log')),
                stats AS (SELECT c.oid, c.relkind FROM pg_class c WHERE c.oid = to_regclass('marketing.email_verification_stats'))
                SELECT 'marketing.email_verification_log is there and is no table.' FROM log WHERE log.relkind NOT IN ('r', 'p')
                UNION ALL
                SELECT 'The column marketing.email_verification_log.' || w.name || ' is missing.'
                FROM log, unnest(ARRAY['verification_id', 'email']) AS w (name)
                WHERE log.relkind IN ('r', 'p')
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = log.oid AND a.attname = w.name AND NOT a.attisdropped)
                UNION ALL
                SELECT 'The column marketing.email_verification_log.' || a.attname || ' must be filled in, and nothing does that.'
                FROM log JOIN pg_attribute a ON a.attrelid = log.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE a.attnotnull AND NOT a.atthasdef AND a.attidentity = ''
                  AND a.attname NOT IN ('email', 'person_unique_id', 'verification_service', 'verification_result')
                UNION ALL
                SELECT 'marketing.email_verification_stats is there and is no view.' FROM stats WHERE stats.relkind NOT IN ('v', 'm')
                UNION ALL
                SELECT DISTINCT 'The view marketing.email_verification_stats has other columns than ours, and cannot be replaced while '
                       || v.oid::regclass || ' depends on it.'
                FROM stats JOIN pg_depend d ON d.refobjid = stats.oid AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class AND v.oid <> stats.oid
                WHERE\s""" + OTHER_STATS + """

                UNION ALL
                SELECT DISTINCT 'The function ' || p.oid::regprocedure || ' has another shape than ours, and cannot be replaced while '
                       || v.oid::regclass || ' depends on it.'
                FROM pg_proc p JOIN pg_depend d ON d.refobjid = p.oid AND d.refclassid = 'pg_proc'::regclass
                  AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
                WHERE\s""" + OTHER_FUNCTION);
    }

    /// Sentences about what is ours by contract and becomes another thing than it is.
    List<String> replacedOfContract() {
        return reader.list("""
                SELECT 'The view marketing.email_verification_stats has other columns; it is replaced and keeps its grants.'
                FROM pg_class stats WHERE stats.oid = to_regclass('marketing.email_verification_stats') AND\s""" + OTHER_STATS + """

                UNION ALL
                SELECT 'The column marketing.email_verification_log.' || w.name || ' is missing; it is added.'
                FROM unnest(ARRAY['person_unique_id', 'verification_service', 'verification_result', 'verified_at']) AS w (name)
                WHERE to_regclass('marketing.email_verification_log') IS NOT NULL
                  AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass('marketing.email_verification_log')
                                                               AND a.attname = w.name AND NOT a.attisdropped)
                UNION ALL
                SELECT 'The function ' || p.oid::regprocedure || ' is of another kind; it is replaced and keeps its grants.'
                FROM pg_proc p WHERE\s""" + OTHER_FUNCTION);
    }

    /// The type of a column by its name with schema and table.
    Optional<String> type(String column) {
        return reader.handle().createQuery("""
                SELECT coalesce(b.typname, t.typname)
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_type b ON b.oid = t.typbasetype
                WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname || '.' || c.relname || '.' || a.attname = :column""")
                .bind("column", column).mapTo(String.class).findOne();
    }
}
