package barton.steward.catalog;

/// The bands of scores from 0 to 100, the best first, see the function `shq.quality_band`.
public enum QualityBand {
    BEST, GOOD, FAIR, POOR, NONE;

    /// What the database writes for the band, a value of [MasterFields#QUALITY_BAND]: the scores that it has, like `70 to 89`.
    public String word(Limits limits) {
        return switch (this) {
            case BEST -> limits.best() + " and more";
            case GOOD -> limits.good() + " to " + (limits.best() - 1);
            case FAIR -> limits.fair() + " to " + (limits.good() - 1);
            case POOR -> "below " + limits.fair();
            case NONE -> "none";
        };
    }
}
