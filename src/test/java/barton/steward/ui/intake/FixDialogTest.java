package barton.steward.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.RuleDao;
import barton.steward.model.RuleEntity;
import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.intake.FixViewModel.Kind;
import barton.steward.ui.support.TestBench;
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
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.intake(446);
        bench = TestBench.show(SampleDesk.over(database), 1200, 800, b -> {
            view = new IntakeView(b, RuleEntity.COMPANY, CompanyIntakeColumns.spec()).view();
            return view.node();
        });
        bench.run(view::refresh);
    }

    @Test
    void theClassThatARuleFoundIsFixedAndNoOtherRow() {
        TestDatabases.run(database, "SELECT shq.validate_company_batch('20251024-WV-BATCH1', 'ann')");
        bench.run(() -> view.model().add(RuleDao.broken("website_present")));
        bench.click("fix");
        bench.run(() -> kind().setValue(Kind.SET));
        bench.run(() -> bench.find("fix-value", TextField.class).setText("https://unknown.example"));
        assertThat(bench.text("fix-ok")).isEqualTo("Fix 44 rows");
        bench.picture("fix");
        bench.click("fix-ok");
        assertThat(count("website = 'https://unknown.example'")).isEqualTo("44");
        assertThat(bench.changes).containsExactly(List.of(Table.INTAKE));
        assertThat(bench.said()).containsExactly("44 rows fixed.");
    }

    @Test
    void aBadExpressionIsToldInTheDialogAndNothingIsLost() {
        bench.click("fix");
        bench.run(() -> kind().setValue(Kind.REPLACE));
        bench.run(() -> bench.find("fix-regex", CheckBox.class).setSelected(true));
        bench.run(() -> bench.find("fix-what", TextField.class).setText("[a"));
        bench.picture("fix-problem");
        assertThat(bench.text("fix-problem-message")).isNotBlank();
        assertThat(bench.find("fix-ok", Button.class).isDisabled()).isTrue();
        assertThat(bench.find("fix-what", TextField.class).getText()).isEqualTo("[a");
        assertThat(bench.failures).isEmpty();
    }

    @Test
    void onlyTheSelectedRowsAreFixed() {
        bench.run(() -> view.model().selection().add(List.of(1L, 2L)));
        bench.click("fix");
        bench.run(() -> kind().setValue(Kind.CASE));
        assertThat(bench.text("fix-ok")).isEqualTo("Nothing to fix");
        bench.run(() -> bench.find("fix-letters", ComboBox.class).getSelectionModel().selectFirst());
        assertThat(bench.text("fix-ok")).isEqualTo("Fix 2 rows");
        bench.click("fix-ok");
        assertThat(count("company = upper(company)")).isEqualTo("2");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Kind> kind() {
        return bench.find("fix-kind", ComboBox.class);
    }

    private String count(String condition) {
        return TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE " + condition);
    }
}
