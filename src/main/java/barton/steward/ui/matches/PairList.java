package barton.steward.ui.matches;

import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.PairFilter;
import barton.steward.service.matching.Matching;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The pairs that were read, the highest score first, and the one that is looked at. More are read when the end comes near.
public final class PairList {
    /// So many pairs are read at a time.
    static final int PAGE = 100;
    private static final int NEAR = 10;

    private final Tasks tasks;
    private final Channel paging;
    private final ObservableList<MatchPair> pairs = FXCollections.observableArrayList();
    private final ObservableList<MatchPair> items = FXCollections.unmodifiableObservableList(pairs);
    private final ReadOnlyObjectWrapper<MatchPair> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private Part latest;
    private boolean changing;

    PairList(Tasks tasks) {
        this.tasks = tasks;
        this.paging = tasks.channel();
    }

    /// Some pairs in their order; `whole` where none comes after them.
    record Part(Matching matching, String batch, PairFilter filter, List<MatchPair> pairs, boolean whole) {
        static Part read(Matching matching, String batch, PairFilter filter, Optional<MatchPair> after, int wanted) {
            List<MatchPair> pairs = matching.pairs(batch, filter, after, wanted);
            return new Part(matching, batch, filter, pairs, pairs.size() < wanted);
        }
    }

    public ObservableList<MatchPair> items() {
        return items;
    }

    /// Null where there is none.
    public ReadOnlyObjectProperty<MatchPair> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public MatchPair chosen() {
        return chosen.get();
    }

    /// Whether there are more than were read.
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    /// Looks at a pair of the list. What a list control says while the list is changed under it does not count.
    public void choose(MatchPair pair) {
        if (!changing && pair != null) {
            chosen.set(pair);
            if (pairs.indexOf(pair) >= pairs.size() - NEAR) {
                readMore();
            }
        }
    }

    /// Goes so many pairs down, or up.
    public void move(int steps) {
        if (!pairs.isEmpty()) {
            choose(pairs.get(Math.clamp(pairs.indexOf(chosen.get()) + steps, 0, pairs.size() - 1)));
        }
    }

    /// Reads the next pairs after the last one.
    public void readMore() {
        if (more.get() && !pairs.isEmpty()) {
            more.set(false);
            Part before = latest;
            MatchPair end = pairs.getLast();
            paging.run(Messages.get("matches.reading"),
                    () -> Part.read(before.matching(), before.batch(), before.filter(), Optional.of(end), PAGE), part -> {
                        pairs.addAll(part.pairs());
                        more.set(!part.whole());
                    }, why -> {
                        more.set(true);
                        tasks.fail(why);
                    });
        }
    }

    /// How many have to be read to show what is shown now.
    int wanted() {
        return Math.ceilDiv(Math.max(1, pairs.size()), PAGE) * PAGE;
    }

    void clear() {
        paging.drop();
        more.set(false);
        change(List.of(), null);
    }

    /// Shows what was read anew, and looks at the pair given, else at the one looked at before, else at what stands in its place.
    void replace(Part part, Optional<MatchPair> wanted) {
        paging.drop();
        latest = part;
        int place = Math.max(0, pairs.indexOf(chosen.get()));
        List<MatchPair> now = part.pairs();
        Optional<MatchPair> same = now.stream().filter(p -> chosen.get() != null && p.id() == chosen.get().id()).findFirst();
        change(now, wanted.or(() -> same).orElseGet(() -> now.isEmpty() ? null : now.get(Math.min(place, now.size() - 1))));
        more.set(!part.whole());
    }

    /// The pair was decided about: it stays in the list as it is now, or leaves it, and the next one comes up.
    void follow(MatchPair pair, Optional<MatchPair> now) {
        int place = place(pair);
        if (place < 0) {
            return;
        }
        var changed = new ArrayList<>(pairs);
        changed.remove(place);
        now.ifPresent(p -> changed.add(place, p));
        int next = Math.min(now.isPresent() ? place + 1 : place, changed.size() - 1);
        boolean looked = chosen.get() != null && chosen.get().id() == pair.id();
        change(changed, !looked ? chosen.get() : next < 0 ? null : changed.get(next));
        choose(chosen.get());
    }

    /// The pair is back where it stood by its score, and is looked at where that is wanted, or where nothing else is.
    void restore(MatchPair pair, boolean look) {
        var changed = new ArrayList<>(pairs);
        int place = place(pair);
        if (place >= 0) {
            changed.set(place, pair);
        } else {
            int after = (int) pairs.stream().takeWhile(p -> p.score() > pair.score() || p.score() == pair.score() && p.id() < pair.id())
                    .count();
            changed.add(after, pair);
        }
        change(changed, look || chosen.get() == null ? pair : chosen.get());
    }

    /// The pair leaves the list.
    void remove(MatchPair pair) {
        follow(pair, Optional.empty());
    }

    /// The pair is another now.
    void update(MatchPair now) {
        int place = place(now);
        if (place >= 0) {
            var changed = new ArrayList<>(pairs);
            changed.set(place, now);
            change(changed, chosen.get() != null && chosen.get().id() == now.id() ? now : chosen.get());
        }
    }

    private int place(MatchPair pair) {
        return pairs.stream().map(MatchPair::id).toList().indexOf(pair.id());
    }

    private void change(List<MatchPair> now, MatchPair look) {
        changing = true;
        chosen.set(look);
        if (!pairs.equals(now)) {
            pairs.setAll(now);
        }
        changing = false;
    }
}
