package barton.steward.dao.history;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Word;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IntakeRemoval;
import barton.steward.model.Counted;
import barton.steward.model.history.UndoResult;
import barton.steward.model.intake.TiedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Takes back what brought rows into intake whole (an import, or the putting back of rows), or took them out (a discarded batch, or an
/// import that was taken back): each undoes the other, for companies and people in one.
final class BroughtRows {
    private static final int NAMED = 10;
    private static final String ACTION = """
            SELECT a.table_name AS of_table, a.kind, a.summary, u.action_id AS undone_by
            FROM shq.action a LEFT JOIN shq.action u ON u.undoes = a.action_id WHERE a.action_id = :action""";
    /// What the action brought, whose numbers are not known of imports from before they were kept.
    private static final String BROUGHT = """
            SELECT e.entity, f.intake_ids::text AS ids, f.row_count AS rows
            FROM shq.import_file f JOIN shq.entities() e ON e.intake = f.table_name WHERE f.action_id = :action
            UNION ALL
            SELECT d.entity, range_agg(int8range(d.intake_id, d.intake_id, '[]'))::text, count(*)
            FROM shq.discarded_intake d JOIN shq.action a ON a.undoes = d.action_id WHERE a.action_id = :action GROUP BY d.entity""";
    private static final String REMOVED = """
            SELECT d.entity, range_agg(int8range(d.intake_id, d.intake_id, '[]'))::text AS ids, count(*) AS rows
            FROM shq.discarded_intake d WHERE d.action_id = :action GROUP BY d.entity""";
    private static final String PUT_BACK = "SELECT shq.put_intake_back(:entity, :action)";

    private final Handle handle;
    private final long action;
    private final Found found;
    private final String executor;

    private record Found(String ofTable, String kind, String summary, Long undoneBy) {
    }

    private record Part(Entity entity, String ids, long rows) {
    }

    private BroughtRows(Handle handle, long action, Found found, String executor) {
        this.handle = handle;
        this.action = action;
        this.found = found;
        this.executor = executor;
    }

    /// Empty where the action is about something else.
    static Optional<UndoResult> undo(Handle handle, long action, String executor) {
        List<Part> brought = parts(handle, BROUGHT, action);
        List<Part> removed = parts(handle, REMOVED, action);
        if (brought.isEmpty() && removed.isEmpty()) {
            return Optional.empty();
        }
        Found found = handle.createQuery(ACTION).bind("action", action).map(ConstructorMapper.of(Found.class)).one();
        if (found.undoneBy() != null) {
            return Optional.of(Undo.takenBackBy(found.undoneBy()));
        }
        var rows = new BroughtRows(handle, action, found, executor);
        return Optional.of(removed.isEmpty() ? rows.remove(brought) : rows.putBack(removed));
    }

    private static List<Part> parts(Handle handle, String question, long action) {
        return handle.createQuery(question).bind("action", action).map((result, context) -> new Part(
                Word.of(Entity.class, result.getString("entity")).orElseThrow(), result.getString("ids"),
                result.getLong("rows"))).list();
    }

    private UndoResult remove(List<Part> parts) {
        var reasons = new ArrayList<String>();
        var removals = new ArrayList<IntakeRemoval>();
        for (Part part : parts) {
            if (part.ids() == null) {
                return new UndoResult.Refused(List.of("Which rows it brought is not known."));
            }
            var removal = IntakeRemoval.ofRows(handle, part.entity(), part.ids());
            long missing = part.rows() - removal.hold();
            removal.look();
            if (missing > 0) {
                reasons.add(Counted.of(missing, "row is", "rows are") + " not there any more.");
            }
            removal.tied().forEach((why, rows) -> reasons.add(Counted.of(rows, "row was", "rows were") + " " + why + " since."));
            List<TiedRow> named = removal.named(NAMED);
            if (!named.isEmpty()) {
                reasons.add("Among them " + named.stream().map(row -> row.id() + " " + row.name()).collect(Collectors.joining(", ")) + ".");
            }
            removals.add(removal);
        }
        if (!reasons.isEmpty()) {
            return new UndoResult.Refused(reasons);
        }
        long rows = parts.stream().mapToLong(Part::rows).sum();
        long undo = taken().alone(handle, rows);
        removals.forEach(removal -> removal.remove(undo));
        return new UndoResult.Undone(rows, undo);
    }

    private UndoResult putBack(List<Part> parts) {
        long there = parts.stream().mapToLong(part -> IntakeRemoval.ofRows(handle, part.entity(), part.ids()).hold()).sum();
        if (there > 0) {
            return new UndoResult.Refused(List.of(Counted.of(there, "row is", "rows are") + " there again already."));
        }
        long rows = parts.stream().mapToLong(Part::rows).sum();
        long undo = taken().alone(handle, rows);
        parts.forEach(part -> handle.createQuery(PUT_BACK).bind("entity", part.entity()).bind("action", action).mapTo(Long.class).one());
        return new UndoResult.Undone(rows, undo);
    }

    private AuditedChange taken() {
        var table = Entity.ofSource(found.ofTable()).intake();
        return new AuditedChange(table, Undo.kind(found.kind()), Undo.summary(found.kind(), found.summary()), executor, action);
    }
}
