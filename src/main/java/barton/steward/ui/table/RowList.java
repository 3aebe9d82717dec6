package barton.steward.ui.table;

import barton.steward.dao.TableDao;
import barton.steward.model.Directory;
import barton.steward.model.PageKey;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.ui.support.Channel;
import barton.steward.ui.support.Failure;
import barton.steward.ui.support.Job;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;

/// The rows that a query finds, read a page at a time where they are looked at. A row that was not read yet is null.
/// The size is that of the rows read so far until the directory is there, which is read after the first page.
/// A refresh keeps the old rows in sight until the new ones are there.
public final class RowList extends ObservableListBase<Row> {
    static final int PAGE = 200;
    static final int CACHED_PAGES = 50;
    /// The longest stretch of rows whose keys are collected one by one.
    public static final int LONGEST_RANGE = 20_000;

    private final Tasks tasks;
    private final TableDao dao;
    private final Channel first;
    private final Channel directory;
    private final Map<Integer, Job> requested = new HashMap<>();
    private final PageCache cache = new PageCache(CACHED_PAGES);
    private final List<PageKey> ends = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Query> query = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper exact = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper millis = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>();
    private final List<Runnable> onArrival = new ArrayList<>();
    private int size;
    private int firstVisible;
    private int lastVisible;
    private boolean mending;

    public RowList(Tasks tasks, TableDao dao) {
        this.tasks = tasks;
        this.dao = dao;
        this.first = tasks.channel();
        this.directory = tasks.channel();
    }

    /// Reads the rows of another query, from its beginning; the rows shown so far stay until then.
    public void show(Query next) {
        dropRequests();
        loading.set(true);
        ask(first, next, () -> dao.page(next, Optional.empty(), PAGE), rows -> begin(next, rows));
    }

    /// Reads anew what is in sight, and how many rows there are.
    public void refresh() {
        if (query.get() == null || loading.get()) {
            return;
        }
        mending = false;
        loadDirectory();
    }

    /// Reads what is missing of the rows from `from` to `to` (included), which are in sight; nothing else is wanted any more.
    public void need(int from, int to) {
        firstVisible = from;
        lastVisible = to;
        if (loading.get() || query.get() == null) {
            return;
        }
        int last = exact.get() ? Math.min(to, size - 1) : Math.max(to, to >= size - PAGE / 2 ? size : 0);
        List<Integer> pages = IntStream.rangeClosed(Math.max(0, from) / PAGE, Math.max(0, last) / PAGE).boxed().toList();
        requested.entrySet().removeIf(e -> {
            boolean outOfSight = !pages.contains(e.getKey());
            if (outOfSight) {
                e.getValue().drop();
            }
            return outOfSight;
        });
        pages.stream().filter(p -> !cache.fresh(p) && p <= ends.size()).forEach(this::request);
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
        Query asked = query.get();
        List<Optional<PageKey>> starts = IntStream.rangeClosed(from / PAGE, to / PAGE).mapToObj(this::start).toList();
        tasks.run(Messages.get("task.read"), () -> {
            var keys = new ArrayList<>();
            starts.forEach(start -> dao.page(asked, start, PAGE).forEach(row -> keys.add(row.key())));
            int offset = from % PAGE;
            return List.copyOf(keys.subList(Math.min(offset, keys.size()), Math.min(offset + to - from + 1, keys.size())));
        }, sink);
    }

    /// Told whenever rows in the list changed without a change of its size.
    public void onArrival(Runnable run) {
        onArrival.add(run);
    }

    /// The query whose rows are in the list; null before the first.
    public ReadOnlyObjectProperty<Query> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public Query query() {
        return query.get();
    }

    /// Whether the rows of another query are on their way.
    public ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /// Whether the size is that of the query, and not just of the rows read so far.
    public ReadOnlyBooleanProperty exactProperty() {
        return exact.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// How long the latest question to the database took, in milliseconds.
    public ReadOnlyLongProperty millisProperty() {
        return millis.getReadOnlyProperty();
    }

    /// Why the rows could not be read; null while all is well. Its retry reads them again.
    public ReadOnlyObjectProperty<Failure> failureProperty() {
        return failure.getReadOnlyProperty();
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
        query.set(next);
        cache.clear();
        ends.clear();
        mending = false;
        firstVisible = 0;
        lastVisible = 0;
        keep(0, rows);
        size = rows.size();
        exact.set(size < PAGE);
        loading.set(false);
        count.set(size);
        replaced(before);
        arrived();
        if (!exact.get()) {
            loadDirectory();
        }
    }

    private void loadDirectory() {
        Query asked = query.get();
        ask(directory, asked, () -> dao.directory(asked, PAGE, Set.of()), this::adopt);
    }

    private void adopt(Directory found) {
        ends.clear();
        ends.addAll(found.pageEnds());
        cache.outdate();
        exact.set(true);
        resize((int) found.count());
        arrived();
        dropPages();
        need(firstVisible, lastVisible);
    }

    private void request(int page) {
        if (requested.containsKey(page)) {
            return;
        }
        Query asked = query.get();
        Optional<PageKey> start = start(page);
        Job job = tasks.run(Messages.get("task.read"), timed(() -> dao.page(asked, start, PAGE)), answer -> {
            requested.remove(page);
            millis.set(answer.millis());
            arrive(page, answer.value());
        }, this::failed);
        if (job.state() == Job.State.RUNNING) {
            requested.put(page, job);
        }
    }

    private void arrive(int page, List<Row> rows) {
        keep(page, rows);
        int end = page * PAGE + rows.size();
        if (!exact.get() && (end > size || rows.size() < PAGE)) {
            exact.set(rows.size() < PAGE);
            resize(end);
        }
        arrived();
        boolean shorter = end < Math.min(size, (page + 1) * PAGE);
        if (exact.get() && shorter && !mending) {
            mending = true;
            loadDirectory();
        }
    }

    private void keep(int page, List<Row> rows) {
        cache.put(page, rows);
        if (page == ends.size() && rows.size() == PAGE) {
            ends.add(PageKey.of(rows.getLast(), query.get().sort()));
        }
    }

    private Optional<PageKey> start(int page) {
        return page == 0 ? Optional.empty() : Optional.of(ends.get(page - 1));
    }

    private void resize(int now) {
        int before = size;
        size = now;
        count.set(now);
        if (now > before) {
            beginChange();
            nextAdd(before, now);
            endChange();
        } else if (now < before) {
            replaced(before);
        }
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

    private <T> void ask(Channel channel, Query asked, Callable<T> question, Consumer<T> sink) {
        channel.run(Messages.get("task.read"), timed(question), answer -> {
            millis.set(answer.millis());
            sink.accept(answer.value());
        }, f -> failed(new Failure(f.task(), f.cause(), () -> show(asked))));
    }

    private void failed(Failure f) {
        dropRequests();
        loading.set(false);
        failure.set(new Failure(f.task(), f.cause(), f.retry()));
    }

    private void dropRequests() {
        first.drop();
        directory.drop();
        dropPages();
    }

    private void dropPages() {
        requested.values().forEach(Job::drop);
        requested.clear();
    }

    private static <T> Callable<Timed<T>> timed(Callable<T> question) {
        return () -> {
            long start = System.nanoTime();
            T value = question.call();
            return new Timed<>(value, (System.nanoTime() - start) / 1_000_000);
        };
    }

    private record Timed<T>(T value, long millis) {
    }
}
