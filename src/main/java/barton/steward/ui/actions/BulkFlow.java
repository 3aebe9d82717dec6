package barton.steward.ui.actions;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Does a bulk action in two steps: find out which rows would change, then, once the steward agreed, change exactly so many.
public final class BulkFlow {
    private final Tasks tasks;

    public BulkFlow(Tasks tasks) {
        this.tasks = tasks;
    }

    /// What will be done: these rows of the selection change, once for this request.
    public record CountedAction(BulkAction action, Selection selection, long selected, Reach reach, UUID request) {
        public long changing() {
            return reach.rows();
        }

        /// The question or the button of its confirmation.
        public String text(String part) {
            return Messages.get("bulk." + action.name() + "." + part, changing(), selected - changing(),
                    Messages.rows(selection.table(), changing()));
        }

        /// The title of its confirmation, which names the first rows.
        public String title() {
            String names = reach.first().stream().map(Titles::of).collect(Collectors.joining(", "));
            return Messages.get(changing() > reach.first().size() ? "bulk.named.more" : "bulk.named", text("title"), names);
        }

        /// What it puts in the place of other decisions; blank where there were none.
        public String overrides() {
            var said = new ArrayList<String>();
            say(said, "failed", reach.failed());
            say(said, "rejected", reach.rejected());
            say(said, "validated", reach.validated());
            return String.join(" ", said);
        }

        private static void say(ArrayList<String> said, String what, long rows) {
            if (rows > 0) {
                said.add(Messages.get("bulk.overrides." + what, rows));
            }
        }
    }

    public void announce(BulkAction action, Selection selection, long selected, Consumer<CountedAction> sink) {
        tasks.run(Messages.get("task.count"), () -> action.change().reach(selection), reach -> sink.accept(
                new CountedAction(action, selection, Math.max(selected, reach.rows()), reach, UUID.randomUUID())));
    }

    public void perform(CountedAction announced, Consumer<BulkResult> sink) {
        tasks.work(announced.text("job"), () -> announced.action().change().perform(announced.selection(),
                announced.changing(), announced.request()), sink);
    }
}
