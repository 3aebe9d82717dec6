package barton.steward.ui.virtual;

import barton.steward.dao.table.TableDao;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Channel;
import barton.steward.ui.task.Delay;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
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
    /// So many rows are asked for at first: what a high screen shows.
    static final int FIRST = 80;
    /// The longest stretch of rows whose keys are collected one by one.
    public static final int LONGEST_RANGE = 20_000;

    /// So many rows before and after those in sight are read too.
    static final int AROUND = 50;

    private static final Duration LIVE = Duration.millis(300);
    private static final Duration NEXT_LETTER = Duration.millis(100);

    private final Tasks tasks;
    private final TableDao dao;
    private final Channel beginning;
    private final Channel reading;
    private final Delay look;
    private final Delay further;
    private final PageStore pages = new PageStore();
    private final Viewport viewport = new Viewport(this);
    private final PageIndexer indexer;
    private final List<Runnable> onArrival = new ArrayList<>();
    private final List<Consumer<RowShift>> onMove = new ArrayList<>();
    private PageRange asked;
    private int size;
    private int questions;
    private boolean partial;
    private boolean changing;

    public RowList(Tasks tasks, TableDao dao) {
        this.tasks = tasks;
        this.dao = dao;
        this.beginning = tasks.channel();
        this.reading = tasks.channel();
        this.indexer = new PageIndexer(this, viewport, tasks, dao);
        this.look = tasks.delay(LIVE, () -> look(true));
        this.further = tasks.delay(NEXT_LETTER, this::goOn);
    }

    /// Reads the rows of another query, from its beginning; the rows shown so far stay until then.
    public void show(Query next) {
        dropRequests();
        loading.set(true);
        beginning.run(Messages.get("task.read"), Timed.of(() -> dao.page(next, Optional.empty(), FIRST)), answer -> {
            millis.set(answer.millis());
            begin(next, answer.value());
        }, f -> failed(f, next));
    }

    /// Reads anew what is in sight, and how many rows there are. Who looks at the first rows goes on to look at the first rows.
    public void refresh() {
        if (query() != null && !loading.get()) {
            look(false);
            indexer.now();
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
        indexer.whenDue();
    }

    /// Reads what is missing of the rows from `from` to `to` (included), which are in sight, and a few around them; nothing else is
    /// wanted any more.
    public void need(int from, int to) {
        viewport.set(from, to);
        if (!loading.get() && query() != null) {
            Anchors before = viewport.anchors();
            request(read -> arrive(read, before, exactProperty().get()));
        }
    }

    /// Puts a row that was changed in the place of the older one, where that is in the list.
    public void replace(Row row) {
        if (pages.replace(row)) {
            arrived();
        }
    }

    /// The row with this key, as far as it was read.
    public Optional<Row> read(Object key) {
        int index = pages.indexOf(key);
        return index < 0 ? Optional.empty() : Optional.ofNullable(pages.get(index));
    }

    /// Passes on the keys of the rows from `from` to `to` (included), reading what is not there; at most [#LONGEST_RANGE].
    public void keys(int from, int to, Consumer<List<Object>> sink) {
        List<Row> rows = new ArrayList<>(IntStream.rangeClosed(from, to).mapToObj(this::get).toList());
        if (!rows.contains(null)) {
            sink.accept(rows.stream().map(Row::key).toList());
            return;
        }
        if (!pages.ends().reach(from / PAGE)) {
            return;
        }
        Query now = query();
        Optional<PageKey> start = pages.ends().start(from / PAGE);
        tasks.run(Messages.get("task.read"), () -> KeyRange.read(dao, now, start, from % PAGE, to - from + 1), sink);
    }

    /// Told whenever rows in the list changed without a change of its size.
    public void onArrival(Runnable run) {
        onArrival.add(run);
    }

    /// Told when rows in sight are at other places than before, or their number changed, so that the view can go where they are.
    void onMove(Consumer<RowShift> run) {
        onMove.add(run);
    }

    /// Rows that are to be followed even out of sight, by their places.
    void mark(Supplier<Map<Integer, Object>> marked) {
        viewport.mark(marked);
    }

    @Override
    public Row get(int index) {
        return pages.get(index);
    }

    @Override
    public int size() {
        return size;
    }

    /// How many queries have had their first rows shown.
    int questions() {
        return questions;
    }

    /// Whether the table is being told of another number of rows, for which it moves its focus about.
    public boolean changing() {
        return changing;
    }

    /// Where the row of a key is; −1 where that was not read.
    int place(Object key) {
        return pages.indexOf(key);
    }

    @Override
    public int indexOf(Object row) {
        return row instanceof Row r ? place(r.key()) : -1;
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
        pages.clear();
        viewport.set(0, 0);
        query.set(next);
        put(new PageRange.Page(0, Optional.empty(), rows));
        size = rows.size();
        questions++;
        partial = size == FIRST;
        loading.set(false);
        counted(size, partial ? Certainty.AT_LEAST : Certainty.EXACT);
        changed(before);
        arrived();
        if (partial) {
            further.restart();
        }
    }

    /// The first rows are painted, and nobody types on: now the whole of the first page, and then how many there are.
    private void goOn() {
        if (partial) {
            look(false);
        }
    }

    /// About so many rows there are, and about there the pages begin.
    void estimated(PageIndex about) {
        pages.ends().estimate(about);
        resize((int) Math.max(size, about.count()), Certainty.ABOUT);
        tell(RowShift.NONE);
        need(viewport.first(), viewport.last());
    }

    /// This is where everything is.
    /// @param now what was in sight and marked before
    void adopt(IndexedPages found, Anchors now) {
        partial = false;
        pages.adopt(found.pageIndex(), certainty() == Certainty.AT_LEAST);
        found.pages().forEach(this::put);
        RowShift move = now.move(found.places());
        resize((int) found.pageIndex().count(), Certainty.EXACT);
        tell(move);
        arrived();
        need(viewport.first(), viewport.last());
    }

    void failed(Failure f, Query next) {
        dropRequests();
        loading.set(false);
        failure.set(new Failure(f.task(), f.cause(), () -> show(next)));
    }

    /// Reads what is in sight anew.
    private void look(boolean quiet) {
        if (!loading.get() && query() != null) {
            pages.outdate();
            dropReading();
            Anchors before = viewport.anchors(quiet);
            request(read -> arrive(read, before, quiet));
        }
    }

    /// Reads the pages in sight; while only the first rows are known, also the page after them where their end comes into sight.
    private void request(Consumer<List<PageRange.Page>> sink) {
        int last = viewport.last() + AROUND;
        if (certainty() != Certainty.AT_LEAST) {
            last = Math.min(last, size - 1);
        } else if (last >= size - PAGE / 2) {
            last = Math.max(last, size);
        }
        PageRange range = pages.range(query(), viewport.first() - AROUND, last);
        if (range.isKnown()) {
            dropReading();
        } else if (!range.equals(asked)) {
            asked = range;
            reading.run(Messages.get("task.read"), Timed.of(() -> range.read(dao)), answer -> {
                asked = null;
                millis.set(answer.millis());
                sink.accept(answer.value());
            }, f -> failed(f, range.query()));
        }
    }

    /// @param keep whether the rows in sight stay, where none of them is found again, until it is known where they went
    private void arrive(List<PageRange.Page> read, Anchors before, boolean keep) {
        ToLongFunction<Object> places = pages.places(read);
        if (keep && !before.known(places)) {
            indexer.whenDue();
            return;
        }
        RowShift move = before.move(places);
        read.forEach(this::put);
        PageRange.Page last = read.getLast();
        int end = last.number() * PAGE + last.rows().size();
        boolean ended = last.rows().size() < PAGE;
        switch (certainty()) {
            case AT_LEAST -> resize(ended ? end : Math.max(size, end), ended ? Certainty.EXACT : Certainty.AT_LEAST);
            case ABOUT -> resize(ended ? end : Math.max(size, end + 1), Certainty.ABOUT);
            default -> { }
        }
        if (move.shift() != 0) {
            tell(move);
        }
        arrived();
        if (partial) {
            partial = false;
            if (!exactProperty().get()) {
                indexer.begin();
            }
        }
        if (exactProperty().get() && ended && end < size) {
            indexer.soon();
        }
    }

    private void put(PageRange.Page page) {
        pages.put(query(), page);
    }

    private void tell(RowShift move) {
        viewport.follow(move);
        onMove.forEach(told -> told.accept(move));
    }

    private void resize(int now, Certainty sure) {
        int before = size;
        size = now;
        if (now != before) {
            changed(before);
        }
        counted(now, sure);
    }

    /// The rows end elsewhere, or are others: told as rows that come or go at the end, because a table empties every cell and fills
    /// it again where it is told of a list that was replaced.
    private void changed(int before) {
        changing = true;
        fireChange(new TailChange(this, before, size));
        changing = false;
    }

    private void arrived() {
        failure.set(null);
        onArrival.forEach(Runnable::run);
    }

    private void dropRequests() {
        dropReading();
        beginning.drop();
        indexer.drop();
        look.stop();
        further.stop();
    }

    private void dropReading() {
        reading.drop();
        asked = null;
    }
}
