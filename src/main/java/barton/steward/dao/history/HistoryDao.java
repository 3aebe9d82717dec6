package barton.steward.dao.history;

import barton.steward.catalog.Table;
import barton.steward.model.history.Action;
import barton.steward.model.history.Change;
import barton.steward.model.history.Past;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Row;
import barton.steward.model.validation.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stewards did, and its undoing.
public interface HistoryDao {
    /// The newest actions first.
    List<Action> latest(int limit);

    /// The newest action of this executor that was not taken back, and is no taking back itself.
    Optional<Action> latestStanding(String executor);

    /// The newest taking back of this executor that was not taken back itself, where she did nothing else since; taking that back
    /// does again what it took back.
    Optional<Action> latestUndone(String executor);

    /// The changes of one record, the newest first.
    List<Change> of(Table table, Object key, int limit);

    /// What became of one record, which need not be there any more; sees one state of the database.
    Past past(Table table, Object key);

    /// Fields given as JSON as a row of a table: what is computed, and what they lack, is null, and it has no version.
    Row row(Table table, Map<String, String> fields);

    /// The changes of one rule, the newest first.
    List<Change> ofRule(Rule rule, int limit);

    /// Takes an action back where every row of it still is as the action left it; else changes nothing and says why.
    UndoResult undo(long actionId, String executor);

    /// The action that a run of rules was; empty where it changed nothing, and for other runs.
    Optional<Action> ofRun(String run);

    /// Takes a run of rules back: the action that it was.
    UndoResult undoRun(String run, String executor);
}
