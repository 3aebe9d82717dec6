package barton.steward.ui.matches;

import barton.steward.model.StewardException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was not kept. It stays said while others are decided about, until that is decided or the steward looks elsewhere.
final class Trouble {
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private Object with;

    /// Null where there is none.
    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @param about what the trouble is with; null where it is with nothing that could be decided
    void say(Object about, String message, String advice) {
        with = about;
        problem.set(StewardException.refused(message, advice));
    }

    /// @param about only what is said of this, or of nothing; null for all
    void forget(Object about) {
        if (about == null || with == null || with.equals(about)) {
            with = null;
            problem.set(null);
        }
    }
}
