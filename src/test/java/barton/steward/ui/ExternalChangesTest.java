package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What others change while the window is open.
class ExternalChangesTest {
    private final DataSource database = SampleSession.intake(1_000);
    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(database), 1440, 900);
        window.click("nav-INTAKE");
    }

    @Test
    void rowsOfOthersAppearAndWhatIsInSightStaysToThePixel() {
        TableView<Row> table = window.table(Table.INTAKE);
        window.run(() -> flow(table).setPosition(0.5));
        window.run(() -> table.getSelectionModel().clearAndSelect(first(table).getIndex() + 4));
        Object top = window.onWindow(() -> ((Row) first(table).getItem()).key());
        Object current = window.onWindow(() -> table.getFocusModel().getFocusedItem().key());
        double offset = window.onWindow(() -> first(table).getLayoutY());
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company) SELECT 'Other ' || g FROM generate_series(1, 250) g");
        window.await("the rows of others", () -> table.getItems().size() == 1_250);
        assertThat(window.onWindow(() -> ((Row) first(table).getItem()).key())).isEqualTo(top);
        assertThat(window.onWindow(() -> first(table).getLayoutY())).isEqualTo(offset);
        assertThat(window.onWindow(() -> table.getFocusModel().getFocusedItem().key())).isEqualTo(current);
    }

    @Test
    void whatIsBeingTypedIntoTheDrawerStaysAndMeetsTheOthersEditWhenItIsSaved() {
        window.focus(Table.INTAKE, 3);
        window.press(KeyCode.ENTER);
        Object key = window.onWindow(() -> window.table(Table.INTAKE).getItems().get(3).key());
        TextField city = window.find("field-company_city", TextField.class);
        window.run(() -> {
            city.requestFocus();
            city.setText("Elkins");
        });
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_city = 'Weirton' WHERE id = " + key);
        window.await("the edit of others", () -> "Weirton".equals(window.table(Table.INTAKE).getItems().get(3)
                .text(IntakeFields.COMPANY_CITY)));
        assertThat(window.find("field-company_city", TextField.class).getText()).isEqualTo("Elkins");
        window.press(KeyCode.ENTER);
        assertThat(window.main().dialogs().isOpen()).isTrue();
        String saved = TestDatabases.ask(database, "SELECT company_city FROM intake.company_raw_intake WHERE id = " + key);
        assertThat(saved).isEqualTo("Weirton");
    }

    @Test
    void aViewOutOfSightReadsWhatChangedWhenItIsShown() {
        window.click("nav-MASTER");
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE id > 900");
        window.await("the new count", () -> window.text("attention-INTAKE").equals("360"));
        window.click("nav-INTAKE");
        assertThat(window.table(Table.INTAKE).getItems()).hasSize(900);
    }

    @Test
    void aRowIsGoneToByItsNumber() {
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.run(() -> window.find("ask-text", TextField.class).setText("741"));
        window.click("ask-ok");
        TableView<Row> table = window.table(Table.INTAKE);
        assertThat(window.onWindow(() -> table.getFocusModel().getFocusedIndex())).isEqualTo(740);
        assertThat(window.onWindow(() -> first(table).getIndex())).isBetween(700, 740);
        assertThat(table.getItems().get(740)).isNotNull();
    }

    private static VirtualFlow<?> flow(TableView<Row> table) {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    private static IndexedCell<?> first(TableView<Row> table) {
        return flow(table).getFirstVisibleCell();
    }
}
