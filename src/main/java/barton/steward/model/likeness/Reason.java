package barton.steward.model.likeness;

import java.util.Locale;

/// What of a pair speaks for its records being the same, or against it.
/// @param trait  what was compared
/// @param words  how it agrees, for example "same phone"
/// @param chance how often two other records agree so, from 0 to 1
/// @param bits   what it adds to log2 of the odds
public record Reason(String trait, String words, double chance, double bits) {
    /// In a few words, with the chance where the agreement is rare: "same phone: 1 in 40,000 by chance".
    public String sentence() {
        if (chance > 0.5 || bits <= 0) {
            return words;
        }
        double others = 1 / chance;
        double rounded = others < 100 ? Math.round(others) : Math.round(others / magnitude(others)) * magnitude(others);
        return others > 1e9 ? words + ": less than 1 in 1,000,000,000 by chance"
                : String.format(Locale.ROOT, "%s: 1 in %,d by chance", words, (long) rounded);
    }

    private static double magnitude(double number) {
        return Math.pow(10, Math.floor(Math.log10(number)));
    }
}
