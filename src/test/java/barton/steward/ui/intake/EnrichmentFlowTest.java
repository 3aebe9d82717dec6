package barton.steward.ui.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.IntakeFields;
import barton.steward.model.RuleEntity;
import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.ui.support.TestBench;
import barton.steward.ui.table.RowsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentFlowTest {
    private static final String BATCH = "20251024-WV-BATCH1";

    private final DataSource database = SampleDesk.intake(100);
    private RowsView view;
    private TestBench bench;
    private Path file;

    @TempDir
    private Path folder;

    @BeforeEach
    void export() {
        file = folder.resolve("failed.json");
        bench = TestBench.show(SampleDesk.over(database), 1500, 900, b -> {
            view = new IntakeView(b, RuleEntity.COMPANY, CompanyIntakeColumns.spec()).view();
            return view.node();
        });
        bench.run(view::refresh);
        bench.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, BATCH, true));
        command("exportenrichment");
        bench.run(() -> bench.find("ask-text", TextField.class).setText(file.toString()));
        bench.click("ask-ok");
    }

    @Test
    void aBatchGoesOutAndComesBackAndAConflictIsShown() throws IOException {
        assertThat(bench.said()).contains("10 records saved to " + file + ".");
        Files.writeString(file, Files.readString(file).replace("\"website\" : null", "\"website\" : \"https://found.example\""));
        String changed = ask(database, "SELECT min(id) FROM intake.company_raw_intake WHERE import_batch_id = '" + BATCH
                + "' AND validation_notes LIKE 'website%'");
        run(database, "UPDATE intake.company_raw_intake SET company = 'Renamed' WHERE id = " + changed);
        command("importenriched");
        bench.run(() -> bench.find("take-path", TextField.class).setText(file.toString()));
        bench.click("take-look");
        assertThat(bench.text("take-seen")).isEqualTo("9 would be filled; 0 say the same already, 1 are in conflict, 0 are refused.");
        ListView<?> misfits = bench.find("take-misfits", ListView.class);
        assertThat(misfits.getItems()).hasSize(1);
        bench.picture("import-enriched");
        bench.click("take-ok");
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website = 'https://found.example'"))
                .isEqualTo("9");
        assertThat(ask(database, "SELECT coalesce(website, 'none') FROM intake.company_raw_intake WHERE id = " + changed))
                .isEqualTo("none");
        assertThat(bench.said()).anySatisfy(text -> assertThat(text).contains("9 records filled in, 1 in conflict", "Rules judged them"));
        assertThat(bench.changes).contains(List.of(Table.INTAKE, Table.PEOPLE_INTAKE, Table.LOG));
    }

    @Test
    void aBrokenFileIsToldInTheFormAndNothingIsTaken() throws IOException {
        Files.writeString(file, "{\"format\": ");
        command("importenriched");
        bench.run(() -> bench.find("take-path", TextField.class).setText(file.toString()));
        bench.click("take-look");
        assertThat(bench.text("take-problem-message")).contains("line 1, column");
        assertThat(bench.find("take-ok", Button.class).isDisabled()).isTrue();
    }

    private void command(String id) {
        bench.run(() -> view.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().run());
    }
}
