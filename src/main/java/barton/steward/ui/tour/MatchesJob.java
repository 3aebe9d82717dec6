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
final class MatchesJob {
    private final Guide guide;
    private final Hand hand;

    MatchesJob(Guide guide) {
        this.guide = guide;
        this.hand = guide.hand();
    }

    void run() {
        String batch = guide.desk().daos().intake().batches().getFirst().batch();
        guide.begin("Let the standard rules judge the file.");
        hand.click("nav-INTAKE");
        hand.press(HOME);
        hand.press(SHIFT, V);
        hand.click("runrules-ok");
        guide.begin("Looked for companies of the file that master has already, in another spelling.");
        hand.click("nav-MATCHES");
        hand.click("matches-find");
        guide.compare("pairs to decide", "matches-undecided", guide.tally(Tally.PAIRS, batch));
        guide.picture("matches");
        guide.begin("Decided that the first pair is the same company.");
        hand.press(S);
        guide.compare("pairs to decide", "matches-undecided", guide.tally(Tally.PAIRS_UNDECIDED, batch));
        guide.compare("pairs decided", "matches-decided", guide.tally(Tally.PAIRS_DECIDED, batch));
        hand.press(F);
        guide.picture("matches-decided");
        guide.begin("Looked what that holds back from a promotion.");
        hand.press(P);
        guide.compare("held back by a match", "promotion-matched", guide.tally(Tally.HELD_BY_MATCH, batch));
        guide.compare("to be promoted", "promotion-promotable", guide.tally(Tally.PROMOTABLE, batch));
        guide.picture("promotion-held");
        hand.press(ESCAPE);
    }
}
