package barton.steward.ui.intake;

import static barton.steward.ui.table.Column.of;

import barton.steward.model.Field;
import barton.steward.model.IntakeFields;
import barton.steward.model.Table;
import barton.steward.ui.support.BulkAction;
import barton.steward.ui.support.BulkDialogs;
import barton.steward.ui.support.Command;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.RunFlow;
import barton.steward.ui.support.Workbench;
import barton.steward.ui.table.Column;
import barton.steward.ui.table.Looks;
import barton.steward.ui.table.RowSelection;
import barton.steward.ui.table.RowsView;
import barton.steward.ui.table.RowsViewModel;
import barton.steward.ui.table.TableSpec;
import java.util.List;
import java.util.function.Consumer;

/// Company intake: look through, validate, reject, assign, promote.
public final class IntakeView {
    private final Workbench bench;
    private final IntakeViewModel model;
    private final BulkDialogs bulk;
    private final RowsView view;

    public IntakeView(Workbench bench) {
        this.bench = bench;
        this.model = new IntakeViewModel(bench.desk(), bench.tasks());
        this.bulk = new BulkDialogs(bench);
        RowsViewModel rows = model.rows();
        var enrichment = new EnrichmentFlow(bench);
        Command importing = Command.of("import", "Shortcut+I", bench::importCsv);
        List<Command> actions = List.of(
                Command.of("validate", "V", rows::canAct, () -> start(model.validate())),
                Command.of("runrules", "Shift+V", this::runRules),
                Command.of("fix", "F", rows::canActOnAll, this::fix),
                Command.of("reject", "R", rows::canAct, this::reject),
                Command.of("assign", "B", rows::canAct, this::assign),
                Command.of("fill", null, rows::canAct, () -> start(model.fillStates())),
                Command.of("promote", "P", this::promote),
                Command.of("undo", "Shortcut+Z", bench::undo));
        List<Command> rarer = List.of(
                Command.of("lift", "Shift+R", rows::canAct, () -> start(model.lift())),
                Command.of("exportenrichment", null, () -> enrichment.export(model.batch(view().focused()))),
                Command.of("importenriched", null, enrichment::takeBack),
                Command.of("clear", null, rows::canAct, this::clear));
        this.view = new RowsView(bench, model.rows(), spec(), List.of(importing), actions, rarer);
    }

    public RowsView view() {
        return view;
    }

    private static TableSpec spec() {
        List<Column> columns = List.of(
                column(IntakeFields.ID, 64),
                column(IntakeFields.COMPANY, 220),
                column(IntakeFields.STATUS, 110).as(Looks::status),
                column(IntakeFields.VALIDATION_NOTES, 240).as(Looks::notes),
                column(IntakeFields.STATE_ABBREV, 60),
                column(IntakeFields.COMPANY_CITY, 120),
                column(IntakeFields.WEBSITE, 170),
                column(IntakeFields.INDUSTRY, 150),
                column(IntakeFields.NUM_EMPLOYEES, 90),
                column(IntakeFields.COMPANY_PHONE, 146),
                column(IntakeFields.IMPORT_BATCH_ID, 170),
                column(IntakeFields.VALIDATED_BY, 110),
                column(IntakeFields.VALIDATED_AT, 176),
                column(IntakeFields.COMPANY_NAME_FOR_EMAILS, 160).atFirstHidden(),
                column(IntakeFields.COMPANY_LINKEDIN_URL, 200).atFirstHidden(),
                column(IntakeFields.FACEBOOK_URL, 200).atFirstHidden(),
                column(IntakeFields.TWITTER_URL, 200).atFirstHidden(),
                column(IntakeFields.COMPANY_STREET, 160).atFirstHidden(),
                column(IntakeFields.COMPANY_STATE, 110).atFirstHidden(),
                column(IntakeFields.COMPANY_POSTAL_CODE, 90).atFirstHidden(),
                column(IntakeFields.COMPANY_COUNTRY, 110).atFirstHidden(),
                column(IntakeFields.COMPANY_ADDRESS, 240).atFirstHidden(),
                column(IntakeFields.SIC_CODES, 100).atFirstHidden(),
                column(IntakeFields.FOUNDED_YEAR, 80).atFirstHidden(),
                column(IntakeFields.CREATED_AT, 176).atFirstHidden());
        List<Field> facets = List.of(IntakeFields.IMPORT_BATCH_ID, IntakeFields.STATUS, IntakeFields.STATE_ABBREV, IntakeFields.INDUSTRY,
                IntakeFields.FINDING);
        return new TableSpec(Table.INTAKE, columns, facets);
    }

    private static Column column(Field field, double width) {
        return of(Table.INTAKE, field, width);
    }

    private void start(BulkAction action) {
        RowSelection selection = model.rows().selection();
        bulk.start(action, selection.selection(), selection.count(), model.rows().selectedRows(), selection::clear);
    }

    private void reject() {
        ask("reject", "", note -> start(model.reject(note)));
    }

    private void assign() {
        String batch = model.batch(view.focused());
        ask("assign", batch == null ? "" : batch, name -> start(model.assign(name)));
    }

    private void ask(String name, String value, Consumer<String> then) {
        long selected = model.rows().selection().count();
        bench.dialogs().ask(Messages.get("bulk." + name + ".ask", selected), Messages.get("bulk." + name + ".ask.text"),
                Messages.get("bulk." + name + ".ask.label"), value, Messages.get("bulk.next"), then);
    }

    private void runRules() {
        String batch = model.batch(view.focused());
        if (batch == null) {
            bench.notices().say(Messages.get("runrules.nobatch"));
        } else {
            new RulesFlow(bench).open(batch);
        }
    }

    private void fix() {
        FixDialog.open(bench, model.rows(), model.rule());
    }

    private void promote() {
        bench.promote(model.batch(view.focused()));
    }

    private void clear() {
        String batch = model.batch(view.focused());
        if (batch == null) {
            bench.notices().say(Messages.get("run.clear.nobatch"));
        } else {
            new RunFlow(bench).clear(batch);
        }
    }
}
