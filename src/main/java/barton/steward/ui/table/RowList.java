package barton.steward.ui.table;

import barton.steward.dao.TableDao;
import barton.steward.model.Directory;
import barton.steward.model.PageKey;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.ui.support.Channel;
import barton.steward.ui.support.Delay;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import javafx.util.Duration;

/// The rows that a query finds, however many, read a page at a time where they are looked at. A row that was not read yet is null.
/// The first rows wait for nothing. Then the size and the place of each page are estimated, and made exact in the background once
/// nothing else is asked. Whatever is found out meanwhile, by others' changes too, the rows in sight stay in sight: see [#onMove].
public final class RowList extends ListState {
    static final int PAGE = 200;
    static final int CACHED_PAGES = 50;
    /// The longest stretch of rows whose keys are collected one by one.
    public static final int LONGEST_RANGE = 20_000;

    private static final int AROUND = 50;
    private static final int ATTEMPTS = 3;
    private static final Duration TYPING = Duration.millis(300);
    private static final Duration LIVE = Duration.millis(300);

    private final Tasks tasks;
    private final TableDao dao;
    private final Channel beginning;
    private final Channel reading;
    private final Channel surveying;
    private final Delay survey;
    private final Delay look;
    private final Delay recount;
    private final Pace pace = new Pace();
    private final PageCache cache = new PageCache(CACHED_PAGES);
    private final PageEnds ends = new PageEnds();
    private final List<Runnable> onArrival = new ArrayList<>();
    private final List<Consumer<Move>> onMove = new ArrayList<>();
    private final Sight sight = new Sight(this);
    private Stretch asked;
    private int size;
    private boolean counting;
    private boolean behind;

    public RowList(Tasks tasks, TableDao dao) {
        this.tasks = tasks;
        this.dao = dao;
        this.beginning = tasks.channel();
        this.reading = tasks.channel();
        this.surveying = tasks.channel();
        this.survey = tasks.delay(TYPING, () -> survey(false, ATTEMPTS));
        this.look = tasks.delay(LIVE, () -> look(true));
        this.recount = tasks.quietDelay(LIVE, () -> survey(true, ATTEMPTS));
    }

    /// Reads the rows of another query, from its beginning; the rows shown so far stay until then.
    public void show(Query next) {
        dropRequests();
        loading.set(true);
        beginning.run(Messages.get("task.read"), Timed.of(() -> dao.page(next, Optional.empty(), PAGE)), answer -> {
            millis.set(answer.millis());
            begin(next, answer.value());
        }, f -> failed(f, next));
    }

    /// Reads anew what is in sight, and how many rows there are. Who looks at the first rows goes on to look at the first rows.
    public void refresh() {
        if (query() != null && !loading.get()) {
            look(false);
            survey(false, ATTEMPTS);
        }
    }

    /// Somebody changed rows: what is in sight is read anew in a moment, how many there are when that is due, and nothing moves.
    public void follow() {
        if (query() == null) {
            return;
        }
        if (!look.pending()) {
            look.restart();
        }
        recountSoon();
    }

    /// Reads what is missing of the rows from `from` to `to` (included), which are in sight, and a few around them; nothing else is
    /// wanted any more.
    public void need(int from, int to) {
        sight.set(from, to);
        if (!loading.get() && query() != null) {
            Anchors before = sight.anchors();
            request(pages -> arrive(pages, before, exactProperty().get()));
        }
    }

    /// Puts a row that was changed in the place of the older one, where that is in the list.
    public void replace(Row row) {
        if (cache.replace(row)) {
            arrived();
        }
    }

    /// Passes on the keys of the rows from `from` to `to` (included), reading what is not there; at most [#LONGEST_RANGE].
    public void keys(int from, int to, Consumer<List<Object>> sink) {
        List<Row> rows = new ArrayList<>(IntStream.rangeClosed(from, to).mapToObj(this::get).toList());
        if (!rows.contains(null)) {
            sink.accept(rows.stream().map(Row::key).toList());
            return;
        }
        if (!ends.reach(from / PAGE)) {
            return;
        }
        Query now = query();
        Optional<PageKey> start = ends.start(from / PAGE);
        tasks.run(Messages.get("task.read"), () -> KeyRange.read(dao, now, start, from % PAGE, to - from + 1), sink);
    }

