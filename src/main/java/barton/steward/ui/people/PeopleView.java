package barton.steward.ui.people;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.EmailActions;
import barton.steward.ui.actions.SuppressActions;
import barton.steward.ui.merging.MergeFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// The people in master.
public final class PeopleView {
    private PeopleView() {
    }

    public static RowsView over(AppContext context) {
        var model = new RowsViewModel(Table.PEOPLE, context.tasks(), context.session().tables());
        var bulk = new BulkDialogs(context);
        Command file = Command.of("verifyfile", null, context::verifyEmails);
        Command verify = Command.of("verify", "V", model::canAct, () -> bulk.start(EmailActions.verify(context.session()), model.target()));
        Command unverify = Command.of("unverify", "Shift+V", model::canAct,
                () -> bulk.start(EmailActions.unverify(context.session()), model.target()));
        Command suppress = Command.of("suppress", null, model::canAct, () -> SuppressActions.ask(context, model.target()));
        Command merge = MergeFlow.command(context, model, Entity.PERSON);
        Command update = Command.of("updaterecords", "Shift+U", () -> context.updateRecords(Table.PEOPLE));
        return new RowsView(context, model, List.of(file), List.of(verify, unverify, suppress, merge), List.of(update));
    }
}
