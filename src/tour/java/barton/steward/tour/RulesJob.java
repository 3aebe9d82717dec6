package barton.steward.tour;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;

import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import barton.steward.ui.intake.FixViewModel;
import barton.steward.ui.support.Messages;
import java.util.function.LongSupplier;

/// Rules judge a batch; a note leads to its field, and a rule to the class of rows that break it, which is fixed.
final class RulesJob extends Scenario {
    /// Where the rule about phone numbers stands in the list.
    private static final int PHONES = 12;

    RulesJob(Scenario before) {
        super(before);
    }

    void run(String batch) {
        judge(batch);
        followNote(batch);
        tryRule(batch);
        fixClass(batch);
    }

    private void judge(String batch) {
        log.begin("Let the standard rules judge " + batch + ".");
        robot.press(SHIFT, V);
        picture("run-rules");
        robot.click("runrules-ok");
        robot.click("nav-OVERVIEW");
        compare("validated", "batch-" + batch + "-validated", count(IndependentCount.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", count(IndependentCount.FAILED, batch));
    }

    private void followNote(String batch) {
        log.begin("Opened a record that failed, and its first note led to the field.");
        robot.scrollTo("batch-" + batch + "-failed");
        robot.click("batch-" + batch + "-failed");
        compare("rows that failed", "facts", count(IndependentCount.FAILED, batch));
        robot.press(HOME);
        robot.press(ENTER);
        figure("notes of the record", Long.toString(robot.count("note-")),
                count(IndependentCount.NOTES_OF, number("drawer-record-id")));
        String called = robot.text("note-0").split(":")[0];
        String field = Table.INTAKE.fields().stream().filter(f -> Messages.field(Table.INTAKE, f).equals(called))
                .map(f -> "field-" + f.name()).findFirst().orElse(called);
        robot.click("note-0");
        if (!robot.typesInto(field)) {
            throw StewardException.refused("The note does not lead to “" + field + "”.", "");
        }
        picture("note");
        robot.click("drawer-close");
        robot.click("filter-clear");
    }

    private void tryRule(String batch) {
        log.begin("Tried the rule about phone numbers on the batch, and opened the rows that would fail.");
        robot.click("nav-RULES");
        picture("rules");
        robot.press(HOME);
        for (int line = 0; line < PHONES; line++) {
            robot.press(DOWN);
        }
        robot.press(E);
        robot.click("tryrule");
        compare("rows that would fail", "rule-trial", odd(batch));
        picture("rule-tried");
        robot.click("rule-trial");
        compare("rows shown", "facts", odd(batch));
        picture("rule-broken");
    }

    private void fixClass(String batch) {
        log.begin("Emptied the field in all of them, seen before and after.");
        robot.press(F);
        robot.click("fix-kind");
        for (int kind = 0; kind < FixViewModel.Kind.values().length; kind++) {
            robot.press(UP);
        }
        robot.press(ENTER);
        compare("rows to fix", "fix-ok", odd(batch));
        picture("fix");
        robot.click("fix-ok");
        compare("rows that are left of the class", "facts", odd(batch));
        robot.click("filter-clear");
    }

    private LongSupplier odd(String batch) {
        return count(IndependentCount.ODD_PHONES, batch);
    }
}
