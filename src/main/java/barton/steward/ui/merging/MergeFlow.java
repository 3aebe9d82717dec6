package barton.steward.ui.merging;

import barton.steward.catalog.Entity;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.Target;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.ArrayList;
import java.util.List;

/// Leads from the rows of a table of master to the merge: the ticked ones, or the current one and others that are asked for.
public final class MergeFlow {
    /// More records beside each other cannot be read.
    static final int MOST = 12;

    private MergeFlow() {
    }

    public static Command command(AppContext context, RowsViewModel model, Entity entity) {
        return Command.of("mergerecords", "G", model::canAct, () -> start(context, entity, model.target()));
    }

    private static void start(AppContext context, Entity entity, Target target) {
        if (target.record().isPresent()) {
            MergeFinder.open(context, entity, target.record().get(), target.done());
        } else if (target.count() > MOST) {
            context.notices().say(Messages.of(entity, "merge.", "toomany", target.count(), MOST));
        } else {
            context.tasks().run(Messages.get("merge.reading"), () -> ids(context, target),
                    ids -> MergeDialog.open(context, entity, ids, target.done()));
        }
    }

    private static List<String> ids(AppContext context, Target target) {
        var ids = new ArrayList<String>();
        context.session().tables().stream(target.selection(), row -> ids.add(row.key().toString()));
        return ids;
    }
}
