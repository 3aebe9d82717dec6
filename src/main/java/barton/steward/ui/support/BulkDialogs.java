package barton.steward.ui.support;

import barton.steward.model.BulkResult;
import barton.steward.model.Selection;
import barton.steward.model.Table;

/// Takes a steward through a bulk action: exactly how many rows will change, the go-ahead, and what came of it.
public final class BulkDialogs {
    private final Workbench bench;
    private final BulkFlow flow;

    public BulkDialogs(Workbench bench) {
        this.bench = bench;
        this.flow = new BulkFlow(bench.tasks());
    }

    /// @param selected how many rows the steward has selected
    /// @param rows the selected rows in words
    /// @param onDone runs after rows were changed
    public void start(BulkAction action, Selection selection, long selected, String rows, Runnable onDone) {
        flow.announce(action, selection, selected, announced -> confirm(announced, rows, onDone));
    }

    private void confirm(BulkFlow.Announced announced, String rows, Runnable onDone) {
        if (announced.changing() == 0) {
            bench.notices().say(announced.text("nothing"));
        } else {
            bench.dialogs().confirm(announced.text("title"), Messages.get("bulk.selected", announced.text("question"), rows),
                    announced.text("button"), () -> perform(announced, rows, onDone));
        }
    }

    /// Does what the steward has agreed to already.
    public void perform(BulkFlow.Announced announced, String rows, Runnable onDone) {
        flow.perform(announced, result -> done(announced, result, rows, onDone));
    }

    private void done(BulkFlow.Announced announced, BulkResult result, String rows, Runnable onDone) {
        Table table = announced.selection().table();
        switch (result) {
            case BulkResult.Done done -> {
                String text = announced.text("done");
                bench.notices().say(text, Messages.get("history.undo"), () -> bench.undo(done.actionId()));
                onDone.run();
                bench.changed(table);
            }
            case BulkResult.CountDiffers differs -> {
                bench.changed(table);
                bench.dialogs().confirm(Messages.get("bulk.differs.title"),
                        Messages.get("bulk.differs.question", differs.announced(), differs.actual()), Messages.get("bulk.differs.button"),
                        () -> start(announced.action(), announced.selection(), announced.selected(), rows, onDone));
            }
        }
    }
}
