package barton.steward.dao.update;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.RowVersion;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.CopyStream;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.query.IntakeStatusSql;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.update.UpdateTarget;
import barton.steward.model.update.Winner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The rows of a file in a table of the transaction's own, beside the records that they name: which record that is, what both say, what
/// is written (`becomes`) and what is not taken (`kept`), and what the row is.
final class UpdateStaging {
    private static final String TABLE = """
            CREATE TEMPORARY TABLE steward_update (line BIGINT PRIMARY KEY, key TEXT, version TEXT, given JSONB NOT NULL, id <type>,
                verdict TEXT, before JSONB, becomes JSONB NOT NULL DEFAULT '{}', kept JSONB NOT NULL DEFAULT '{}') ON COMMIT DROP""";
    private static final String COPY = "COPY pg_temp.steward_update (line, key, version, given) FROM STDIN"
            + " WITH (FORMAT text, ENCODING 'UTF8')";
    private static final String FIND = """
            WITH hit AS (
                SELECT g.line, count(*) AS n, min(t.<id>) AS id FROM pg_temp.steward_update g JOIN <rows> t ON <matches> GROUP BY g.line),
            known AS (
                SELECT g.line, h.n, h.id, count(*) OVER (PARTITION BY <given>) AS same_key, count(*) OVER (PARTITION BY h.id) AS same_id
                FROM pg_temp.steward_update g LEFT JOIN hit h USING (line) WHERE g.key IS NOT NULL)
            UPDATE pg_temp.steward_update u
            SET id = CASE WHEN k.n = 1 THEN k.id END,
                verdict = CASE WHEN k.same_key > 1 OR k.n = 1 AND k.same_id > 1 THEN 'twice' WHEN k.n > 1 THEN 'several'
                               WHEN k.n IS NULL THEN 'new' END
            FROM known k WHERE k.line = u.line""";
    private static final String NAMELESS = "UPDATE pg_temp.steward_update SET verdict = 'new' WHERE key IS NULL";
    /// What the planner knew of the table before, each step makes untrue.
    private static final String ANALYZE = "ANALYZE pg_temp.steward_update";
    /// Made before the rows change: later it would be of no use to this transaction, because rows of it were updated in their place.
    private static final String INDEX = "CREATE INDEX ON pg_temp.steward_update (id)";
    private static final String HOLD = """
            WITH held AS MATERIALIZED (
                SELECT t.<id> FROM <rows> t JOIN pg_temp.steward_update g ON g.id = t.<id> AND g.verdict IS NULL
                ORDER BY t.<id> FOR NO KEY UPDATE OF t)
            SELECT count(*) FROM held""";
    private static final String COMPARE = """
            UPDATE pg_temp.steward_update u
            SET before = c.before, becomes = c.becomes, kept = c.kept,
                verdict = CASE WHEN c.becomes = '{}' AND c.kept = '{}' THEN 'same' WHEN c.promoted THEN 'promoted'
                               WHEN u.version <> c.version THEN 'conflict' ELSE 'changed' END
            FROM (SELECT g.line, <before> AS before, <becomes> AS becomes, <kept> AS kept, <promoted> AS promoted, <version> AS version
                  FROM pg_temp.steward_update g JOIN <rows> t ON t.<id> = g.id WHERE g.verdict IS NULL) c
            WHERE c.line = u.line""";

    private final Handle handle;
    private final UpdateTarget target;
    private final Table table;
    private final Source source;
    private final List<Field> fields;

    UpdateStaging(Handle handle, UpdateTarget target, UpdateDao.Rows rows) {
        this.handle = handle;
        this.target = target;
        this.table = target.table();
        this.source = Source.of(table);
        this.fields = source.storedFields().stream().filter(f -> f.editable() && target.winners().containsKey(f)).toList();
        handle.execute(TABLE.replace("<type>", SqlValues.sqlType(table.key().type())));
        handle.execute(INDEX);
        CopyStream.copy(handle, COPY, sink -> rows.each(r ->
                sink.accept(new String[] {Long.toString(r.line()), r.key(), r.version(), r.values()})));
        handle.execute(ANALYZE);
        find();
    }

    private void find() {
        Sql matches = Sql.of(matches());
        Sql within = target.batch().map(batch -> matches.and(Sql.of("t.import_batch_id = :batch").bind("batch", batch))).orElse(matches);
        statement(FIND).with("matches", within).with("given", form("g.key")).execute(handle);
        handle.execute(NAMELESS);
        handle.execute(ANALYZE);
    }

