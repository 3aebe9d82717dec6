package barton.steward.ui.master;

import barton.steward.catalog.Field;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Sort;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.SlotActions;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;

/// The companies in master.
public final class MasterView {
    private static final String DIVISION = "division";

    private final AppContext context;
    private final RowsViewModel model;
    private final BulkDialogs bulk;
    private final RowsView view;

    public MasterView(AppContext context) {
        this.context = context;
        this.bulk = new BulkDialogs(context);
        this.model = new RowsViewModel(Table.MASTER, Sort.descending(MasterFields.PROMOTED_FROM_INTAKE_AT), context.tasks(),
                context.session().daos().tables());
        Command slot = Command.of("addslot", "N", model::canAct, this::addSlot);
        var quality = context.session().daos().quality();
        var scoring = new BulkAction("score", selection -> quality.toScore(selection, false), (selection, announced, request) ->
                quality.score(selection, false, context.session().executor(), announced, request));
        Command score = Command.of("score", null, model::canAct, () -> bulk.start(scoring, model.target()));
        this.view = new RowsView(context, model, spec(), List.of(), List.of(slot, score));
    }

    public RowsView view() {
        return view;
    }

    private void addSlot() {
        Target target = model.target();
        if (target.count() == 1) {
            context.addSlot(model.onlyKey().map(Object::toString).orElse(""));
        } else {
            context.dialogs().ask(Messages.get("bulk.slots.ask", target.count()), Messages.get("bulk.slots.ask.text"),
                    Messages.get("slot.label"), "", Messages.get("bulk.next"),
                    label -> bulk.start(SlotActions.add(context.session(), DIVISION, label), target));
        }
    }

    private static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(MasterFields.COMPANY_NAME, 220),
                column(MasterFields.STATE_ABBREV, 60),
                column(MasterFields.ADDRESS_CITY, 120),
                column(MasterFields.INDUSTRY, 150),
                column(MasterFields.EMPLOYEE_COUNT, 90),
                column(MasterFields.DATA_QUALITY_SCORE, 130).as(CellRenderers::score),
                column(MasterFields.QUALITY_BAND, 110).atFirstHidden(),
                column(MasterFields.SLOT_COUNT, 64),
                column(MasterFields.WEBSITE_URL, 180),
                column(MasterFields.COMPANY_PHONE, 146),
                column(MasterFields.IMPORT_BATCH_ID, 170),
                column(MasterFields.PROMOTED_FROM_INTAKE_AT, 176),
                column(MasterFields.COMPANY_UNIQUE_ID, 170),
                column(MasterFields.PROMOTION_RUN, 170),
                column(MasterFields.UPDATED_AT, 176),
                column(MasterFields.LINKEDIN_URL, 200).atFirstHidden(),
                column(MasterFields.FACEBOOK_URL, 200).atFirstHidden(),
                column(MasterFields.TWITTER_URL, 200).atFirstHidden(),
                column(MasterFields.ADDRESS_STREET, 160).atFirstHidden(),
                column(MasterFields.ADDRESS_STATE, 110).atFirstHidden(),
                column(MasterFields.ADDRESS_ZIP, 90).atFirstHidden(),
                column(MasterFields.ADDRESS_COUNTRY, 110).atFirstHidden(),
                column(MasterFields.SIC_CODES, 100).atFirstHidden(),
                column(MasterFields.FOUNDED_YEAR, 80).atFirstHidden(),
                column(MasterFields.KEYWORDS, 200).atFirstHidden(),
                column(MasterFields.DESCRIPTION, 240).atFirstHidden(),
                column(MasterFields.SOURCE_SYSTEM, 130).atFirstHidden(),
                column(MasterFields.SOURCE_RECORD_ID, 100).atFirstHidden(),
                column(MasterFields.VALIDATED_BY, 110).atFirstHidden(),
                column(MasterFields.VALIDATED_AT, 176).atFirstHidden(),
                column(MasterFields.CREATED_AT, 176).atFirstHidden());
        List<Field> facets = List.of(MasterFields.IMPORT_BATCH_ID, MasterFields.STATE_ABBREV, MasterFields.INDUSTRY,
                MasterFields.QUALITY_BAND, MasterFields.SOURCE_SYSTEM);
        return new TableSpec(Table.MASTER, columns, facets);
    }

    private static ViewColumn column(Field field, double width) {
        return ViewColumn.of(Table.MASTER, field, width);
    }
}
