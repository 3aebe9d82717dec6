package barton.steward.model.matching;

import barton.steward.model.query.Row;
import java.util.Comparator;
import java.util.List;

/// Records that are the same together, as far as is known: at least two, rows of intake before those of master, and the pairs among them,
/// the likeliest first. Not every two need to be a pair.
public record PairGroup(List<Row> records, List<MatchPair> pairs) {
    public PairGroup {
        records = List.copyOf(records);
        pairs = List.copyOf(pairs);
    }

    /// The pair that hangs together least; what was decided to be the same is sure.
    public MatchPair weakest() {
        return pairs.stream().min(Comparator.comparing(MatchPair::settled).thenComparingInt(MatchPair::score)).orElseThrow();
    }

    /// Those that nobody decided about, or to be decided anew.
    public List<MatchPair> undecided() {
        return pairs.stream().filter(pair -> !pair.settled()).toList();
    }

    /// The pairs that a record is in.
    public List<MatchPair> of(Row record) {
        return pairs.stream().filter(pair -> is(pair.intake(), record) || is(pair.other(), record)).toList();
    }

    private static boolean is(Row one, Row other) {
        return one.table() == other.table() && one.key().equals(other.key());
    }
}
