package barton.steward.ui.profile;

import barton.steward.config.Visible;
import barton.steward.model.profile.Unlike;
import barton.steward.ui.support.Messages;
import java.util.function.UnaryOperator;

/// In what a column is unlike before, in a sentence.
final class UnlikeText {
    private UnlikeText() {
    }

    /// @param title what the screen calls a column
    static String of(Unlike unlike, UnaryOperator<String> title) {
        String what = switch (unlike.kind()) {
            case SWAPPED, RESEMBLES -> title.apply(unlike.what());
            default -> unlike.what() == null ? "" : Visible.value(unlike.what());
        };
        return Messages.get("profile.unlike." + unlike.kind(), title.apply(unlike.column()), percent(unlike.now()),
                percent(unlike.before()), what);
    }

    private static String percent(double share) {
        return Messages.get("profile.percent", 100 * share);
    }
}
