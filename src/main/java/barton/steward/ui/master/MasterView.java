package barton.steward.ui.master;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.SlotActions;
import barton.steward.ui.actions.Target;
import barton.steward.ui.merging.MergeFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
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
        this.model = new RowsViewModel(Table.MASTER, context.tasks(), context.session().tables());
        Command slot = Command.of("addslot", "N", model::canAct, this::addSlot);
        var scoring = new BulkAction("score", context.session().scores().score(false));
        Command score = Command.of("score", null, model::canAct, () -> bulk.start(scoring, model.target()));
        Command merge = MergeFlow.command(context, model, Entity.COMPANY);
        Command update = Command.of("updaterecords", "Shift+U", () -> context.updateRecords(Table.MASTER));
        this.view = new RowsView(context, model, List.of(), List.of(slot, score, merge), List.of(update));
    }

    public RowsView view() {
        return view;
    }

    private void addSlot() {
        Target target = model.target();
        if (target.record().isPresent()) {
            context.addSlot(target.record().get().key().toString());
        } else {
            context.dialogs().ask(Messages.get("bulk.slots.ask", target.count()), Messages.get("bulk.slots.ask.text"),
                    Messages.get("slot.label"), "", Messages.get("bulk.next"),
                    label -> bulk.start(SlotActions.add(context.session(), DIVISION, label), target));
        }
    }
}
