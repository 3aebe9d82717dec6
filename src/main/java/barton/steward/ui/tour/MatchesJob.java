package barton.steward.ui.tour;

import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.V;

import barton.steward.model.Tally;

/// A company of the batch in sight is in master already, in another spelling; it is found, decided about, and held back.
final class MatchesJob extends Chapter {
    MatchesJob(Chapter before) {
        super(before);
    }

    void run() {
        String batch = desk.daos().intake().batches().getFirst().batch();
        diary.begin("Let the standard rules judge the file.");
        hand.click("nav-INTAKE");
        hand.press(HOME);
        hand.press(SHIFT, V);
        hand.click("runrules-ok");
        diary.begin("Looked for companies of the file that master has already, in another spelling.");
        hand.click("nav-MATCHES");
        hand.click("matches-find");
        compare("pairs to decide", "matches-undecided", tally(Tally.PAIRS, batch));
        picture("matches");
        diary.begin("Decided that the first pair is the same company.");
        hand.press(S);
        compare("pairs to decide", "matches-undecided", tally(Tally.PAIRS_UNDECIDED, batch));
        compare("pairs decided", "matches-decided", tally(Tally.PAIRS_DECIDED, batch));
        hand.press(F);
        picture("matches-decided");
        diary.begin("Looked what that holds back from a promotion.");
        hand.press(P);
        compare("held back by a match", "promotion-matched", tally(Tally.HELD_BY_MATCH, batch));
        compare("to be promoted", "promotion-promotable", tally(Tally.PROMOTABLE, batch));
        picture("promotion-held");
        hand.press(ESCAPE);
    }
}
