package barton.steward.ui.log;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.service.question.FigureQueries;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.RunFlow;
import barton.steward.ui.actions.TakeBackFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.ValueFormat;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.TableSpec;
import barton.steward.ui.virtual.CellRenderers;
import barton.steward.ui.virtual.RowCell;
import barton.steward.ui.virtual.RowsViewModel;
import barton.steward.ui.virtual.ViewColumn;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/// The validation log: every run, the newest first; failed ones stand out.
public final class LogView {
    private final AppContext context;
    private final RowsView view;

    public LogView(AppContext context) {
        this.context = context;
        var model = new RowsViewModel(Table.LOG, Sort.descending(LogFields.EXECUTED_AT), context.tasks(),
                context.session().daos().tables());
        Command rows = Command.of("runrows", "O", model::canAct, this::openRun);
        Command takeBack = Command.of("takeback", null, model::canAct, this::takeBack);
        Command restore = Command.of("restore", null, model::canAct, this::restore);
        this.view = new RowsView(context, model, spec(), List.of(), List.of(rows, takeBack, restore));
    }

    public RowsView view() {
        return view;
    }

    private void openRun() {
        Row run = view.current();
        if (run != null && "validation".equals(run.get(LogFields.KIND))) {
            boolean people = Table.PEOPLE_INTAKE.qualifiedName().equals(run.text(LogFields.SOURCE_TABLE));
            context.open(FigureQueries.imported(people ? Entity.PERSON : Entity.COMPANY, run.text(LogFields.BATCH)));
        } else if (run != null) {
            context.openRun(run.key().toString());
        }
    }

    private void takeBack() {
        Row run = view.current();
        if (run != null) {
            switch (String.valueOf(run.get(LogFields.KIND))) {
                case "promotion" -> TakeBackFlow.open(context, Entity.COMPANY, run.key().toString());
                case "people-promotion" -> TakeBackFlow.open(context, Entity.PERSON, run.key().toString());
                default -> undo(run.key().toString());
            }
        }
    }

    /// A run of rules is an action of the history.
    private void undo(String run) {
        context.tasks().run(Messages.get("task.history"), () -> context.session().daos().history().ofRun(run),
                found -> found.ifPresentOrElse(context::undo, () -> context.notices().say(Messages.get("log.not.promotion", run))));
    }

    private void restore() {
        Row run = view.current();
        if (run != null && "clearing".equals(run.get(LogFields.KIND))) {
            new RunFlow(context).restore(run.key().toString());
        } else if (run != null) {
            context.notices().say(Messages.get("log.not.clearing", run.key()));
        }
    }

    private static TableSpec spec() {
        List<ViewColumn> columns = List.of(
                column(LogFields.EXECUTED_AT, 176),
                column(LogFields.VALIDATION_RUN_ID, 250),
                column(LogFields.ROUTE, 180),
                column(LogFields.SUCCESS_RATE, 200).as(CellRenderers.share(LogView::passed)),
                column(LogFields.FAILED_RECORDS, 90).as(LogView::failed),
                column(LogFields.EXECUTED_BY, 130),
                column(LogFields.NOTES, 360),
                column(LogFields.KIND, 90),
                column(LogFields.BATCH, 170).atFirstHidden(),
                column(LogFields.OF_RUN, 200).atFirstHidden(),
                column(LogFields.PASSED_RECORDS, 90).atFirstHidden(),
                column(LogFields.TOTAL_RECORDS, 90).atFirstHidden(),
                column(LogFields.SOURCE_TABLE, 200).atFirstHidden(),
                column(LogFields.TARGET_TABLE, 200).atFirstHidden());
        return new TableSpec(Table.LOG, columns, List.of(LogFields.ROUTE, LogFields.KIND, LogFields.EXECUTED_BY));
    }

    private static ViewColumn column(Field field, double width) {
        return ViewColumn.of(Table.LOG, field, width);
    }

    private static String passed(Row run) {
        return Messages.get("log.passed", words(run, LogFields.PASSED_RECORDS), words(run, LogFields.TOTAL_RECORDS));
    }

    private static void failed(RowCell cell, Row run, Object value) {
        String text = ValueFormat.text(LogFields.FAILED_RECORDS, value);
        if (((Number) value).longValue() > 0) {
            cell.text(Feather.ALERT_TRIANGLE, text);
            cell.mark("status-failed");
        } else {
            cell.text(text);
        }
    }

    private static String words(Row run, Field field) {
        Object value = run.get(field);
        return value == null ? ValueFormat.NULL : ValueFormat.text(field, value);
    }
}
