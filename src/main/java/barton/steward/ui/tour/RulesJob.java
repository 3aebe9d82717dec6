package barton.steward.ui.tour;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.UP;
import static javafx.scene.input.KeyCode.V;

import barton.steward.model.StewardException;
import barton.steward.model.Tally;
import java.util.function.LongSupplier;

/// Rules judge a batch; a note leads to its field, and a rule to the class of rows that break it, which is fixed.
final class RulesJob extends Chapter {
    /// Where the rule about phone numbers stands in the list.
    private static final int PHONES = 8;

    RulesJob(Chapter before) {
        super(before);
    }

    void run(String batch) {
        judge(batch);
        followNote(batch);
        tryRule(batch);
        fixClass(batch);
    }

    private void judge(String batch) {
        diary.begin("Let the standard rules judge " + batch + ".");
        hand.press(SHIFT, V);
        picture("run-rules");
        hand.click("runrules-ok");
        hand.click("nav-OVERVIEW");
        compare("validated", "batch-" + batch + "-validated", tally(Tally.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", tally(Tally.FAILED, batch));
    }

    private void followNote(String batch) {
        diary.begin("Opened a record that failed, and its first note led to the field.");
        hand.click("batch-" + batch + "-failed");
        compare("rows that failed", "facts", tally(Tally.FAILED, batch));
        hand.press(HOME);
        hand.press(ENTER);
        figure("notes of the record", Long.toString(hand.count("note-")),
                tally(Tally.NOTES_OF, number("drawer-record-id")));
        String field = "field-" + hand.text("note-0").split(":")[0];
        hand.click("note-0");
        if (!hand.typesInto(field)) {
            throw StewardException.refused("The note does not lead to “" + field + "”.", "");
        }
        picture("note");
        hand.click("drawer-close");
        hand.click("filter-clear");
    }

    private void tryRule(String batch) {
        diary.begin("Tried the rule about phone numbers on the batch, and opened the rows that would fail.");
        hand.click("nav-RULES");
        picture("rules");
        hand.press(HOME);
        for (int line = 0; line < PHONES; line++) {
            hand.press(DOWN);
        }
        hand.press(E);
        hand.click("tryrule");
        compare("rows that would fail", "rule-trial", odd(batch));
        picture("rule-tried");
        hand.click("rule-trial");
        compare("rows shown", "facts", odd(batch));
        picture("rule-broken");
    }

    private void fixClass(String batch) {
        diary.begin("Emptied the field in all of them, seen before and after.");
        hand.press(F);
        hand.click("fix-kind");
        for (int kind = 0; kind < 6; kind++) {
            hand.press(UP);
        }
        hand.press(ENTER);
        compare("rows to fix", "fix-ok", odd(batch));
        picture("fix");
        hand.click("fix-ok");
        compare("rows that are left of the class", "facts", odd(batch));
        hand.click("filter-clear");
    }

    private LongSupplier odd(String batch) {
        return tally(Tally.ODD_PHONES, batch);
    }
}
