package barton.steward.tour;

import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.U;

import java.nio.file.Path;

/// What is looked at after a file came in, and the file that comes later and knows more.
final class FilesJob extends Scenario {
    private final Path files;

    FilesJob(Scenario before, Path files) {
        super(before);
        this.files = files;
    }

    /// @param batch of the file, in sight
    void run(String batch) {
        log.begin("Looked what is in the columns of " + batch + ", and which spellings are of one thing.");
        robot.press(HOME);
        robot.press(SHIFT, P);
        compare("rows looked through", "profile-compared", count(IndependentCount.IN_BATCH, batch));
        picture("profile");
        robot.press(ESCAPE);
        robot.press(SHIFT, F);
        picture("spellings");
        robot.press(ESCAPE);
        update(batch);
        recipes();
    }

    private void update(String batch) {
        log.begin("Updated the batch from a file that knows the phones of its companies.");
        Path file = files.resolve("phones.csv");
        write(file, """
                Website,Company,Company Phone
                tygartprint.example,Tygart Valley Print,+1 304 555 0171
                blackwater.example,Blackwater Outfitters Inc,+1 304 555 0172
                laureltonridgemining.example,Laurelton Ridge Mining Corp,+1 304 555 0173
                cheatposters.example,Cheat River Posters,+1 304 555 0174
                newcomer.example,Newcomer,+1 304 555 0175
                """);
        robot.press(SHIFT, U);
        robot.type(file.toString());
        robot.press(ENTER);
        picture("update-file");
        robot.click("import-start");
        compare("records to update", "update-ok", count(IndependentCount.OF_OWN_WEBSITE, batch));
        picture("update");
        robot.click("update-ok");
    }

    private void recipes() {
        log.begin("Opened the recipes of the batch.");
        robot.press(HOME);
        robot.press(SHIFT, B);
        robot.press(SHIFT, R);
        picture("recipes");
        robot.press(ESCAPE);
        robot.click("nav-INTAKE");
    }
}
