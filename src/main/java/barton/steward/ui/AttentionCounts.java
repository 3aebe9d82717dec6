package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.model.Overview;
import barton.steward.service.Session;
import barton.steward.ui.Navigation.Attention;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Pace;
import barton.steward.ui.task.Tasks;
import barton.steward.ui.virtual.RowList;
import java.util.EnumMap;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.util.Duration;
import javafx.util.Subscription;

/// What waits for the steward in each place, as the navigation shows it. Counting it takes every processor at large sizes.
final class AttentionCounts {
    private static final Duration PAINTING = Duration.millis(100);

    private final Session session;
    private final ObservableMap<ViewId, Attention> attention = FXCollections.observableMap(new EnumMap<>(ViewId.class));
    private final Channel counting;
    private final Delay painted;
    private final Delay following;
    private final Pace pace = new Pace();
    private final Runnable counted;
    private Subscription reading = Subscription.EMPTY;

    /// @param beforeFollowing done before others' changes are counted
    /// @param counted done whenever it was counted
    AttentionCounts(Session session, Tasks tasks, Runnable beforeFollowing, Runnable counted) {
        this.counted = counted;
        this.session = session;
        this.counting = tasks.channel();
        this.painted = tasks.delay(PAINTING, this::count);
        this.following = tasks.quietDelay(Duration.ZERO, () -> {
            beforeFollowing.run();
            count();
        });
    }

    ObservableMap<ViewId, Attention> byPlace() {
        return attention;
    }

    /// Counts.
    void count() {
        long start = System.nanoTime();
        counting.run(Messages.get("task.count"), () -> new Counted(session.statistics().overview(),
                Stream.of(Entity.values()).flatMap(entity -> session.matching().of(entity).open().values().stream())
                        .mapToLong(Long::longValue).sum()), now -> {
            pace.took((System.nanoTime() - start) / 1_000_000);
            show(now);
            counted.run();
        }, failure -> { });
    }

    /// Counts once the rows that are being read are there, and painted.
    void countAfter(RowList rows) {
        painted.stop();
        reading.unsubscribe();
        if (rows.loadingProperty().get()) {
            reading = rows.loadingProperty().subscribe((was, now) -> {
                reading.unsubscribe();
                painted.restart();
            });
        } else {
            painted.restart();
        }
    }

    /// Others changed something: their changes are followed at a distance.
    void follow() {
        if (!following.pending()) {
            following.restart(pace.untilNext());
        }
    }

    void stop() {
        reading.unsubscribe();
        painted.stop();
        following.stop();
    }

    private record Counted(Overview figures, long openPairs) {
    }

    private void show(Counted counted) {
        Overview figures = counted.figures();
        show(ViewId.MATCHES, counted.openPairs(), "matches.attention");
        show(ViewId.INTAKE, figures.notValidated(), "overview.meaning.not-validated");
        show(ViewId.PEOPLE, figures.unverifiedDecisionMakers(), "overview.meaning.unverified-decision-makers");
        show(ViewId.PEOPLE_INTAKE, figures.peopleNotValidated(), "overview.meaning.people-not-validated");
        show(ViewId.COMPANY_SIDECARS, figures.staleSidecars(), "overview.meaning.stale");
        show(ViewId.LOG, figures.failedRuns(), "overview.meaning.failed-runs");
    }

    private void show(ViewId place, long count, String reason) {
        attention.put(place, new Attention(count, Messages.get(reason, count)));
    }
}
