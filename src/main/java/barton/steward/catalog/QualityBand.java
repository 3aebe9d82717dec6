package barton.steward.catalog;

/// The bands of `data_quality_score`, the best first; the text is the value of [MasterFields#QUALITY_BAND].
public enum QualityBand {
    BEST("90 and more"), GOOD("70 to 89"), FAIR("50 to 69"), POOR("below 50"), NONE("none");

    private final String text;

    QualityBand(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
