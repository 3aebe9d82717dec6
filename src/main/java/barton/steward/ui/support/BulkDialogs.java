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
    public void start(BulkAction action, Selection selection, long selected) {
        flow.announce(action, selection, selected, this::confirm);
    }

    private void confirm(BulkFlow.Announced announced) {
        if (announced.changing() == 0) {
            bench.notices().say(announced.text("nothing"));
        } else {
            bench.dialogs().confirm(announced.text("title"), announced.text("question"), announced.text("button"),
                    () -> flow.perform(announced, result -> done(announced, result)));
        }
    }

    private void done(BulkFlow.Announced announced, BulkResult result) {
        Table table = announced.selection().table();
        switch (result) {
            case BulkResult.Done done -> {
                String text = announced.text("done");
                bench.notices().say(text, Messages.get("history.undo"), () -> bench.undo(done.actionId()));
                bench.changed(table);
            }
            case BulkResult.CountDiffers differs -> {
                bench.changed(table);
                bench.dialogs().confirm(Messages.get("bulk.differs.title"),
                        Messages.get("bulk.differs.question", differs.announced(), differs.actual()), Messages.get("bulk.differs.button"),
                        () -> start(announced.action(), announced.selection(), announced.selected()));
            }
        }
    }
}
