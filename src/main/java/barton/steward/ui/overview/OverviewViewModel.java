package barton.steward.ui.overview;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Limits;
import barton.steward.catalog.QualityBand;
import barton.steward.model.Overview;
import barton.steward.model.StewardException;
import barton.steward.model.email.EmailDay;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.enrichment.SourceReliability;
import barton.steward.model.history.Decisions;
import barton.steward.model.history.Run;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.intake.BatchCounts;
import barton.steward.service.Session;
import barton.steward.service.overview.Statistics;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The figures of the overview, read together.
public final class OverviewViewModel {
    /// How many runs stand on the overview.
    static final int RUNS = 8;
    private static final int DAYS = 14;
    private static final int RUN_DAYS = 30;

    /// EMPTY: there is nothing in the database yet. FAILED: the figures could not be read.
    public enum State { LOADING, EMPTY, READY, FAILED }

    private final Session session;
    private final Channel channel;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();

    /// What the overview shows; `promotable` are the batches that have something to promote, `logged` is how many rows of each batch the
    /// log says were promoted.
    public record Figures(Overview overview, List<BatchCounts> batches, Set<String> promotable, List<Run> runs,
                          Map<QualityBand, Long> quality, Map<String, Long> logged, List<EmailDay> emailDays,
                          List<SourceReliability> sources, List<RunPeriod> runDays, EnrichmentCounts enrichment,
                          Map<Entity, List<Decisions>> pace, Limits limits) {
        /// The most rows that a batch has, by which the bars are scaled; at least 1.
        public long largestBatch() {
            return Math.max(1, batches.stream().mapToLong(BatchCounts::imported).max().orElse(1));
        }

        boolean empty() {
            return batches.isEmpty()
                    && overview.intake() + overview.peopleIntake() + overview.master() + overview.people() + overview.runs() == 0;
        }
    }

    public OverviewViewModel(Session session, Tasks tasks) {
        this.session = session;
        this.channel = tasks.channel();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The last figures read; they stay while newer ones are read. Null before the first.
    public ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// Why the figures could not be read; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads the figures anew.
    public void refresh() {
        if (figures.get() == null) {
            state.set(State.LOADING);
        }
        channel.run(Messages.get("overview.reading"), this::read, this::show, failure -> {
            // Figures that are there stay while the database is away; where it is looked at, that is told.
            if (figures.get() == null || failure.cause().kind() != StewardException.Kind.NO_DATABASE) {
                problem.set(failure.cause());
                state.set(State.FAILED);
            }
        });
    }

    private Figures read() {
        Statistics statistics = session.statistics();
        return new Figures(statistics.overview(), session.review().batches(Entity.COMPANY),
                Set.copyOf(session.promotion().promotableBatches(Entity.COMPANY)), session.history().runs(RUNS),
                session.scores().distribution(), statistics.promotedByBatch(), statistics.emailDays(DAYS), statistics.sources(),
                statistics.runDays(RUN_DAYS), statistics.enrichment(),
                Map.of(Entity.COMPANY, statistics.pace(Entity.COMPANY, DAYS), Entity.PERSON, statistics.pace(Entity.PERSON, DAYS)),
                statistics.limits());
    }

    private void show(Figures read) {
        problem.set(null);
        figures.set(read);
        state.set(read.empty() ? State.EMPTY : State.READY);
    }
}
