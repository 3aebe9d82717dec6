package barton.steward.dao.change;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// A change of a table's rows that is kept in the history: both in one statement, so that there is never one without the other.
/// The history has them by the page: so many of which the same fields changed share a row of it.
/// `undoes` is the action that it takes back, or null; `request` is the one by which it is found after a lost reply, or null; `part` is
/// the action that is there already and of which this is a part, or null.
public record AuditedChange(Table table, String kind, String summary, String executor, Long undoes, UUID request, Long part) {
    /// Packs the rows of `new` (key, before, after, shape) into the history, as they come, which is by their keys; those of one shape have
    /// the same fields before and after.
    public static final String KEEP = """
            kept AS (
                INSERT INTO shq.told_change (action_id, keys, before, after)
                SELECT (SELECT action_id FROM act), array_agg(key), array_agg(before), array_agg(after)
                FROM (SELECT key, before, after, shape, shq.history_page(row_number() OVER ()) AS page FROM new) p
                GROUP BY page, shape)""";

    private static final String ACT = """
            act AS (
                INSERT INTO shq.told_action (kind, summary, table_name, row_count, executor, undoes, request_id)
                SELECT :kind, :summary, :table, n, :executor, :undoes::bigint, :request::uuid FROM (SELECT <count>) AS c (n)
                WHERE <condition> RETURNING action_id)""";
    private static final String PART = "act AS (SELECT :part::bigint AS action_id FROM (SELECT <count>) AS c (n) WHERE <condition>)";
    private static final String UPDATE = """
            WITH old AS MATERIALIZED (
                SELECT <key> AS key, <was><mark> <from> WHERE <where> ORDER BY <key> FOR NO KEY UPDATE OF t),
            <act>,
            new AS (
                UPDATE <rows> t SET <assignments> FROM old
                WHERE <key> = old.key AND EXISTS (SELECT FROM act)
                RETURNING <key>::text AS key, <before> AS before, <after> AS after, <followed> AS shape),
            <kept>
            SELECT (SELECT count(*) FROM old) AS rows, (SELECT action_id FROM act) AS action""";
    private static final String INSERTED = """
            WITH new AS MATERIALIZED (
                SELECT <key>::text AS key, 'null'::jsonb AS before, <fields> AS after, 0 AS shape FROM <rows> t WHERE <where>),
            <act>,
            <kept>
            SELECT (SELECT count(*) FROM new) AS rows, (SELECT action_id FROM act) AS action""";
    private static final String DELETE = """
            WITH old AS MATERIALIZED (
                SELECT <key> AS key, <fields> AS before<mark> <from> WHERE <where> ORDER BY <key> FOR UPDATE OF t),
            <act>,
            new AS (
                DELETE FROM <rows> t USING old
                WHERE <key> = old.key AND EXISTS (SELECT FROM act)
                RETURNING <key>::text AS key, old.before, 'null'::jsonb AS after, 0 AS shape),
            <kept>
            SELECT (SELECT count(*) FROM old) AS rows, (SELECT action_id FROM act) AS action""";

    public AuditedChange(Table table, String kind, String summary, String executor) {
        this(table, kind, summary, executor, null, null, null);
    }

    public AuditedChange(Table table, String kind, String summary, String executor, UUID request) {
        this(table, kind, summary, executor, null, request, null);
    }

    public AuditedChange(Table table, String kind, String summary, String executor, Long undoes) {
        this(table, kind, summary, executor, undoes, null, null);
    }

    /// The same as a part of an action that is there already.
    public AuditedChange within(long action) {
        return new AuditedChange(table, kind, summary, executor, undoes, request, action);
    }

    /// How many rows there were to change, and the action in which they were changed: 0 where nothing was.
    public record Outcome(long rows, long action) {
    }

    /// Sets fields of the rows for which `where` holds to expressions over `t`.
    /// @param announced changes nothing where the number of rows is another
    public Outcome update(Handle handle, Sql where, Map<Field, Sql> assignments, OptionalLong announced) {
        Source source = Source.of(table);
        List<Field> fields = List.copyOf(assignments.keySet());
        List<Field> following = following(table, fields);
        List<Field> all = Stream.concat(fields.stream(), following.stream()).toList();
        var sets = Sql.joined(", ", assignments.entrySet().stream()
                .map(a -> Sql.of(source.stored(a.getKey()).field().name() + " =").then(a.getValue())).toList());
        return kept(handle, Sql.of(UPDATE).with("was", was(source, all)).with("mark", mark(source, announced)).with("from", source.from())
                .with("where", where).with("act", action("count(*) FROM old", asAnnounced(announced))).with("assignments", sets)
                .with("before", ifFollowed(source, following, wasJson(all), wasJson(fields)))
                .with("after", ifFollowed(source, following, json(source, all), json(source, fields)))
                .with("followed", ifFollowed(source, following, "1", "0")));
    }

