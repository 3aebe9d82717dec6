package barton.steward.ui;

import static barton.steward.support.SampleMatches.BATCH;
import static barton.steward.support.SampleMatches.MERRICK;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.matching.MatchPair;
import barton.steward.support.SampleMatches;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.sql.SQLException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Finding pairs of records that may be the same company, and deciding about them.
class MatchesTest {
    private final DataSource database = SampleMatches.database();
    private TestWindow window;

    @BeforeEach
    void open() {
        window = TestWindow.over(SampleSession.over(database), 1440, 900);
    }

    @Test
    void aBatchThatNobodySearchedSaysWhatToDo() {
        window.click("nav-MATCHES");
        window.picture("matches-not-searched");
        assertThat(window.text("matches-state")).startsWith("Nobody looked for matches in " + BATCH + " yet.");
        assertThat(window.sees("matches-pairs")).isFalse();
        window.press(KeyCode.M);
        assertThat(pairs().getItems()).hasSize(4);
        assertThat(window.text("attention-MATCHES")).isEqualTo("4");
    }

    @Test
    void thePairIsExplainedByItsPartsAndSideBySide() {
        search();
        window.press(KeyCode.J);
        window.picture("matches");
        assertThat(window.text("matches-part-host")).startsWith("+");
        assertThat(window.text("matches-sign-city")).isEqualTo("=");
        assertThat(window.text("matches-sign-name")).isEqualTo("≈");
        assertThat(window.text("matches-sign-employees")).isEqualTo("≠");
        assertThat(window.text("matches-intake")).isEqualTo("Intake 1");
        assertThat(window.text("matches-other")).isEqualTo("Master " + MERRICK);
    }

    @Test
    void pairsAreDecidedByKeysOneAfterTheOther() {
        search();
        window.press(KeyCode.D);
        assertThat(window.text("matches-intake")).isEqualTo("Intake 1");
        window.press(KeyCode.S);
        window.press(KeyCode.L);
        window.picture("matches-decided-some");
        assertThat(decision(3)).isEqualTo("different");
        assertThat(decision(1)).isEqualTo("same");
        assertThat(decision(5)).isEqualTo("later");
        assertThat(window.text("matches-undecided")).isEqualTo("To decide (2)");
        assertThat(window.text("attention-MATCHES")).isEqualTo("1");
        window.press(KeyCode.F);
        window.picture("matches-decided");
        assertThat(pairs().getItems()).hasSize(2);
    }

    @Test
    void aDecisionIsTakenBackByU() {
        search();
        window.press(KeyCode.S);
        window.press(KeyCode.U);
        window.picture("matches-undo");
        assertThat(window.text("matches-latest")).startsWith("Taken back: The Concord University is the same as Concord University");
        assertThat(decision(3)).isEmpty();
        assertThat(pairs().getItems()).hasSize(4);
        assertThat(window.text("matches-intake")).isEqualTo("Intake 3");
    }

    @Test
    void aDecisionWithWhatItTookIsTakenBackByControlZ() {
        search();
        window.press(KeyCode.J);
        window.press(KeyCode.A);
        window.press(KeyCode.S);
        assertThat(name()).isEqualTo("Merrick Engineering, LLC");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.click("confirm-ok");
        assertThat(name()).isEqualTo("Merrick Enginering");
        assertThat(window.text("matches-intake")).isEqualTo("Intake 1");
    }

    @Test
    void onlyATickedFieldGoesIntoMaster() {
        search();
        window.press(KeyCode.J);
        window.click("matches-take-phone");
        window.picture("matches-take");
        window.click("decide-same");
        assertThat(TestDatabases.ask(database, "SELECT company_name || ' ' || company_phone FROM marketing.company_master "
                + "WHERE company_unique_id = '" + MERRICK + "'")).isEqualTo("Merrick Enginering 304-555-0101");
        assertThat(window.text("matches-latest")).contains("1 field taken over");
        window.click("matches-undo");
        assertThat(TestDatabases.ask(database, "SELECT company_phone FROM marketing.company_master WHERE company_unique_id = '" + MERRICK
                + "'")).isNull();
    }

    @Test
    void whenAllAreDecidedTheViewSaysSo() {
        search();
        for (int i = 0; i < 4; i++) {
            window.press(KeyCode.S);
        }
        window.picture("matches-all-decided");
        assertThat(window.text("matches-state")).startsWith("Every pair of " + BATCH + " is decided.");
        assertThat(window.sees("attention-MATCHES")).isFalse();
        window.click("matches-undo");
        assertThat(pairs().getItems()).hasSize(1);
    }

