package barton.steward.dao.table;

import barton.steward.catalog.Table;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.TimeLimit;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The ways to the rows that have a text, each tried for a while. Where many rows have it, it is soon met along the order; where few have
/// it, an index knows them. Which of the two it is the planner has to guess, and it is wrong where the rows with a text stand far behind
/// in the order, or where it takes a text for rare that one row in some hundreds has.
final class SearchWays {
    private static final Duration GLANCE = Duration.ofMillis(40);
    private static final Duration PLANNED = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(150);
    private static final Duration WALK = Duration.ofMillis(400);

    private static final String AS_PLANNED = "";
    private static final String ALONG_THE_ORDER = "SET LOCAL enable_bitmapscan = off; SET LOCAL jit = off";
    private static final String BY_INDEX =
            "SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_seqscan = off; SET LOCAL jit = off";

    private final Way glance;
    private final Way planned;
    private final List<Way> others;
    private final Map<Table, Went> last = new ConcurrentHashMap<>();
    private volatile Duration roundTrip;

    /// One way, tried so long beside the round trip.
    private record Way(String settings, Duration most) {
    }

    /// Reads the rows with these settings of the planner, none if empty, its statements limited by the operator.
    interface Attempt {
        List<Row> rows(String settings, UnaryOperator<org.jdbi.v3.core.statement.Query> limited);
    }

    SearchWays() {
        this(GLANCE, PLANNED, LOOK, WALK);
    }

    /// @param glance how long the beginnings of words, which the planner cannot estimate, are looked for along the order at first
    /// @param planned how long all else is left to the planner at first
    SearchWays(Duration glance, Duration planned, Duration look, Duration walk) {
        this.glance = new Way(ALONG_THE_ORDER, glance);
        this.planned = new Way(AS_PLANNED, planned);
        this.others = List.of(new Way(BY_INDEX, look), new Way(ALONG_THE_ORDER, walk));
    }

    /// The rows by the first way that has them in time, by the index if none has.
    List<Row> rows(Handle handle, Query query, Attempt attempt) {
        boolean beginnings = Predicates.findsBeginnings(query.search());
        List<Way> ways = Stream.concat(Stream.of(beginnings ? glance : planned), others.stream()).toList();
        Went before = last.remove(query.table());
        for (int i = before != null && before.leadsTo(query) ? before.way() : 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            var limit = new TimeLimit(way.most().plus(roundTrip(handle)));
            Optional<List<Row>> found = limit.answer(stop -> attempt.rows(way.settings(), s -> TimeLimit.on(s, stop)));
            if (found.isPresent()) {
                last.put(query.table(), new Went(query, i));
                return found.get();
            }
        }
        return attempt.rows(BY_INDEX, UnaryOperator.identity());
    }

    /// How long the server takes to answer at all, which no way can be quicker than; asked once, the quicker of two answers.
    private Duration roundTrip(Handle handle) {
        if (roundTrip == null) {
            roundTrip = Stream.generate(() -> time(handle)).limit(2).min(Comparator.naturalOrder()).orElseThrow();
        }
        return roundTrip;
    }

    private static Duration time(Handle handle) {
        long start = System.nanoTime();
        handle.select("SELECT 1").mapTo(Integer.class).one();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Who types on has fewer rows to find, so what failed along the order fails again, and what the planner takes for rare is looked up.
    private record Went(Query query, int way) {
        boolean leadsTo(Query longer) {
            return longer.search().startsWith(query.search()) && longer.searching("").equals(query.searching(""))
                    && Predicates.findsBeginnings(longer.search()) == Predicates.findsBeginnings(query.search());
        }
    }
}
