package barton.steward.ui.table;

import barton.steward.model.StewardException.Kind;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.virtual.RowsViewModel;

/// Why something cannot be done with the rows of a table now.
final class WhyNot {
    private WhyNot() {
    }

    static String of(RowsViewModel model) {
        Failure failure = model.rows().failureProperty().get();
        if (failure != null) {
            return Messages.get(failure.cause().kind() == Kind.NO_DATABASE ? "whynot.away" : "whynot.failed");
        }
        if (model.rows().query() == null || !model.isCurrent()) {
            return Messages.get("whynot.reading");
        }
        return Messages.get(model.canAct() ? "whynot.these" : "whynot.nothing");
    }
}
