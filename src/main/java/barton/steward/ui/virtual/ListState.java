package barton.steward.ui.virtual;

import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableListBase;

/// What is known of a list of rows besides the rows.
abstract class ListState extends ObservableListBase<Row> {
    /// How sure the number of rows is: at least these, about these, just these.
    public enum Certainty { AT_LEAST, ABOUT, EXACT }

    final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>();
    final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    final ReadOnlyLongWrapper millis = new ReadOnlyLongWrapper();
    final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
    private Certainty certainty = Certainty.AT_LEAST;

    /// The query whose rows are in the list; null before the first.
    public final ReadOnlyObjectProperty<Query> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public final Query query() {
        return query.get();
    }

    /// Whether the rows of another query are on their way.
    public final ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /// Whether the size is that of the query, and neither an estimate nor just that of the rows read so far.
    public final ReadOnlyBooleanProperty exactProperty() {
        return exact.getReadOnlyProperty();
    }

    public final ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// The count in words: `1,204`, `about 1,000,000`, `200+`.
    public final ReadOnlyStringProperty countTextProperty() {
        return countText.getReadOnlyProperty();
    }

    /// How long the latest question to the database took, in milliseconds.
    public final ReadOnlyLongProperty millisProperty() {
        return millis.getReadOnlyProperty();
    }

    /// Why the rows could not be read; null while all is well. Its retry reads them again.
    public final ReadOnlyObjectProperty<Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    final Certainty certainty() {
        return certainty;
    }

    final void counted(int rows, Certainty sure) {
        certainty = sure;
        String number = Formats.number(rows);
        countText.set(switch (sure) {
            case AT_LEAST -> number + "+";
            case ABOUT -> Messages.get("rows.about", number);
            case EXACT -> number;
        });
        exact.set(sure == Certainty.EXACT);
        count.set(rows);
    }
}
