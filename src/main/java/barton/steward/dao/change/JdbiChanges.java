package barton.steward.dao.change;

import barton.steward.catalog.Table;
import barton.steward.db.Database;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one feed for all who follow, and none while nobody does.
public final class JdbiChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(JdbiChanges.class);

    private final Database database;
    private final ChangeFeed.Pace pace;
    private final List<Consumer<Set<Table>>> followers = new CopyOnWriteArrayList<>();
    private ChangeFeed feed;

    public JdbiChanges(Database database, ChangeFeed.Pace pace) {
        this.database = database;
        this.pace = pace;
    }

    @Override
    public synchronized Following follow(Consumer<Set<Table>> changed) {
        Consumer<Set<Table>> follower = changed::accept;
        followers.add(follower);
        if (feed == null) {
            feed = new ChangeFeed(database, pace, this::tell);
            Thread.ofVirtual().name("changes").start(feed);
        }
        return () -> leave(follower);
    }

    private synchronized void leave(Consumer<Set<Table>> follower) {
        followers.remove(follower);
        if (followers.isEmpty() && feed != null) {
            feed.close();
            feed = null;
        }
    }

    private void tell(Set<Table> tables) {
        for (Consumer<Set<Table>> follower : followers) {
            try {
                follower.accept(tables);
            } catch (RuntimeException e) {
                LOG.error("A change could not be passed on", e);
            }
        }
    }
}
