package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.history.Action;
import barton.steward.model.history.UndoResult;
import barton.steward.service.history.History;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.RunFlow;
import barton.steward.ui.actions.TakeBackFlow;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;

/// Takes actions back: the steward's latest one, or a certain one.
final class UndoFlow {
    private final AppContext context;

    UndoFlow(AppContext context) {
        this.context = context;
    }

    /// Asks whether the steward's latest action, promotion or clearing that still stands shall be taken back.
    void latest() {
        context.tasks().run(Messages.get("task.history"), () -> context.session().history().latest(), this::offer);
    }

    /// Asks whether what the steward took back last shall be done again.
    void again() {
        context.tasks().run(Messages.get("task.history"), () -> context.session().history().redoable(), found -> found.ifPresentOrElse(
                action -> context.dialogs().confirm(Messages.get("redo.title"),
                        Messages.get("redo.question", action.summary(), Formats.time(action.at()), action.rows()),
                        Messages.get("redo.button"), () -> redo(action.id())),
                () -> context.notices().say(Messages.get("redo.nothing"))));
    }

    private void redo(long undoing) {
        context.tasks().work(Messages.get("task.redo"), () -> context.session().history().undo(undoing),
                result -> done(result, "redo.done", "redo.refused"));
    }

    private void offer(History.Latest latest) {
        latest.run().ifPresentOrElse(run -> {
            switch (run.kind()) {
                case CLEARING -> new RunFlow(context).restore(run.run());
                case PEOPLE_PROMOTION -> TakeBackFlow.open(context, Entity.PERSON, run.run());
                default -> TakeBackFlow.open(context, Entity.COMPANY, run.run());
            }
        }, () -> latest.action().ifPresentOrElse(action -> ask("undo.title", action),
                () -> context.notices().say(Messages.get("undo.nothing"))));
    }

    /// Takes an action back that is seen at one record; where it changed more rows, asks first and says how many.
    void undo(Action action) {
        if (action.rows() == 1) {
            undo(action.id());
        } else {
            ask("undo.titlebulk", action);
        }
    }

    void undo(long actionId) {
        context.tasks().work(Messages.get("task.undo"), () -> context.session().history().undo(actionId),
                result -> done(result, "undo.done", "undo.refused"));
    }

    private void ask(String title, Action action) {
        context.dialogs().confirm(Messages.get(title, action.rows()),
                Messages.get("undo.question", action.summary(), Formats.time(action.at()), action.rows()),
                Messages.get("undo.button"), () -> undo(action.id()));
    }

    private void done(UndoResult result, String done, String refused) {
        switch (result) {
            case UndoResult.Undone undone -> {
                context.notices().say(Messages.get(done, undone.rows()));
                context.changed(Table.values());
            }
            case UndoResult.Refused no -> {
                var box = new ModalBox("undo-refused", Messages.get(refused), Dialogs.paragraph(String.join("\n", no.reasons())));
                box.cancel(Messages.get("dialog.close"));
                context.dialogs().show(box);
            }
        }
    }
}
