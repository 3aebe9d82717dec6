package barton.steward.ui.virtual;

import barton.steward.dao.table.TableDao;
import barton.steward.model.query.Query;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Pace;
import barton.steward.ui.task.Tasks;
import javafx.util.Duration;

/// Finds out in the background how many rows a [RowList] has and where its pages are: once typing has paused, and again where others
/// change rows, as often as its cost allows.
final class PageIndexer {
    private static final int ATTEMPTS = 3;
    private static final Duration TYPING = Duration.millis(300);

    private final RowList rows;
    private final Viewport viewport;
    private final TableDao dao;
    private final Channel channel;
    private final Delay once;
    private final Delay again;
    private final Pace pace = new Pace();
    private boolean running;
    private boolean behind;

    PageIndexer(RowList rows, Viewport viewport, Tasks tasks, TableDao dao) {
        this.rows = rows;
        this.viewport = viewport;
        this.dao = dao;
        this.channel = tasks.channel();
        this.once = tasks.delay(TYPING, () -> survey(false, ATTEMPTS));
        this.again = tasks.quietDelay(TYPING, () -> survey(true, ATTEMPTS));
    }

    /// About how many rows there are and where pages begin, then exactly.
    void begin() {
        if (running) {
            return;
        }
        Query query = rows.query();
        channel.run(Messages.get("task.count"), () -> dao.estimate(query, RowList.PAGE), found -> {
            if (rows.exactProperty().get()) {
                return;
            }
            if (found.exact()) {
                rows.adopt(IndexedPages.of(found), viewport.anchors());
            } else {
                rows.estimated(found);
                once.restart();
            }
        }, f -> once.restart());
    }

    /// Finds it out at once, where that costs little, else when it is due.
    void now() {
        if (pace.cheap()) {
            survey(false, ATTEMPTS);
        } else {
            whenDue();
        }
    }

    /// Finds it out in a moment, unless that is under way.
    void soon() {
        if (!running) {
            once.restart();
        }
    }

    /// Finds it out when it is due.
    void whenDue() {
        behind = running;
        if (!running && !again.pending()) {
            again.restart(pace.untilNext());
        }
    }

    void drop() {
        running = false;
        channel.drop();
        once.stop();
        again.stop();
    }

    /// @param quiet whether others' changes are the reason: then nothing moves, and a failure is left to the next time
    private void survey(boolean quiet, int attempts) {
        once.stop();
        again.stop();
        Query query = rows.query();
        if (rows.loadingProperty().get() || query == null) {
            return;
        }
        running = true;
        behind = false;
        Anchors before = viewport.anchors(quiet);
        int from = viewport.first() - RowList.AROUND;
        int to = viewport.last() + RowList.AROUND;
        channel.run(Messages.get("task.count"), Timed.of(() -> IndexedPages.of(dao, query, before, from, to)), answer -> {
            running = false;
            pace.took(answer.millis());
            found(answer.value(), quiet, attempts);
        }, f -> {
            running = false;
            if (!quiet) {
                rows.failed(f, query);
            }
        });
    }

    /// Where the steward has gone elsewhere meanwhile, what an estimate showed there is looked for once more.
    private void found(IndexedPages survey, boolean quiet, int attempts) {
        Anchors now = viewport.anchors(quiet);
        if (!now.known(survey.places()) && attempts > 1 && !rows.exactProperty().get()) {
            survey(quiet, attempts - 1);
            return;
        }
        rows.adopt(survey, now);
        if (behind) {
            whenDue();
        }
    }
}
