package barton.steward.dao;

import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.TimeLimit;
import barton.steward.model.Query;
import barton.steward.model.Row;
import barton.steward.model.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

    /// One way, tried so long.
    private record Way(String settings, TimeLimit limit) {
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
        this.glance = new Way(ALONG_THE_ORDER, new TimeLimit(glance));
        this.planned = new Way(AS_PLANNED, new TimeLimit(planned));
        this.others = List.of(new Way(BY_INDEX, new TimeLimit(look)), new Way(ALONG_THE_ORDER, new TimeLimit(walk)));
    }

    /// The rows by the first way that has them in time, by the index if none has.
    List<Row> rows(Query query, Attempt attempt) {
        boolean beginnings = Predicates.findsBeginnings(query.search());
        List<Way> ways = Stream.concat(Stream.of(beginnings ? glance : planned), others.stream()).toList();
        Went before = last.get(query.table());
        for (int i = before != null && before.leadsTo(query) ? before.way() : 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            Optional<List<Row>> found = way.limit().answer(stop -> attempt.rows(way.settings(), s -> TimeLimit.on(s, stop)));
            if (found.isPresent()) {
                last.put(query.table(), new Went(query, i));
                return found.get();
            }
        }
        last.put(query.table(), new Went(query, ways.size()));
        return attempt.rows(BY_INDEX, UnaryOperator.identity());
    }

    /// Who types on has fewer rows to find, so what failed along the order fails again, and what the planner takes for rare is looked up.
    private record Went(Query query, int way) {
        boolean leadsTo(Query longer) {
            return longer.search().startsWith(query.search()) && longer.searching("").equals(query.searching(""))
                    && Predicates.findsBeginnings(longer.search()) == Predicates.findsBeginnings(query.search());
        }
    }
}
