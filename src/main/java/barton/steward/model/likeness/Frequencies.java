package barton.steward.model.likeness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How often values and words of names occur: in what ships with the program, and in the steward's own data, by a sample of it.
public final class Frequencies {
    private static final Map<String, Integer> SHIPPED = shipped();
    private static final double SHIPPED_NAMES = SHIPPED.getOrDefault("", 1);
    /// As if there were so many records more that say something else: a few records tell little of how usual a value is.
    private static final double SHRUNKEN = 200;
    /// How much of that counts for a phone and the like, which may still be that of a house.
    private static final double COPIES_OF_VALUES = 0.4;
    private static final double SHRUNKEN_NAMES = 2000;
    /// Before a word of a name, where it is counted.
    static final String WORD = "word ";
    private static final double LONGEST_BITS = 14;
    /// Where a company is tells little of which one it is.
    private static final double COUNTRY = 7;
    private static final Set<String> COUNTRIES = WordList.read("countries.txt").lines().stream()
            .map(line -> Letters.withoutUmlauts(Letters.fold(line[0]))).collect(Collectors.toSet());
    private static final Set<String> CONTINENTS = Set.of("europe", "asia", "africa", "america");
    private static final double LOG2 = Math.log(2);

    private final Map<String, Integer> values = new HashMap<>();
    private Map<String, Double> copies;
    private int records;

    private static Map<String, Integer> shipped() {
        var counts = new HashMap<String, Integer>();
        for (String[] line : WordList.read("company-frequencies.txt").lines()) {
            counts.put(line.length == 2 ? line[0] : "", Integer.parseInt(line[line.length - 1]));
        }
        return counts;
    }

    /// Counts what a record says.
    void count(Set<String> said) {
        records++;
        said.forEach(value -> values.merge(value, 1, Integer::sum));
    }

    /// Tells how often records say the same because they are the same: its copies do not make usual what a company says.
    /// @param shares by what they say, the share of all pairs that are the same and say it both
    void setCopies(Map<String, Double> shares) {
        copies = shares;
    }

    /// The share of records that say it, among those that are not the same as one that says it. A word that mostly copies share is
    /// taken to be shared by copies that were not recognised yet, too.
    private double share(String value, int ownUse, double shrunken) {
        if (copies == null) {
            return 0;
        }
        int counted = values.getOrDefault(value, 0);
        double share = counted / Math.max(1.0, records);
        double same = counted == 0 ? 0 : Math.min(1, copies.getOrDefault(value, 0.0) / share / share);
        same = value.startsWith(WORD) ? same * same / (same * same + (1 - same) * (1 - same)) : COPIES_OF_VALUES * same;
        return Math.max(0, share - Math.max(ownUse, 1 + same * counted) / Math.max(1, records)) * records / (records + shrunken);
    }

    /// The same as [#bits(String)], by what ships alone, which never changes.
    static double shippedBits(String word) {
        return Math.min(-log2((SHIPPED.getOrDefault(word, 0) + 0.3) / SHIPPED_NAMES), limit(word));
    }

    boolean isKnown(String word) {
        return SHIPPED.getOrDefault(word, 0) + values.getOrDefault(WORD + word, 0) > 2;
    }

    static boolean isCountry(String word) {
        return COUNTRIES.contains(word) && !CONTINENTS.contains(word);
    }

    private static double limit(String word) {
        return COUNTRIES.contains(word) ? COUNTRY : switch (word.length()) {
            case 1 -> 5;
            case 2 -> 9;
            case 3 -> 12;
            default -> LONGEST_BITS;
        };
    }

    /// How rare a word is in names: -log2 of the share of names that have it.
    double bits(String word) {
        double shipped = (SHIPPED.getOrDefault(word, 0) + 0.3) / SHIPPED_NAMES;
        return Math.clamp(-log2(Math.max(shipped, share(WORD + word, 2, SHRUNKEN_NAMES))), 1, limit(word));
    }

    /// -log2 of the chance that another record says the same.
    /// @param floor the least such chance, which a sample cannot tell
    double bits(String kind, String value, int ownUse, double floor) {
        return -log2(Math.max(share(kind + value, ownUse, SHRUNKEN), floor));
    }

    static double log2(double x) {
        return Math.log(x) / LOG2;
    }
}
