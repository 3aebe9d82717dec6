package barton.steward.ui.matches;

import barton.steward.catalog.Entity;
import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.matching.PairGroup;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.matching.Matching;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The pairs of one batch, the chosen one, and the decisions about them.
public final class MatchesViewModel {
    private static final String MEMORY = "matches.batch";
    private static final String BLIND = "matches.blind";
    private static final String GROUPED = "matches.grouped";
    private static final String KIND = "matches.entity";

    /// Groups are of so many pairs, the likeliest.
    private static final int GROUPED_PAIRS = 2_000;
    private final Tasks tasks;
    private final Session session;
    private final Decisions decisions;
    private final Preferences preferences;
    private final Channel channel;
    private final PairList pairs;
    private final GroupList groups = new GroupList();
    private final BooleanProperty grouped = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Entity> entity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper batch = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<PairFilter> filter = new ReadOnlyObjectWrapper<>(PairFilter.UNDECIDED);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> failure = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<MatchField> copied = FXCollections.observableSet();
    private final BooleanProperty blind = new SimpleBooleanProperty();
    private final Agreements agreements = new Agreements();
    private final Trouble trouble = new Trouble();
    private final GroupDecisions ofGroups;
    private final ReadOnlyStringWrapper back = new ReadOnlyStringWrapper("");
    private final Consumer<Decided> onDecided;

    /// NO_BATCH: intake has none. NOT_SEARCHED: nobody looked for pairs in this batch. NOTHING_FOUND: no pair of it is shown.
    /// ALL_DECIDED, NONE_DECIDED: the filter finds none. NO_GROUP: there are pairs, but no group of them. FAILED: they could not be read.
    public enum State { LOADING, NO_BATCH, NOT_SEARCHED, NOTHING_FOUND, ALL_DECIDED, NONE_DECIDED, NO_GROUP, READY, FAILED }

    /// How it stands with a batch; no run where nobody looked for pairs in it.
    /// @param inMaster so many records are in master now; empty where that was not asked, because there are pairs
    public record Facts(Entity entity, String batch, Optional<MatchRun> run, MatchCounts counts, MatchThresholds thresholds,
                        OptionalLong inMaster) {
        boolean anyPair() {
            return counts.open() + counts.later() + counts.same() + counts.different() > 0;
        }
    }

    /// @param groups empty where pairs are looked at one by one
    private record Read(Facts facts, PairList.Part pairs, Optional<List<PairGroup>> groups, long ended) {
    }

    /// @param onDecided told of each decision that was kept
    public MatchesViewModel(Session session, Tasks tasks, Preferences preferences, Consumer<Decided> onDecided) {
        this.session = session;
        this.tasks = tasks;
        this.entity.set(preferences.get(KIND, Entity.class).orElse(Entity.COMPANY));
        grouped.set(preferences.get(GROUPED, Boolean.class).orElse(false));
        grouped.addListener((o, was, now) -> {
            preferences.put(GROUPED, now);
            anew();
        });
        blind.set(preferences.get(BLIND, Boolean.class).orElse(false));
        blind.addListener((o, was, now) -> preferences.put(BLIND, now));
        this.decisions = new Decisions(session, tasks);
        this.preferences = preferences;
        this.onDecided = onDecided;
        this.ofGroups = new GroupDecisions(groups, decisions, trouble, this);
        this.channel = tasks.channel();
        this.pairs = new PairList(tasks);
        pairs.chosenProperty().addListener((o, was, now) -> chosen(was, now));
        looking.bind(Bindings.createBooleanBinding(() -> grouped.get() ? groups.chosen() != null : pairs.chosen() != null, grouped,
                groups.chosenProperty(), pairs.chosenProperty()));
    }

    /// The pairs that the filter finds, as far as they were read, and the chosen one.
    public PairList pairs() {
        return pairs;
    }

    /// The groups of the likeliest pairs, as far as the filter finds them, and the chosen one.
    public GroupList groups() {
        return groups;
    }

