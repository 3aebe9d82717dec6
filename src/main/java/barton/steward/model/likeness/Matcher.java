package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tells how probable it is that two records are the same. Not to be changed, so threads may share it.
public final class Matcher {
    /// What the second of several traits that come together tells of what it would alone.
    private static final double TOGETHER = 0.4;
    /// What agrees so little, as the city of a large one, leaves a name alone.
    private static final double LITTLE = 4;

    private final List<Trait> traits;
    private final Weights weights;
    private final Frequencies frequencies;

    Matcher(List<Trait> traits, Weights weights, Frequencies frequencies) {
        this.traits = traits;
        this.weights = weights;
        this.frequencies = frequencies;
    }

    /// How the records compare, trait by trait; null where one of them says nothing.
    Agreement[] compare(Object[] one, Object[] other) {
        var agreements = new Agreement[traits.size()];
        for (int i = 0; i < agreements.length; i++) {
            if (one[i] != null && other[i] != null) {
                agreements[i] = traits.get(i).compare(one[i], other[i], frequencies);
            }
        }
        return agreements;
    }

    /// log2 of the odds that the records are the same.
    double odds(Agreement[] agreements) {
        double[] bits = bits(agreements);
        double odds = weights.prior();
        double[] together = new double[bits.length];
        int n = 0;
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] <= 0 || traits.get(i).standsAlone()) {
                odds += bits[i];
            } else {
                together[n++] = bits[i];
            }
        }
        return odds + together(together, n);
    }

    /// What each trait speaks for or against it; 0 where it says nothing.
    private double[] bits(Agreement[] agreements) {
        double[] bits = new double[agreements.length];
        double apart = 1;
        boolean alone = true;
        for (int i = 0; i < bits.length; i++) {
            if (agreements[i] != null) {
                bits[i] = weights.bits(i, agreements[i]);
                apart = Math.min(apart, weights.apart(i, agreements[i].level()));
                alone &= bits[i] <= LITTLE || traits.get(i).standsAlone();
            }
        }
        if (alone && bits[0] > 0) {
            bits[0] *= apart;
        }
        return bits;
    }

    /// Companies of one house share a street, a place and often a phone: what comes together tells less than each alone.
    private static double together(double[] bits, int n) {
        Arrays.sort(bits, 0, n);
        double sum = 0;
        double share = 1;
        for (int i = n - 1; i >= 0; i--) {
            sum += bits[i] * share;
            share *= TOGETHER;
        }
        return sum;
    }

    /// log2 of the odds that the records are the same.
    public double odds(Object[] one, Object[] other) {
        return odds(compare(one, other));
    }

    /// From 0 to 1.
    public static double probability(double odds) {
        return 1 / (1 + Math.pow(2, -odds));
    }

    /// What speaks for and against the records being the same, in the order of the traits.
    public List<Reason> reasons(Object[] one, Object[] other) {
        Agreement[] agreements = compare(one, other);
        double[] bits = bits(agreements);
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < agreements.length; i++) {
            if (agreements[i] != null) {
                int level = agreements[i].level();
                double chance = Double.isNaN(agreements[i].bits()) ? weights.chance()[i][level] : Math.pow(2, -agreements[i].bits());
                reasons.add(new Reason(traits.get(i).name(), weights.words().get(i).get(level), chance, bits[i]));
            }
        }
        return reasons;
    }

    /// How much the names are alike letter by letter, from 0 to 1; 0 where one has none.
    public double likeness(Object[] one, Object[] other) {
        if (one[0] == null || other[0] == null) {
            return 0;
        }
        String a = traits.getFirst().text(one[0]);
        String b = traits.getFirst().text(other[0]);
        int longer = Math.max(a.length(), b.length());
        return 1 - (double) Distance.between(a, b, longer) / Math.max(1, longer);
    }
}
