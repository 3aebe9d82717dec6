package barton.steward.dao.matching;

import barton.steward.model.likeness.Matcher;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchThresholds;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A pair as a search found it.
/// @param master    the record of master; null where the other side is an older row of the batch
/// @param older     that row; null where the other side is in master
/// @param odds      log2 of the odds that they are the same
/// @param reasons   empty where the pair is not kept
record FoundPair(Long intake, String master, Long older, double odds, double likeness, List<Reason> reasons) {
    /// From here on, in bits, not one of a million is another: what is less sure scores 99 at most.
    private static final double SURE = 19;

    static FoundPair of(Matcher matcher, Object[] row, Object[] other, Long intake, String master, Long older) {
        var bare = new FoundPair(intake, master, older, matcher.odds(row, other), 0, List.of());
        return bare.isKept() ? new FoundPair(intake, master, older, bare.odds, matcher.likeness(row, other), matcher.reasons(row, other))
                : bare;
    }

    boolean isKept() {
        return score() >= MatchThresholds.LOWEST;
    }

    /// The probability, in percent.
    int score() {
        return odds >= SURE ? 100 : (int) Math.min(99, Math.round(100 * Matcher.probability(odds)));
    }

    /// @param origin the row of intake that the record of master came from; null where it came from elsewhere
    String[] cells(String entity, long run, String batch, String origin) {
        return new String[] {entity, Long.toString(run), batch, intake.toString(), master, older == null ? origin : older.toString(),
                Integer.toString(score()), Double.toString(likeness), points(Set.of("name")), points(Set.of("host", "email")),
                        points(Set.of("phone")),
                "0", points(Set.of("place")), texts()};
    }

    private String points(Set<String> traits) {
        return Long.toString(Math.round(reasons.stream().filter(reason -> traits.contains(reason.trait())).mapToDouble(Reason::bits)
                .sum()));
    }

    /// As an array of texts.
    private String texts() {
        var texts = new StringBuilder("{");
        for (Reason reason : reasons) {
            texts.append(texts.length() == 1 ? "\"" : ",\"").append(String.format(Locale.ROOT, "%s\t%s\t%.12f\t%.2f", reason.trait(),
                    reason.words().replace("\"", ""), reason.chance(), reason.bits())).append('"');
        }
        return texts.append('}').toString();
    }
}