    /// Whether pairs are looked at in groups.
    public BooleanProperty groupedProperty() {
        return grouped;
    }

    /// Whether there is a pair, or a group, to decide about.
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Whether companies are matched, or people.
    public ReadOnlyObjectProperty<Entity> entityProperty() {
        return entity.getReadOnlyProperty();
    }

    /// Null where there is none.
    public ReadOnlyStringProperty batchProperty() {
        return batch.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PairFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Of the batch that is shown; null before they were read.
    public ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Why the pairs could not be read.
    public ReadOnlyObjectProperty<StewardException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// Why the last decision was not kept; null where it was.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return trouble.problemProperty();
    }

    /// The latest decision that was taken here; null where none was.
    public ReadOnlyObjectProperty<Decided> lastProperty() {
        return decisions.lastProperty();
    }

    /// Whether score and suggestion are kept back until a pair is decided.
    public BooleanProperty blindProperty() {
        return blind;
    }

    /// What was taken back last, as a sentence; empty where something was decided since.
    public ReadOnlyStringProperty backProperty() {
        return back.getReadOnlyProperty();
    }

    /// What goes from the row of intake into the other side when the chosen pair is decided to be the same.
    public ObservableSet<MatchField> copied() {
        return copied;
    }

    public void choose(String wanted) {
        if (!wanted.equals(batch.get())) {
            batch.set(wanted);
            preferences.put(memory(), wanted);
            anew();
        }
    }

    public void choose(Entity wanted) {
        if (wanted != entity.get()) {
            entity.set(wanted);
            preferences.put(KIND, wanted);
            batch.set(null);
            facts.set(null);
            anew();
        }
    }

    private String memory() {
        return entity.get() == Entity.COMPANY ? MEMORY : MEMORY + "." + entity.get().word();
    }

    private Matching matching() {
        return session.matching().of(entity.get());
    }

    public void show(PairFilter wanted) {
        if (wanted != filter.get()) {
            filter.set(wanted);
            anew();
        }
    }

    private void anew() {
        trouble.forget(null);
        pairs.clear();
        groups.replace(List.of());
        state.set(State.LOADING);
        refresh();
    }

    /// Reads anew what is shown.
    public void refresh() {
        if (state.get() == State.FAILED) {
            state.set(State.LOADING);
        }
        String of = batch.get();
        Entity kind = entity.get();
        PairFilter which = filter.get();
        int wanted = pairs.wanted();
        long ended = decisions.line().ended();
        if (of == null) {
            channel.run(Messages.get("matches.reading"), () -> firstBatch(kind),
                    found -> found.ifPresentOrElse(this::choose, () -> state.set(State.NO_BATCH)), this::failed);
        } else {
            Matching matching = matching();
            boolean together = grouped.get();
            channel.run(Messages.get("matches.reading"), () -> new Read(facts(kind, of),
                    PairList.Part.read(matching, of, which, Optional.empty(), wanted),
                    together ? Optional.of(groups(matching, of, which)) : Optional.empty(), ended), this::arrived, this::failed);
        }
    }

    private static List<PairGroup> groups(Matching matching, String of, PairFilter which) {
        return matching.groups(of, GROUPED_PAIRS).stream()
                .filter(g -> which == PairFilter.ALL || g.undecided().isEmpty() == (which == PairFilter.DECIDED)).toList();
    }

    private Facts facts(Entity kind, String of) {
        Matching matching = session.matching().of(kind);
        var read = new Facts(kind, of, matching.lastRun(of), matching.counts(of), matching.thresholds(), OptionalLong.empty());
        return read.anyPair() || read.run().isEmpty() ? read : new Facts(kind, of, read.run(), read.counts(), read.thresholds(),
                OptionalLong.of(session.tables().count(new Selection.Matching(Query.all(kind.master()), Set.of()))));
    }

    /// The one that was looked at last time, else the one that was searched last, else the newest.
    private Optional<String> firstBatch(Entity kind) {
        List<String> known = session.review().batchIds(kind);
        Map<String, Long> searched = session.matching().of(kind).open();
        return preferences.get(memory(), String.class).filter(known::contains)
                .or(() -> searched.keySet().stream().filter(known::contains).findFirst())
                .or(() -> known.stream().findFirst());
    }

