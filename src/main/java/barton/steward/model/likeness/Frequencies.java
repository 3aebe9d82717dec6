package barton.steward.model.likeness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How often values and words of names occur: in what ships with the program, and in the steward's own data, by a sample of it.
public final class Frequencies {
    private static final Map<String, Integer> SHIPPED = shipped();
    private static final double SHIPPED_NAMES = SHIPPED.getOrDefault("", 1);
    /// As if there were so many records more that say something else: a few records tell little of how usual a value is.
    private static final double SHRUNKEN = 200;
    private static final double LONGEST_BITS = 14;
    private static final double LOG2 = Math.log(2);

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int names;
    private int records;

    private static Map<String, Integer> shipped() {
        var counts = new HashMap<String, Integer>();
        for (String[] line : WordList.read("company-frequencies.txt").lines()) {
            counts.put(line.length == 2 ? line[0] : "", Integer.parseInt(line[line.length - 1]));
        }
        return counts;
    }

    void countRecord() {
        records++;
    }

    /// Each name once, however many records have it: copies of a company do not make its name usual.
    void countName(CompanyName name) {
        if (seen.add(name.joined())) {
            names++;
            name.words().stream().distinct().forEach(word -> words.merge(word, 1, Integer::sum));
        }
    }

    void countValue(String kind, String value) {
        values.merge(kind + value, 1, Integer::sum);
    }

    /// The same as [#bits(String)], by what ships alone, which never changes.
    static double shippedBits(String word) {
        return Math.min(-log2((SHIPPED.getOrDefault(word, 0) + 0.3) / SHIPPED_NAMES), limit(word));
    }

    boolean isKnown(String word) {
        return SHIPPED.getOrDefault(word, 0) + words.getOrDefault(word, 0) > 2;
    }

    private static double limit(String word) {
        return word.length() == 1 ? 5 : word.length() == 2 ? 9 : LONGEST_BITS;
    }

    /// How rare a word is in names: -log2 of the share of names that have it.
    double bits(String word) {
        double shipped = (SHIPPED.getOrDefault(word, 0) + 0.3) / SHIPPED_NAMES;
        double own = names == 0 ? 0 : (words.getOrDefault(word, 0) - 2.0) / (names + 2000.0);
        return Math.clamp(-log2(Math.max(shipped, own)), 1, limit(word));
    }

    /// -log2 of the chance that another record says the same.
    /// @param floor the least such chance, which a sample cannot tell
    double bits(String kind, String value, int ownUse, double floor) {
        double share = (values.getOrDefault(kind + value, 0) - ownUse) / (records + SHRUNKEN);
        return -log2(Math.max(share, floor));
    }

    static double log2(double x) {
        return Math.log(x) / LOG2;
    }
}
