package barton.steward.ui.audit;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
    void theCardIsThatOfReviewingWithNotesLinksAndLookalikesOfTheRecordAsItWasDrawn() {
        run(database, """
                UPDATE intake.company_raw_intake SET website = 'https://site' || id || '.example', company = 'Twin Works',
                       validated = false,
                       validation_notes = 'company_phone: 3 digits are no phone number' WHERE import_batch_id = '%s'""".formatted(BATCH));
        open();
        size(2);
        context.click("audit-start");
        String id = ask(database, "SELECT intake_id FROM shq.audit_sample WHERE place = 1");
        run(database, "UPDATE intake.company_raw_intake SET website = 'https://later.example' WHERE id = " + id);

        assertThat(context.text("card-title")).isEqualTo("Twin Works");
        assertThat(context.text("card-key")).isEqualTo("#" + id);
        assertThat(context.text("field-website")).isEqualTo("https://site" + id + ".example");
        assertThat(context.find("field-website", Node.class)).isInstanceOf(Label.class);
        assertThat(context.find("beside-company_phone", VBox.class).getChildren()).singleElement()
                .isInstanceOfSatisfying(Label.class, note -> assertThat(note.getText()).contains("3 digits"));
        assertThat(context.find("lookalikes", VBox.class).getChildren()).hasSizeGreaterThan(1);
        context.press(KeyCode.O);
        context.click("open-website");
        assertThat(context.browsed).containsExactly("https://site" + id + ".example", "https://site" + id + ".example");
        context.picture("audit-notes");
    }

    @Test
    void theIntervalIsShownAsABracketBesideItsTextWithTheBoundAsALine() {
        open();
        context.click("audit-start");
        var state = ask(database, "SELECT sample_size FROM shq.audit");
        for (int i = 0; i < Integer.parseInt(state); i++) {
            context.press(KeyCode.Y);
        }
        var bar = (Region) context.find("audit-rates", Pane.class).lookup(".interval-bar");
        Node bracket = bar.lookup(".interval-bracket");
        Node bound = bar.lookup(".interval-bound");
        assertThat(bar.getAccessibleText()).startsWith("0 % (0 % to ").endsWith("the bound is 2 %");
        assertThat(bracket.getLayoutX()).isZero();
        assertThat(bracket.getLayoutBounds().getWidth()).isGreaterThan(40);
        assertThat(bound.isVisible()).isTrue();
        assertThat(bound.getLayoutX()).isBetween(20.0, bar.getWidth() - 2);
        context.picture("audit-interval");
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
