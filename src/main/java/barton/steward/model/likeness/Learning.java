package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Estimates weights from the steward's own data: chance agreement from random pairs, true agreement by expectation-maximisation on pairs
/// that share a key. What ships counts as so many pairs more.
public final class Learning {
    private static final double SHIPPED_SAME = 400;
    private static final double SHIPPED_OTHER = 2000;
    private static final double FEW = 0.0005;
    private static final int PASSES = 3;
    private static final int ROUNDS = 6;
    private static final int RANDOM_PAIRS = 30_000;
    private static final int LEAST_SAMPLE = 100;
    /// Of n records so many times the root of n are expected to be there twice, before anything is known of them.
    private static final double EXPECTED = 0.4;
    private static final double LEAST_PAIRS = 1e4;

    private final Traits traits;
    private final Weights shipped;
    private final Frequencies frequencies = new Frequencies();
    private final List<Object[]> sample = new ArrayList<>();

    public Learning(Traits traits) {
        this.traits = traits;
        this.shipped = traits.shipped();
    }

    /// Adds a record of the sample.
    public void sample(Object[] folded) {
        sample.add(folded);
        frequencies.count(traits.values(folded));
    }

    /// @param candidates pairs that share a key
    /// @param pairs      how many pairs there are at all
    /// @param share      how many of those that share a key these are, from 0 to 1
    public Matcher learn(List<Object[][]> candidates, double pairs, double share) {
        double start = Math.max(1, Math.sqrt(pairs) * EXPECTED) / Math.max(pairs, LEAST_PAIRS);
        Weights base = shipped.withChance(byChance(start), SHIPPED_OTHER).withPrior(start);
        Matcher matcher = with(base);
        for (int pass = 0; pass < PASSES && !candidates.isEmpty(); pass++) {
            Matcher now = matcher;
            List<Agreement[]> compared = candidates.stream().map(pair -> now.compare(pair[0], pair[1])).toList();
            for (int round = 0; round < ROUNDS; round++) {
                double[][] counts = counts();
                double same = 0;
                for (Agreement[] agreements : compared) {
                    double probability = Matcher.probability(matcher.odds(agreements));
                    same += probability;
                    if (probability > FEW) {
                        count(agreements, probability, counts);
                    }
                }
                double found = same / share / Math.max(pairs, LEAST_PAIRS);
                matcher = with(base.withSame(counts, SHIPPED_SAME).withPrior((found + start) / 2));
            }
            frequencies.setCopies(copies(candidates, compared, matcher, share * Math.max(pairs, 1)));
        }
        return matcher;
    }

    /// By what both say, the share of all pairs that say it and are the same.
    private Map<String, Double> copies(List<Object[][]> candidates, List<Agreement[]> compared, Matcher matcher, double pairs) {
        var copies = new HashMap<String, Double>();
        for (int i = 0; i < compared.size(); i++) {
            double probability = Matcher.probability(matcher.odds(compared.get(i)));
            if (probability > FEW) {
                Set<String> both = traits.values(candidates.get(i)[0]);
                both.retainAll(traits.values(candidates.get(i)[1]));
                both.forEach(value -> copies.merge(value, probability / pairs, Double::sum));
            }
        }
        return copies;
    }

    private Matcher with(Weights weights) {
        return new Matcher(traits.all(), weights, frequencies);
    }

    private double[][] byChance(double start) {
        var random = new Random(sample.size());
        Matcher matcher = with(shipped.withPrior(start));
        double[][] counts = counts();
        for (int n = 0; n < RANDOM_PAIRS && sample.size() > LEAST_SAMPLE; n++) {
            Object[] one = sample.get(random.nextInt(sample.size()));
            Object[] other = sample.get(random.nextInt(sample.size()));
            if (one != other) {
                Agreement[] agreements = matcher.compare(one, other);
                count(agreements, 1 - Matcher.probability(matcher.odds(agreements)), counts);
            }
        }
        return counts;
    }

    private double[][] counts() {
        double[][] counts = new double[traits.all().size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new double[shipped.same()[i].length];
        }
        return counts;
    }

    private static void count(Agreement[] agreements, double weight, double[][] counts) {
        for (int i = 0; i < agreements.length; i++) {
            if (agreements[i] != null) {
                counts[i][agreements[i].level()] += weight;
            }
        }
    }
}
