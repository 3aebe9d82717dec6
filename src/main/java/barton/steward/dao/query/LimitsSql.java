package barton.steward.dao.query;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.MasterFields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What rows are by the limits that the team set, as SQL that reads those once in a statement.
final class LimitsSql {
    private static final String BEST = limit("best");
    private static final String GOOD = limit("good");
    private static final String FAIR = limit("fair");

    private static final Pattern RANGE = Pattern.compile("below (\\d{1,3})|(\\d{1,3}) (?:and more|to (\\d{1,3}))");

    private LimitsSql() {
    }

    private static String limit(String name) {
        return "(SELECT l." + name + " FROM shq.limit_setting l)";
    }

    /// The scores that a company's is among. Who asks for some gets those, whatever the limits have become since.
    static SqlColumn qualityBand() {
        String score = "t.data_quality_score";
        return SqlColumn.chosen(MasterFields.QUALITY_BAND, "shq.quality_band(%s::numeric, %s, %s, %s)".formatted(score, BEST, GOOD, FAIR),
                new Choices("none", "(" + score + " IS NULL)", band -> range(score, band)));
    }

    private static Optional<String> range(String score, String band) {
        Matcher range = RANGE.matcher(band);
        if (!range.matches()) {
            return Optional.empty();
        }
        if (range.group(1) != null) {
            return Optional.of(score + " < " + range.group(1));
        }
        String from = score + " >= " + range.group(2);
        return Optional.of(range.group(3) == null ? from : from + " AND " + score + " < " + (Integer.parseInt(range.group(3)) + 1));
    }

    static SqlColumn freshness() {
        String recently = "t.last_enriched_at::timestamptz >= now() - make_interval(days => " + limit("stale_days") + ")";
        String never = "t.last_enriched_at IS NULL";
        return SqlColumn.chosen(CompanySidecarFields.FRESHNESS,
                "CASE WHEN " + never + " THEN 'never' WHEN " + recently + " THEN 'fresh' ELSE 'stale' END",
                new Choices("never", "(" + never + ")", Map.of("fresh", recently, "stale", "NOT " + recently)));
    }

    static SqlColumn confidence() {
        String score = "t.confidence_score";
        String high = score + " >= " + BEST;
        String low = score + " < " + GOOD;
        return SqlColumn.chosen(CompanySidecarFields.CONFIDENCE_BAND, "CASE WHEN " + score + " IS NULL THEN 'none' WHEN " + high
                + " THEN 'high' WHEN " + low + " THEN 'low' ELSE 'middle' END", new Choices("none", "(" + score + " IS NULL)",
                Map.of("high", high, "low", low, "middle", score + " >= " + GOOD + " AND " + score + " < " + BEST)));
    }
}
