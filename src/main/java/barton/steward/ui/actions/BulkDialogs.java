package barton.steward.ui.actions;

import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Explained;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.task.Job;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// Takes a steward through an action: exactly which rows will change and what that overrides, the go-ahead, and what came of it. Of one
/// record the screen knows that at once, and what is agreed to waits in the queue of decisions; more rows are counted first, in the
/// dialog, so that no key goes elsewhere meanwhile.
public final class BulkDialogs {
    private final AppContext context;
    private final BulkFlow flow;

    public BulkDialogs(AppContext context) {
        this.context = context;
        this.flow = new BulkFlow(context.tasks());
    }

    public void start(BulkAction action, Target target) {
        target.record().ifPresentOrElse(row -> {
            CountedAction known = CountedAction.ofOne(action, row);
            if (known.changing() == 0) {
                context.notices().say(nothing(target, known));
                return;
            }
            context.dialogs().confirm(known.title(), question(known, target), known.text("button"), () -> decide(action, row, target));
        }, () -> count(action, target));
    }

    /// Asks first for the one line that the action needs; of one record that is the go-ahead too.
    public void ask(String name, String value, Function<String, BulkAction> action, Target target) {
        Optional<CountedAction> known = target.record().map(row -> CountedAction.ofOne(action.apply(value), row));
        String text = Messages.get("bulk." + name + ".ask.text", target.count());
        String overrides = known.map(CountedAction::overrides).orElse("");
        context.dialogs().ask(Messages.get("bulk." + name + ".ask", target.called()),
                overrides.isEmpty() ? text : text + "\n\n" + overrides, Messages.get("bulk." + name + ".ask.label"), value,
                known.map(c -> c.text("button")).orElse(Messages.get("bulk.next")),
                typed -> startAgreed(action.apply(typed), target));
    }

    /// The same as [#start], where the steward has agreed already if one record is meant.
    public void startAgreed(BulkAction action, Target target) {
        target.record().ifPresentOrElse(row -> decide(action, row, target), () -> count(action, target));
    }

    private void decide(BulkAction action, Row row, Target target) {
        CountedAction known = CountedAction.ofOne(action, row);
        context.decisions().add(action, row, result -> {
            switch (result) {
                case DecisionResult.Done done -> {
                    context.notices().say(Messages.get("bulk.named", target.called(), known.text("done")), Messages.get("history.undo"),
                            () -> context.undo(done.action()));
                    target.done().run();
                    context.decided(row, done.now());
                }
                case DecisionResult.Nothing _ -> context.notices().say(nothing(target, known));
                case DecisionResult.Outdated _ -> {
                    context.notices().say(Messages.get("bulk.outdated", target.called()));
                    context.changed(row.table());
                }
                case DecisionResult.Unsaved _ -> context.notices().insist(Messages.get("bulk.unsaved", target.called()),
                        Messages.get("record.open"), () -> context.openRecord(row.table(), row.key()));
                case DecisionResult.Failed failed -> context.tasks().fail(new Failure(failed.failure().task(), failed.failure().cause(),
                        () -> decide(action, row, target)));
            }
        });
    }

    private void count(BulkAction action, Target target) {
        var counted = new ReadOnlyObjectWrapper<CountedAction>();
        Label text = Dialogs.paragraph("");
        text.setId("confirm-text");
        text.textProperty().bind(counted.map(c -> question(c, target)).orElse(Messages.get("bulk.counting", target.words())));
        var box = new ModalBox("confirm", Messages.get("bulk.counting.title"), text);
        box.cancel(Messages.get("dialog.cancel"));
        Button ok = box.action("confirm-ok", "", () -> {
            box.close();
            perform(counted.get(), target);
        });
        ok.textProperty().bind(counted.map(c -> c.text("button")).orElse(Messages.get("bulk.counting.button")));
        Explained.when(counted.isNotNull(), Messages.get("whynot.counting"), ok);
        context.dialogs().show(box);
        box.requestFocus();
        Job job = flow.announce(action, target.selection(), target.count(), found -> {
            if (found.changing() == 0) {
                box.close();
                context.notices().say(found.text("nothing"));
            } else {
                box.setTitle(found.title());
                counted.set(found);
                ok.requestFocus();
            }
        }, failure -> {
            box.close();
            context.tasks().fail(new Failure(failure.task(), failure.cause(), () -> start(action, target), true));
        });
        box.onClose(job::drop);
    }

    private static String question(CountedAction announced, Target target) {
        String overrides = announced.overrides();
        String question = overrides.isEmpty() ? announced.text("question") : announced.text("question") + "\n\n" + overrides;
        return Messages.get("bulk.meant", question, target.words());
    }

    private static String nothing(Target target, CountedAction known) {
        return Messages.get("bulk.named", target.called(), Messages.get("bulk." + known.action().name() + ".nothing", 0, 1));
    }

    /// Does what the steward has agreed to already.
    public void perform(CountedAction announced, Target target) {
        flow.perform(announced, result -> done(announced, result, target));
    }

    private void done(CountedAction announced, BulkResult result, Target target) {
        switch (result) {
            case BulkResult.Done done -> {
                context.notices().say(announced.text("done"), Messages.get("history.undo"), () -> context.undo(done.actionId()));
                target.done().run();
            }
            case BulkResult.CountDiffers differs -> context.dialogs().confirm(Messages.get("bulk.differs.title"),
                    Messages.get(differs.announced() == differs.actual() ? "bulk.differs.rows" : "bulk.differs.question",
                            differs.announced(), differs.actual()), Messages.get("bulk.differs.button"),
                    () -> start(announced.action(), target));
        }
        context.changed(announced.selection().table());
    }
}
