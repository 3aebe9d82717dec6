package barton.steward.model.likeness;

import java.util.ArrayList;
import java.util.List;

/// How often records that are the same, and any others, agree in each level of each trait; by the numbers of the traits and levels.
/// @param words  how a level is told, for example "same phone"
/// @param same   the share of a level in pairs that are the same, of those that both say something
/// @param chance its share in other pairs; NaN where it depends on what they say
/// @param trust  how much of what the shares say counts, for records are not as independent as the reckoning takes them
/// @param apart  by trait and level, what a name that alone agrees still tells where a level says that the two are apart: far from each
///               other others have the same name more often than the rareness of its words lets expect; 1 where all of it
/// @param prior  log2 of the odds that any two records are the same
record Weights(List<List<String>> words, double[][] same, double[][] chance, double[] trust, double[][] apart, double prior) {
    private static final double LEAST = 1e-4;

    /// Those that ship. A line is a trait, the two shares, the words of a level and, where it is not 1, what a name tells
    /// apart; or a trait and its trust.
    static Weights read(String file, List<Trait> traits) {
        WordList list = WordList.read(file);
        var words = new ArrayList<List<String>>();
        double[][] same = new double[traits.size()][];
        double[][] chance = new double[traits.size()][];
        double[][] apart = new double[traits.size()][];
        double[] trust = new double[traits.size()];
        for (int i = 0; i < same.length; i++) {
            String name = traits.get(i).name();
            List<String[]> levels = list.lines().stream().filter(line -> line.length > 3 && line[0].equals(name)).toList();
            words.add(levels.stream().map(line -> line[3]).toList());
            same[i] = levels.stream().mapToDouble(line -> Double.parseDouble(line[1])).toArray();
            chance[i] = levels.stream().mapToDouble(line -> line[2].equals("*") ? Double.NaN : Double.parseDouble(line[2])).toArray();
            apart[i] = levels.stream().mapToDouble(line -> line.length > 4 ? Double.parseDouble(line[4]) : 1).toArray();
            trust[i] = list.lines().stream().filter(line -> line.length == 2 && line[0].equals(name))
                    .mapToDouble(line -> Double.parseDouble(line[1])).findFirst().orElse(1);
        }
        return new Weights(words, same, chance, trust, apart, 0);
    }

    /// What an agreement speaks for, or against, two records being the same, in bits.
    double bits(int trait, Agreement agreement) {
        double by = Double.isNaN(agreement.bits()) ? -Frequencies.log2(chance[trait][agreement.level()]) : agreement.bits();
        return (Frequencies.log2(same[trait][agreement.level()]) + by) * trust[trait];
    }

    double apart(int trait, int level) {
        return apart[trait][level];
    }

    Weights withPrior(double odds) {
        return new Weights(words, same, chance, trust, apart, Frequencies.log2(odds));
    }

    /// With what was counted of other pairs, beside what ships, which counts as so many pairs.
    Weights withChance(double[][] counts, double pairs) {
        return new Weights(words, same, blended(chance, counts, pairs, 0), trust, apart, prior);
    }

    /// The same for pairs that are the same; what ships counts at least half, so that what is usual in a file, as the name of a chain, does
    /// not become what tells.
    Weights withSame(double[][] counts, double pairs) {
        return new Weights(words, blended(same, counts, pairs, 1), chance, trust, apart, prior);
    }

    private static double[][] blended(double[][] shipped, double[][] counts, double pairs, double atLeast) {
        double[][] blended = new double[shipped.length][];
        for (int i = 0; i < shipped.length; i++) {
            double all = 0;
            for (double count : counts[i]) {
                all += count;
            }
            double weight = Math.max(pairs, all * atLeast);
            blended[i] = new double[shipped[i].length];
            for (int level = 0; level < shipped[i].length; level++) {
                double was = shipped[i][level];
                blended[i][level] = Double.isNaN(was) ? was : Math.max((counts[i][level] + weight * was) / (all + weight), LEAST);
            }
        }
        return blended;
    }
}
