package barton.steward.ui.overview;

import barton.steward.model.enrichment.SourceReliability;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Bar;
import barton.steward.ui.support.Figure;
import barton.steward.ui.support.Messages;
import java.util.List;

/// How reliable each source of enrichment is: its sidecars, and their average confidence as a bar.
final class SourcesCard extends BarsCard {
    SourcesCard(List<SourceReliability> sources, AppContext context) {
        super("overview-sources", Messages.get("overview.sources"));
        if (sources.isEmpty()) {
            none(Messages.get("overview.sources.none"));
        }
        for (SourceReliability source : sources) {
            String name = source.source() == null ? Messages.get("overview.sources.unknown") : source.source();
            var figure = new Figure("overview-source-" + name, source.sidecars(), Messages.get("overview.meaning.source", name,
                    source.sidecars()),
                    () -> context.open(FigureQueries.ofSource(source.source())));
            double confidence = source.confidence() == null ? 0 : source.confidence().doubleValue();
            String text = source.confidence() == null ? Messages.get("overview.sources.noconfidence")
                    : Messages.get("overview.sources.confidence", source.confidence(), source.high(), source.low());
            add(name, figure, new Bar(Bar.kindOf(source.confidence()), confidence / 100), text);
        }
    }
}
