package barton.steward.ui;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.model.query.Query;
import barton.steward.support.SampleReviews;
import barton.steward.support.SampleSession;
import barton.steward.support.SlowDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys at random moments, on databases of any speed: what was on the screen is what was decided about, and what the history says.
class ReviewKeysTest {
    private static final List<KeyCode> KEYS =
            List.of(KeyCode.V, KeyCode.V, KeyCode.V, KeyCode.R, KeyCode.R, KeyCode.S, KeyCode.B, KeyCode.U);

    private final Random random = new Random(20_251_024);
    private final List<String> decided = new ArrayList<>();
    private final List<Decision> standing = new ArrayList<>();
    private DataSource database;
    private TestWindow window;

    @ParameterizedTest
    @CsvSource({"0, 50", "200, 12", "2000, 3"})
    void recordShownIsRecordDecidedIsHistory(int delay, int records) {
        database = SampleReviews.database(Entity.COMPANY, records);
        var slow = new SlowDatabase(database, Duration.ofMillis(delay));
        window = TestWindow.at(ViewId.INTAKE, SampleSession.over(slow), 1000, 640);
        window.run(() -> window.main().open(Query.all(Entity.COMPANY.intake())));
        window.press(KeyCode.CONTROL, KeyCode.R);

        for (int keys = 0; keys < 4 * records && !over(); keys++) {
            press(KEYS.get(random.nextInt(KEYS.size())));
            TestWindow.frames(random.nextInt(4));
        }
        slow.hurry();
        window.press(KeyCode.ESCAPE);

        assertThat(decided).as("decisions").hasSizeGreaterThan(records / 2);
        assertThat(list(database, "SELECT intake_id || ' ' || verdict FROM shq.review ORDER BY review_no")).isEqualTo(decided);
        assertThat(list(database, """
                SELECT i.id || ' ' || CASE WHEN i.validated THEN 'accepted' ELSE 'rejected' END FROM intake.company_raw_intake i
                WHERE i.validated OR i.validation_notes LIKE 'rejected:%' ORDER BY 1""")).isEqualTo(last());
        assertThat(ask(database, "SELECT count(*) FROM shq.review_lease")).isEqualTo("0");
    }

    private boolean over() {
        return window.sees("review-state-text") && window.tasks().idle();
    }

    /// Presses a key at the record that is on the screen; what is expected of it is what the screen then shows.
    private void press(KeyCode key) {
        Optional<Long> shown = shown();
        if (shown.isEmpty()) {
            return;
        }
        window.robot.push(key);
        switch (key) {
            case V -> wentOn(shown.get(), "accepted");
            case S -> wentOn(shown.get(), "skipped");
            case R -> {
                if (window.sees("reasons")) {
                    window.robot.push(KeyCode.DIGIT1);
                    wentOn(shown.get(), "rejected");
                }
            }
            case U -> {
                if (!standing.isEmpty()) {
                    assertThat(shown()).as("the record of the decision taken back").contains(standing.removeLast().id());
                }
            }
            default -> assertThat(shown()).isPresent();
        }
    }

    /// Who goes back to a record that she decided about and passes over it leaves it so.
    private void wentOn(long id, String verdict) {
        boolean passedOver = verdict.equals("skipped");
        if (shown().equals(Optional.of(id)) || passedOver && standing.stream().anyMatch(d -> d.id() == id)) {
            return;
        }
        decided.add(id + " " + verdict);
        if (!passedOver) {
            standing.add(new Decision(id, verdict));
        }
    }

    /// What stands of each record.
    private List<String> last() {
        return standing.stream().collect(Collectors.toMap(Decision::id, Decision::verdict, (before, after) -> after)).entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue()).sorted().toList();
    }

    private Optional<Long> shown() {
        return window.onWindow(() -> window.scene().lookup("#card-key") instanceof Labeled key && TestWindow.seen(key)
                ? Optional.of(Long.parseLong(key.getText().substring(1))) : Optional.empty());
    }

    private record Decision(long id, String verdict) {
    }
}
