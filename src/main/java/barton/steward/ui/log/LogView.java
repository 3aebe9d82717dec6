package barton.steward.ui.log;

import barton.steward.catalog.Entity;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.RunKind;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.RunFlow;
import barton.steward.ui.actions.TakeBackFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// The validation log: every run, the newest first; failed ones stand out.
public final class LogView {
    private final AppContext context;
    private final RowsView view;

    public LogView(AppContext context) {
        this.context = context;
        var model = new RowsViewModel(Table.LOG, context.tasks(), context.session().tables());
        Command rows = Command.of("runrows", "O", model::canAct, this::openRun);
        Command takeBack = Command.of("takeback", null, model::canAct, this::takeBack);
        Command restore = Command.of("restore", null, model::canAct, this::restore);
        this.view = new RowsView(context, model, List.of(), List.of(rows, takeBack, restore));
        view.above(new LogChart(context, model));
    }

    public RowsView view() {
        return view;
    }

    private void openRun() {
        Row run = view.current();
        if (is(run, RunKind.VALIDATION)) {
            context.open(FigureQueries.imported(Entity.ofSource(run.text(LogFields.SOURCE_TABLE)), run.text(LogFields.BATCH)));
        } else if (run != null) {
            context.openRun(run.key().toString());
        }
    }

    private void takeBack() {
        Row run = view.current();
        if (is(run, RunKind.PROMOTION)) {
            TakeBackFlow.open(context, Entity.COMPANY, run.key().toString());
        } else if (is(run, RunKind.PEOPLE_PROMOTION)) {
            TakeBackFlow.open(context, Entity.PERSON, run.key().toString());
        } else if (run != null) {
            undo(run.key().toString());
        }
    }

    /// A run of rules is an action of the history.
    private void undo(String run) {
        context.tasks().run(Messages.get("task.history"), () -> context.session().history().ofRun(run),
                found -> found.ifPresentOrElse(context::undo, () -> context.notices().say(Messages.get("log.not.promotion", run))));
    }

    private void restore() {
        Row run = view.current();
        if (is(run, RunKind.CLEARING)) {
            new RunFlow(context).restore(run.key().toString());
        } else if (run != null) {
            context.notices().say(Messages.get("log.not.clearing", run.key()));
        }
    }

    private static boolean is(Row run, RunKind kind) {
        return run != null && kind.word().equals(run.get(LogFields.KIND));
    }
}
