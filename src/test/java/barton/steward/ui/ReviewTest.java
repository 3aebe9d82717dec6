package barton.steward.ui;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewScope;
import barton.steward.support.SampleReviews;
import barton.steward.support.SampleSession;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A batch that is worked through by eye, with the keyboard.
@ParameterizedClass
@EnumSource
class ReviewTest {
    @Parameter
    private Entity entity;

    private DataSource database;
    private TestWindow window;

    @Test
    void aKeyDecidesAboutTheRecordShownAndTheNextOneIsThere() {
        review(4);
        assertThat(shown()).isEqualTo(4);
        assertThat(window.onWindow(() -> window.scene().getFocusOwner().getId())).isEqualTo("review-view");
        window.press(KeyCode.V);
        assertThat(shown()).isEqualTo(3);
        window.press(KeyCode.S);
        window.press(KeyCode.R);
        assertThat(window.sees("reasons")).isTrue();
        window.press(KeyCode.DIGIT2);
        assertThat(shown()).isEqualTo(1);
        assertThat(window.text("review-progress")).startsWith("3 of 4 · 1 rejected");

        assertThat(states()).isEqualTo("1 f , 2 f rejected: " + reason(2) + ", 3 f , 4 t ");
        assertThat(ask(database, """
                SELECT string_agg(intake_id || ' ' || verdict || ' ' || reviewed_by, ', ' ORDER BY review_no) FROM shq.review"""))
                .isEqualTo("4 accepted ann, 3 skipped ann, 2 rejected ann");
    }

