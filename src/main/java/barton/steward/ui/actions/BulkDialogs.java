package barton.steward.ui.actions;

import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.ui.support.Messages;
import java.util.function.Consumer;

/// Takes a steward through a bulk action: exactly which rows will change and what that overrides, the go-ahead, and what came of it.
public final class BulkDialogs {
    private final AppContext context;
    private final BulkFlow flow;

    public BulkDialogs(AppContext context) {
        this.context = context;
        this.flow = new BulkFlow(context.tasks());
    }

    public void start(BulkAction action, Target target) {
        announce(action, target, announced -> confirm(announced, target));
    }

    /// Does it without asking.
    public void startAtOnce(BulkAction action, Target target) {
        announce(action, target, announced -> perform(announced, target));
    }

    private void announce(BulkAction action, Target target, Consumer<BulkFlow.CountedAction> sink) {
        flow.announce(action, target.selection(), target.count(), announced -> {
            if (announced.reach().outdated()) {
                context.notices().say(Messages.get("bulk.outdated", target.called()));
                context.changed(target.selection().table());
            } else if (announced.changing() == 0) {
                context.notices().say(announced.text("nothing"));
            } else {
                sink.accept(announced);
            }
        });
    }

    private void confirm(BulkFlow.CountedAction announced, Target target) {
        String overrides = announced.overrides();
        String question = overrides.isEmpty() ? announced.text("question") : announced.text("question") + "\n\n" + overrides;
        context.dialogs().confirm(announced.title(), Messages.get("bulk.meant", question, target.words()), announced.text("button"),
                () -> perform(announced, target));
    }

    /// Does what the steward has agreed to already.
    public void perform(BulkFlow.CountedAction announced, Target target) {
        flow.perform(announced, result -> done(announced, result, target));
    }

    private void done(BulkFlow.CountedAction announced, BulkResult result, Target target) {
        Table table = announced.selection().table();
        switch (result) {
            case BulkResult.Done done -> {
                String text = announced.text("done");
                context.notices().say(text, Messages.get("history.undo"), () -> context.undo(done.actionId()));
                target.done().run();
                context.changed(table);
            }
            case BulkResult.CountDiffers differs -> {
                context.changed(table);
                context.dialogs().confirm(Messages.get("bulk.differs.title"),
                        Messages.get("bulk.differs.question", differs.announced(), differs.actual()), Messages.get("bulk.differs.button"),
                        () -> start(announced.action(), target));
            }
        }
    }
}
