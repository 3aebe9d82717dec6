package barton.steward.ui.clusters;

import barton.steward.model.cluster.Cluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A cluster as the steward decides about it: whether it is merged, what its values become, and which of them.
final class ClusterChoice {
    private final Cluster cluster;
    private final BooleanProperty ticked = new SimpleBooleanProperty();
    private final StringProperty value = new SimpleStringProperty();
    private final List<MemberChoice> members;

    /// @param changed runs whenever something else is decided
    ClusterChoice(Cluster cluster, boolean ticked, Runnable changed) {
        this.cluster = cluster;
        this.ticked.set(ticked);
        this.value.set(cluster.value());
        this.members = cluster.members().stream().map(m -> new MemberChoice(m, new SimpleBooleanProperty(m.included()))).toList();
        this.ticked.addListener(o -> changed.run());
        value.addListener(o -> changed.run());
        members.forEach(m -> m.included().addListener(o -> changed.run()));
    }

    record MemberChoice(Cluster.Member member, BooleanProperty included) {
    }

    Cluster cluster() {
        return cluster;
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }

    StringProperty valueProperty() {
        return value;
    }

    List<MemberChoice> members() {
        return members;
    }

    /// What becomes of its values; nothing while it is not said into what.
    Map<String, String> decided() {
        var decided = new LinkedHashMap<String, String>();
        if (ticked.get() && !value.get().isBlank()) {
            members.forEach(m -> decided.put(m.member().value(), m.included().get() ? value.get().strip() : m.member().value()));
        }
        return decided;
    }
}