    /// Numbers are compared as such, addresses on the web by their host, other texts without case and blanks around.
    private String matches() {
        Field key = target.key();
        if (key.type() == FieldType.BIGINT) {
            return "t." + key.name() + " = CASE WHEN g.key ~ '^[0-9]{1,18}$' THEN g.key::bigint END";
        }
        return form("t." + key.name() + "::text") + " = " + form("g.key");
    }

    private String form(String text) {
        return target.key().isWebAddress() ? "shq.host(" + text + ")" : "lower(nullif(btrim(" + text + "), ''))";
    }

    /// Keeps others from changing the records until the transaction ends.
    void hold() {
        statement(HOLD).query(handle).mapTo(Long.class).one();
    }

    void compare() {
        statement(COMPARE).with("before", AuditedChange.json(source, fields)).with("becomes", each(this::becomes))
                .with("kept", each(f -> "CASE WHEN " + differs(f) + " AND " + gives(f) + " AND NOT (" + wins(f) + ") THEN " + given(f)
                        + " ELSE '{}' END"))
                .with("promoted", table.isIntake() ? IntakeStatusSql.promoted(table) : "false")
                .with("version", source.column(RowVersion.FIELD).expression()).execute(handle);
        handle.execute(ANALYZE);
    }

    private String each(java.util.function.Function<Field, String> part) {
        return fields.isEmpty() ? "'{}'::jsonb" : fields.stream().map(f -> "(" + part.apply(f) + ")::jsonb")
                .collect(Collectors.joining(" || "));
    }

    private String becomes(Field field) {
        return "CASE WHEN " + differs(field) + " AND " + wins(field) + " THEN " + given(field) + " ELSE '{}' END";
    }

    private static String given(Field field) {
        return "jsonb_build_object('" + field.name() + "', g.given -> '" + field.name() + "')";
    }

    /// Whether what a record and a file say of the field is the same, only written otherwise.
    private String alike(Field field, String both) {
        return field.isWebAddress() ? "shq.same_address(" + both + ")" : field.isEmail() ? "shq.same_email(" + both + ")"
                : field.isPhone() ? "shq.same_phone(" + both + ", " + country() + ")" : "shq.same_text(" + both + ")";
    }

    private String country() {
        Optional<Field> country = table.entity().map(Entity::country).flatMap(f -> table.isIntake() ? Optional.of(f) : f.master());
        return country.filter(source.storedFields()::contains).map(f -> "t." + f.name() + "::text").orElse("NULL");
    }

    private String differs(Field field) {
        String column = "t." + field.name();
        String value = StagingTable.value(field);
        String same = field.type() == FieldType.TEXT
                ? "(" + column + "::text IS NOT DISTINCT FROM " + value + " OR " + alike(field, column + "::text, " + value) + ")"
                : column + " IS NOT DISTINCT FROM " + value;
        return "jsonb_exists(g.given, '" + field.name() + "') AND NOT (" + same + ")";
    }

    /// Whether what the file says is taken; no field becomes empty that must not be.
    private String wins(Field field) {
        return switch (target.winners().get(field)) {
            case FILE -> field.nullable() ? "true" : gives(field);
            case FILL -> "NOT (" + filled(field, "t." + field.name()) + ") AND " + gives(field);
            case RECORD -> "false";
        };
    }

    /// Whether the file says something of it.
    private static String gives(Field field) {
        return filled(field, "(g.given ->> '" + field.name() + "')");
    }

    private static String filled(Field field, String value) {
        return field.type() == FieldType.TEXT ? "shq.filled(" + value + "::text) IS NOT NULL" : value + " IS NOT NULL";
    }

    /// Writes what is to be written.
    AuditedChange.Outcome write(AuditedChange recorded) {
        var assignments = new LinkedHashMap<Field, Sql>();
        String of = " FROM (SELECT u.becomes AS given FROM pg_temp.steward_update u WHERE u.id = t." + table.key().name() + ") g)";
        fields.stream().filter(f -> target.winners().get(f) != Winner.RECORD).forEach(f -> assignments.put(f, Sql.of(
                "(SELECT CASE WHEN jsonb_exists(g.given, '" + f.name() + "') THEN " + StagingTable.value(f) + " ELSE t." + f.name()
                        + " END" + of)));
        return assignments.isEmpty() ? new AuditedChange.Outcome(0, 0) : recorded.update(handle, Sql.of("t." + table.key().name()
                + " IN (SELECT u.id FROM pg_temp.steward_update u WHERE u.verdict = 'changed' AND u.becomes <> '{}')"), assignments,
                OptionalLong.empty());
    }

    private Sql statement(String text) {
        return Sql.of(text.replace("<rows>", table.qualifiedName()).replace("<id>", table.key().name()));
    }
}
