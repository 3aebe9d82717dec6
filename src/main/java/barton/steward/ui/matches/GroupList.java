package barton.steward.ui.matches;

import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// The groups that were read, those that are surest as a whole first, the one that is looked at, and which of its records are taken out.
public final class GroupList {
    private final ObservableList<PairGroup> groups = FXCollections.observableArrayList();
    private final ObservableList<PairGroup> items = FXCollections.unmodifiableObservableList(groups);
    private final ReadOnlyObjectWrapper<PairGroup> chosen = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<Integer> out = FXCollections.observableSet();
    private boolean changing;

    GroupList() {
        chosen.addListener((o, was, now) -> {
            if (was == null || now == null || !was.records().equals(now.records())) {
                out.clear();
            }
        });
    }

    /// A group, and where it stood in the list.
    record Place(PairGroup group, int index) {
    }

    public ObservableList<PairGroup> items() {
        return items;
    }

    /// Null where there is none.
    public ReadOnlyObjectProperty<PairGroup> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public PairGroup chosen() {
        return chosen.get();
    }

    /// Which records of the chosen group are taken out of it, from 0.
    public ObservableSet<Integer> out() {
        return out;
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /// What a list control says while the list is changed under it does not count.
    public void choose(PairGroup group) {
        if (!changing && group != null) {
            chosen.set(group);
        }
    }

    /// Goes so many groups down, or up.
    public void move(int steps) {
        if (!groups.isEmpty()) {
            choose(groups.get(Math.clamp(groups.indexOf(chosen.get()) + steps, 0, groups.size() - 1)));
        }
    }

    /// Takes a record of the chosen group out, or in again; one at least stays.
    public void take(int record) {
        if (chosen.get() != null && record < chosen.get().records().size() && !out.remove(record)
                && out.size() + 1 < chosen.get().records().size()) {
            out.add(record);
        }
    }

    /// The records that are taken out.
    Set<Row> taken() {
        return out.stream().map(chosen.get().records()::get).collect(Collectors.toSet());
    }

    /// Shows what was read anew, and looks at the group of before, else at what stands in its place.
    void replace(List<PairGroup> now) {
        int place = Math.max(0, groups.indexOf(chosen.get()));
        PairGroup before = chosen.get();
        PairGroup same = now.stream().filter(g -> before != null && ids(g).equals(ids(before))).findFirst().orElse(null);
        change(now, same != null ? same : now.isEmpty() ? null : now.get(Math.min(place, now.size() - 1)));
    }

    private static Set<Object> ids(PairGroup group) {
        return group.records().stream().map(r -> List.of(r.table(), r.key())).collect(Collectors.toSet());
    }

    /// The chosen group was decided: it leaves the list, or stays, and the next one comes up.
    Place follow(boolean stays) {
        PairGroup group = chosen.get();
        int index = groups.indexOf(group);
        var changed = new ArrayList<>(groups);
        if (!stays) {
            changed.remove(index);
        }
        int next = Math.min(stays ? index + 1 : index, changed.size() - 1);
        change(changed, next < 0 ? null : changed.get(next));
        return new Place(group, index);
    }

    /// The group is back where it stood, and is looked at where that is wanted, or where nothing else is.
    void restore(Place place, boolean look) {
        var changed = new ArrayList<>(groups);
        if (!changed.contains(place.group())) {
            changed.add(Math.min(place.index(), changed.size()), place.group());
        }
        change(changed, look || chosen.get() == null ? place.group() : chosen.get());
    }

    private void change(List<PairGroup> now, PairGroup look) {
        changing = true;
        chosen.set(look);
        groups.setAll(now);
        changing = false;
    }
}