    @Test
    void aReasonCanBeTypedAndEscapeRejectsNothing() {
        review(2);
        window.press(KeyCode.R);
        window.press(KeyCode.ESCAPE);
        assertThat(window.sees("reasons")).isFalse();
        assertThat(shown()).isEqualTo(2);
        window.press(KeyCode.R);
        window.press(KeyCode.X);
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.ENTER);
        assertThat(shown()).isEqualTo(1);
        assertThat(states()).isEqualTo("1 f , 2 f rejected: x1");
    }

    @Test
    void backShowsTheRecordBeforeAndItCanBeDecidedAnew() {
        review(3);
        window.press(KeyCode.V);
        window.press(KeyCode.B);
        assertThat(shown()).isEqualTo(3);
        assertThat(window.text("card-state")).isEqualTo("validated");
        window.press(KeyCode.R);
        window.press(KeyCode.DIGIT1);
        assertThat(shown()).isEqualTo(2);
        assertThat(states()).isEqualTo("1 f , 2 f , 3 f rejected: " + reason(1));
    }

    @Test
    void whoGoesBackAndPassesOverLeavesWhatWasDecided() {
        review(3);
        window.press(KeyCode.V);
        window.press(KeyCode.B);
        window.press(KeyCode.S);
        assertThat(shown()).isEqualTo(2);
        assertThat(window.text("review-progress")).startsWith("1 of 3");
        assertThat(ask(database, "SELECT string_agg(intake_id || ' ' || verdict, ', ') FROM shq.review")).isEqualTo("3 accepted");
        window.press(KeyCode.U);
        assertThat(shown()).isEqualTo(3);
        assertThat(states()).isEqualTo("1 f , 2 f , 3 f ");
    }

    @Test
    void theDecisionsAboutOneRecordAreTakenBackOneByOne() {
        review(2);
        window.press(KeyCode.V);
        window.press(KeyCode.B);
        window.press(KeyCode.R);
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.U);
        assertThat(states()).isEqualTo("1 f , 2 t ");
        window.press(KeyCode.U);
        assertThat(states()).isEqualTo("1 f , 2 f ");
    }

    @Test
    void theLastDecisionIsTakenBackAndItsRecordIsThereAgain() {
        review(3);
        window.press(KeyCode.V);
        window.press(KeyCode.S);
        window.press(KeyCode.U);
        assertThat(shown()).isEqualTo(3);
        assertThat(states()).isEqualTo("1 f , 2 f , 3 f ");
        assertThat(window.text("review-news")).startsWith("Taken back: ");
        window.press(KeyCode.U);
        assertThat(window.text("review-news")).isEqualTo("Nothing of this sitting is left to take back.");
        window.press(KeyCode.V);
        assertThat(states()).isEqualTo("1 f , 2 f , 3 t ");
    }

    @Test
    void anEditIsSavedBeforeTheDecisionAboutTheRecord() {
        review(2);
        window.press(KeyCode.E);
        TextInputControl field = (TextInputControl) window.onWindow(() -> window.scene().getFocusOwner());
        window.onWindow(() -> {
            field.setText("Better name");
            return null;
        });
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ESCAPE);
        assertThat(shown()).as("Escape leads back to the record").isEqualTo(2);
        window.press(KeyCode.V);
        assertThat(shown()).isEqualTo(1);
        assertThat(ask(database, "SELECT count(*) FROM " + entity.intake().qualifiedName()
                + " i WHERE validated AND i::text LIKE '%Better name%'")).isEqualTo("1");
    }

    @Test
    void aDecisionAboutARecordThatSomebodyChangedComesBackWithIt() {
        review(3);
        run(database, "UPDATE " + entity.intake().qualifiedName() + " SET import_batch_id = 'OTHER' WHERE id = 3");
        window.press(KeyCode.V);
        assertThat(window.text("review-news")).startsWith("Not written: ").contains("Somebody changed the record after it was shown");
        assertThat(shown()).as("what is on the screen stays there").isEqualTo(2);
        window.press(KeyCode.S);
        assertThat(shown()).as("it is the next one").isEqualTo(3);
        window.press(KeyCode.V);
        assertThat(states()).isEqualTo("1 f , 2 f , 3 t ");
    }

    @Test
    void theEndIsSaidAndWhatWasPassedOverCanBeLookedAtAgain() {
        review(2);
        window.press(KeyCode.S);
        window.press(KeyCode.V);
        assertThat(window.text("review-state-text")).startsWith("All records were looked at.");
        window.press(KeyCode.V);
        assertThat(states()).as("no record is shown, so none is decided about").isEqualTo("1 t , 2 f ");
        window.click("review-again");
        assertThat(shown()).isEqualTo(2);
    }

    @Test
    void leavingGivesBackWhatWaitsAndComingBackGoesOn() {
        review(5);
        window.press(KeyCode.V);
        window.press(KeyCode.S);
        window.press(KeyCode.ESCAPE);
        assertThat(window.sees("review-view")).isFalse();
        assertThat(ask(database, "SELECT count(*) FROM shq.review_lease")).isEqualTo("0");
        window.press(KeyCode.CONTROL, KeyCode.R);
        assertThat(shown()).isEqualTo(3);
    }

    @Test
    void anEmptyQueueSaysSo() {
        review(0);
        assertThat(window.text("review-state-text")).startsWith("No record waits for review here.");
    }

    @Test
    void whatOthersHaveInHandIsSaid() {
        database = SampleReviews.database(entity, 3);
        SampleReviews.steward(database, "ben").reviews().handOut(SampleReviews.queue(entity, ReviewScope.OPEN, ReviewOrder.RISK),
                Optional.empty(), false, 9, UUID.randomUUID());
        open();
        assertThat(window.text("review-state-text")).startsWith("3 records wait, but are in the hands of colleagues");
    }

    @Test
    void anotherOrderBeginsAnew() {
        review(3);
        window.press(KeyCode.V);
        run(database, "UPDATE %s SET %s = 'Aaa' WHERE id = 1".formatted(entity.intake().qualifiedName(),
                entity == Entity.COMPANY ? "company" : "last_name"));
        window.run(() -> window.find("review-order", ComboBox.class).getSelectionModel().select(2));
        assertThat(shown()).isEqualTo(1);
        window.press(KeyCode.S);
        assertThat(shown()).isEqualTo(2);
    }

    private void review(int records) {
        database = SampleReviews.database(entity, records);
        open();
    }

    private void open() {
        window = TestWindow.at(ViewId.of(entity.intake()), SampleSession.over(database), 1000, 640);
        window.run(() -> window.main().open(Query.all(entity.intake())));
        window.press(KeyCode.CONTROL, KeyCode.R);
        assertThat(window.sees("review-view")).isTrue();
    }

    private long shown() {
        return Long.parseLong(window.text("card-key").substring(1));
    }

    private String reason(int digit) {
        return ask(database, "SELECT reason FROM shq.review_reason WHERE entity = '" + entity.word() + "' AND position = " + 10 * digit);
    }

    private String states() {
        return ask(database, """
                SELECT string_agg(concat_ws(' ', id, left(validated::text, 1), coalesce(validation_notes, '')), ', ' ORDER BY id)
                FROM\s""" + entity.intake().qualifiedName());
    }
}
