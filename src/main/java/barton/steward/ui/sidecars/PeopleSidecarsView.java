package barton.steward.ui.sidecars;

import barton.steward.catalog.Table;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// What enrichment knows about people.
public final class PeopleSidecarsView {
    private PeopleSidecarsView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.PEOPLE_SIDECARS, context.tasks(), context.session().tables());
        return SidecarViews.over(context, model, List.of());
    }
}
