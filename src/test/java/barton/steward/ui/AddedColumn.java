package barton.steward.ui;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportPreview;
import barton.steward.model.matching.MatchField;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.intake.IntakeImport;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.intake.IntakeView;
import barton.steward.ui.record.RecordDrawer;
import barton.steward.ui.record.RecordViewModel;
import barton.steward.ui.support.Cells;
import barton.steward.ui.table.RowsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.TextField;
import javax.sql.DataSource;

/// What a steward meets of a column `ticker`; it runs with the copy of the catalog that has it.
public final class AddedColumn {
    private AddedColumn() {
    }

    /// Takes a file in, looks at its row, writes it out and promotes it; tells what each of them has of the column.
    public static Map<String, String> use(DataSource database, Path folder) throws IOException {
        Session session = SampleSession.over(database);
        var seen = new LinkedHashMap<String, String>();
        Field ticker = Table.INTAKE.field("ticker").orElseThrow();

        Path file = Files.writeString(folder.resolve("in.csv"), "Company,Website,Stock Symbol\nAcme,https://acme.example,ACME\n");
        IntakeImport imports = session.imports(Entity.COMPANY);
        ImportPreview preview = imports.preview(file, FileOptions.NONE);
        imports.run(ImportPlan.of(file, preview, "B").wholeOrNothing(true));
        long id = Long.parseLong(TestDatabases.ask(database, "SELECT id FROM intake.company_raw_intake WHERE company = 'Acme'"));
        seen.put("import", session.tables().row(Table.INTAKE, id).orElseThrow().text(ticker));

        TestContext context = TestContext.show(session, 1200, 700, b -> {
            RowsView view = new IntakeView(b, Entity.COMPANY).view();
            view.refresh();
            return view.node();
        });
        seen.put("table", String.join("", Cells.texts(context, "INTAKE-table", "ticker", 0)));
        RecordViewModel[] model = new RecordViewModel[1];
        context = TestContext.show(session, 600, 900, b -> {
            model[0] = new RecordViewModel(b.session(), b.tasks());
            return new RecordDrawer(b, model[0], () -> { });
        });
        context.run(() -> model[0].open(Table.INTAKE, id));
        seen.put("drawer", context.find("field-ticker", TextField.class).getText());

        Path out = folder.resolve("out.csv");
        session.exports().toCsv(Selection.all(Query.all(Table.INTAKE)), Table.INTAKE.columns(), out, false);
        seen.put("export", Files.readAllLines(out).stream().filter(l -> l.contains("ticker") || l.contains("ACME")).count() + " lines");
        seen.put("matches", MatchField.ALL.stream().map(MatchField::name).filter("ticker"::equals).findFirst().orElse("none"));

        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = true");
        session.promotion().promote(Entity.COMPANY, "B", IncludeEnrichment.NOTHING);
        seen.put("master", session.tables().page(Query.all(Table.MASTER), Optional.empty(), 1).getFirst()
                .text(ticker.master().orElseThrow()));
        return seen;
    }
}
