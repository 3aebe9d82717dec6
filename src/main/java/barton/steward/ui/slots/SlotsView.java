package barton.steward.ui.slots;

import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.SlotActions;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// The slots of companies: added, renamed in the drawer, removed while nobody is in them.
public final class SlotsView {
    private final AppContext context;
    private final RowsView view;

    public SlotsView(AppContext context) {
        this.context = context;
        var model = new RowsViewModel(Table.SLOTS, context.tasks(), context.session().tables());
        var bulk = new BulkDialogs(context);
        List<Command> tools = List.of(Command.of("addslot", "N", this::addSlot),
                Command.of("severalslots", null, () -> context.open(FigureQueries.severalSlots())),
                Command.of("noslot", null, () -> context.open(FigureQueries.noSlot())));
        Command remove = Command.of("removeslot", "Delete", model::canAct,
                () -> bulk.start(SlotActions.remove(context.session()), model.target()));
        this.view = new RowsView(context, model, tools, List.of(remove));
    }

    public RowsView view() {
        return view;
    }

    private void addSlot() {
        Row slot = view.current();
        context.addSlot(slot == null ? "" : slot.text(SlotFields.COMPANY_UNIQUE_ID));
    }
}
