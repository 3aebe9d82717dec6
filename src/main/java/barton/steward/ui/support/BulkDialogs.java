package barton.steward.ui.support;

import barton.steward.model.BulkResult;
import barton.steward.model.Table;
import java.util.function.Consumer;

/// Takes a steward through a bulk action: exactly which rows will change and what that overrides, the go-ahead, and what came of it.
public final class BulkDialogs {
    private final Workbench bench;
    private final BulkFlow flow;

    public BulkDialogs(Workbench bench) {
        this.bench = bench;
        this.flow = new BulkFlow(bench.tasks());
    }

    public void start(BulkAction action, Target target) {
        announce(action, target, announced -> confirm(announced, target));
    }

    /// Does it without asking.
    public void startAtOnce(BulkAction action, Target target) {
        announce(action, target, announced -> perform(announced, target));
    }

    private void announce(BulkAction action, Target target, Consumer<BulkFlow.Announced> sink) {
        flow.announce(action, target.selection(), target.count(), announced -> {
            if (announced.reach().outdated()) {
                bench.notices().say(Messages.get("bulk.outdated", target.called()));
                bench.changed(target.selection().table());
            } else if (announced.changing() == 0) {
                bench.notices().say(announced.text("nothing"));
            } else {
                sink.accept(announced);
            }
        });
    }

    private void confirm(BulkFlow.Announced announced, Target target) {
        String overrides = announced.overrides();
        String question = overrides.isEmpty() ? announced.text("question") : announced.text("question") + "\n\n" + overrides;
        bench.dialogs().confirm(announced.title(), Messages.get("bulk.meant", question, target.words()), announced.text("button"),
                () -> perform(announced, target));
    }

    /// Does what the steward has agreed to already.
    public void perform(BulkFlow.Announced announced, Target target) {
        flow.perform(announced, result -> done(announced, result, target));
    }

    private void done(BulkFlow.Announced announced, BulkResult result, Target target) {
        Table table = announced.selection().table();
        switch (result) {
            case BulkResult.Done done -> {
                String text = announced.text("done");
                bench.notices().say(text, Messages.get("history.undo"), () -> bench.undo(done.actionId()));
                target.done().run();
                bench.changed(table);
            }
            case BulkResult.CountDiffers differs -> {
                bench.changed(table);
                bench.dialogs().confirm(Messages.get("bulk.differs.title"),
                        Messages.get("bulk.differs.question", differs.announced(), differs.actual()), Messages.get("bulk.differs.button"),
                        () -> start(announced.action(), target));
            }
        }
    }
}
