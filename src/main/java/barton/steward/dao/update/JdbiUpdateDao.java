package barton.steward.dao.update;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.PromotionLock;
import barton.steward.dao.intake.ImportDao.Imported;
import barton.steward.dao.intake.JdbiImportDao;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.update.UpdateReport;
import barton.steward.model.update.UpdateReport.Diff;
import barton.steward.model.update.UpdateReport.FieldDiff;
import barton.steward.model.update.UpdateReport.Line;
import barton.steward.model.update.UpdateReport.Misfit;
import barton.steward.model.update.UpdateTarget;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiUpdateDao implements UpdateDao {
    private static final String KIND = "update";
    private static final String TALLY = """
            SELECT count(*) FILTER (WHERE g.verdict = 'new') AS fresh, count(*) FILTER (WHERE g.verdict = 'same') AS same,
                   count(*) FILTER (WHERE g.verdict = 'changed') AS changed, count(*) FILTER (WHERE g.verdict = 'conflict') AS conflicts,
                   count(*) FILTER (WHERE g.verdict IN ('twice', 'several')) AS ambiguous,
                   count(*) FILTER (WHERE g.verdict = 'promoted') AS promoted,
                   count(*) FILTER (WHERE g.verdict = 'changed' AND g.becomes <> '{}') AS writes,
                   coalesce(md5(string_agg(g.id::text || g.before::text || g.becomes::text, E'\\n' ORDER BY g.line)
                       FILTER (WHERE g.verdict = 'changed' AND g.becomes <> '{}')), '') AS seen,
                   coalesce(md5(string_agg(g.line::text, ' ' ORDER BY g.line) FILTER (WHERE g.verdict = 'new')), '') AS seen_new
            FROM pg_temp.steward_update g""";
    /// Of the changed rows each field in which the file and the record differ.
    private static final String DIFFERENCES = """
            (SELECT g.line, g.id::text AS id, f.field, nullif(g.before ->> f.field, '') AS record, nullif(f.file, '') AS file, f.written
             FROM pg_temp.steward_update g
             CROSS JOIN LATERAL (SELECT b.key AS field, b.value AS file, true AS written FROM jsonb_each_text(g.becomes) AS b (key, value)
                                 UNION ALL
                                 SELECT k.key, k.value, false FROM jsonb_each_text(g.kept) AS k (key, value)) AS f
             WHERE g.verdict = 'changed') d""";
    private static final String FIELDS = """
            SELECT d.field, count(*) FILTER (WHERE d.written AND shq.filled(d.record) IS NULL) AS fills,
                   count(*) FILTER (WHERE d.written AND shq.filled(d.record) IS NOT NULL AND d.file IS NOT NULL) AS overwrites,
                   count(*) FILTER (WHERE d.written AND shq.filled(d.record) IS NOT NULL AND d.file IS NULL) AS empties,
                   count(*) FILTER (WHERE NOT d.written) AS kept
            FROM %s GROUP BY d.field ORDER BY d.field""".formatted(DIFFERENCES);
    private static final String DIFFS = """
            SELECT d.line, d.id, d.field, d.record, d.file, d.written FROM %s
            ORDER BY d.line, d.field LIMIT :most""".formatted(DIFFERENCES);
    /// Of each kind the first, as they stand in the file.
    private static final String LINES = """
            SELECT r.line, k.kind, coalesce(r.key, '') AS key, r.id, r.name, r.field, left(r.record, :longest) AS record,
                   left(r.file, :longest) AS file, r.written, r.reason
            FROM unnest(ARRAY['changed', 'conflict', 'new', 'same', 'left']) WITH ORDINALITY AS k (kind, n)
            CROSS JOIN LATERAL (
                SELECT g.line, g.key, g.id::text AS id, coalesce(nullif(<name>, ''), nullif(<given>, '')) AS name,
                       f.field, f.record, f.file, coalesce(f.written, false) AS written,
                       CASE g.verdict WHEN 'conflict' THEN 'the record was changed since the file was made'
                                      WHEN 'twice' THEN 'several rows of the file name this record'
                                      WHEN 'several' THEN 'several records have this key'
                                      WHEN 'promoted' THEN 'the record was promoted; correct it in master instead' END AS reason
                FROM pg_temp.steward_update g LEFT JOIN <rows> t ON t.<id> = g.id
                LEFT JOIN LATERAL (
                    SELECT d.field, nullif(g.before ->> d.field, '') AS record, nullif(d.file, '') AS file, d.written
                    FROM (SELECT b.key AS field, b.value AS file, g.verdict = 'changed' AS written FROM jsonb_each_text(g.becomes) AS b
                          UNION ALL SELECT c.key, c.value, false FROM jsonb_each_text(g.kept) AS c) d
                    WHERE g.verdict IN ('changed', 'conflict')) f ON true
                WHERE CASE WHEN g.verdict IN ('twice', 'several', 'promoted') THEN 'left' ELSE g.verdict END = k.kind
                ORDER BY g.line, f.field LIMIT :most) r
            ORDER BY k.n, r.line, r.field""";
    private static final int LONGEST = 500;
    private static final String MISFITS = """
            SELECT g.line, coalesce(g.key, '') AS key, CASE g.verdict
                WHEN 'conflict' THEN 'conflict: the record was changed since the file was exported; now ' || (
                    SELECT string_agg(d.key || ' is ' || shq.quoted(g.before -> d.key), ', ' ORDER BY d.key)
                    FROM jsonb_object_keys(g.becomes || g.kept) AS d (key))
                WHEN 'twice' THEN 'ambiguous: several rows of the file name this record'
                WHEN 'several' THEN 'ambiguous: several records have this key'
                ELSE 'the record was promoted; correct it in master instead' END AS reason
            FROM pg_temp.steward_update g WHERE g.verdict IN ('conflict', 'twice', 'several', 'promoted') ORDER BY g.line LIMIT :most""";

    private final Database database;

    public JdbiUpdateDao(Database database) {
        this.database = database;
    }

    private record Tally(long fresh, long same, long changed, long conflicts, long ambiguous, long promoted, long writes, String seen,
                         String seenNew) {
        String token() {
            return seen + "/" + seenNew;
        }

        UpdateReport report(List<FieldDiff> fields, List<Diff> diffs, List<Misfit> misfits, String token, long action) {
            return new UpdateReport(fresh, same, changed, conflicts, ambiguous, promoted, 0, writes, fields, diffs, misfits, List.of(),
                    token, action, null);
        }
    }

    @Override
    public UpdateReport preview(UpdateTarget target, Rows rows) {
        return database.longWrite(handle -> {
            new UpdateStaging(handle, target, rows).compare();
            return report(handle, tally(handle), 0).lines(lines(handle, target.table()));
        });
    }

    @Override
    public UpdateReport perform(UpdateTarget target, Rows rows, Optional<NewRows> fresh, String seen, String what, String executor,
                                UUID request) {
        var recorded = new AuditedChange(target.table(), KIND, what, executor, request);
        return IdempotencyKey.write(database, handle -> {
            PromotionLock.share(handle, "update", executor);
            var earlier = IdempotencyKey.action(handle, request);
            var staging = new UpdateStaging(handle, target, rows);
            staging.hold();
            staging.compare();
            Tally found = tally(handle);
            var taken = JdbiImportDao.earlier(handle, request);
            if (earlier.isPresent() || taken.isPresent()) {
                return report(handle, found, earlier.map(AuditedChange.Outcome::action).orElse(0L))
                        .taken(taken.map(JdbiUpdateDao::report).orElse(null));
            }
            if (!seen.equals(found.token()) && (fresh.isPresent() || !seen.startsWith(found.seen() + "/"))) {
                throw StewardException.refused("Records were changed meanwhile, so that the file would change something else than was seen;"
                        + " nothing was changed.", "Look at it again, then do it.");
            }
            UpdateReport before = report(handle, found, 0);
            long action = staging.write(recorded).action();
            var imported = fresh.flatMap(f -> take(handle, f, executor, request));
            return found.report(before.fields(), before.diffs(), before.misfits(), null, action)
                    .taken(imported.map(JdbiUpdateDao::report).orElse(null));
        });
    }

    /// In the same transaction, as an action of its own.
    private static Optional<Imported> take(Handle handle, NewRows fresh, String executor, UUID request) {
        var lines = new BitSet();
        handle.createQuery("SELECT g.line FROM pg_temp.steward_update g WHERE g.verdict = 'new'").mapTo(Integer.class)
                .forEach(lines::set);
        return lines.isEmpty() ? Optional.empty() : Optional.of(JdbiImportDao.copy(handle, fresh.batch(), fresh.use(), executor, request,
                List.of(fresh.part().apply(lines))));
    }

    private static ImportReport report(Imported done) {
        return new ImportReport(done.batch(), done.rows(), 0, 0, List.of(), done.action(), PassedOver.NOTHING);
    }

    private static List<Line> lines(Handle handle, Table table) {
        return Sql.of(LINES.replace("<rows>", table.qualifiedName()).replace("<id>", table.key().name()))
                .with("name", name(table.title(), f -> "t." + f.name() + "::text"))
                .with("given", name(table.title(), f -> "(g.given ->> '" + f.name() + "')")).query(handle)
                .bind("most", UpdateReport.MOST_NAMED).bind("longest", LONGEST).map(ConstructorMapper.of(Line.class)).list();
    }

    private static String name(List<Field> parts, Function<Field, String> each) {
        return parts.stream().map(each).collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
    }

    private static Tally tally(Handle handle) {
        return handle.createQuery(TALLY).map(ConstructorMapper.of(Tally.class)).one();
    }

    private static UpdateReport report(Handle handle, Tally found, long action) {
        return found.report(handle.createQuery(FIELDS).map(ConstructorMapper.of(FieldDiff.class)).list(),
                handle.createQuery(DIFFS).bind("most", UpdateReport.MOST_NAMED).map(ConstructorMapper.of(Diff.class)).list(),
                handle.createQuery(MISFITS).bind("most", UpdateReport.MOST_NAMED).map(ConstructorMapper.of(Misfit.class)).list(),
                found.token(), action);
    }

    @Override
    public Map<String, Integer> longest(Table table) {
        return database.read(handle -> handle.createQuery("""
                SELECT column_name, character_maximum_length FROM information_schema.columns
                WHERE table_schema || '.' || table_name = :table AND character_maximum_length IS NOT NULL
                """).bind("table", table.qualifiedName()).reduceRows(new HashMap<>(), (limits, row) -> {
                    limits.put(row.getColumn("column_name", String.class), row.getColumn("character_maximum_length", Integer.class));
                    return limits;
                }));
    }
}
