package barton.steward.service.history;

import barton.steward.catalog.Table;
import barton.steward.dao.history.HistoryDao;
import barton.steward.dao.history.LogDao;
import barton.steward.dao.promotion.TakeBackDao;
import barton.steward.model.history.Action;
import barton.steward.model.history.Past;
import barton.steward.model.history.Run;
import barton.steward.model.history.StandingRun;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stewards did, and its undoing.
public final class History {
    private final HistoryDao dao;
    private final LogDao log;
    private final TakeBackDao takeBacks;
    private final String executor;

    public History(HistoryDao dao, LogDao log, TakeBackDao takeBacks, String executor) {
        this.dao = dao;
        this.log = log;
        this.takeBacks = takeBacks;
        this.executor = executor;
    }

    /// What can be taken back first: the steward's latest action that stands, and the promotion or clearing that stands and is later.
    public record Latest(Optional<Action> action, Optional<StandingRun> run) {
    }

    /// The newest actions first.
    public List<Action> actions(int limit) {
        return dao.latest(limit);
    }

    /// What became of one record, which need not be there any more.
    public Past past(Table table, Object key) {
        return dao.past(table, key);
    }

    /// A record as its past tells it, where it was there then: what is computed is null, as it is not known, and it has no version.
    public Optional<Row> row(Table table, Past.State state) {
        return state.there() ? Optional.of(dao.row(table, state.fields())) : Optional.empty();
    }

    /// The newest runs of the validation log first.
    public List<Run> runs(int limit) {
        return log.latest(limit);
    }

    public Latest latest() {
        Optional<Action> action = dao.latestStanding(executor);
        return new Latest(action, takeBacks.latestStanding(executor, action.map(Action::at).orElse(Instant.EPOCH)));
    }

    /// The latest taking back that can be taken back itself, which does again what it took back: the steward did nothing else since.
    public Optional<Action> redoable() {
        return dao.latestUndone(executor);
    }

    /// The action that a run of rules was; empty where it changed nothing, and for other runs.
    public Optional<Action> ofRun(String run) {
        return dao.ofRun(run);
    }

    /// Takes an action back where every row of it still is as the action left it; else changes nothing and says why.
    public UndoResult undo(long actionId) {
        return dao.undo(actionId, executor);
    }

    /// Takes a run of rules back: the action that it was.
    public UndoResult undoRun(String run) {
        return dao.undoRun(run, executor);
    }
}
