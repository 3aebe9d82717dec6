package barton.steward.ui.clusters;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.model.StewardException;
import barton.steward.model.cluster.Cluster;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.service.Session;
import barton.steward.service.cluster.Clusters;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.CountedAction;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Spellings of one thing in a field, by a method, and what is decided about them.
final class ClustersViewModel {
    /// As many are shown, those of most rows.
    static final int MOST = 1_000;

    private final Session session;
    private final Selection rows;
    private final Channel finding;
    private final Channel counting;
    private final Runnable decidedOther;
    private final List<Field> fields;
    private final ObjectProperty<Field> field = new SimpleObjectProperty<>();
    private final ObjectProperty<ClusterMethod> method = new SimpleObjectProperty<>(ClusterMethod.FINGERPRINT);
    private final ObservableList<ClusterChoice> clusters = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<CountedAction> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private int more;

    /// @param decidedOther runs whenever something else is decided, after which [#count] is due
    ClustersViewModel(Session session, Tasks tasks, Selection rows, Runnable decidedOther) {
        this.session = session;
        this.rows = rows;
        this.finding = tasks.channel();
        this.counting = tasks.channel();
        this.decidedOther = decidedOther;
        this.fields = Clusters.fields(Entity.ofIntake(rows.table()).orElseThrow());
        field.addListener(o -> find());
        method.addListener(o -> find());
    }

    List<Field> fields() {
        return fields;
    }

    ObjectProperty<Field> fieldProperty() {
        return field;
    }

    ObjectProperty<ClusterMethod> methodProperty() {
        return method;
    }

    /// Those of most rows first.
    ObservableList<ClusterChoice> clusters() {
        return clusters;
    }

    /// How many there are beyond those shown.
    int more() {
        return more;
    }

    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// The merge of what is ticked, counted; null while it is not known, or nothing is ticked.
    ReadOnlyObjectProperty<CountedAction> mergeProperty() {
        return merge.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void find() {
        looking.set(true);
        problem.set(null);
        clusters.clear();
        changed();
        Field of = field.get();
        ClusterMethod by = method.get();
        finding.run(Messages.get("clusters.looking"), () -> session.clusters().find(rows, of, by), this::found, failure -> {
            looking.set(false);
            problem.set(failure.cause());
        });
    }

    void tickAll(boolean all) {
        clusters.forEach(c -> c.tickedProperty().set(all));
    }

    /// What becomes of the values of all that is ticked.
    Map<String, String> decided() {
        var decided = new LinkedHashMap<String, String>();
        clusters.forEach(c -> decided.putAll(c.decided()));
        return decided;
    }

    /// It is not wanted any more.
    void drop() {
        finding.drop();
        counting.drop();
    }

    private void found(List<Cluster> found) {
        more = Math.max(0, found.size() - MOST);
        clusters.setAll(found.stream().limit(MOST)
                .map(c -> new ClusterChoice(c, method.get() == ClusterMethod.REMEMBERED, this::changed)).toList());
        looking.set(false);
        changed();
    }

    private void changed() {
        counting.drop();
        merge.set(null);
        decidedOther.run();
    }

    /// Finds out how many rows the merge of what is ticked changes.
    void count() {
        Map<String, String> decided = decided();
        if (!decided.isEmpty()) {
            var action = new BulkAction("merge", session.review().fix(field.get(), new Fix.Merge(decided)));
            counting.run(Messages.get("task.count"), () -> {
                Reach reach = action.change().reach(rows);
                return new CountedAction(action, rows, reach.rows(), reach, UUID.randomUUID());
            }, merge::set, failure -> problem.set(failure.cause()));
        }
    }
}
