package barton.steward.ui.sidecars;

import barton.steward.model.CompanySidecarFields;
import barton.steward.model.Field;
import barton.steward.model.Sort;
import barton.steward.model.Table;
import barton.steward.service.Questions;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Workbench;
import barton.steward.ui.table.Column;
import barton.steward.ui.table.Looks;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.RowsViewModel;
import barton.steward.ui.table.TableSpec;
import java.util.List;

/// What enrichment knows about companies.
public final class CompanySidecarsView {
    private CompanySidecarsView() {
    }

    public static RowsView over(Workbench bench) {
        var model = new RowsViewModel(Table.COMPANY_SIDECARS, Sort.descending(CompanySidecarFields.LAST_ENRICHED_AT), bench.tasks(),
                bench.desk().daos().tables());
        return SidecarViews.over(bench, model, spec(), List.of(
                Command.of("stale", null, () -> bench.open(Questions.staleSidecars())),
                Command.of("lowconfidence", null, () -> bench.open(Questions.lowConfidence())),
                Command.of("highconfidence", null, () -> bench.open(Questions.highConfidence()))));
    }

    private static TableSpec spec() {
        List<Column> columns = List.of(
                column(CompanySidecarFields.COMPANY_NAME, 200),
                column(CompanySidecarFields.CONFIDENCE_SCORE, 150).as(Looks::score),
                column(CompanySidecarFields.LAST_ENRICHED_AT, 120).as(Looks::age),
                column(CompanySidecarFields.FRESHNESS, 90).as(Looks::freshness),
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

    private static Column column(Field field, double width) {
        return Column.of(Table.COMPANY_SIDECARS, field, width);
    }
}
