package barton.steward.ui.support;

import barton.steward.model.BulkResult;
import barton.steward.model.Selection;
import java.util.UUID;
import java.util.function.Consumer;

/// Does a bulk action in two steps: count how many rows would change, then, once the steward agreed, change exactly those.
public final class BulkFlow {
    private final Tasks tasks;

    public BulkFlow(Tasks tasks) {
        this.tasks = tasks;
    }

    /// What will be done: so many rows of the selection change, once for this request.
    public record Announced(BulkAction action, Selection selection, long selected, long changing, UUID request) {
        /// The title, the question or the button of its confirmation.
        public String text(String part) {
            return Messages.get("bulk." + action.name() + "." + part, changing, selected - changing);
        }
    }

    public void announce(BulkAction action, Selection selection, long selected, Consumer<Announced> sink) {
        tasks.run(Messages.get("task.count"), () -> action.counting().applyAsLong(selection),
                changing -> sink.accept(new Announced(action, selection, Math.max(selected, changing), changing, UUID.randomUUID())));
    }

    public void perform(Announced announced, Consumer<BulkResult> sink) {
        tasks.work(announced.text("job"), () -> announced.action().doing().perform(announced.selection(), announced.changing(),
                announced.request()), sink);
    }
}
