package barton.steward.ui.intake;

import barton.steward.catalog.Entity;
import barton.steward.ui.actions.AppContext;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.BulkDialogs;
import barton.steward.ui.actions.IntakeActions;
import barton.steward.ui.actions.RunFlow;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.virtual.RowsViewModel;
import java.util.List;

/// Intake of companies, or of people: look through, validate, reject, assign, promote.
public final class IntakeView {
    private final AppContext context;
    private final Entity entity;
    private final IntakeViewModel model;
    private final BulkDialogs bulk;
    private final RowsView view;

    public IntakeView(AppContext context, Entity entity) {
        this.context = context;
        this.entity = entity;
        this.model = new IntakeViewModel(context.session(), context.tasks(), entity.intake());
        this.bulk = new BulkDialogs(context);
        RowsViewModel rows = model.rows();
        var enrichment = new EnrichmentFlow(context, entity);
        Command importing = Command.of("import", "Shortcut+I", () -> context.importCsv(entity));
        Command review = Command.of("review", "Shortcut+R", () -> context.review(rows.query()));
        List<Command> actions = List.of(
                Command.of("validate", "V", rows::canAct, () -> start(IntakeActions.validate(context.session()))),
                Command.of("runrules", "Shift+V", this::runRules),
                Command.of("fix", "F", rows::canActOnAll, this::fix),
                Command.of("reject", "R", rows::canAct, this::reject),
                Command.of("assign", "B", rows::canAct, this::assign),
                Command.of("fill", null, rows::canAct, () -> start(IntakeActions.fillStates(context.session()))),
                Command.of("promote", "P", this::promote),
                Command.of("undo", "Shortcut+Z", context::undo));
        var rarer = List.of(
                Command.of("lift", "Shift+R", rows::canAct, () -> start(IntakeActions.lift(context.session()))),
                Command.of("batchstory", "Shift+B", () -> model.batch(view().current()) != null,
                        () -> context.openBatch(entity, model.batch(view().current()))),
                Command.of("profile", "Shift+P", () -> context.profile(rows.query())),
                Command.of("clusters", "Shift+F", () -> context.clusters(rows.query(), null)),
                Command.of("updaterecords", "Shift+U", () -> context.updateRecords(entity.intake())),
                Command.of("exportenrichment", null, () -> enrichment.export(model.batch(view().current()))),
                Command.of("importenriched", null, enrichment::takeBack),
                Command.of("clear", null, rows::canAct, this::clear));
        this.view = new RowsView(context, model.rows(), List.of(importing, review), actions, rarer);
    }

    public RowsView view() {
        return view;
    }

    private void start(BulkAction action) {
        bulk.start(action, model.rows().target());
    }

    private void reject() {
        bulk.ask("reject", "", why -> IntakeActions.reject(context.session(), why), model.rows().target());
    }

    private void assign() {
        String batch = model.batch(view.current());
        bulk.ask("assign", batch == null ? "" : batch, to -> IntakeActions.assign(context.session(), to), model.rows().target());
    }

    private void runRules() {
        String batch = model.batch(view.current());
        if (batch == null) {
            context.notices().say(Messages.get("runrules.nobatch"));
        } else {
            new RulesFlow(context, entity).open(batch);
        }
    }

    private void fix() {
        FixDialog.open(context, model.rows(), model.rule());
    }

    private void promote() {
        context.promote(entity, model.batch(view.current()));
    }

    private void clear() {
        String batch = model.batch(view.current());
        if (batch == null) {
            context.notices().say(Messages.get("run.clear.nobatch"));
        } else {
            new RunFlow(context).clear(entity, batch);
        }
    }
}
