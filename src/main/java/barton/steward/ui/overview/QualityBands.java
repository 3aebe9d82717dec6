package barton.steward.ui.overview;

import barton.steward.catalog.QualityBand;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Figure;
import barton.steward.ui.support.Messages;
import java.util.Map;

/// How the quality scores of the companies in master are distributed: one bar for each band, which opens its companies.
final class QualityBands extends BarsCard {
    QualityBands(Map<QualityBand, Long> distribution, AppContext context) {
        super("overview-quality", Messages.get("overview.quality"));
        long companies = Math.max(1, distribution.values().stream().mapToLong(Long::longValue).sum());
        distribution.forEach((band, count) -> {
            var figure = new Figure("overview-quality-" + band, count, Messages.get("overview.meaning.quality", band.word(), count),
                    () -> context.open(FigureQueries.ofQuality(band)));
            var bar = new Bar(kind(band), (double) count / companies);
            bar.setId("overview-quality-bar-" + band);
            add(band.word(), figure, bar);
        });
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
