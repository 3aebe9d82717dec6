package barton.steward.ui;

import barton.steward.model.Action;
import barton.steward.model.Table;
import barton.steward.model.UndoResult;
import barton.steward.ui.support.Dialogs;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ModalBox;
import barton.steward.ui.support.Workbench;
import java.util.Optional;

/// Takes actions back: the steward's latest one, or a certain one.
final class UndoFlow {
    private static final int LOOKED_AT = 100;

    private final Workbench bench;

    UndoFlow(Workbench bench) {
        this.bench = bench;
    }

    /// Asks whether the steward's latest action that still stands shall be taken back.
    void latest() {
        bench.tasks().run(Messages.get("task.history"), () -> bench.desk().daos().history().latest(LOOKED_AT).stream()
                .filter(a -> a.executor().equals(bench.desk().executor()) && a.undoneBy() == null && !a.kind().equals("undo"))
                .findFirst(), this::ask);
    }

    void undo(long actionId) {
        bench.tasks().work(Messages.get("task.undo"), () -> bench.desk().daos().history().undo(actionId, bench.desk().executor()),
                this::done);
    }

    private void ask(Optional<Action> found) {
        if (found.isEmpty()) {
            bench.notices().say(Messages.get("undo.nothing"));
            return;
        }
        Action action = found.get();
        bench.dialogs().confirm(Messages.get("undo.title"),
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
