package barton.steward.ui.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
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

    private final DataSource database = SampleSession.intake(100);
    private RowsView view;
    private TestContext context;
    private Path file;

    @TempDir
    private Path folder;

    @BeforeEach
    void export() {
        file = folder.resolve("failed.json");
        context = TestContext.show(SampleSession.over(database), 1500, 900, b -> {
            view = new IntakeView(b, Entity.COMPANY).view();
            return view.node();
        });
        context.run(view::refresh);
        context.run(() -> view.model().choose(IntakeFields.IMPORT_BATCH_ID, BATCH, true));
        command("exportenrichment");
        context.run(() -> context.find("ask-text", TextField.class).setText(file.toString()));
        context.click("ask-ok");
    }

    @Test
    void aBatchGoesOutAndComesBackAndAConflictIsShown() throws IOException {
        assertThat(context.said()).contains("10 records saved to " + file + ".");
        Files.writeString(file, Files.readString(file).replace("\"website\" : null", "\"website\" : \"https://found.example\""));
        String changed = ask(database, "SELECT min(id) FROM intake.company_raw_intake WHERE import_batch_id = '" + BATCH
                + "' AND validation_notes LIKE 'website%'");
        run(database, "UPDATE intake.company_raw_intake SET company = 'Renamed' WHERE id = " + changed);
        command("importenriched");
        context.run(() -> context.find("take-path", TextField.class).setText(file.toString()));
        context.click("take-look");
        assertThat(context.text("take-seen")).isEqualTo("9 would be filled; 0 say the same already, 1 in conflict, 0 refused.");
        ListView<?> misfits = context.find("take-misfits", ListView.class);
        assertThat(misfits.getItems()).hasSize(1);
        context.picture("import-enriched");
        context.click("take-ok");
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website = 'https://found.example'"))
                .isEqualTo("9");
        assertThat(ask(database, "SELECT coalesce(website, 'none') FROM intake.company_raw_intake WHERE id = " + changed))
                .isEqualTo("none");
        assertThat(context.said()).anySatisfy(text -> assertThat(text).contains("9 records filled in, 1 in conflict",
                "Rules checked them"));
        assertThat(context.changes).contains(List.of(Table.INTAKE, Table.PEOPLE_INTAKE, Table.LOG));
    }

    @Test
    void aBrokenFileIsToldInTheFormAndNothingIsTaken() throws IOException {
        Files.writeString(file, "{\"format\": ");
        command("importenriched");
        context.run(() -> context.find("take-path", TextField.class).setText(file.toString()));
        context.click("take-look");
        assertThat(context.text("take-problem-message")).contains("line 1, column");
        assertThat(context.find("take-ok", Button.class).isDisabled()).isTrue();
    }

    private void command(String id) {
        context.run(() -> view.commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().run());
    }
}
