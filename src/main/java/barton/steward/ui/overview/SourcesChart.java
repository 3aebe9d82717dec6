package barton.steward.ui.overview;

import barton.steward.model.enrichment.SourceReliability;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.BarParts;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.ChartPart;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.time.ZoneId;
import java.util.List;

/// How reliable each source of enrichment is: the average confidence of its sidecars, how many there are and how late the latest is.
final class SourcesChart {
    private SourcesChart() {
    }

    static ChartCard of(List<SourceReliability> sources, AppContext context) {
        String title = Messages.get("overview.sources");
        if (sources.isEmpty()) {
            return ChartCard.empty("overview-sources", title, Messages.get("overview.sources.none"));
        }
        return new ChartCard("overview-sources", title, BarParts.of(title, sources.stream().map(s -> part(s, context)).toList()));
    }

    private static ChartPart part(SourceReliability source, AppContext context) {
        String name = source.source() == null ? Messages.get("overview.sources.unknown") : source.source();
        String latest = source.latest() == null ? Messages.get("overview.sources.never")
                : Formats.day(source.latest().atZone(ZoneId.systemDefault()).toLocalDate());
        String confidence = source.confidence() == null ? Messages.get("overview.sources.noconfidence")
                : Messages.get("overview.sources.confidence", source.confidence(), source.high(), source.low());
        String meaning = Messages.get("overview.meaning.source", name, source.sidecars(), confidence, latest);
        String axis = name + "\n" + Messages.get("overview.sources.axis", source.sidecars(), latest);
        return new ChartPart("overview-source-" + name, axis, source.confidence() == null ? 0 : source.confidence().doubleValue(),
                source.confidence() == null ? confidence : source.confidence().toPlainString(), Shares.meaning(source.sidecars(), meaning),
                null, () -> context.open(FigureQueries.ofSource(source.source())));
    }
}
