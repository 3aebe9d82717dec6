package barton.steward.ui.overview;

import barton.steward.catalog.QualityBand;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.BarParts;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.ChartPart;
import barton.steward.ui.overview.OverviewViewModel.Figures;
import barton.steward.ui.support.Messages;

/// How the quality scores of the companies in master are distributed: one bar for each band, which opens its companies.
final class QualityChart {
    private QualityChart() {
    }

    static ChartCard of(Figures figures, AppContext context) {
        String title = Messages.get("overview.quality");
        long companies = figures.quality().values().stream().mapToLong(Long::longValue).sum();
        if (companies == 0) {
            return ChartCard.empty("overview-quality", title, Messages.get("overview.quality.none"));
        }
        return new ChartCard("overview-quality", title, BarParts.of(title, figures.quality().entrySet().stream().map(e -> {
            String word = e.getKey().word(figures.limits());
            return ChartPart.counted("overview-quality-" + e.getKey(), word, e.getValue(), Shares.written(e.getValue(), companies),
                    Shares.meaning(e.getValue(), Messages.get("overview.meaning.quality", word, e.getValue())), kind(e.getKey()),
                    () -> context.open(FigureQueries.ofQuality(e.getKey(), figures.limits())));
        }).toList()));
    }

    private static String kind(QualityBand band) {
        return switch (band) {
            case BEST -> "bar-success";
            case GOOD -> "bar-accent";
            case FAIR, NONE -> "bar-neutral";
            case POOR -> "bar-danger";
        };
    }
}
