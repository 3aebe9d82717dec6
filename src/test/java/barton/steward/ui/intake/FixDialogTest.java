package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.model.validation.Rule;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import barton.steward.ui.intake.FixViewModel.Kind;
import barton.steward.ui.table.RowsView;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FixDialogTest {
    private DataSource database;
    private RowsView view;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.intake(446);
        context = TestContext.show(SampleSession.over(database), 1200, 800, b -> {
            view = new IntakeView(b, Entity.COMPANY).view();
            return view.node();
        });
        context.run(view::refresh);
    }

    @Test
    void theClassThatARuleFoundIsFixedAndNoOtherRow() {
        TestDatabases.run(database, "SELECT shq.validate_company_batch('20251024-WV-BATCH1', 'ann')");
        context.run(() -> view.model().add(Rule.broken("website_present")));
        context.click("fix");
        context.run(() -> kind().setValue(Kind.SET));
        context.run(() -> context.find("fix-value", TextField.class).setText("https://unknown.example"));
        assertThat(context.text("fix-ok")).isEqualTo("Fix 44 rows");
        context.picture("fix");
        context.click("fix-ok");
        assertThat(count("website = 'https://unknown.example'")).isEqualTo("44");
        assertThat(context.changes).containsExactly(List.of(Table.INTAKE));
        assertThat(context.said()).containsExactly("44 rows fixed.");
    }

    @Test
    void aBadExpressionIsToldInTheDialogAndNothingIsLost() {
        context.click("fix");
        context.run(() -> kind().setValue(Kind.REPLACE));
        context.run(() -> context.find("fix-regex", CheckBox.class).setSelected(true));
        context.run(() -> context.find("fix-what", TextField.class).setText("[a"));
        context.picture("fix-problem");
        assertThat(context.text("fix-problem-message")).isNotBlank();
        assertThat(context.find("fix-ok", Button.class).isDisabled()).isTrue();
        assertThat(context.find("fix-what", TextField.class).getText()).isEqualTo("[a");
        assertThat(context.failures).isEmpty();
    }

    @Test
    void onlyTheSelectedRowsAreFixed() {
        context.run(() -> view.model().selection().add(List.of(1L, 2L)));
        context.click("fix");
        context.run(() -> kind().setValue(Kind.CASE));
        assertThat(context.text("fix-ok")).isEqualTo("Nothing to fix");
        context.run(() -> context.find("fix-letters", ComboBox.class).getSelectionModel().selectFirst());
        assertThat(context.text("fix-ok")).isEqualTo("Fix 2 rows");
        context.click("fix-ok");
        assertThat(count("company = upper(company)")).isEqualTo("2");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Kind> kind() {
        return context.find("fix-kind", ComboBox.class);
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }
}
