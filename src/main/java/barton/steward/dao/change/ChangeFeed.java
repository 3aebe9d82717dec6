package barton.steward.dao.change;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Source;
import barton.steward.db.Database;
import barton.steward.db.Listening;
import barton.steward.model.StewardException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the changes of one database on a thread of its own until it is closed: by listening where that works, which it finds out by
/// telling itself something through another connection, else by asking for the tables' counters.
public final class ChangeFeed implements Runnable, AutoCloseable {
    static final String CHANNEL = "steward_changes";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Set<Table> ALL = EnumSet.allOf(Table.class);

    private final Database database;
    private final Pace pace;
    private final Consumer<Set<Table>> sink;
    private volatile boolean closed;
    private volatile Listening listening;
    private boolean missed;
    private boolean deaf;
    private int failures;

    ChangeFeed(Database database, Pace pace, Consumer<Set<Table>> sink) {
        this.database = database;
        this.pace = pace;
        this.sink = sink;
        this.deaf = database.pooled();
    }

    /// How long our own word may take to arrive, how often the counters are asked and how often when nobody uses the database, how long
    /// after the last use it is left alone, and the pause after a failure, which doubles up to 30 times.
    public record Pace(Duration probe, Duration poll, Duration slowPoll, Duration rest, Duration retry) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(30),
                Duration.ofMinutes(5), Duration.ofSeconds(1));
    }

    @Override
    public void run() {
        while (isOpen()) {
            try {
                if (deaf) {
                    poll();
                } else {
                    deaf = !database.listen(CHANNEL, this::listen);
                }
            } catch (StewardException e) {
                if (isOpen()) {
                    failed(e);
                }
            }
        }
    }

    private void failed(StewardException e) {
        missed = true;
        if (!deaf && e.kind() != StewardException.Kind.NO_DATABASE) {
            LOG.info("This database lets nobody listen; its counters are asked instead", e);
            deaf = true;
            return;
        }
        LOG.debug("The feed of changes was interrupted", e);
        pause(pace.retry().multipliedBy(Math.min(30, 1L << Math.min(failures, 5))));
        failures++;
    }

    /// Whether what is told arrives; returns where it does not, or where the feed is closed.
    private boolean listen(Listening listener) {
        listening = listener;
        String word = "probe " + UUID.randomUUID();
        database.glance(h -> h.createQuery("SELECT pg_notify(:channel, :word)::text").bind("channel", CHANNEL).bind("word", word)
                .mapTo(String.class).list());
        long deadline = System.nanoTime() + pace.probe().toNanos();
        boolean heard = false;
        while (isOpen()) {
            Collection<String> told = listener.await(heard ? pace.slowPoll() : pace.probe());
            heard |= told.contains(word);
            if (heard) {
                caughtUp();
            } else if (System.nanoTime() > deadline) {
                return false;
            }
            tell(told);
            if (told.isEmpty() && !resting()) {
                listener.listen();
            }
        }
        return true;
    }

    private void poll() {
        var counters = new ChangeCounters();
        database.glance(counters::changed);
        caughtUp();
        while (isOpen()) {
            pause(database.unused().compareTo(pace.slowPoll().multipliedBy(2)) < 0 ? pace.poll() : pace.slowPoll());
            tell(database.glance(counters::changed));
        }
    }

    private void caughtUp() {
        failures = 0;
        if (missed) {
            missed = false;
            pass(ALL);
        }
    }

    private void tell(Collection<String> names) {
        Set<Table> different = EnumSet.noneOf(Table.class);
        Arrays.stream(Table.values()).filter(changed -> names.contains(changed.qualifiedName())).forEach(changed ->
                Arrays.stream(Table.values()).filter(t -> Source.of(t).shows(changed)).forEach(different::add));
        if (!different.isEmpty()) {
            pass(different);
        }
    }

    /// Whoever reads anew for it has to find it.
    private void pass(Set<Table> different) {
        database.catchUp();
        sink.accept(different);
    }

    private boolean isOpen() {
        return !closed && !database.isClosed();
    }

    /// Whether the database was not used for so long that it may want to sleep.
    private boolean resting() {
        return database.unused().compareTo(pace.rest()) > 0;
    }

    /// Waits so long, and longer while the database rests.
    private synchronized void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis(); isOpen() && (left > 0 || resting()); left = (end - System.nanoTime()) / 1_000_000) {
                wait(left > 0 ? Math.min(left, 1000) : 1000);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Listening open = listening;
        if (open != null) {
            open.close();
        }
        synchronized (this) {
            notifyAll();
        }
    }
}
