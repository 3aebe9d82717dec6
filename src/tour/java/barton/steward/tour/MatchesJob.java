package barton.steward.tour;

import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.G;
import static javafx.scene.input.KeyCode.H;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.S;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.V;

import barton.steward.catalog.Entity;

/// A company of the batch in sight is in master already, in another spelling; it is found, decided about, and held back.
final class MatchesJob extends Scenario {
    MatchesJob(Scenario before) {
        super(before);
    }

    void run() {
        String batch = session.review().batchIds(Entity.COMPANY).getFirst();
        log.begin("Let the standard rules judge the file.");
        robot.click("nav-INTAKE");
        robot.press(HOME);
        robot.press(SHIFT, V);
        robot.click("runrules-ok");
        log.begin("Looked for companies of the file that master has already, in another spelling.");
        robot.click("nav-MATCHES");
        robot.click("matches-find");
        compare("pairs to decide", "matches-undecided", count(IndependentCount.PAIRS, batch));
        picture("matches");
        log.begin("Hid the score, to decide without it, and looked at pairs in groups, and at those of people.");
        robot.press(H);
        picture("matches-blind");
        robot.press(H);
        robot.press(G);
        picture("matches-groups");
        robot.press(G);
        robot.press(C);
        picture("matches-people");
        robot.press(C);
        log.begin("Decided that the first pair is the same company.");
        robot.press(S);
        compare("pairs to decide", "matches-undecided", count(IndependentCount.PAIRS_UNDECIDED, batch));
        compare("pairs decided", "matches-decided", count(IndependentCount.PAIRS_DECIDED, batch));
        robot.press(F);
        picture("matches-decided");
        log.begin("Looked what that holds back from a promotion.");
        robot.press(P);
        compare("held back by a match", "promotion-matched", count(IndependentCount.HELD_BY_MATCH, batch));
        compare("to be promoted", "promotion-promotable", count(IndependentCount.PROMOTABLE, batch));
        picture("promotion-held");
        robot.press(ESCAPE);
    }
}
