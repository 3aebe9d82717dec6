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
final class RulesJob {
    /// Where the rule about phone numbers stands in the list.
    private static final int PHONES = 8;

    private final Guide guide;
    private final Hand hand;

    RulesJob(Guide guide) {
        this.guide = guide;
        this.hand = guide.hand();
    }

    void run(String batch) {
        judge(batch);
        followNote(batch);
        tryRule(batch);
        fixClass(batch);
    }

    private void judge(String batch) {
        guide.begin("Let the standard rules judge " + batch + ".");
        hand.press(SHIFT, V);
        guide.picture("run-rules");
        hand.click("runrules-ok");
        hand.click("nav-OVERVIEW");
        guide.compare("validated", "batch-" + batch + "-validated", guide.tally(Tally.VALIDATED, batch));
        guide.compare("failed", "batch-" + batch + "-failed", guide.tally(Tally.FAILED, batch));
    }

    private void followNote(String batch) {
        guide.begin("Opened a record that failed, and its first note led to the field.");
        hand.click("batch-" + batch + "-failed");
        guide.compare("rows that failed", "facts", guide.tally(Tally.FAILED, batch));
        hand.press(HOME);
        hand.press(ENTER);
        guide.figure("notes of the record", Long.toString(hand.count("note-")),
                guide.tally(Tally.NOTES_OF, guide.number("drawer-record-id")));
        String field = "field-" + hand.text("note-0").split(":")[0];
        hand.click("note-0");
        if (!hand.typesInto(field)) {
            throw StewardException.refused("The note does not lead to “" + field + "”.", "");
        }
        guide.picture("note");
        hand.click("drawer-close");
        hand.click("filter-clear");
    }

    private void tryRule(String batch) {
        guide.begin("Tried the rule about phone numbers on the batch, and opened the rows that would fail.");
        hand.click("nav-RULES");
        guide.picture("rules");
        hand.press(HOME);
        for (int line = 0; line < PHONES; line++) {
            hand.press(DOWN);
        }
        hand.press(E);
        hand.click("tryrule");
        guide.compare("rows that would fail", "rule-trial", odd(batch));
        guide.picture("rule-tried");
        hand.click("rule-trial");
        guide.compare("rows shown", "facts", odd(batch));
        guide.picture("rule-broken");
    }

    private void fixClass(String batch) {
        guide.begin("Emptied the field in all of them, seen before and after.");
        hand.press(F);
        hand.click("fix-kind");
        for (int kind = 0; kind < 6; kind++) {
            hand.press(UP);
        }
        hand.press(ENTER);
        guide.compare("rows to fix", "fix-ok", odd(batch));
        guide.picture("fix");
        hand.click("fix-ok");
        guide.compare("rows that are left of the class", "facts", odd(batch));
        hand.click("filter-clear");
    }

    private LongSupplier odd(String batch) {
        return guide.tally(Tally.ODD_PHONES, batch);
    }
}
