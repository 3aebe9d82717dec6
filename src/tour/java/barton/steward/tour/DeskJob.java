package barton.steward.tour;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.B;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.G;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.N;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.Y;
import static javafx.scene.input.KeyCode.Z;

import barton.steward.catalog.Table;
import java.util.List;

/// The parts of the desk that the main job passes by: where a record comes from and what was done to it, filters, reviewing one by one,
/// clearing and restoring, the charts, taking back and connecting.
final class DeskJob extends Scenario {
    DeskJob(Scenario before) {
        super(before);
    }

    void run(String batch) {
        record();
        filters();
        clearAndRestore(batch);
        story(batch);
        attention();
        charts();
        merge();
        connect();
    }

    private void record() {
        log.begin("Looked at where a company in master comes from, and at what was done to it.");
        robot.click("nav-MASTER");
        robot.press(HOME);
        robot.press(ENTER);
        robot.click("tab-lineage");
        picture("lineage");
        robot.click("tab-history");
        picture("history");
        robot.click("tab-fields");
        robot.press(ESCAPE);
    }

    private void filters() {
        log.begin("Opened the editor of filters.");
        robot.click("nav-INTAKE");
        robot.click("filter-add");
        picture("filter");
        robot.press(ESCAPE);
    }

    /// To be called while there are records that nobody decided about.
    void review() {
        log.begin("Looked at records one by one.");
        robot.click("nav-INTAKE");
        robot.press(HOME);
        robot.press(CONTROL, R);
        picture("review");
        robot.press(R);
        picture("review-reasons");
        robot.press(ESCAPE);
        robot.press(ESCAPE);
    }

    private void story(String batch) {
        log.begin("Read the story of " + batch + " and drew a sample of it.");
        robot.click("nav-OVERVIEW");
        robot.press(CONTROL, B);
        picture("batch");
        robot.press(A);
        picture("audit-plan");
        robot.click("audit-start");
        robot.press(Y);
        robot.press(N);
        picture("audit-card");
        robot.press(ESCAPE);
    }

    private void clearAndRestore(String batch) {
        log.begin("Cleared what was promoted from intake.");
        robot.click("nav-OVERVIEW");
        robot.scrollTo("batch-" + batch + "-promoted");
        robot.click("batch-" + batch + "-promoted");
        robot.press(HOME);
        choose("Clear promoted rows");
        compare("rows to clear", "confirm-ok", count(IndependentCount.PROMOTED, batch));
        picture("clear");
        robot.click("confirm-ok");
        log.begin("Restored it.");
        robot.click("nav-LOG");
        robot.press(HOME);
        robot.click("restore");
        picture("restore");
        robot.click("confirm-ok");
        robot.click("nav-INTAKE");
        robot.click("filter-clear");
        compare("rows in intake", "facts", rows(Table.INTAKE));
    }

    private void attention() {
        log.begin("Looked at what wants attention, and at the limits by which it does.");
        robot.click("nav-OVERVIEW");
        robot.scrollTo("overview-attention");
        picture("attention");
        robot.click("overview-limits");
        picture("limits");
        robot.press(ESCAPE);
    }

    private void merge() {
        log.begin("Looked how two companies would become one, and two people.");
        for (Table table : List.of(Table.MASTER, Table.PEOPLE)) {
            robot.click("nav-" + table);
            robot.press(HOME);
            robot.press(SPACE);
            robot.press(DOWN);
            robot.press(SPACE);
            robot.press(G);
            picture("merge-" + table.entity().orElseThrow().plural());
            robot.press(ESCAPE);
        }
    }

    private void charts() {
        log.begin("Looked at the charts of the overview.");
        robot.click("nav-OVERVIEW");
        robot.scrollTo("overview-quality");
        picture("overview-charts");
        robot.scrollTo("overview-pace-COMPANY");
        picture("overview-lower");
        robot.click("nav-INTAKE");
        robot.press(CONTROL, Z);
        picture("undo");
        robot.press(ESCAPE);
    }

    private void connect() {
        log.begin("Opened the form that leads to another database.");
        choose("Connect to another");
        picture("connect");
        robot.press(ESCAPE);
    }

    private void choose(String command) {
        robot.press(CONTROL, K);
        robot.type(command);
        robot.press(ENTER);
    }
}
