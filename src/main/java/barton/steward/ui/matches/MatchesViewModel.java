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
import barton.steward.service.Session;
import barton.steward.service.matching.Matching;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The pairs of one batch, the chosen one, and the decisions about them.
public final class MatchesViewModel {
    private static final String MEMORY = "matches.batch";

    private final Tasks tasks;
    private final Session session;
    private final Matching matching;
    private final Preferences preferences;
    private final Channel channel;
    private final PairList pairs;
    private final ReadOnlyStringWrapper batch = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<PairFilter> filter = new ReadOnlyObjectWrapper<>(PairFilter.UNDECIDED);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Decided> last = new ReadOnlyObjectWrapper<>();
    private final ObservableSet<MatchField> copied = FXCollections.observableSet();
    private final Consumer<Decided> onDecided;
    private boolean deciding;

    /// NO_BATCH: intake has none. NOT_SEARCHED: nobody looked for pairs in this batch. NOTHING_FOUND: no pair of it is shown.
    /// ALL_DECIDED, NONE_DECIDED: the filter finds none. FAILED: they could not be read.
    public enum State { LOADING, NO_BATCH, NOT_SEARCHED, NOTHING_FOUND, ALL_DECIDED, NONE_DECIDED, READY, FAILED }

    /// How it stands with a batch; no run where nobody looked for pairs in it.
    public record Facts(String batch, Optional<MatchRun> run, MatchCounts counts, MatchThresholds thresholds) {
    }

    /// A decision that was taken here: the pair as it is since, and what went from intake into the other side.
    public record Decided(long action, MatchPair pair, Set<MatchField> copied) {
    }

    private record Read(Facts facts, PairList.Part pairs) {
    }

    /// @param onDecided told of each decision that was kept
    public MatchesViewModel(Session session, Tasks tasks, Preferences preferences, Consumer<Decided> onDecided) {
        this.session = session;
        this.tasks = tasks;
        this.matching = session.matching();
        this.preferences = preferences;
        this.onDecided = onDecided;
        this.channel = tasks.channel();
        this.pairs = new PairList(tasks, matching);
        pairs.chosenProperty().addListener((o, was, now) -> chosen(was, now));
    }

    /// The pairs that the filter finds, as far as they were read, and the chosen one.
    public PairList pairs() {
        return pairs;
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
        return last.getReadOnlyProperty();
    }

    /// What goes from the row of intake into the other side when the chosen pair is decided to be the same.
    public ObservableSet<MatchField> copied() {
        return copied;
    }

    public void choose(String wanted) {
        if (!wanted.equals(batch.get())) {
            batch.set(wanted);
            preferences.put(MEMORY, wanted);
            anew();
        }
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
        PairFilter which = filter.get();
        int wanted = pairs.wanted();
        if (of == null) {
            channel.run(Messages.get("matches.reading"), this::firstBatch,
                    found -> found.ifPresentOrElse(this::choose, () -> state.set(State.NO_BATCH)), this::failed);
        } else {
            channel.run(Messages.get("matches.reading"), () -> new Read(facts(of),
                    PairList.Part.read(matching, of, which, Optional.empty(), wanted)), this::arrived, this::failed);
        }
    }

    private Facts facts(String of) {
        return new Facts(of, matching.lastRun(of), matching.counts(of), matching.thresholds());
    }

    /// The one that was looked at last time, else the one that was searched last, else the newest.
    private Optional<String> firstBatch() {
        List<String> known = session.review().batchIds(Entity.COMPANY);
        Map<String, Long> searched = matching.open();
        return preferences.get(MEMORY, String.class).filter(known::contains)
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
        facts.set(read.facts());
        Optional<MatchPair> undone = Optional.ofNullable(last.get()).flatMap(d -> read.pairs().pairs().stream()
                .filter(p -> p.id() == d.pair().id() && !p.decision().equals(d.pair().decision())).findFirst());
        undone.ifPresent(pair -> last.set(null));
        pairs.replace(read.pairs(), undone);
        state.set(state(read.facts()));
    }

    private State state(Facts read) {
        MatchCounts counts = read.counts();
        if (!pairs.isEmpty()) {
            return State.READY;
        }
        if (read.run().isEmpty()) {
            return State.NOT_SEARCHED;
        }
        if (counts.open() + counts.later() + counts.same() + counts.different() == 0) {
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

    /// Decides about the chosen pair and goes to the next one.
    public void decide(MatchVerdict verdict) {
        MatchPair pair = pairs.chosen();
        if (pair == null || deciding) {
            return;
        }
        Set<MatchField> take = verdict == MatchVerdict.SAME ? Set.copyOf(copied) : Set.of();
        problem.set(null);
        deciding = true;
        tasks.save(Messages.get("matches.deciding"), () -> matching.decide(pair, verdict, take),
                result -> decided(pair, take, result), why -> {
                    deciding = false;
                    tasks.fail(why);
                });
    }

    private void decided(MatchPair pair, Set<MatchField> take, DecideResult result) {
        deciding = false;
        switch (result) {
            case DecideResult.Decided done -> {
                last.set(new Decided(done.actionId(), done.pair(), take));
                pairs.follow(pair, Optional.of(done.pair()).filter(this::listed));
                onDecided.accept(last.get());
            }
            case DecideResult.Changed changed -> {
                pairs.update(changed.now());
                problem.set(StewardException.refused(Messages.get("matches.changed"), Messages.get("matches.changed.advice")));
            }
            case DecideResult.Refused refused -> problem.set(StewardException.refused(refused.reason(), ""));
            case DecideResult.Gone _ -> {
                pairs.follow(pair, Optional.empty());
                problem.set(StewardException.refused(Messages.get("matches.gone"), ""));
            }
        }
    }

    private boolean listed(MatchPair pair) {
        return filter.get() == PairFilter.ALL || pair.settled() == (filter.get() == PairFilter.DECIDED);
    }
}
