package barton.steward.ui.actions;

import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Collectors;

/// What will be done: these rows of the selection change, once for this request.
/// @param selected how many rows the selection has
public record CountedAction(BulkAction action, Selection selection, long selected, Reach reach, UUID request) {
    /// Of one record, as the screen shows it.
    static CountedAction ofOne(BulkAction action, Row shown) {
        return new CountedAction(action, Selection.Seen.of(shown), 1, action.onOne().apply(shown), UUID.randomUUID());
    }

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
