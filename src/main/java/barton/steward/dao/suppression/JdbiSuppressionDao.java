package barton.steward.dao.suppression;

import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedRows;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Counted;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.suppression.Suppression;
import barton.steward.model.suppression.SuppressionKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

public final class JdbiSuppressionDao implements SuppressionDao {
    private static final String TURN = "suppressions";
    private static final String GIVEN = """
            WITH given AS MATERIALIZED (
                SELECT DISTINCT ON (g.kind, g.value) g.kind, g.value, g.reason
                FROM unnest(:kinds::text[], :values::text[], :reasons::text[]) WITH ORDINALITY AS g (kind, value, reason, n)
                ORDER BY g.kind, g.value, g.n),
            standing AS MATERIALIZED (SELECT s.suppression_no, s.kind, s.value FROM shq.standing_suppressions() s),
            fresh AS MATERIALIZED (
                SELECT g.kind, g.value, g.reason FROM given g
                WHERE NOT EXISTS (SELECT FROM standing s WHERE s.kind = g.kind AND s.value = g.value)),
            old AS MATERIALIZED (
                SELECT s.suppression_no FROM standing s JOIN given g ON g.kind = s.kind AND g.value = s.value)
            """;
    private static final String STANDING = """
            SELECT s.kind, s.value, s.reason, s.suppressed_by AS by, s.suppressed_at AS at FROM shq.standing_suppressions() s
            ORDER BY s.suppression_no""";
    private static final String UNKNOWN = GIVEN + """
            SELECT g.value FROM given g
            WHERE g.kind = 'person' AND NOT EXISTS (SELECT FROM marketing.people_master p WHERE p.unique_id = g.value)
              AND NOT EXISTS (SELECT FROM shq.merged m WHERE m.key = g.value AND m.entity = 'person')
            ORDER BY 1""";
    private static final String FRESH = GIVEN + "SELECT count(*) FROM fresh";
    private static final String OLD = GIVEN + "SELECT count(*) FROM old";
    private static final String ADD = GIVEN + """
            INSERT INTO shq.suppression (kind, value, reason, email, source_record_id, suppressed_by, action_id)
            SELECT f.kind, f.value, f.reason, lower(coalesce(p.email::text, m.email)),
                   coalesce(CASE p.source_system WHEN 'intake_promotion' THEN p.source_record_id::text END, m.source_record_id),
                   :executor, :action
            FROM fresh f
            LEFT JOIN marketing.people_master p ON f.kind = 'person' AND p.unique_id = f.value
            LEFT JOIN (SELECT g.key, s.before ->> 'email' AS email, g.source_record_id
                       FROM shq.merged g JOIN shq.merge_step s
                            ON s.merge_no = g.merge_no AND s.key = g.key AND s.table_name = 'marketing.people_master'
                       WHERE g.entity = 'person') m ON f.kind = 'person' AND m.key = f.value""";
    private static final String LIFT = GIVEN + """
            INSERT INTO shq.suppression_lifted (suppression_no, lifted_by, action_id)
            SELECT o.suppression_no, :executor, :action FROM old o""";

    private static final String REASON = """
            SELECT shq.suppression_of(p.unique_id::text, p.email::text,
                                      CASE p.source_system WHEN 'intake_promotion' THEN p.source_record_id::text END)
            FROM marketing.people_master p WHERE p.unique_id = :person""";
    private static final String NOT_YET = """
            NOT EXISTS (SELECT FROM shq.standing_suppressions() s WHERE s.kind = 'person' AND s.value = t.unique_id::text)""";
    private static final String SUPPRESS = """
            INSERT INTO shq.suppression (kind, value, reason, email, source_record_id, suppressed_by, action_id)
            SELECT 'person', t.unique_id, :reason, lower(t.email::text),
                   CASE t.source_system WHEN 'intake_promotion' THEN t.source_record_id::text END, :executor, :action
            <from> WHERE <where> ORDER BY t.unique_id""";

    private final Database database;

    public JdbiSuppressionDao(Database database) {
        this.database = database;
    }

    @Override
    public List<Suppression> standing() {
        return database.read(handle -> handle.createQuery(STANDING).map(ConstructorMapper.of(Suppression.class)).list());
    }

    @Override
    public List<String> unknown(List<Suppression> suppressions) {
        return database.read(handle -> given(handle.createQuery(UNKNOWN), suppressions).mapTo(String.class).list());
    }

