package barton.steward.catalog;

import java.math.BigDecimal;
import java.util.Arrays;

/// The bands of scores from 0 to 100, the best first, see the function `shq.quality_band`; the word is the value of
/// [MasterFields#QUALITY_BAND].
public enum QualityBand implements Word {
    BEST("90 and more", 90), GOOD("70 to 89", 70), FAIR("50 to 69", 50), POOR("below 50", null), NONE("none", null);

    private final String word;
    private final Integer least;

    QualityBand(String word, Integer least) {
        this.word = word;
        this.least = least;
    }

    /// The band of a score, or of none.
    public static QualityBand of(BigDecimal score) {
        return score == null ? NONE : Arrays.stream(values()).filter(b -> b == POOR || score.compareTo(BigDecimal.valueOf(b.least)) >= 0)
                .findFirst().orElseThrow();
    }

    @Override
    public String word() {
        return word;
    }

    /// The lowest score of the band, or null.
    public Integer least() {
        return least;
    }
}
