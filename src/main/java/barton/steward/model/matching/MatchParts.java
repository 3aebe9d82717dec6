package barton.steward.model.matching;

/// The points of which a score is the sum, cut to 0 to 100. What both sides say alike gives points, what they contradict each other in
/// takes some, and what one of them does not say gives none.
public record MatchParts(int name, int host, int phone, int state, int city) {
    /// The most that the name alone can give.
    public static final int MOST_BY_NAME = 60;
}