    @Override
    public long toAdd(List<Suppression> suppressions) {
        return database.read(handle -> number(handle, FRESH, suppressions));
    }

    @Override
    public long toLift(List<Suppression> suppressions) {
        return database.read(handle -> number(handle, OLD, suppressions));
    }

    @Override
    public BulkResult add(List<Suppression> suppressions, String executor, long announced, UUID request) {
        return changed(suppressions, FRESH, ADD, new AuditedChange(Table.PEOPLE, "suppress", "Suppressed "
                + summary(suppressions, announced), executor, request), announced);
    }

    @Override
    public BulkResult lift(List<Suppression> suppressions, String executor, long announced, UUID request) {
        return changed(suppressions, OLD, LIFT, new AuditedChange(Table.PEOPLE, "lift-suppression", "Lifted the suppression of "
                + summary(suppressions, announced), executor, request), announced);
    }

    @Override
    public Optional<String> reason(String person) {
        return database.read(handle -> handle.createQuery(REASON).bind("person", person).mapTo(String.class).findOne());
    }

    @Override
    public Reach toSuppress(Selection people) {
        return Reaching.of(database, people, notYet(people));
    }

    @Override
    public BulkResult suppress(Selection people, String reason, String executor, long announced, UUID request) {
        Sql where = notYet(people);
        Source source = Source.of(Table.PEOPLE);
        Sql keep = Sql.of(SUPPRESS).with("from", Source.of(Table.PEOPLE).from()).with("where", where).bind("reason", reason.strip())
                .bind("executor", executor);
        String summary = "Suppressed " + Counted.of(announced, "person", "people");
        return once(new AuditedChange(Table.PEOPLE, "suppress", summary, executor, request), announced,
                handle -> Sql.of("SELECT count(*) AS rows, <these> AS announced <from> WHERE <where>")
                        .with("these", ExpectedRows.areThese(ExpectedRows.digest(ExpectedRows.mark(source)))).with("from", source.from())
                        .with("where", where).query(handle).map(ConstructorMapper.of(Found.class)).one(),
                (handle, action) -> keep.bind("action", action).execute(handle));
    }

    private static Sql notYet(Selection people) {
        if (people.table() != Table.PEOPLE) {
            throw new IllegalArgumentException("not people: " + people.table());
        }
        return Predicates.of(people).and(Sql.of(NOT_YET));
    }

    private static String summary(List<Suppression> suppressions, long announced) {
        return announced == 1 && suppressions.size() == 1 ? suppressions.getFirst().value()
                : Counted.of(announced, "person, address or domain", "people, addresses or domains");
    }

    private BulkResult changed(List<Suppression> suppressions, String count, String statement, AuditedChange recorded, long announced) {
        return once(recorded, announced, handle -> new Found(number(handle, count, suppressions), true), (handle, action) ->
                given(handle.createUpdate(statement), suppressions).bind("executor", recorded.executor()).bind("action", action).execute());
    }

    /// How many there are, and whether they are those that were announced.
    private record Found(long rows, boolean announced) {
    }

    private BulkResult once(AuditedChange recorded, long announced, Function<Handle, Found> count, ObjLongConsumer<Handle> keep) {
        return IdempotencyKey.write(database, handle -> IdempotencyKey.action(handle, recorded.request())
                .<BulkResult>map(done -> new BulkResult.Done(done.rows(), done.action())).orElseGet(() -> {
                    IdempotencyKey.lock(handle, TURN);
                    Found found = count.apply(handle);
                    long number = found.rows();
                    if (number != announced || !found.announced()) {
                        return new BulkResult.CountDiffers(announced, number);
                    }
                    if (number == 0) {
                        return new BulkResult.Done(0, 0);
                    }
                    long action = recorded.alone(handle, number);
                    keep.accept(handle, action);
                    return new BulkResult.Done(number, action);
                }));
    }

    private static long number(Handle handle, String statement, List<Suppression> suppressions) {
        return given(handle.createQuery(statement), suppressions).mapTo(Long.class).one();
    }

    private static <S extends SqlStatement<S>> S given(S statement, List<Suppression> suppressions) {
        return statement.bindArray("kinds", String.class, suppressions.stream().map(Suppression::kind).map(SuppressionKind::word).toList())
                .bindArray("values", String.class, suppressions.stream().map(Suppression::value).toList())
                .bindArray("reasons", String.class, suppressions.stream().map(Suppression::reason).toList());
    }
}
