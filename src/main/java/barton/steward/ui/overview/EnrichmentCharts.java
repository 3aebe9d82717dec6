package barton.steward.ui.overview;

import barton.steward.catalog.Limits;
import barton.steward.model.enrichment.EnrichmentCounts;
import barton.steward.model.query.Query;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.BarParts;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.ChartPart;
import barton.steward.ui.overview.OverviewViewModel.Figures;
import barton.steward.ui.support.Messages;
import java.util.List;

/// How many companies are enriched, and how far that can be relied on.
final class EnrichmentCharts {
    private final EnrichmentCounts counts;
    private final Limits limits;
    private final AppContext context;

    EnrichmentCharts(Figures figures, AppContext context) {
        this.counts = figures.enrichment();
        this.limits = figures.limits();
        this.context = context;
    }

    ChartCard coverage() {
        String title = Messages.get("overview.coverage");
        long companies = counts.fresh() + counts.stale() + counts.never() + counts.without();
        if (companies == 0) {
            return ChartCard.empty("overview-enrichment", title, Messages.get("overview.quality.none"));
        }
        return new ChartCard("overview-enrichment", title, BarParts.of(title, List.of(
                part("fresh", counts.fresh(), companies, "bar-success", FigureQueries.ofFreshness("fresh")),
                part("stale", counts.stale(), companies, "bar-danger", FigureQueries.ofFreshness("stale")),
                part("never", counts.never(), companies, "bar-neutral", FigureQueries.ofFreshness("never")),
                part("without", counts.without(), companies, "bar-neutral", FigureQueries.withoutSidecar()))));
    }

    ChartCard confidence() {
        String title = Messages.get("overview.confidence");
        long sidecars = counts.high() + counts.middle() + counts.low() + counts.unknown();
        if (sidecars == 0) {
            return ChartCard.empty("overview-confidence", title, Messages.get("overview.sources.none"));
        }
        return new ChartCard("overview-confidence", title, BarParts.of(title, List.of(
                part("high", counts.high(), sidecars, "bar-success", FigureQueries.highConfidence()),
                part("middle", counts.middle(), sidecars, "bar-accent", FigureQueries.ofConfidence("middle")),
                part("low", counts.low(), sidecars, "bar-danger", FigureQueries.lowConfidence()),
                part("unknown", counts.unknown(), sidecars, "bar-neutral", FigureQueries.ofConfidence("none")))));
    }

    private ChartPart part(String name, long count, long of, String kind, Query rows) {
        String category = Messages.get("overview.enriched." + name, limits.staleDays(), limits.best(), limits.good());
        return ChartPart.counted("overview-enriched-" + name, category, count, Shares.written(count, of),
                Shares.meaning(count, Messages.get("overview.enriched.part." + name, count, limits.staleDays(), limits.best(),
                        limits.good())), kind, () -> context.open(rows));
    }
}