    @Test
    void aStoppedSearchLeavesThePairsOfTheOneBefore() throws SQLException {
        search();
        window.press(KeyCode.S);
        try (var blocker = database.getConnection(); var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE shq.match_pair IN ACCESS EXCLUSIVE MODE");
            window.robot.clickOn(window.find("matches-find", Node.class));
            window.robot.clickOn(window.find("matches-stop", Node.class));
            window.settle();
        }
        window.picture("matches-stopped");
        assertThat(window.sees("matches-running")).isFalse();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.match_run")).isEqualTo("1");
        assertThat(pairs().getItems()).hasSize(3);
    }

    @Test
    void whatCannotBeReadIsReadOnTheNextTry() {
        TestDatabases.run(database, "ALTER TABLE shq.match_setting RENAME TO moved");
        window.click("nav-MATCHES");
        window.picture("matches-failed");
        assertThat(window.sees("matches-failed")).isTrue();
        TestDatabases.run(database, "ALTER TABLE shq.moved RENAME TO match_setting");
        window.click("matches-retry");
        assertThat(window.sees("matches-NOT_SEARCHED")).isTrue();
    }

    @Test
    void theThresholdsAreSeenAndSet() {
        search();
        assertThat(window.text("matches-set-thresholds")).isEqualTo("Shown from 55 on; undecided pairs hold nothing back");
        window.press(KeyCode.T);
        window.run(() -> window.find("matches-shown", Slider.class).setValue(90));
        window.click("matches-holds");
        window.picture("matches-thresholds");
        window.click("matches-thresholds-ok");
        assertThat(TestDatabases.ask(database, "SELECT shown || ' ' || held FROM shq.match_setting")).isEqualTo("90 90");
        assertThat(window.text("matches-set-thresholds")).isEqualTo("Shown from 90 on; undecided pairs from 90 on hold their row back");
        assertThat(pairs().getItems()).allMatch(pair -> pair.score() >= 90).isNotEmpty();
    }

    @Test
    void theOtherRecordIsOpenedByItsKey() {
        search();
        window.press(KeyCode.J);
        window.press(KeyCode.O);
        assertThat(window.text("drawer-title")).isEqualTo("Merrick Enginering");
    }

    @Test
    void everyActionIsInThePalette() {
        search();
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.run(() -> window.find("palette-text", TextField.class).setText("Different"));
        window.press(KeyCode.ENTER);
        assertThat(decision(3)).isEqualTo("different");
        window.press(KeyCode.F1);
        window.picture("matches-keys");
    }

    @Test
    void theViewFitsIntoASmallWindow() {
        window.run(() -> {
            window.stage().setWidth(1000);
            window.stage().setHeight(700);
        });
        search();
        window.press(KeyCode.J);
        window.picture("matches-small");
        Node later = window.find("decide-later", Node.class);
        assertThat(later.localToScene(later.getLayoutBounds()).getMaxY()).isLessThan(700);
    }

    @Test
    void aGroupIsShownAsATableAndDecidedByKeys() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_city, import_batch_id)
                SELECT i, 'Zebrowski Lumber', 'zebrowski.example', '304-555-0177', CASE i WHEN 83 THEN 'Weston' ELSE 'Elkins' END,
                       '20251024-WV-BATCH1' FROM generate_series(81, 83) i""");
        search();
        window.press(KeyCode.G);
        window.picture("matches-groups");
        for (int i = 0; i < 5 && !window.text("groups-does").startsWith("S: all 3"); i++) {
            window.press(KeyCode.J);
        }
        assertThat(window.text("groups-sign-city-1")).isEqualTo("=");
        assertThat(window.text("groups-sign-city-3")).isEqualTo("≠");
        window.press(KeyCode.DIGIT3);
        window.picture("matches-group-without");
        window.press(KeyCode.S);
        assertThat(window.text("matches-latest")).isEqualTo("Zebrowski Lumber: the same but for what was taken out (3 pairs).");
        assertThat(TestDatabases.list(database, "SELECT decision FROM shq.match_standing WHERE intake_id IN (82, 83) ORDER BY 1"))
                .containsExactly("different", "different", "same");
        window.press(KeyCode.G);
        assertThat(window.sees("matches-pair")).isTrue();
    }

    private void search() {
        window.click("nav-MATCHES");
        window.click("matches-find");
    }

    @SuppressWarnings("unchecked")
    private ListView<MatchPair> pairs() {
        return window.find("matches-pairs", ListView.class);
    }

    private String decision(long intake) {
        return TestDatabases.list(database, "SELECT decision FROM shq.match_standing WHERE intake_id = " + intake).stream().findFirst()
                .orElse("");
    }

    private String name() {
        return TestDatabases.ask(database, "SELECT company_name FROM marketing.company_master WHERE company_unique_id = '" + MERRICK + "'");
    }
}