    /// What a change of these fields can change in the record besides, and then is part of the change: how a row of intake is
    /// validated, whether a person's e-mail address is verified.
    public static List<Field> following(Table table, Collection<Field> fields) {
        return switch (table) {
            case INTAKE, PEOPLE_INTAKE -> IntakeFields.VALIDATION.stream().filter(f -> !fields.contains(f)).toList();
            case PEOPLE -> !fields.contains(PeopleFields.EMAIL) || fields.contains(PeopleFields.EMAIL_VERIFIED) ? List.of()
                    : List.of(PeopleFields.EMAIL_VERIFIED);
            default -> List.of();
        };
    }

    /// The fields of `t` as they are before the change, for [#wasJson] and [#ifFollowed].
    public static String was(Source source, Collection<Field> fields) {
        return fields.stream().map(f -> "t." + source.stored(f).field().name() + " AS was_" + f.name()).collect(Collectors.joining(", "));
    }

    /// What `old` has of the fields, by name.
    public static String wasJson(Collection<Field> fields) {
        return fields.stream().map(f -> "'" + f.name() + "', old.was_" + f.name())
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /// One or the other, as what follows is or is not another in `t` than in `old`.
    public static String ifFollowed(Source source, List<Field> following, String then, String otherwise) {
        return following.isEmpty() ? otherwise : following.stream()
                .map(f -> "old.was_" + f.name() + " IS DISTINCT FROM t." + source.stored(f).field().name())
                .collect(Collectors.joining(" OR ", "CASE WHEN ", " THEN " + then + " ELSE " + otherwise + " END"));
    }

    /// The fields of `t` as they are, by name.
    public static String json(Source source, Collection<Field> fields) {
        return fields.stream().map(f -> "'" + f.name() + "', t." + source.stored(f).field().name())
                .collect(Collectors.joining(", ", "jsonb_build_object(", ")"));
    }

    /// Keeps a row that was added.
    public Outcome inserted(Handle handle, Object key) {
        return inserted(handle, Source.of(table).is(key));
    }

    /// Keeps rows of `t` that were added.
    public Outcome inserted(Handle handle, Sql where) {
        Source source = Source.of(table);
        return kept(handle, Sql.of(INSERTED).with("fields", json(source, source.storedFields())).with("where", where)
                .with("act", action("count(*) FROM new", Sql.of("n > 0"))));
    }

    /// Removes the rows for which `where` holds.
    /// @param announced removes nothing where the number of rows is another
    public Outcome delete(Handle handle, Sql where, OptionalLong announced) {
        Source source = Source.of(table);
        return kept(handle, Sql.of(DELETE).with("fields", json(source, source.storedFields())).with("from", source.from())
                .with("mark", mark(source, announced)).with("where", where)
                .with("act", action("count(*) FROM old", asAnnounced(announced))));
    }

    private Outcome kept(Handle handle, Sql statement) {
        return statement.with("key", Source.of(table).key().expression()).with("rows", table.qualifiedName()).with("kept", KEEP)
                .query(handle).map(ConstructorMapper.of(Outcome.class)).one();
    }

    private static Sql asAnnounced(OptionalLong announced) {
        return announced.isEmpty() ? Sql.of("n > 0") : Sql.of("n > 0 AND n = :announced").bind("announced", announced.getAsLong())
                .and(ExpectedRows.areThese("(SELECT " + ExpectedRows.digest("o.mark") + " FROM old o)"));
    }

    /// What tells a version of a row from another, where the versions were announced.
    private static String mark(Source source, OptionalLong announced) {
        return announced.isPresent() && ExpectedRows.areKnown() ? ", " + ExpectedRows.mark(source) + " AS mark" : "";
    }

    /// Keeps an action that changes no row of a table; returns its number.
    public long alone(Handle handle) {
        return alone(handle, 0);
    }

    /// Keeps an action whose rows are kept elsewhere; returns its number.
    public long alone(Handle handle, long rows) {
        return Sql.of("WITH <act> SELECT action_id FROM act").with("act", action(Long.toString(rows), Sql.of("true"))).query(handle)
                .mapTo(Long.class).one();
    }

    /// The action itself as the part `act` of a statement, where a condition on the number `n` of its rows holds.
    public Sql action(String count, Sql condition) {
        if (part != null) {
            return Sql.of(PART).with("count", count).with("condition", condition).bind("part", part);
        }
        return Sql.of(ACT).with("count", count).with("condition", condition).bind("kind", kind).bind("summary", summary)
                .bind("table", table.qualifiedName()).bind("executor", executor).bind("undoes", undoes).bind("request", request);
    }
}
