package barton.steward.ui;

import barton.steward.model.Action;
import barton.steward.model.Table;
import barton.steward.model.UndoResult;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Workbench;

/// Takes actions back: the steward's latest one, or a certain one.
final class UndoFlow {
    private final Workbench bench;

    UndoFlow(Workbench bench) {
        this.bench = bench;
    }

    /// Asks whether the steward's latest action that still stands shall be taken back.
    void latest() {
        bench.tasks().run(Messages.get("task.history"), () -> bench.desk().daos().history().latestStanding(bench.desk().executor()),
                found -> found.ifPresentOrElse(action -> ask("undo.title", action),
                        () -> bench.notices().say(Messages.get("undo.nothing"))));
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
        bench.tasks().work(Messages.get("task.undo"), () -> bench.desk().daos().history().undo(actionId, bench.desk().executor()),
                this::done);
    }

    private void ask(String title, Action action) {
        bench.dialogs().confirm(Messages.get(title, action.rows()),
                Messages.get("undo.question", action.summary(), Formats.time(action.at()), action.rows()),
                Messages.get("undo.button"), () -> undo(action.id()));
    }

    private void done(UndoResult result) {
        switch (result) {
            case UndoResult.Undone undone -> {
                bench.notices().say(Messages.get("undo.done", undone.rows()));
                bench.changed(Table.values());
            }
            case UndoResult.Refused refused -> {
                var box = new ModalBox("undo-refused", Messages.get("undo.refused"),
                        Dialogs.paragraph(String.join("\n", refused.reasons())));
                box.cancel(Messages.get("dialog.close"));
                bench.dialogs().show(box);
            }
        }
    }
}
