package barton.steward.model.likeness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Compares records within themselves as a search does, and holds what it shows against what is known.
final class LikenessTrial {
    private static final double SHOWN = 0.545;
    private static final int LEARNED_FROM = 8_000;

    private LikenessTrial() {
    }

    /// @param same a number for each record, the same for those that are the same
    static double f1(Traits traits, List<Object[]> records, int[] same) {
        var candidates = new Candidates();
        var learning = new Learning(traits);
        for (int i = 0; i < records.size(); i++) {
            candidates.add(i, traits.keys(records.get(i)));
            learning.sample(records.get(i));
        }
        long[] pairs = candidates.amongThem();
        List<Object[][]> some = new Random(records.size()).ints(0, pairs.length).distinct().limit(Math.min(LEARNED_FROM, pairs.length))
                .mapToObj(i -> new Object[][] {records.get(upper(pairs[i])), records.get((int) pairs[i])}).toList();
        Matcher matcher = learning.learn(some, records.size() * (records.size() - 1.0) / 2, (double) some.size() / pairs.length);
        var copies = new HashMap<Integer, Integer>();
        Arrays.stream(same).forEach(one -> copies.merge(one, 1, Integer::sum));
        long known = copies.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
        long found = 0;
        long right = 0;
        for (long pair : pairs) {
            if (Matcher.probability(matcher.odds(records.get(upper(pair)), records.get((int) pair))) >= SHOWN) {
                found++;
                right += same[upper(pair)] == same[(int) pair] ? 1 : 0;
            }
        }
        double precision = (double) right / found;
        double recall = (double) right / known;
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(Locale.ROOT, "%s: %d records, %d pairs the same: precision %.3f, recall %.3f, F1 %.3f%n", traits, records.size(),
                known, precision, recall, f1);
        return f1;
    }

    private static int upper(long pair) {
        return (int) (pair >> 32);
    }
}