    /// Told whenever rows in the list changed without a change of its size.
    public void onArrival(Runnable run) {
        onArrival.add(run);
    }

    /// Told when rows in sight are at other places than before, or their number changed, so that the view can go where they are.
    void onMove(Consumer<Move> run) {
        onMove.add(run);
    }

    /// Rows that are to be followed even out of sight, by their places.
    void mark(Supplier<Map<Integer, Object>> marked) {
        sight.mark(marked);
    }

    @Override
    public Row get(int index) {
        return cache.get(index);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Row r ? cache.indexOf(r.key()) : -1;
    }

    @Override
    public int lastIndexOf(Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }

    private void begin(Query next, List<Row> rows) {
        int before = size;
        cache.clear();
        ends.clear();
        sight.set(0, 0);
        query.set(next);
        put(new Stretch.Page(0, Optional.empty(), rows));
        size = rows.size();
        boolean all = size < PAGE;
        loading.set(false);
        counted(size, all ? Certainty.EXACT : Certainty.AT_LEAST);
        replaced(before);
        arrived();
        if (!all) {
            surveying.run(Messages.get("task.count"), () -> dao.estimate(next, PAGE), this::estimated, f -> survey.restart());
        }
    }

    private void estimated(Directory about) {
        if (about.exact()) {
            adopt(new Survey(about, List.of()), sight.anchors());
            return;
        }
        ends.estimate(about);
        resize((int) Math.max(size, about.count()), Certainty.ABOUT);
        tell(Move.NONE);
        need(sight.first(), sight.last());
        survey.restart();
    }

    /// Reads what is in sight anew.
    private void look(boolean quiet) {
        if (!loading.get() && query() != null) {
            cache.outdate();
            dropReading();
            Anchors before = quiet ? sight.anchors() : sight.anchorsUnlessFirst();
            request(pages -> arrive(pages, before, quiet));
        }
    }

    private void recountSoon() {
        behind = counting;
        if (!counting && !recount.pending()) {
            recount.restart(pace.untilNext());
        }
    }

    /// Makes the size and the place of each page exact.
    private void survey(boolean quiet, int attempts) {
        survey.stop();
        recount.stop();
        if (loading.get() || query() == null) {
            return;
        }
        counting = true;
        behind = false;
        Anchors before = quiet ? sight.anchors() : sight.anchorsUnlessFirst();
        Query now = query();
        int from = sight.first() - AROUND;
        int to = sight.last() + AROUND;
        surveying.run(Messages.get("task.count"), Timed.of(() -> Survey.of(dao, now, before, from, to)), answer -> {
            counting = false;
            pace.took(answer.millis());
            surveyed(answer.value(), quiet, attempts);
        }, f -> {
            counting = false;
            if (!quiet) {
                failed(f, now);
            }
        });
    }

    private void surveyed(Survey found, boolean quiet, int attempts) {
        Anchors now = quiet ? sight.anchors() : sight.anchorsUnlessFirst();
        if (!now.known(found.places()) && attempts > 1 && !exactProperty().get()) {
            survey(quiet, attempts - 1);
            return;
        }
        adopt(found, now);
        if (behind) {
            recount.restart(pace.untilNext());
        }
    }

    private void adopt(Survey found, Anchors now) {
        if (ends.are(found.directory()) && size == found.directory().count()) {
            cache.outdate();
        } else {
            reorder(found.directory());
        }
        found.pages().forEach(this::put);
        Move move = now.move(found.places());
        resize((int) found.directory().count(), Certainty.EXACT);
        tell(move);
        arrived();
        need(sight.first(), sight.last());
    }

    /// What was read under an estimate or before others' changes may stand elsewhere now; the first page is where it was.
    private void reorder(Directory directory) {
        boolean begun = certainty() == Certainty.AT_LEAST;
        ends.replace(directory);
        if (!begun) {
            cache.clear();
        }
    }

