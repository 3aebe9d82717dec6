package barton.steward.service.audit;

import barton.steward.model.audit.AuditResult;
import barton.steward.model.audit.ErrorRate;
import barton.steward.service.report.Html;
import java.util.Locale;
import java.util.stream.Stream;

/// Rates with their intervals as bars on one scale, of boxes that browsers and PDFs alike can draw.
final class RateChart {
    private final double scale;
    private final Double bound;

    RateChart(AuditResult result, Double bound) {
        this.bound = bound;
        double most = Stream.concat(Stream.of(result.rate()), result.fields().stream().map(f -> f.rate())).mapToDouble(ErrorRate::upper)
                .max().orElse(1);
        scale = Math.min(1, 1.1 * Math.max(most, bound == null ? 0 : bound));
    }

    String line(String name, ErrorRate rate) {
        return "<div class=\"chart\"><div class=\"name\">%s</div><div class=\"number\">%s (%s to %s)</div><div class=\"track\">"
                .formatted(Html.escaped(name), AuditReport.percent(rate.rate()), AuditReport.percent(rate.lower()),
                        AuditReport.percent(rate.upper()))
                + "<div class=\"bar\" style=\"width: %s\"></div><div class=\"interval\" style=\"left: %s; width: %s\"></div>"
                .formatted(at(rate.rate()), at(rate.lower()), at(rate.upper() - rate.lower()))
                + (bound == null ? "" : "<div class=\"bound\" style=\"left: %s\"></div>".formatted(at(bound))) + "</div></div>";
    }

    private String at(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share / scale);
    }
}
