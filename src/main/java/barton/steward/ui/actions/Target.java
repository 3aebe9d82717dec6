package barton.steward.ui.actions;

import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.util.Optional;

/// Whom an action means, fixed when it is asked for: one record as it is shown, or several rows.
/// @param words say it in the middle of a sentence
/// @param done  runs after rows were changed
public record Target(Selection selection, long count, Optional<Row> record, String words, Runnable done) {
    public static Target of(Row shown) {
        return of(shown, Titles.of(shown), () -> { });
    }

    public static Target of(Row shown, String words, Runnable done) {
        return new Target(Selection.Seen.of(shown), 1, Optional.of(shown), words, done);
    }

    public static Target of(Selection rows, long count, String words, Runnable done) {
        return new Target(rows, count, Optional.empty(), words, done);
    }

    /// Who is meant, at the beginning of a question: the record, else how many.
    public String called() {
        return record.map(Titles::of).orElseGet(() -> Messages.rows(selection.table(), count));
    }
}