    private void request(Consumer<List<Stretch.Page>> sink) {
        Stretch stretch = stretch();
        if (stretch.isKnown()) {
            dropReading();
        } else if (!stretch.equals(asked)) {
            asked = stretch;
            reading.run(Messages.get("task.read"), Timed.of(() -> stretch.read(dao)), answer -> {
                asked = null;
                millis.set(answer.millis());
                sink.accept(answer.value());
            }, f -> failed(f, stretch.query()));
        }
    }

    /// The pages in sight; while only the first rows are known, also the page after them where their end comes into sight.
    private Stretch stretch() {
        int last = sight.last() + AROUND;
        if (certainty() != Certainty.AT_LEAST) {
            last = Math.min(last, size - 1);
        } else if (last >= size - PAGE / 2) {
            last = Math.max(last, size);
        }
        int from = Math.max(0, sight.first() - AROUND) / PAGE;
        int to = Math.max(0, last) / PAGE;
        while (from > 0 && !ends.reach(from)) {
            from--;
        }
        var known = new ArrayList<Stretch.Known>();
        for (int page = from; page <= to && ends.reach(page); page++) {
            boolean fresh = cache.fresh(page, ends.start(page));
            boolean ended = ends.reach(page + 1);
            known.add(fresh ? new Stretch.Known(ends.start(page), ended ? ends.start(page + 1).orElseThrow() : null) : null);
        }
        return new Stretch(query(), from, ends.start(from), known);
    }

    /// @param keep whether the rows in sight stay, where none of them is found again, until it is known where they went
    private void arrive(List<Stretch.Page> pages, Anchors before, boolean keep) {
        ToLongFunction<Object> places = Stretch.places(pages);
        Move move = before.move(key -> place(key, pages, places));
        if (keep && !before.known(key -> place(key, pages, places))) {
            recountSoon();
            return;
        }
        pages.forEach(this::put);
        Stretch.Page last = pages.getLast();
        int end = last.number() * PAGE + last.rows().size();
        boolean ended = last.rows().size() < PAGE;
        switch (certainty()) {
            case AT_LEAST -> resize(ended ? end : Math.max(size, end), ended ? Certainty.EXACT : Certainty.AT_LEAST);
            case ABOUT -> resize(ended ? end : Math.max(size, end + 1), Certainty.ABOUT);
            default -> {
                if (ended && end < size && !counting) {
                    survey.restart();
                }
            }
        }
        if (move.shift() != 0) {
            tell(move);
        }
        arrived();
    }

    private long place(Object key, List<Stretch.Page> pages, ToLongFunction<Object> read) {
        long now = read.applyAsLong(key);
        int before = cache.indexOf(key);
        return now >= 0 || pages.stream().anyMatch(page -> page.number() == before / PAGE) ? now : before;
    }

    private void put(Stretch.Page page) {
        cache.put(page.number(), page.start(), page.rows());
        if (page.rows().size() == PAGE) {
            ends.set(page.number(), PageKey.of(page.rows().getLast(), query().sort()));
        }
    }

    private void tell(Move move) {
        sight.follow(move);
        onMove.forEach(told -> told.accept(move));
    }

    private void resize(int now, Certainty sure) {
        int before = size;
        size = now;
        if (now > before) {
            beginChange();
            nextAdd(before, now);
            endChange();
        } else if (now < before) {
            replaced(before);
        }
        counted(now, sure);
    }

    private void replaced(int before) {
        beginChange();
        nextReplace(0, size, Collections.nCopies(before, null));
        endChange();
    }

    private void arrived() {
        failure.set(null);
        onArrival.forEach(Runnable::run);
    }

    private void failed(Failure f, Query next) {
        dropRequests();
        loading.set(false);
        failure.set(new Failure(f.task(), f.cause(), () -> show(next)));
    }

    private void dropRequests() {
        dropReading();
        beginning.drop();
        surveying.drop();
        counting = false;
        List.of(survey, look, recount).forEach(Delay::stop);
    }

    private void dropReading() {
        reading.drop();
        asked = null;
    }
}
