package barton.steward.ui.sidecars;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.query.Sort;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// What enrichment knows about companies.
public final class CompanySidecarsView {
    private CompanySidecarsView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.COMPANY_SIDECARS, Sort.descending(CompanySidecarFields.LAST_ENRICHED_AT), context.tasks(),
                context.session().daos().tables());
        return SidecarViews.over(context, model, spec(), List.of(
                Command.of("stale", null, () -> context.open(FigureQueries.staleSidecars())),
                Command.of("lowconfidence", null, () -> context.open(FigureQueries.lowConfidence())),
                Command.of("highconfidence", null, () -> context.open(FigureQueries.highConfidence()))));
    }

    private static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(CompanySidecarFields.COMPANY_NAME, 200),
                column(CompanySidecarFields.CONFIDENCE_SCORE, 150).as(CellRenderers::score),
                column(CompanySidecarFields.LAST_ENRICHED_AT, 120).as(CellRenderers::age),
                column(CompanySidecarFields.FRESHNESS, 90).as(CellRenderers::freshness),
                column(CompanySidecarFields.ENRICHMENT_SOURCE, 100),
                column(CompanySidecarFields.CLAY_TAGS, 220),
                column(CompanySidecarFields.CLAY_SEGMENTS, 220),
                column(CompanySidecarFields.ENRICHMENT_PAYLOAD, 240),
                column(CompanySidecarFields.EIN_NUMBER, 110),
                column(CompanySidecarFields.DUN_AND_BRADSTREET_NUMBER, 110),
                column(CompanySidecarFields.COMPANY_UNIQUE_ID, 180),
                column(CompanySidecarFields.CREATED_AT, 176).atFirstHidden(),
                column(CompanySidecarFields.UPDATED_AT, 176).atFirstHidden());
        List<Field> facets = List.of(CompanySidecarFields.FRESHNESS, CompanySidecarFields.ENRICHMENT_SOURCE, CompanySidecarFields.CLAY_TAGS,
                CompanySidecarFields.CLAY_SEGMENTS);
        return new TableSpec(Table.COMPANY_SIDECARS, columns, facets);
    }

    private static ViewColumn column(Field field, double width) {
        return ViewColumn.of(Table.COMPANY_SIDECARS, field, width);
    }
}
