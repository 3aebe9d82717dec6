package barton.steward.dao.history;

import barton.steward.model.history.UndoResult;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Takes the action back that a merge was, which unmerges, or an unmerging, which merges again.
final class MergeUndo {
    private static final String FOUND = """
            SELECT d.validation_run_id AS run, d.kind, a.row_count AS rows, u.action_id AS undone_by
            FROM shq.run_detail d JOIN shq.action a ON a.action_id = d.action_id LEFT JOIN shq.action u ON u.undoes = a.action_id
            WHERE d.action_id = :action AND d.kind IN ('merge', 'unmerge')""";

    private MergeUndo() {
    }

    private record Found(String run, String kind, long rows, Long undoneBy) {
    }

    /// Empty where the action is about something else.
    static Optional<UndoResult> undo(Handle handle, long action, String executor) {
        return handle.createQuery(FOUND).bind("action", action).map(ConstructorMapper.of(Found.class)).findOne()
                .map(found -> found.undoneBy() != null ? Undo.takenBackBy(found.undoneBy()) : undo(handle, found, action, executor));
    }

    private static UndoResult undo(Handle handle, Found found, long action, String executor) {
        String run = (found.kind().equals("merge") ? handle.createQuery("SELECT shq.unmerge(:run, :executor) ->> 'run'")
                : handle.createQuery("SELECT shq.merge_again(:action, :executor)")).bind("run", found.run()).bind("action", action)
                .bind("executor", executor).mapTo(String.class).one();
        return new UndoResult.Undone(found.rows(), handle.createQuery("""
                SELECT d.action_id FROM shq.run_detail d WHERE d.validation_run_id = :run""").bind("run", run).mapTo(Long.class).one());
    }
}
