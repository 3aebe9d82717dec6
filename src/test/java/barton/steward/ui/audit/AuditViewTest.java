package barton.steward.ui.audit;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.audit.AuditMethod;
import barton.steward.model.audit.Judging;
import barton.steward.model.audit.Verdict;
import barton.steward.service.Session;
import barton.steward.service.audit.Audits;
import barton.steward.support.SampleSession;
import barton.steward.ui.actions.TestContext;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// An audit in the window, with the keyboard.
class AuditViewTest {
    private static final String BATCH = "20251101-WV-BATCH2";
    private final DataSource database = SampleSession.intake(200);
    private final TestContext context = TestContext.show(SampleSession.over(database), 1200, 900, c -> new Pane());

    @Test
    void aSampleIsDrawnAndJudgedByKeysGoneOnWithAndReported() {
        open();
        assertThat(context.text("audit-meaning")).startsWith("39 records of 50 will be judged.");
        context.picture("audit-plan");
        size(3);
        context.click("audit-start");
        assertThat(context.text("audit-progress")).isEqualTo("Record 1 of 3 · 0 judged");
        context.picture("audit-card");

        context.press(KeyCode.Y);
        assertThat(context.text("audit-progress")).isEqualTo("Record 2 of 3 · 1 judged");
        context.press(KeyCode.B);
        assertThat(context.text("audit-said")).isEqualTo("You said: right.");
        context.press(KeyCode.S);

        context.press(KeyCode.ESCAPE);
        assertThat(context.sees("audit")).isFalse();
        open();
        assertThat(context.text("audit-progress")).isEqualTo("Record 2 of 3 · 1 judged");

        context.press(KeyCode.W);
        wrong();
        context.press(KeyCode.N);

        assertThat(context.text("audit-outcome")).isEqualTo("Measured");
        assertThat(context.text("audit-counts")).startsWith("1 right, 1 wrong, 1 unsure");
        context.picture("audit-result");
        assertThat(list(database, "SELECT verdict || array_to_string(fields, '') || array_to_string(reasons, '')"
                + " FROM shq.audit_judgement ORDER BY place")).containsExactly("right", "wrongwebsitedead", "unsure");
        assertThat(ask(database, """
                SELECT passed_records || ' ' || failed_records FROM shq_validation_log WHERE validation_run_id LIKE 'AUD-%'"""))
                .isEqualTo("1 1");
    }

    @Test
    void twoJudgeBlindAndTheSecondSeesTheResult() {
        open();
        size(2);
        context.run(() -> context.find("audit-two", CheckBox.class).setSelected(true));
        context.settle();
        context.click("audit-start");
        context.press(KeyCode.Y);
        context.press(KeyCode.Y);
        assertThat(context.text("audit-waiting")).contains("ann judged 2 of 2");
        context.press(KeyCode.ESCAPE);

        Audits ben = Session.over(JdbiDaos.over(Database.over(database)), "Test database", "ben").audits();
        var audit = ben.ofBatch(Entity.COMPANY, BATCH).getFirst();
        ben.judge(audit, IntStream.of(1, 2).mapToObj(n -> Judging.of(n, Verdict.RIGHT)).toList());

        open();
        assertThat(context.text("audit-counts")).startsWith("2 right");
    }

    @Test
    void aPlanByTheStandardSaysWhatItAcceptsAndWhatCannotBeIsSaid() {
        open();
        context.run(() -> method(AuditMethod.AQL));
        context.settle();
        assertThat(context.text("audit-meaning")).contains("Code letter", "The batch is accepted where none of them is wrong.");

        size(3);
        context.run(() -> by().setValue(IntakeFields.COMPANY));
        context.settle();
        assertThat(context.text("audit-problem-message")).contains("more than the sample has records");
        assertThat(context.find("audit-start", Button.class).isDisabled()).isTrue();
    }

    private void open() {
        context.run(() -> AuditView.open(context, Entity.COMPANY, BATCH, () -> { }));
        context.settle();
    }

    @SuppressWarnings("unchecked")
    private void size(int records) {
        context.run(() -> {
            method(AuditMethod.SIZE);
            context.find("audit-size", Spinner.class).getValueFactory().setValue(records);
        });
        context.settle();
    }

    @SuppressWarnings("unchecked")
    private void method(AuditMethod method) {
        context.find("audit-method", ComboBox.class).setValue(method);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Field> by() {
        return context.find("audit-by", ComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private void wrong() {
        context.run(() -> context.find("audit-field", ComboBox.class).setValue(IntakeFields.WEBSITE));
        context.settle();
        context.press(KeyCode.ENTER);
        context.robot.write("dead");
        context.settle();
        context.press(KeyCode.ENTER);
    }
}
