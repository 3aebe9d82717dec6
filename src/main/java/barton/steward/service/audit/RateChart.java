package barton.steward.service.audit;

import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.ErrorRate;
import barton.steward.service.report.Html;
import java.util.Locale;

/// Rates with their intervals as bars on one scale, of boxes that browsers and PDFs alike can draw.
final class RateChart {
    private final double scale;
    private final Double bound;

    RateChart(AuditResult result, Double bound) {
        this.bound = bound;
        scale = result.scale(bound);
    }

    String line(String name, ErrorRate rate) {
        String interval = "left: %s; width: %s".formatted(at(rate.lower()), at(rate.upper() - rate.lower()));
        return "<div class=\"chart\"><div class=\"name\">%s</div><div class=\"number\">%s (%s to %s)</div><div class=\"track\">"
                .formatted(Html.escaped(name), AuditReport.percent(rate.rate()), AuditReport.percent(rate.lower()),
                        AuditReport.percent(rate.upper()))
                + box("bar", "width: " + at(rate.rate())) + box("interval", interval) + box("ends", interval)
                + (bound == null ? "" : box("bound", "left: " + at(bound))) + "</div></div>";
    }

    private static String box(String kind, String place) {
        return "<div class=\"%s\" style=\"%s\"></div>".formatted(kind, place);
    }

    private String at(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share / scale);
    }
}
