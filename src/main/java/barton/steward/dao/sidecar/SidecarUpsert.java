package barton.steward.dao.sidecar;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.StagingTable;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.intake.ImportSummary;
import java.nio.charset.StandardCharsets;
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

/// Many sidecars that are set at once: those that are made are one action and those that are changed another, since they are taken
/// back in different ways.
final class SidecarUpsert {
    private final Handle handle;
    private final Table table;
    private final Field enrichedAt;
    private final Optional<AuditedChange.Outcome> madeEarlier;
    private final Optional<AuditedChange.Outcome> changedEarlier;
    private final AuditedChange making;
    private final AuditedChange changing;
    private final StagingTable staged;

    SidecarUpsert(Handle handle, Table sidecars, Function<Handle, StagingTable> staging, String executor, UUID request) {
        this.handle = handle;
        this.table = sidecars;
        this.enrichedAt = JdbiSidecarDao.enrichedAt(sidecars);
        UUID second = UUID.nameUUIDFromBytes((request + " changed").getBytes(StandardCharsets.UTF_8));
        this.making = new AuditedChange(sidecars, "sidecar", "Made sidecars", executor, request);
        this.changing = new AuditedChange(sidecars, "sidecar", "Changed sidecars", executor, second);
        this.madeEarlier = IdempotencyKey.action(handle, request);
        this.changedEarlier = IdempotencyKey.action(handle, second);
        this.staged = staging.apply(handle);
    }

    /// @param look only tells what would be done
    ImportSummary run(boolean look, OptionalLong announced) {
        staged.lock();
        classify();
        if (madeEarlier.isPresent() || changedEarlier.isPresent()) {
            return report(madeEarlier, changedEarlier);
        }
        if (look) {
            return report(Optional.of(new AuditedChange.Outcome(staged.count(StagingTable.ADDED), 0)),
                    Optional.of(new AuditedChange.Outcome(staged.count(StagingTable.CHANGED), 0)));
        }
        ExpectedCount.check(announced, staged.count(StagingTable.ADDED) + staged.count(StagingTable.CHANGED));
        make();
        var made = making.inserted(handle, Sql.of(Source.of(table).key().expression() + " IN (" + staged.keys(StagingTable.ADDED) + ")"));
        var changed = staged.change(changing, Map.of(enrichedAt, Sql.of("now()")));
        return report(Optional.of(made), Optional.of(changed));
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

    private ImportSummary report(Optional<AuditedChange.Outcome> made, Optional<AuditedChange.Outcome> changed) {
        long added = made.map(AuditedChange.Outcome::rows).orElse(0L);
        long other = changed.map(AuditedChange.Outcome::rows).orElse(0L);
        boolean again = madeEarlier.isPresent() || changedEarlier.isPresent();
        var misfits = new ArrayList<ImportSummary.RejectedRow>();
        misfits.addAll(staged.conflicts(StagingTable.CONFLICT, "conflict: the sidecar was changed since the file was made"));
        misfits.addAll(staged.conflicts("older", "conflict: the sidecar was enriched later than the file says"));
        misfits.addAll(staged.misfits("gone", "conflict: the sidecar is not there any more"));
        misfits.addAll(staged.misfits(StagingTable.UNKNOWN, "there is no such " + table.entity().orElseThrow().word() + " in master"));
        long conflicts = Stream.of(StagingTable.CONFLICT, "older", "gone").mapToLong(staged::count).sum();
        return new ImportSummary(added, other, staged.count(StagingTable.SAME) - (again ? added + other : 0), conflicts,
                staged.count(StagingTable.UNKNOWN), misfits, null, Stream.of(made, changed).flatMap(Optional::stream)
                        .map(AuditedChange.Outcome::action).filter(a -> a != 0).toList());
    }
}
