package barton.steward.dao.sidecar;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.intake.TakenFiles;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.intake.EarlierFile;
import barton.steward.model.intake.ImportSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Many sidecars that are set at once, those that are made and those that are changed as one action.
final class SidecarUpsert {
    private static final String COUNTS = """
            SELECT coalesce(sum(cardinality(c.keys)) FILTER (WHERE jsonb_typeof(c.before[1]) = 'null'), 0)
            FROM shq.change c WHERE c.action_id = :action""";

    private final Handle handle;
    private final Table table;
    private final SourceFile file;
    private final String executor;
    private final UUID request;
    private final Field enrichedAt;
    private final Optional<AuditedChange.Outcome> done;
    private final Optional<EarlierFile> earlier;
    private final StagingTable staged;

    /// @param file where they come from, or null
    SidecarUpsert(Handle handle, Table sidecars, SourceFile file, Function<Handle, StagingTable> staging, String executor, UUID request) {
        this.handle = handle;
        this.table = sidecars;
        this.file = file;
        this.executor = executor;
        this.request = request;
        this.enrichedAt = JdbiSidecarDao.enrichedAt(sidecars);
        this.done = IdempotencyKey.action(handle, request);
        this.earlier = file == null || done.isPresent() ? Optional.empty() : TakenFiles.earlier(handle, sidecars, file);
        this.staged = staging.apply(handle);
    }

    /// @param look  only tells what would be done
    /// @param again whether a file that was taken already is written again
    ImportSummary run(boolean look, boolean again, OptionalLong announced) {
        staged.lock();
        classify();
        if (done.isPresent()) {
            long made = handle.createQuery(COUNTS).bind("action", done.get().action()).mapTo(Long.class).one();
            long changed = done.get().rows() - made;
            return report(made, changed, staged.count(StagingTable.SAME) - made - changed, done.get().action());
        }
        long added = staged.count(StagingTable.ADDED);
        long changed = staged.count(StagingTable.CHANGED);
        if (look) {
            return report(added, changed, staged.count(StagingTable.SAME), 0);
        }
        if (!again && added + changed > 0) {
            earlier.ifPresent(taken -> {
                throw taken.refusal();
            });
        }
        ExpectedCount.check(announced, added + changed);
        return report(added, changed, staged.count(StagingTable.SAME), added + changed == 0 ? 0 : write(added, changed));
    }

    private long write(long added, long changed) {
        String did = added == 0 ? "Changed sidecars" : changed == 0 ? "Made sidecars" : "Made and changed sidecars";
        var recorded = new AuditedChange(table, "sidecar", file == null ? did : did + " from " + file.name(), executor, request);
        long action = recorded.alone(handle, added + changed);
        make();
        recorded.within(action).inserted(handle, Sql.of(Source.of(table).key().expression() + " IN (" + staged.keys(StagingTable.ADDED)
                + ")"));
        staged.change(recorded.within(action), Map.of(enrichedAt, Sql.of("now()")));
        if (file != null) {
            TakenFiles.keep(handle, file, action);
        }
        return action;
    }

    private void classify() {
        Table owners = table.entity().orElseThrow().master();
        String ownerKey = "o." + owners.key().name();
        String owner = "LEFT JOIN " + owners.qualifiedName() + " o ON " + ownerKey + " = g.key";
        String key = Source.of(table).key().expression();
        String older = StagingTable.value(enrichedAt) + " < " + Source.of(table).column(enrichedAt).expression();
        staged.classify(owner, Sql.of("CASE WHEN " + ownerKey + " IS NULL THEN 'unknown'"
                + " WHEN " + key + " IS NULL THEN CASE WHEN g.state IS NULL THEN 'added' ELSE 'gone' END"
                + " WHEN " + staged.same() + " THEN 'same'"
                + " WHEN g.state::timestamptz IS DISTINCT FROM t.updated_at::timestamptz AND g.state IS NOT NULL THEN 'conflict'"
                + " WHEN " + older + " THEN 'older' ELSE 'changed' END"));
    }

    private void make() {
        List<Field> fields = Source.of(table).storedFields().stream().filter(f -> f.editable() || f == enrichedAt).toList();
        String columns = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        String values = fields.stream().map(f -> f == enrichedAt ? "coalesce(" + StagingTable.value(f) + ", now())" : StagingTable.value(f))
                .collect(Collectors.joining(", "));
        handle.execute("INSERT INTO " + table.qualifiedName() + " (" + table.key().name() + ", " + columns + ") SELECT g.key, " + values
                + " FROM pg_temp.steward_incoming g WHERE g.verdict = 'added'");
    }

    private ImportSummary report(long added, long changed, long same, long action) {
        var misfits = new ArrayList<ImportSummary.RejectedRow>();
        misfits.addAll(staged.conflicts(StagingTable.CONFLICT, "conflict: the sidecar was changed since the file was made"));
        misfits.addAll(staged.conflicts("older", "conflict: the sidecar was enriched later than the file says"));
        misfits.addAll(staged.misfits("gone", "conflict: the sidecar is not there any more"));
        misfits.addAll(staged.misfits(StagingTable.UNKNOWN, "there is no such " + table.entity().orElseThrow().word() + " in master"));
        long conflicts = Stream.of(StagingTable.CONFLICT, "older", "gone").mapToLong(staged::count).sum();
        return new ImportSummary(added, changed, same, conflicts, staged.count(StagingTable.UNKNOWN), misfits, null,
                action == 0 ? List.of() : List.of(action), earlier.orElse(null));
    }
}
