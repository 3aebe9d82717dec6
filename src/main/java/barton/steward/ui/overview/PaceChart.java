package barton.steward.ui.overview;

import barton.steward.catalog.Entity;
import barton.steward.model.history.Decisions;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.chart.BarParts;
import barton.steward.ui.chart.ChartCard;
import barton.steward.ui.chart.ChartPart;
import barton.steward.ui.support.Formats;
import barton.steward.ui.support.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many records each steward decided about by hand on each day.
final class PaceChart {
    private PaceChart() {
    }

    /// @param decisions by day and steward, the oldest first
    static ChartCard of(Entity entity, List<Decisions> decisions, AppContext context) {
        String title = Messages.get("overview.pace." + entity);
        String id = "overview-pace-" + entity;
        if (decisions.isEmpty()) {
            return ChartCard.empty(id, title, Messages.get("overview.pace.none"));
        }
        Map<String, List<ChartPart>> series = decisions.stream().collect(Collectors.groupingBy(Decisions::steward, LinkedHashMap::new,
                Collectors.mapping(d -> part(id, entity, d, context), Collectors.toList())));
        return new ChartCard(id, title, BarParts.stacked(title, series,
                decisions.stream().map(d -> Formats.day(d.day())).distinct().toList()));
    }

    private static ChartPart part(String id, Entity entity, Decisions d, AppContext context) {
        return ChartPart.counted(id + "-" + d.key(), Formats.day(d.day()), d.all(), d.steward() + " " + Formats.number(d.all()),
                Messages.get("overview.pace.part", d.steward(), Formats.day(d.day()), d.all(), d.validated(), d.rejected()), null,
                () -> context.open(FigureQueries.decided(entity, d)));
    }
}