    private void failed(Failure why) {
        // Pairs that are there stay while the database is away; where it is looked at, that is told.
        if (facts.get() == null || why.cause().kind() != StewardException.Kind.NO_DATABASE) {
            failure.set(why.cause());
            state.set(State.FAILED);
        }
    }

    private void arrived(Read read) {
        if (!decisions.line().isIdle() || decisions.line().ended() != read.ended()) {
            // What was read is of before a decision; it would bring back pairs that are decided.
            decisions.line().whenIdle(this::refresh);
            return;
        }
        facts.set(read.facts());
        Decided last = decisions.lastProperty().get();
        Optional<MatchPair> undone = Optional.ofNullable(last).filter(d -> d.entity() == entity.get())
                .flatMap(d -> read.pairs().pairs().stream()
                .filter(p -> p.id() == d.pair().id() && !p.decision().equals(d.pair().decision())).findFirst());
        undone.ifPresent(pair -> decisions.forget(last));
        pairs.replace(read.pairs(), undone);
        read.groups().ifPresent(groups::replace);
        state.set(state(read.facts()));
    }

    private State state(Facts read) {
        if (grouped.get() && !groups.isEmpty() || !grouped.get() && !pairs.isEmpty()) {
            return State.READY;
        }
        if (grouped.get() && !pairs.isEmpty()) {
            return State.NO_GROUP;
        }
        if (read.run().isEmpty()) {
            return State.NOT_SEARCHED;
        }
        if (!read.anyPair()) {
            return State.NOTHING_FOUND;
        }
        return filter.get() == PairFilter.DECIDED ? State.NONE_DECIDED : State.ALL_DECIDED;
    }

    private void chosen(MatchPair was, MatchPair now) {
        if (was == null || now == null || was.id() != now.id()) {
            copied.clear();
        } else {
            Comparison.of(now).stream().filter(c -> !c.takeable()).map(Comparison::field).forEach(copied::remove);
        }
    }

    /// Takes all that can be taken from the row of intake, or nothing where all of it is taken already.
    public void copyAll() {
        if (pairs.chosen() != null) {
            List<MatchField> all = Comparison.of(pairs.chosen()).stream().filter(Comparison::takeable).map(Comparison::field).toList();
            if (copied.containsAll(all)) {
                copied.clear();
            } else {
                copied.addAll(all);
            }
        }
    }

    /// Goes so many pairs, or groups, down, or up.
    public void move(int steps) {
        trouble.forget(null);
        if (grouped.get()) {
            groups.move(steps);
        } else {
            pairs.move(steps);
        }
    }

    /// Decides about the chosen pair, or group, and goes to the next one at once; it is written after what was decided before. Of a group
    /// whose records are taken out in part, *same* is about those that stay.
    public void decide(MatchVerdict verdict) {
        if (!grouped.get()) {
            decidePair(verdict);
        } else if (groups.chosen() != null) {
            back.set("");
            ofGroups.decide(matching(), verdict);
        }
    }

    /// Splits the chosen group at its weakest link: each part is the same, and the one is not the other.
    public void split() {
        if (grouped.get() && groups.chosen() != null) {
            back.set("");
            ofGroups.split(matching());
        }
    }

    /// What was decided blind is told the score.
    String told(MatchPair decided) {
        return agreements.tell(blind.get(), decided);
    }

    void keep(Decided decided) {
        onDecided.accept(decided);
    }

    void fail(Failure why) {
        tasks.fail(new Failure(why.task(), why.cause(), this::refresh));
    }

    boolean isShown(GroupList.Place place) {
        MatchPair one = place.group().weakest();
        return grouped.get() && entity(one) == entity.get() && one.batch().equals(batch.get());
    }

