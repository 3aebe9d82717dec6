package barton.steward.ui.sidecars;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.table.RowsView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarImportFlowTest {
    private final DataSource database = SampleSession.worked(100);
    private RowsView view;
    private TestContext context;

    @TempDir
    private Path folder;

    @BeforeEach
    void show() {
        context = TestContext.show(SampleSession.over(database), 1300, 800, b -> {
            view = CompanySidecarsView.over(b);
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void aFileIsLookedAtThenTaken() throws IOException {
        String company = ask(database, "SELECT min(company_unique_id) FROM marketing.company_sidecar");
        Path file = Files.writeString(folder.resolve("s.json"), """
                [{"company_unique_id": "%s", "ein_number": "77"}, {"company_unique_id": "04.04.01.99.99999.999", "ein_number": "1"}]
                """.formatted(company));
        context.click("importsidecar");
        context.run(() -> context.find("take-path", TextField.class).setText(file.toString()));
        context.click("take-look");
        assertThat(context.text("take-seen"))
                .isEqualTo("0 would be made and 1 changed; 0 say the same already, 0 in conflict, 1 refused.");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar WHERE ein_number = '77'")).isEqualTo("0");
        context.click("take-ok");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar WHERE ein_number = '77'")).isEqualTo("1");
        assertThat(context.said()).contains("0 sidecars made, 1 changed, 0 in conflict, 1 refused.");
        assertThat(context.changes).contains(List.of(Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS));
    }

    @Test
    void theFormAndReadyQuestionsAreOneClickAway() {
        context.run(() -> view.go(2));
        context.click("editsidecar");
        assertThat(context.sidecars).containsExactly("COMPANY_SIDECARS " + view.model().rows().get(2).key());
        context.click("stale");
        context.click("lowconfidence");
        context.click("highconfidence");
        assertThat(context.opened).containsExactly(FigureQueries.staleSidecars(), FigureQueries.lowConfidence(),
                FigureQueries.highConfidence());
    }
}
