package barton.steward.model.matching;

import barton.steward.model.query.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /// The same about every pair that is not decided; what was decided stays.
    public List<Judged> whole(MatchVerdict verdict) {
        return undecided().stream().map(pair -> new Judged(pair, verdict)).toList();
    }

    /// The records are the same but for some, which are none of them. Nothing is said of those among each other.
    public List<Judged> without(Set<Row> out) {
        return undecided().stream().filter(pair -> !(in(out, pair.intake()) && in(out, pair.other())))
                .map(pair -> new Judged(pair, in(out, pair.intake()) || in(out, pair.other()) ? MatchVerdict.DIFFERENT : MatchVerdict.SAME))
                .toList();
    }

    /// Each of the two parts is the same, and the one is not the other.
    public List<Judged> split() {
        Set<Row> one = Set.copyOf(parts().getFirst());
        return undecided().stream().map(pair -> new Judged(pair, in(one, pair.intake()) == in(one, pair.other()) ? MatchVerdict.SAME
                : MatchVerdict.DIFFERENT)).toList();
    }

    /// The two parts into which the group falls where its weakest links go: the one of the first record first.
    public List<List<Row>> parts() {
        var part = new ArrayList<Integer>(IntStream.range(0, records.size()).boxed().toList());
        long left = records.size();
        for (MatchPair pair : pairs) {
            int one = part.get(place(pair.intake()));
            int other = part.get(place(pair.other()));
            if (one != other && left > 2) {
                part.replaceAll(p -> p == other ? one : p);
                left--;
            }
        }
        int first = part.getFirst();
        return Stream.of(true, false).map(with -> IntStream.range(0, records.size()).filter(i -> (part.get(i) == first) == with)
                .mapToObj(records::get).toList()).toList();
    }

    /// Where a record stands among the group's, from 0.
    public int place(Row record) {
        return IntStream.range(0, records.size()).filter(i -> is(records.get(i), record)).findFirst().orElseThrow();
    }

    private static boolean in(Set<Row> records, Row record) {
        return records.stream().anyMatch(r -> is(r, record));
    }

    private static boolean is(Row one, Row other) {
        return one.table() == other.table() && one.key().equals(other.key());
    }
}
