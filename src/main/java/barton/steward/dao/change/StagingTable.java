package barton.steward.dao.change;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.model.intake.ImportSummary;
import barton.steward.model.intake.ImportSummary.RejectedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The records of a file in a table of the transaction's own, so that one statement compares all of them with the rows that are there
/// and another writes them: `g` in expressions, beside the row `t`. Each has a verdict: what becomes of it.
public final class StagingTable {
    public static final String ADDED = "added";
    public static final String CHANGED = "changed";
    public static final String SAME = "same";
    public static final String CONFLICT = "conflict";
    public static final String UNKNOWN = "unknown";

    private static final String TABLE = """
            CREATE TEMPORARY TABLE steward_incoming (line BIGINT NOT NULL, key TEXT PRIMARY KEY, state TEXT, given JSONB NOT NULL,
                verdict TEXT) ON COMMIT DROP""";
    private static final String COPY = "COPY pg_temp.steward_incoming (line, key, state, given) FROM STDIN"
            + " WITH (FORMAT text, ENCODING 'UTF8')";

    private static final String SAME_FOR_EACH = """
            INSERT INTO pg_temp.steward_incoming (line, key, given)
            SELECT row_number() OVER (), k.key, v.given FROM (<keys>) AS k (key), (SELECT <values> AS given) v""";
    private static final String LOCK = """
            WITH locked AS MATERIALIZED (
                SELECT <key> FROM <rows> t JOIN pg_temp.steward_incoming g ON <joined> ORDER BY <key> FOR NO KEY UPDATE OF t)
            SELECT count(*) FROM locked""";
    private static final String JUDGE = """
            UPDATE pg_temp.steward_incoming i SET verdict = j.verdict
            FROM (SELECT g.key, <verdict> AS verdict
                  FROM pg_temp.steward_incoming g LEFT JOIN <rows> t ON <joined> <joins>) j
            WHERE j.key = i.key""";
    private static final String MISFITS = """
            SELECT g.line, g.key, :reason::text || <more> AS reason
            FROM pg_temp.steward_incoming g LEFT JOIN <rows> t ON <joined>
            WHERE g.verdict = :verdict ORDER BY g.line, g.key LIMIT :most""";

    private final Handle handle;
    private final Source source;
    private final Set<String> given;

    private StagingTable(Handle handle, Table table) {
        this.handle = handle;
        this.source = Source.of(table);
        handle.execute("ANALYZE pg_temp.steward_incoming");
        this.given = new TreeSet<>(handle.createQuery("SELECT DISTINCT jsonb_object_keys(g.given) FROM pg_temp.steward_incoming g")
                .mapTo(String.class).list());
    }

    public static StagingTable of(Handle handle, Table table, Records records) {
        handle.execute(TABLE);
        CopyStream.copy(handle, COPY, sink -> records.each(r ->
                sink.accept(new String[] {Long.toString(r.line()), r.key(), r.state(), r.given()})));
        return new StagingTable(handle, table);
    }

    /// The same values for each key that the statement finds.
    public static StagingTable of(Handle handle, Table table, Sql keys, Sql values) {
        handle.execute(TABLE);
        Sql.of(SAME_FOR_EACH).with("keys", keys).with("values", values).execute(handle);
        return new StagingTable(handle, table);
    }

    /// Holds the rows that are there until the transaction ends.
    public void lock() {
        joined(LOCK).with("key", source.key().expression()).query(handle).mapTo(Long.class).one();
    }

    /// @param joins   joins beside
    /// @param verdict an expression over `g` and `t`, of which the latter is all NULL where there is no such row
    public void classify(String joins, Sql verdict) {
        joined(JUDGE).with("verdict", verdict).with("joins", joins).execute(handle);
    }

    public long count(String verdict) {
        return handle.createQuery("SELECT count(*) FROM pg_temp.steward_incoming g WHERE g.verdict = :verdict").bind("verdict", verdict)
                .mapTo(Long.class).one();
    }

