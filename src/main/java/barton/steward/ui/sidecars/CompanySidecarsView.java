package barton.steward.ui.sidecars;

import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// What enrichment knows about companies.
public final class CompanySidecarsView {
    private CompanySidecarsView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.COMPANY_SIDECARS, context.tasks(), context.session().tables());
        return SidecarViews.over(context, model, List.of(
                Command.of("stale", null, () -> context.open(FigureQueries.staleSidecars())),
                Command.of("lowconfidence", null, () -> context.open(FigureQueries.lowConfidence())),
                Command.of("highconfidence", null, () -> context.open(FigureQueries.highConfidence()))));
    }
}
