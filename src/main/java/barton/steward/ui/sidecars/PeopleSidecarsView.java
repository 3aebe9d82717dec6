package barton.steward.ui.sidecars;

import barton.steward.catalog.Field;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// What enrichment knows about people.
public final class PeopleSidecarsView {
    private PeopleSidecarsView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.PEOPLE_SIDECARS, Sort.descending(PeopleSidecarFields.LAST_ENRICHED_AT), context.tasks(),
                context.session().daos().tables());
        return SidecarViews.over(context, model, spec(), List.of());
    }

    private static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(PeopleSidecarFields.FULL_NAME, 180),
                column(PeopleSidecarFields.CONFIDENCE_SCORE, 140).as(CellRenderers::score),
                column(PeopleSidecarFields.LAST_ENRICHED_AT, 110).as(CellRenderers::age),
                column(PeopleSidecarFields.ENRICHMENT_SOURCE, 100),
                column(PeopleSidecarFields.CLAY_INSIGHT_SUMMARY, 280),
                column(PeopleSidecarFields.CLAY_SEGMENTS, 220),
                column(PeopleSidecarFields.SOCIAL_PROFILES, 240),
                column(PeopleSidecarFields.ENRICHMENT_PAYLOAD, 240),
                column(PeopleSidecarFields.PERSON_UNIQUE_ID, 180),
                column(PeopleSidecarFields.CREATED_AT, 176).atFirstHidden(),
                column(PeopleSidecarFields.UPDATED_AT, 176).atFirstHidden());
        return new TableSpec(Table.PEOPLE_SIDECARS, columns,
                List.of(PeopleSidecarFields.ENRICHMENT_SOURCE, PeopleSidecarFields.CLAY_SEGMENTS));
    }

    private static ViewColumn column(Field field, double width) {
        return ViewColumn.of(Table.PEOPLE_SIDECARS, field, width);
    }
}