    /// The first records with a verdict, by their lines.
    public List<RejectedRow> misfits(String verdict, String reason) {
        return misfits(verdict, reason, "''");
    }

    /// The same of rows that say something else than the record: what they say now stands behind the reason.
    public List<RejectedRow> conflicts(String verdict, String reason) {
        String now = givenFields().map(f -> "CASE WHEN " + isGiven(f) + " AND " + source.column(f).expression() + " IS DISTINCT FROM "
                + value(f) + " THEN '" + f.name() + " is ' || shq.quoted(to_jsonb(" + source.column(f).expression() + ")) END")
                .collect(Collectors.joining(", "));
        return misfits(verdict, reason, now.isEmpty() ? "''" : "coalesce('; now ' || nullif(concat_ws(', ', " + now + "), ''), '')");
    }

    private List<RejectedRow> misfits(String verdict, String reason, String more) {
        return joined(MISFITS).with("more", more).bind("reason", reason).bind("verdict", verdict)
                .bind("most", ImportSummary.MOST_MISFITS).query(handle).map(ConstructorMapper.of(RejectedRow.class)).list();
    }

    private Sql joined(String statement) {
        return Sql.of(statement).with("rows", source.table().qualifiedName()).with("joined", joined());
    }

    /// Writes the values of the records to be changed into their rows.
    public AuditedChange.Outcome change(AuditedChange recorded, Map<Field, Sql> beside) {
        var assignments = new LinkedHashMap<Field, Sql>();
        givenFields().forEach(f -> assignments.put(f, Sql.of("(SELECT CASE WHEN " + isGiven(f) + " THEN " + value(f) + " ELSE t."
                + f.name() + " END FROM pg_temp.steward_incoming g WHERE " + joined() + ")")));
        beside.forEach(assignments::putIfAbsent);
        if (assignments.isEmpty()) {
            return new AuditedChange.Outcome(0, 0);
        }
        return recorded.update(handle, Sql.of(source.key().expression() + " IN (" + keys(CHANGED) + ")"), assignments,
                OptionalLong.empty());
    }

    /// The keys of the records with a verdict, in the type of the table's key.
    public String keys(String verdict) {
        return "SELECT g.key::" + keyType() + " FROM pg_temp.steward_incoming g WHERE g.verdict = '" + verdict + "'";
    }

    /// Whether the row says already what the record says.
    public String same() {
        String same = givenFields().map(f -> "(NOT " + isGiven(f) + " OR "
                + source.column(f).expression() + " IS NOT DISTINCT FROM " + value(f) + ")")
                .reduce((one, other) -> one + " AND " + other).orElse("true");
        return "(" + same + ")";
    }

    private Stream<Field> givenFields() {
        return source.storedFields().stream().filter(f -> given.contains(f.name()));
    }

    private static String isGiven(Field field) {
        return "jsonb_exists(g.given, '" + field.name() + "')";
    }

    /// What a record says of a field, in its type.
    public static String value(Field field) {
        String text = "(g.given ->> '" + field.name() + "')";
        String json = "(g.given -> '" + field.name() + "')";
        return switch (field.type()) {
            case TEXT -> text;
            case INTEGER -> text + "::integer";
            case BIGINT -> text + "::bigint";
            case NUMERIC -> text + "::numeric";
            case BOOLEAN -> text + "::boolean";
            case TIMESTAMP -> text + "::timestamptz";
            case JSON -> "nullif(" + json + ", 'null'::jsonb)";
            case TEXT_ARRAY -> "CASE jsonb_typeof(" + json + ") WHEN 'array' THEN ARRAY(SELECT e.item FROM jsonb_array_elements_text("
                    + json + ") WITH ORDINALITY AS e (item, n) ORDER BY e.n) END";
        };
    }

    private String joined() {
        return source.key().expression() + " = g.key::" + keyType();
    }

    private String keyType() {
        return SqlValues.sqlType(source.table().key().type());
    }
}
