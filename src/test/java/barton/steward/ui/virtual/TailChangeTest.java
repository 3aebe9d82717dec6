package barton.steward.ui.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.query.Row;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class TailChangeTest {
    private static final ObservableList<Row> LIST = FXCollections.emptyObservableList();
    private static final int MANY = 10_000_000;

    @Test
    void rowsThatCameWereAddedAtTheEnd() {
        Change<Row> change = only(new TailChange(LIST, 200, MANY));
        assertThat(change.wasAdded()).isTrue();
        assertThat(change.wasRemoved() || change.wasUpdated() || change.wasReplaced() || change.wasPermutated()).isFalse();
        assertThat(List.of(change.getFrom(), change.getTo(), change.getAddedSize())).containsExactly(200, MANY, MANY - 200);
    }

    @Test
    void rowsThatWentWereRemovedFromTheEnd() {
        Change<Row> change = only(new TailChange(LIST, MANY, 3));
        assertThat(change.wasRemoved()).isTrue();
        assertThat(change.wasAdded() || change.wasUpdated() || change.wasReplaced() || change.wasPermutated()).isFalse();
        assertThat(List.of(change.getFrom(), change.getTo(), change.getRemovedSize())).containsExactly(3, 3, MANY - 3);
    }

    @Test
    void asManyOthersAreAnUpdateOfAll() {
        Change<Row> change = only(new TailChange(LIST, 200, 200));
        assertThat(change.wasUpdated()).isTrue();
        assertThat(change.wasAdded() || change.wasRemoved() || change.wasPermutated()).isFalse();
        assertThat(List.of(change.getFrom(), change.getTo())).containsExactly(0, 200);
    }

    @Test
    void eachListenerGoesThroughItAnew() {
        var change = new TailChange(LIST, 1, 2);
        only(change);
        change.reset();
        only(change);
    }

    private static Change<Row> only(Change<Row> change) {
        assertThat(change.next()).isTrue();
        assertThat(change.next()).isFalse();
        return change;
    }
}
