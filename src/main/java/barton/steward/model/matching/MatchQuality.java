package barton.steward.model.matching;

import java.util.List;

/// How well the pairs of a search agree with those that are known to be the same.
/// @param known  so many pairs are the same, those included that follow from others
/// @param shown  at the threshold from which pairs are shown
/// @param best   at the threshold with the highest F1
/// @param wrong  found from the shown threshold on, and not the same; the highest score first
/// @param missed the same, and not found from it on; the lowest score first
public record MatchQuality(long known, Figures shown, Figures best, List<Mistake> wrong, List<Mistake> missed) {
    /// @param from      the score from which pairs count
    /// @param precision the share of those that are the same, 0 to 1; 1 where none counts
    /// @param recall    the share of the known pairs among them
    public record Figures(int from, long found, double precision, double recall, double f1) {
        public static Figures of(int from, long found, long right, long known) {
            double precision = found == 0 ? 1 : (double) right / found;
            double recall = known == 0 ? 1 : (double) right / known;
            return new Figures(from, found, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }
    }

    /// @param score null where the pair was not compared, or its score is too low to be kept
    /// @param one   the number of a row of intake, or the ID of a record of master
    public record Mistake(Integer score, String one, String oneName, String other, String otherName) {
    }
}
