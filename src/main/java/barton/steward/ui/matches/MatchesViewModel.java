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
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.matching.Matching;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
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
    private static final String KIND = "matches.entity";

    /// From this score on two records are rather the same.
    private static final int EVEN = 50;

    private final Tasks tasks;
    private final Session session;
    private final Decisions decisions;
    private final Preferences preferences;
    private final Channel channel;
    private final PairList pairs;
    private final ReadOnlyObjectWrapper<Entity> entity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper batch = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<PairFilter> filter = new ReadOnlyObjectWrapper<>(PairFilter.UNDECIDED);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<MatchField> copied = FXCollections.observableSet();
    private final BooleanProperty blind = new SimpleBooleanProperty();
    private final Map<Long, Boolean> agreed = new LinkedHashMap<>();
    private final ReadOnlyStringWrapper back = new ReadOnlyStringWrapper("");
    private final Consumer<Decided> onDecided;

    /// NO_BATCH: intake has none. NOT_SEARCHED: nobody looked for pairs in this batch. NOTHING_FOUND: no pair of it is shown.
    /// ALL_DECIDED, NONE_DECIDED: the filter finds none. FAILED: they could not be read.
    public enum State { LOADING, NO_BATCH, NOT_SEARCHED, NOTHING_FOUND, ALL_DECIDED, NONE_DECIDED, READY, FAILED }

    /// How it stands with a batch; no run where nobody looked for pairs in it.
    /// @param inMaster so many records are in master now; empty where that was not asked, because there are pairs
    public record Facts(Entity entity, String batch, Optional<MatchRun> run, MatchCounts counts, MatchThresholds thresholds,
                        OptionalLong inMaster) {
        boolean anyPair() {
            return counts.open() + counts.later() + counts.same() + counts.different() > 0;
        }
    }

    private record Read(Facts facts, PairList.Part pairs, long ended) {
    }

    /// @param onDecided told of each decision that was kept
    public MatchesViewModel(Session session, Tasks tasks, Preferences preferences, Consumer<Decided> onDecided) {
        this.session = session;
        this.tasks = tasks;
        this.entity.set(preferences.get(KIND, Entity.class).orElse(Entity.COMPANY));
        blind.set(preferences.get(BLIND, Boolean.class).orElse(false));
        blind.addListener((o, was, now) -> preferences.put(BLIND, now));
        this.decisions = new Decisions(session, tasks);
        this.preferences = preferences;
        this.onDecided = onDecided;
        this.channel = tasks.channel();
        this.pairs = new PairList(tasks);
        pairs.chosenProperty().addListener((o, was, now) -> chosen(was, now));
    }

    /// The pairs that the filter finds, as far as they were read, and the chosen one.
    public PairList pairs() {
        return pairs;
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
        return problem.getReadOnlyProperty();
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
        pairs.clear();
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
            channel.run(Messages.get("matches.reading"), () -> new Read(facts(kind, of),
                    PairList.Part.read(matching, of, which, Optional.empty(), wanted), ended), this::arrived, this::failed);
        }
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
        state.set(state(read.facts()));
    }

    private State state(Facts read) {
        if (!pairs.isEmpty()) {
            return State.READY;
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
        problem.set(null);
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

    /// Decides about the chosen pair and goes to the next one at once; it is written after what was decided before.
    public void decide(MatchVerdict verdict) {
        MatchPair pair = pairs.chosen();
        if (pair == null) {
            return;
        }
        Set<MatchField> take = verdict == MatchVerdict.SAME ? Set.copyOf(copied) : Set.of();
        problem.set(null);
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
                        words(pair, verdict, take) + agreement(pair, verdict, done.actionId()));
                onDecided.accept(decided);
                return Optional.of(decided);
            }
            case DecideResult.Changed changed -> {
                back(changed.now());
                problem.set(StewardException.refused(about(pair, Messages.get("matches.changed")),
                        Messages.get("matches.changed.advice")));
            }
            case DecideResult.Refused refused -> {
                back(pair);
                problem.set(StewardException.refused(about(pair, refused.reason()), ""));
            }
            case DecideResult.Gone _ -> {
                pairs.remove(pair);
                problem.set(StewardException.refused(about(pair, Messages.get("matches.gone")), ""));
            }
        }
        return Optional.empty();
    }

    /// What the score was that a blind decision did not see, and how often it said the same so far.
    private String agreement(MatchPair pair, MatchVerdict verdict, long action) {
        if (!blind.get() || verdict == MatchVerdict.LATER) {
            return "";
        }
        boolean agrees = pair.score() >= EVEN == (verdict == MatchVerdict.SAME);
        agreed.put(action, agrees);
        return " " + Messages.get(agrees ? "matches.blind.agrees" : "matches.blind.differs", pair.score(),
                agreed.values().stream().filter(a -> a).count(), agreed.size());
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
        problem.set(StewardException.refused(about(pair, Messages.get("matches.lost", why.cause().getMessage())),
                Messages.get("matches.lost.advice")));
        tasks.fail(new Failure(why.task(), why.cause(), this::refresh));
    }

    private static Entity entity(MatchPair pair) {
        return pair.intake().table().entity().orElseThrow();
    }

    private static String about(MatchPair pair, String what) {
        return Messages.get("matches.about", Called.of(pair.intake()), Called.of(pair.other()), what);
    }

    private static String words(MatchPair pair, MatchVerdict verdict, Set<MatchField> take) {
        return Messages.get("matches.latest." + verdict.word(), Called.of(pair.intake()), Called.of(pair.other()), take.size());
    }

    /// Whether [#takeBack()] has something to take back.
    public boolean canTakeBack() {
        return decisions.latest() != null;
    }

    /// Takes back what was decided here last, even if it is not written yet, and looks at it again.
    public void takeBack() {
        Decisions.Step<?> step = decisions.latest();
        problem.set(null);
        if (step.shown() instanceof MatchPair pair) {
            boolean here = entity(pair) == entity.get() && pair.batch().equals(batch.get()) && listed(pair);
            if (here) {
                pairs.restore(pair, true);
                state.set(State.READY);
            }
            decisions.takeBack(reasons -> takenBack(step, reasons), why -> {
                if (here) {
                    pairs.remove(pair);
                }
                tasks.fail(new Failure(why.task(), why.cause(), this::refresh));
            });
        }
    }

    private void takenBack(Decisions.Step<?> step, List<String> reasons) {
        back.set(step.decided().filter(d -> reasons.isEmpty()).map(d -> Messages.get("matches.back", d.words())).orElse(""));
        if (!reasons.isEmpty()) {
            problem.set(StewardException.refused(String.join(" ", reasons), ""));
        }
        step.decided().map(Decided::actions).ifPresent(agreed.keySet()::removeAll);
        step.decided().ifPresentOrElse(onDecided, this::refresh);
    }

    private boolean listed(MatchPair pair) {
        return filter.get() == PairFilter.ALL || pair.settled() == (filter.get() == PairFilter.DECIDED);
    }
}
