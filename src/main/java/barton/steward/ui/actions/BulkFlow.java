package barton.steward.ui.actions;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.UUID;
import java.util.function.Consumer;

/// Does a bulk action in two steps: find out which rows would change, then, once the steward agreed, change exactly so many.
public final class BulkFlow {
    private final Tasks tasks;

    public BulkFlow(Tasks tasks) {
        this.tasks = tasks;
    }

    public Job announce(BulkAction action, Selection selection, long selected, Consumer<CountedAction> sink, Consumer<Failure> onFailure) {
        return tasks.run(Messages.get("task.count"), () -> action.change().reach(selection), reach -> sink.accept(
                new CountedAction(action, selection, Math.max(selected, reach.rows()), reach, UUID.randomUUID())), onFailure);
    }

    public void perform(CountedAction announced, Consumer<BulkResult> sink) {
        tasks.work(announced.text("job"), () -> announced.action().change().perform(announced.selection(),
                announced.reach(), announced.request()), sink);
    }
}
