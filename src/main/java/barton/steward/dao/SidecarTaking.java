package barton.steward.dao;

import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.model.Field;
import barton.steward.model.Table;
import barton.steward.model.TakeReport;
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
final class SidecarTaking {
    private final Handle handle;
    private final Table table;
    private final Field enrichedAt;
    private final Optional<Recorded.Outcome> madeEarlier;
    private final Optional<Recorded.Outcome> changedEarlier;
    private final Recorded making;
    private final Recorded changing;
    private final Staged staged;

    SidecarTaking(Handle handle, Table sidecars, Function<Handle, Staged> staging, String executor, UUID request) {
        this.handle = handle;
        this.table = sidecars;
        this.enrichedAt = JdbiSidecarDao.enrichedAt(sidecars);
        UUID second = UUID.nameUUIDFromBytes((request + " changed").getBytes(StandardCharsets.UTF_8));
        this.making = new Recorded(sidecars, "sidecar", "Made sidecars", executor, request);
        this.changing = new Recorded(sidecars, "sidecar", "Changed sidecars", executor, second);
        this.madeEarlier = Requests.action(handle, request);
        this.changedEarlier = Requests.action(handle, second);
        this.staged = staging.apply(handle);
    }

    /// @param look only tells what would be done
    TakeReport run(boolean look, OptionalLong announced) {
        staged.lock();
        judge();
        if (madeEarlier.isPresent() || changedEarlier.isPresent()) {
            return report(madeEarlier, changedEarlier);
        }
        if (look) {
            return report(Optional.of(new Recorded.Outcome(staged.count(Staged.ADDED), 0)),
                    Optional.of(new Recorded.Outcome(staged.count(Staged.CHANGED), 0)));
        }
        Staged.asAnnounced(announced, staged.count(Staged.ADDED) + staged.count(Staged.CHANGED));
        make();
        var made = making.inserted(handle, Sql.of(Source.of(table).key().expression() + " IN (" + staged.keys(Staged.ADDED) + ")"));
        var changed = staged.change(changing, Map.of(enrichedAt, Sql.of("now()")));
        return report(Optional.of(made), Optional.of(changed));
    }

    private void judge() {
        Table owners = table == Table.COMPANY_SIDECARS ? Table.MASTER : Table.PEOPLE;
        String ownerKey = "o." + owners.key().name();
        String owner = "LEFT JOIN " + owners.qualifiedName() + " o ON " + ownerKey + " = g.key";
        String key = Source.of(table).key().expression();
        String older = Staged.value(enrichedAt) + " < " + Source.of(table).column(enrichedAt).expression();
        staged.judge(owner, "CASE WHEN " + ownerKey + " IS NULL THEN 'unknown'"
                + " WHEN " + key + " IS NULL THEN CASE WHEN g.state IS NULL THEN 'added' ELSE 'gone' END"
                + " WHEN " + staged.same() + " THEN 'same'"
                + " WHEN g.state::timestamptz IS DISTINCT FROM t.updated_at::timestamptz AND g.state IS NOT NULL THEN 'conflict'"
                + " WHEN " + older + " THEN 'older' ELSE 'changed' END");
    }

    private void make() {
        List<Field> fields = Source.of(table).storedFields().stream().filter(f -> f.editable() || f == enrichedAt).toList();
        String columns = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        String values = fields.stream().map(f -> f == enrichedAt ? "coalesce(" + Staged.value(f) + ", now())" : Staged.value(f))
                .collect(Collectors.joining(", "));
        handle.execute("INSERT INTO " + table.qualifiedName() + " (" + table.key().name() + ", " + columns + ") SELECT g.key, " + values
                + " FROM pg_temp.steward_incoming g WHERE g.verdict = 'added'");
    }

    private TakeReport report(Optional<Recorded.Outcome> made, Optional<Recorded.Outcome> changed) {
        long added = made.map(Recorded.Outcome::rows).orElse(0L);
        long other = changed.map(Recorded.Outcome::rows).orElse(0L);
        boolean again = madeEarlier.isPresent() || changedEarlier.isPresent();
        var misfits = new ArrayList<TakeReport.Misfit>();
        misfits.addAll(staged.conflicts(Staged.CONFLICT, "conflict: the sidecar was changed since the file was made"));
        misfits.addAll(staged.conflicts("older", "conflict: the sidecar was enriched later than the file says"));
        misfits.addAll(staged.misfits("gone", "conflict: the sidecar is not there any more"));
        misfits.addAll(staged.misfits(Staged.UNKNOWN, "there is no such " + (table == Table.COMPANY_SIDECARS ? "company" : "person")
                + " in master"));
        long conflicts = Stream.of(Staged.CONFLICT, "older", "gone").mapToLong(staged::count).sum();
        return new TakeReport(added, other, staged.count(Staged.SAME) - (again ? added + other : 0), conflicts,
                staged.count(Staged.UNKNOWN), misfits, null, Stream.of(made, changed).flatMap(Optional::stream)
                        .map(Recorded.Outcome::action).filter(a -> a != 0).toList());
    }
}
