package barton.steward.ui.record;

import barton.steward.model.query.Row;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.util.stream.Collectors;

/// Tells the steward of edits of a record that met somebody else's, and of those that could not be saved and are out of sight.
final class EditTroubles {
    private EditTroubles() {
    }

    /// @param resolved runs when she chose between her values and the others'
    static void tell(AppContext context, RecordViewModel model, Runnable resolved) {
        model.conflictProperty().addListener((o, was, conflict) -> {
            if (conflict != null) {
                ConflictDialog.open(context.dialogs(), conflict, chosen -> {
                    model.resolve(conflict, chosen);
                    resolved.run();
                });
            }
        });
        model.onUnsaved(typed -> {
            Row row = typed.getFirst().row();
            String fields = typed.stream().map(d -> Messages.field(row.table(), d.field())).collect(Collectors.joining(", "));
            context.notices().insist(Messages.get("record.unsaved", fields, Titles.of(row), typed.getFirst().reason()),
                    Messages.get("record.open"), () -> context.resume(row, typed.getFirst().field(), model.handOver(row)));
        });
    }
}
