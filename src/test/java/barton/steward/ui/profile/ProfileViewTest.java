package barton.steward.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.controls.Figure;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The profile of a batch in the window.
class ProfileViewTest {
    private static DataSource database;
    private TestContext context;

    @BeforeAll
    static void rows() {
        database = SampleSession.worked(200);
        TestDatabases.run(database, """
                INSERT INTO shq.import_detail (request_id, batch, row_count) SELECT gen_random_uuid(), b, 1 FROM unnest(ARRAY['A', 'B']) b;
                INSERT INTO shq.import_file (import_no, sha256, table_name, batch, file_name, row_count, executor, mapping)
                SELECT import_no, repeat(import_no::text, 64), 'intake.company_raw_intake', batch, 'f.csv', 1, 'ann',
                       '{"company": "Name", "website": "Web"}'
                FROM shq.import_detail;
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                SELECT 'Firm ' || g, CASE WHEN g % 100 < CASE b WHEN 'A' THEN 2 ELSE 38 END THEN '' ELSE 'https://f' || g || '.example' END,
                       b
                FROM generate_series(1, 200) g, unnest(ARRAY['A', 'B']) b""");
    }

    @Test
    void whatIsUnlikeIsSaidFirstAndLeadsToItsColumn() {
        show(FigureQueries.imported("B"));
        context.picture("profile");

        assertThat(context.text("profile-compared")).isEqualTo("200 rows, compared with A. One thing is unlike:");
        assertThat(context.find("profile-unlike-EMPTY-website", Hyperlink.class).getText())
                .isEqualTo("Website is empty in 38 %, before 2 %");
        assertThat(columns().getSelectionModel().getSelectedItem().column()).isEqualTo("website");
        context.run(() -> context.find("profile-empty", Figure.class).fire());
        assertThat(context.opened).hasSize(1);
        assertThat(context.session().tables().count(Selection.all(context.opened.getFirst()))).isEqualTo(76);
        assertThat(context.sees("profile")).isFalse();
    }

    @Test
    void theKeyboardGoesFromColumnToColumnAndIntoItsFigures() {
        show(Query.all(Table.INTAKE));
        context.run(() -> columns().requestFocus());
        context.run(() -> columns().getSelectionModel().selectFirst());
        for (int i = 0; i < 3; i++) {
            context.press(KeyCode.DOWN);
        }
        assertThat(columns().getSelectionModel().getSelectedItem().column()).isEqualTo("industry");
        context.press(KeyCode.TAB);
        assertThat(context.onWindow(() -> context.scene().getFocusOwner().getId())).isEqualTo("profile-fine");
        context.run(() -> context.find("profile-value-0", Figure.class).fire());

        assertThat(context.opened.getFirst().conditions()).singleElement()
                .matches(c -> c instanceof Condition is && is.field().equals(IntakeFields.INDUSTRY) && is.op() == Condition.Op.IS);
    }

    @Test
    void noRowsAreSaidAndSpellingsAreAKeyAway() {
        show(FigureQueries.imported("none"));
        assertThat(context.text("profile-none")).isEqualTo("There are no rows to look through.");
        context.press(KeyCode.ESCAPE);

        show(FigureQueries.imported("A"));
        assertThat(context.text("profile-compared")).startsWith("200 rows. There is no earlier batch");
        context.click("profile-spellings");
        assertThat(context.spellings).singleElement().asString().endsWith(" company");
    }

    private void show(Query rows) {
        context = TestContext.show(SampleSession.over(database), 1200, 800, c -> new Pane());
        context.run(() -> ProfileView.open(context, rows));
        context.settle();
    }

    @SuppressWarnings("unchecked")
    private ListView<ColumnProfile> columns() {
        return context.find("profile-columns", ListView.class);
    }
}
