package barton.steward.ui.actions;

import barton.steward.model.StewardException;
import barton.steward.model.alert.Alert;
import barton.steward.model.alert.RecentImport;
import barton.steward.service.Session;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Pace;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// What wants attention, as the window knows it. Counting takes its time at large sizes, so changes are followed at a distance, and imports
/// are compared with those before them one by one, each once, with pauses. On the FX thread.
public final class AlertWatch {
    private final Session session;
    private final Channel counting;
    private final Channel comparing;
    private final Delay following;
    private final Delay next;
    private final Pace countingPace = new Pace();
    private final Pace comparingPace = new Pace();
    private final Map<RecentImport, Optional<Alert>> compared = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Seen>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StewardException>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean begun;
    private Counted latest = new Counted(List.of(), List.of());

    /// What wants attention, and how many imports are still to be compared with those before them.
    public record Seen(List<Alert> alerts, int uncompared) {
    }

    private record Counted(List<Alert> alerts, List<RecentImport> imports) {
    }

    public AlertWatch(Session session, Tasks tasks) {
        this.session = session;
        this.counting = tasks.channel();
        this.comparing = tasks.channel();
        this.following = tasks.quietDelay(Duration.ZERO, this::count);
        this.next = tasks.quietDelay(Duration.ZERO, this::compare);
    }

    /// Empty before the first time. What was seen stays while it is counted anew.
    public ReadOnlyObjectProperty<Optional<Seen>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// Why it could not be counted the last time.
    public ReadOnlyObjectProperty<Optional<StewardException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Looks anew, at imports too.
    public void look() {
        following.stop();
        compared.clear();
        count();
    }

    /// Something was changed, or is shown: looks anew once it has been a while.
    public void follow() {
        if (!begun) {
            begun = true;
            count();
        } else if (!following.pending()) {
            following.restart(countingPace.untilNext());
        }
    }

    public void stop() {
        following.stop();
        next.stop();
        counting.drop();
        comparing.drop();
    }

    private void count() {
        long start = System.nanoTime();
        counting.run(Messages.get("attention.counting"), () -> new Counted(session.alerts().counted(), session.alerts().recentImports()),
                counted -> {
                    countingPace.took((System.nanoTime() - start) / 1_000_000);
                    latest = counted;
                    problem.set(Optional.empty());
                    show();
                    compare();
                }, failure -> problem.set(Optional.of(failure.cause())));
    }

    private void compare() {
        next.stop();
        uncompared().stream().findFirst().ifPresent(recent -> {
            long start = System.nanoTime();
            comparing.run(Messages.get("attention.comparing.one", recent.batch()), () -> session.alerts().unlike(recent), unlike -> {
                comparingPace.took((System.nanoTime() - start) / 1_000_000);
                compared.put(recent, unlike);
                show();
                if (comparingPace.cheap()) {
                    compare();
                } else {
                    next.restart(comparingPace.untilNext());
                }
            }, failure -> problem.set(Optional.of(failure.cause())));
        });
    }

    private List<RecentImport> uncompared() {
        return latest.imports().stream().filter(i -> !compared.containsKey(i)).toList();
    }

    private void show() {
        var all = new ArrayList<>(latest.alerts());
        latest.imports().forEach(i -> compared.getOrDefault(i, Optional.empty()).ifPresent(all::add));
        seen.set(Optional.of(new Seen(List.copyOf(all), uncompared().size())));
    }
}