    private void decidePair(MatchVerdict verdict) {
        MatchPair pair = pairs.chosen();
        if (pair == null) {
            return;
        }
        Set<MatchField> take = verdict == MatchVerdict.SAME ? Set.copyOf(copied) : Set.of();
        trouble.forget(pair.id());
        back.set("");
        Matching matching = matching();
        Optional<Decisions.Step<?>> before = decisions.unwritten(shown -> shown instanceof MatchPair p && p.id() == pair.id());
        pairs.follow(pair, Optional.of(pair).filter(p -> filter.get() == PairFilter.DECIDED ? verdict != MatchVerdict.LATER
                : verdict == MatchVerdict.LATER));
        decisions.add(pair, () -> matching.decide(before.flatMap(Decisions.Step::decided).map(Decided::pair).orElse(pair), verdict, take),
                result -> decided(pair, verdict, take, result), why -> lost(pair, why));
    }

    private Optional<Decided> decided(MatchPair pair, MatchVerdict verdict, Set<MatchField> take, DecideResult result) {
        switch (result) {
            case DecideResult.Decided done -> {
                pairs.update(done.pair());
                var decided = new Decided(entity(pair), List.of(done.actionId()), List.of(done.pair()), verdict, take,
                        Called.decided(pair, verdict, take) + told(done.pair()));
                onDecided.accept(decided);
                return Optional.of(decided);
            }
            case DecideResult.Changed changed -> {
                back(changed.now());
                trouble.say(pair.id(), Called.both(pair, Messages.get("matches.changed")), Messages.get("matches.changed.advice"));
            }
            case DecideResult.Refused refused -> {
                back(pair);
                trouble.say(pair.id(), Called.both(pair, refused.reason()), "");
            }
            case DecideResult.Gone _ -> {
                pairs.remove(pair);
                trouble.say(pair.id(), Called.both(pair, Messages.get("matches.gone")), "");
            }
        }
        return Optional.empty();
    }

    /// The pair is to be decided still. What is looked at meanwhile stays: the next key is about that.
    private void back(MatchPair pair) {
        if (entity(pair) == entity.get() && pair.batch().equals(batch.get()) && listed(pair)) {
            pairs.restore(pair, false);
            state.set(State.READY);
        }
    }

    private void lost(MatchPair pair, Failure why) {
        back(pair);
        trouble.say(pair.id(), Called.both(pair, Messages.get("matches.lost", why.cause().getMessage())),
                Messages.get("matches.lost.advice"));
        fail(why);
    }

    private static Entity entity(MatchPair pair) {
        return pair.intake().table().entity().orElseThrow();
    }

    /// Whether [#takeBack()] has something to take back.
    public boolean canTakeBack() {
        return decisions.latest() != null;
    }

    /// Takes back what was decided here last, even if it is not written yet, and looks at it again.
    public void takeBack() {
        Decisions.Step<?> step = decisions.latest();
        trouble.forget(null);
        Runnable away = () -> { };
        if (step.shown() instanceof MatchPair pair && entity(pair) == entity.get() && pair.batch().equals(batch.get()) && listed(pair)) {
            pairs.restore(pair, true);
            away = () -> pairs.remove(pair);
        } else if (step.shown() instanceof GroupList.Place place && isShown(place)) {
            groups.restore(place, true);
        }
        if (looking.get()) {
            state.set(State.READY);
        }
        Runnable undone = away;
        decisions.takeBack(reasons -> takenBack(step, reasons), why -> {
            undone.run();
            fail(why);
        });
    }

    private void takenBack(Decisions.Step<?> step, List<String> reasons) {
        back.set(step.decided().filter(d -> reasons.isEmpty()).map(d -> Messages.get("matches.back", d.words())).orElse(""));
        if (!reasons.isEmpty()) {
            trouble.say(null, String.join(" ", reasons), "");
        }
        step.decided().ifPresent(agreements::forget);
        step.decided().ifPresentOrElse(onDecided, this::refresh);
    }

    private boolean listed(MatchPair pair) {
        return filter.get() == PairFilter.ALL || pair.settled() == (filter.get() == PairFilter.DECIDED);
    }
}
