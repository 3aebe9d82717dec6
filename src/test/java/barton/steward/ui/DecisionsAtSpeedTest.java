package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.support.Proxy;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A steward who reviews with the keyboard alone and never waits, on databases that answer at once and late.
class DecisionsAtSpeedTest {
    /// In milliseconds: more than ten keys a second.
    private static final int LONGEST_PAUSE = 50;
    private static final String DECIDED = """
            SELECT k.key || ' ' || a.summary FROM shq.action a JOIN shq.change c USING (action_id)
            CROSS JOIN LATERAL unnest(c.keys) AS k (key) WHERE a.kind = 'mark' ORDER BY a.action_id""";

    private final List<String> decided = new ArrayList<>();
    private TestWindow window;

    /// @param delay  of each answer of the database while keys are typed, in milliseconds
    /// @param inView whether a decided record stays among the rows
    @ParameterizedTest
    @CsvSource({"50, 0, true", "50, 200, false", "8, 2000, false"})
    void eachRecordShownIsTheOneThatIsDecidedAndTheHistoryHasThemInTheOrderOfTheKeys(int records, long delay, boolean inView)
            throws IOException {
        var database = (PGSimpleDataSource) SampleSession.intake(60);
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = false, validation_notes = NULL, website = 'w'");
        try (Proxy proxy = Proxy.to(TestPostgres.newest())) {
            database.setPortNumbers(new int[] {proxy.port()});
            window = TestWindow.over(SampleSession.over(database), 1440, 900);
            Query all = Query.all(Table.INTAKE);
            window.run(() -> window.main().open(inView ? all : all.where(Condition.is(IntakeFields.STATUS, IntakeStatus.NEW))));
            window.press(KeyCode.ENTER);
            proxy.answerAfter(delay);
            var random = new Random(delay);
            for (int i = 0; i < records; i++) {
                decide(random);
                type(random, random.nextBoolean() ? KeyCode.J : KeyCode.DOWN);
            }
            proxy.answerAfter(0);
            window.settle();
            assertThat(TestDatabases.list(database, DECIDED)).isEqualTo(decided);
            assertThat(decided.stream().map(d -> d.split(" ")[0])).as("none was skipped")
                    .containsExactlyElementsOf(IntStream.range(0, records).mapToObj(i -> Integer.toString(60 - i)).toList());
        }
    }

    /// What is on the screen when the first key is pressed is what is meant.
    private void decide(Random random) {
        String shown = window.text("drawer-record-id").substring(1);
        if (random.nextBoolean()) {
            type(random, KeyCode.V, KeyCode.ENTER);
            decided.add(shown + " Marked validated");
        } else {
            type(random, KeyCode.R, KeyCode.X, KeyCode.ENTER);
            decided.add(shown + " Rejected: x");
        }
    }

    private void type(Random random, KeyCode... keys) {
        for (KeyCode key : keys) {
            window.robot.push(key);
            window.robot.sleep(random.nextInt(LONGEST_PAUSE));
        }
    }
}
