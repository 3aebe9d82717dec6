package barton.steward.ui.actions;

import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;

/// Whom an action means, fixed when it is asked for: what is selected or shown meanwhile is not meant.
/// `words` say it in the middle of a sentence; `name` is what a single record is called, and blank for several;
/// `done` runs after rows were changed.
public record Target(Selection selection, long count, String words, String name, Runnable done) {
    /// The record as it is shown.
    public static Target of(Row shown, String words) {
        return new Target(Selection.Seen.of(shown), 1, words, Titles.of(shown), () -> { });
    }

    /// Who is meant, at the beginning of a question: the name, else how many.
    public String called() {
        return name.isBlank() ? Messages.rows(selection.table(), count) : name;
    }
}
