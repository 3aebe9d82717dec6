package barton.steward.tour;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT2;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.HOME;
import static javafx.scene.input.KeyCode.I;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.SLASH;
import static javafx.scene.input.KeyCode.V;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.db.Database;
import barton.steward.service.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/// The main job of a steward, from the first start to the run in the validation log, with the sample batch.
final class MainJob extends Scenario {
    private static final String SEARCHED = "hotel";

    private final Path files;

    /// @param files a folder for files to import and to export
    MainJob(UiRobot robot, Camera camera, TourLog log, Session session, Database database, Path files) {
        super(robot, camera, log, session, database);
        this.files = files;
    }

    void run() {
        firstStart();
        String batch = loadSample();
        lookThrough(batch);
        new DeskJob(this).review();
        new RulesJob(this).run(batch);
        new EnrichmentJob(this, files).run(batch);
        validate(batch);
        reject(batch);
        overview(batch, "overview-validated");
        String run = promote(batch);
        newCompanies(run);
        enrich(batch);
        everyView();
        new PeopleJob(this, files).run();
        importFile();
        new MatchesJob(this).run();
        fail();
        export();
        overview(batch, "overview");
        takeBack(run);
        promotePeople(batch);
        commands();
        new DeskJob(this).run(batch);
    }

    private void firstStart() {
        log.begin("Opened the window on an empty database.");
        picture("first-start");
    }

    private String loadSample() {
        log.begin("Loaded the sample batch.");
        robot.click("offer-sample");
        String batch = session.review().batchIds(Entity.COMPANY).getFirst();
        compare("rows of the batch in intake", "facts", count(IndependentCount.IN_BATCH, batch));
        picture("intake-new");
        return batch;
    }

    private void lookThrough(String batch) {
        log.begin("Opened the first record of " + batch + ".");
        robot.press(CONTROL, DIGIT2);
        robot.press(HOME);
        robot.press(ENTER);
        picture("record");
        robot.press(ESCAPE);
    }

    private void validate(String batch) {
        log.begin("Selected every row of " + batch + " and marked it validated.");
        robot.press(CONTROL, DIGIT2);
        robot.press(CONTROL, A);
        compare("rows selected", "selected", count(IndependentCount.IN_BATCH, batch));
        robot.press(V);
        compare("rows to validate", "confirm-ok", count(IndependentCount.NOT_VALIDATED, batch));
        picture("validate");
        robot.click("confirm-ok");
        compare("rows validated", "facts", count(IndependentCount.VALIDATED, batch));
    }

    private void reject(String batch) {
        log.begin("Searched for “" + SEARCHED + "” and rejected what was found with a note.");
        robot.press(SLASH);
        robot.type(SEARCHED);
        LongSupplier found = count(IndependentCount.CONTAINING, batch, SEARCHED);
        compare("rows found", "facts", found);
        robot.press(ENTER);
        robot.press(CONTROL, DIGIT2);
        robot.press(CONTROL, A);
        compare("rows selected", "selected", found);
        robot.press(R);
        robot.type("Closed, says the owner.");
        robot.click("ask-ok");
        compare("rows to reject", "confirm-ok", found);
        robot.click("confirm-ok");
        picture("intake");
        robot.press(SLASH);
        robot.press(ESCAPE);
    }

    private void overview(String batch, String picture) {
        log.begin("Looked at the overview.");
        robot.click("nav-OVERVIEW");
        compare("rows in intake", "overview-intake", rows(Table.INTAKE));
        compare("rows not validated", "overview-not-validated", count(IndependentCount.TO_VALIDATE));
        compare("companies in master", "overview-master", rows(Table.MASTER));
        compare("slots", "overview-slots", rows(Table.SLOTS));
        compare("runs", "overview-runs", rows(Table.LOG));
        compare("imported", "batch-" + batch + "-imported", count(IndependentCount.IN_BATCH, batch));
        compare("validated", "batch-" + batch + "-validated", count(IndependentCount.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", count(IndependentCount.FAILED, batch));
        compare("promoted", "batch-" + batch + "-promoted", count(IndependentCount.PROMOTED, batch));
        picture(picture);
    }

    private String promote(String batch) {
        log.begin("Opened the preview of promoting " + batch + ".");
        robot.scrollTo("batch-" + batch + "-promote");
        robot.click("batch-" + batch + "-promote");
        compare("to be promoted", "promotion-promotable", count(IndependentCount.PROMOTABLE, batch));
        compare("in master already", "promotion-promoted", count(IndependentCount.PROMOTED, batch));
        compare("held by another source", "promotion-held", count(IndependentCount.HELD, batch));
        compare("not validated", "promotion-not-validated", count(IndependentCount.NOT_VALIDATED, batch));
        compare("named on the button", "promotion-confirm", count(IndependentCount.PROMOTABLE, batch));
        compare("enrichments to take along", "promotion-enrichment", count(IndependentCount.ENRICHED, batch));
        robot.click("promotion-enrichment");
        picture("promotion-preview");
        log.begin("Promoted the batch.");
        robot.click("promotion-confirm");
        String run = session.history().runs(1).getFirst().run();
        compare("companies promoted", "promotion-outcome-head", count(IndependentCount.PASSED_BY_RUN, run));
        compare("sidecars made", "promotion-outcome-sidecars", rows(Table.COMPANY_SIDECARS));
        compare("new companies in master", "promotion-new-rows", count(IndependentCount.MADE_BY_RUN, run));
        picture("promotion-outcome");
        return run;
    }

    private void newCompanies(String run) {
        log.begin("Opened the new companies in master.");
        robot.click("promotion-new-rows");
        compare("companies shown", "facts", count(IndependentCount.MADE_BY_RUN, run));
        picture("master");
    }

    private void enrich(String batch) {
        log.begin("Let an enrichment service write people and sidecars beside the window.");
        new DemoEnrichment(database).enrich(batch);
    }

    private void everyView() {
        for (Table table : List.of(Table.PEOPLE_INTAKE, Table.SLOTS, Table.PEOPLE, Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS,
                Table.LOG)) {
            log.begin("Opened " + table.qualifiedName() + ".");
            robot.click("nav-" + table);
            compare("rows shown", "facts", rows(table));
            picture(table.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    private void importFile() {
        log.begin("Imported a CSV file with a row that has too few cells and a year that is none.");
        Path file = files.resolve("companies.csv");
        write(file, """
                Company,# Employees,Industry,Website,Company City,Company State,Founded Year
                Tygart Valley Print,12,printing,https://tygartprint.example,Elkins,West Virginia,1974
                Blackwater Outfitters,a few dozen,retail,https://blackwater.example,Davis,West Virginia,2013 (1888)
                Laurelton Ridge Mining Corp,80,mining,www.laureltonridgemining.example,Wheeling,West Virginia,1961
                Cheat River Posters,9,Printing,https://cheatposters.example,Rowlesburg,West Virginia,1990
                Seneca Rope Works,7,sporting goods
                """);
        robot.press(CONTROL, I);
        robot.type(file.toString());
        robot.press(ENTER);
        picture("import");
        robot.click("import-profile");
        picture("import-profile");
        robot.press(ESCAPE);
        robot.click("import-start");
        picture("import-report");
        String batch = session.review().batchIds(Entity.COMPANY).getFirst();
        compare("rows taken", "import-taken", count(IndependentCount.IN_BATCH, batch));
        robot.click("import-show");
        compare("rows of the batch in intake", "facts", count(IndependentCount.IN_BATCH, batch));
        new FilesJob(this, files).run(batch);
    }

    private void takeBack(String run) {
        log.begin("Took the promotion back, but for companies on which something depends.");
        robot.click("nav-LOG");
        robot.press(SLASH);
        robot.type(run);
        robot.press(ENTER);
        robot.click("nav-LOG");
        robot.press(HOME);
        robot.click("takeback");
        compare("companies to take back", "takeback-confirm", count(IndependentCount.FREE_OF_RUN, run));
        picture("take-back");
        robot.click("takeback-confirm");
        robot.press(SLASH);
        robot.press(ESCAPE);
        compare("runs", "facts", rows(Table.LOG));
        picture("log-taken-back");
        robot.click("nav-MASTER");
        compare("companies that stay in master", "facts", rows(Table.MASTER));
    }

    private void promotePeople(String batch) {
        log.begin("Let rules judge the people of " + batch + ".");
        robot.click("nav-PEOPLE_INTAKE");
        compare("people in intake", "facts", rows(Table.PEOPLE_INTAKE));
        robot.press(HOME);
        robot.press(SHIFT, V);
        robot.click("runrules-ok");
        robot.press(HOME);
        robot.press(ENTER);
        picture("people-checked");
        robot.press(ESCAPE);
        log.begin("Promoted the people, each into the default slot of the company.");
        robot.press(P);
        compare("to be promoted", "promotion-promotable", count(IndependentCount.PEOPLE_PROMOTABLE, batch));
        compare("not validated", "promotion-not-validated", count(IndependentCount.PEOPLE_NOT_VALIDATED, batch));
        picture("people-promotion");
        robot.click("promotion-confirm");
        String run = session.history().runs(1).getFirst().run();
        compare("people promoted", "promotion-outcome-head", count(IndependentCount.PASSED_BY_RUN, run));
        robot.click("promotion-new-rows");
        compare("people shown", "facts", count(IndependentCount.MADE_BY_RUN, run));
        robot.click("filter-clear");
        takePeopleBack(run);
    }

    private void takePeopleBack(String run) {
        log.begin("Took the promotion of the people back.");
        robot.click("nav-LOG");
        robot.press(HOME);
        robot.click("takeback");
        compare("people to take back", "takeback-confirm", count(IndependentCount.MADE_BY_RUN, run));
        picture("take-people-back");
        robot.click("takeback-confirm");
        robot.click("nav-PEOPLE");
        compare("people that stay in master", "facts", rows(Table.PEOPLE));
    }

    private void fail() {
        log.begin("Tried to import a file that is not there.");
        robot.press(CONTROL, I);
        robot.type(files.resolve("missing.csv").toString());
        robot.press(ENTER);
        picture("error");
        robot.press(ESCAPE);
    }

    private void export() {
        log.begin("Exported what the filter shows.");
        Path file = files.resolve("export.csv");
        robot.click("nav-MASTER");
        robot.press(CONTROL, E);
        robot.type(file.toString());
        picture("export");
        robot.click("export-start");
        compare("rows saved", "export-done", rows(Table.MASTER));
        robot.click("export-close");
    }

    private void commands() {
        log.begin("Opened the command palette and the list of keys.");
        robot.click("nav-INTAKE");
        robot.press(CONTROL, K);
        robot.type("promote");
        picture("palette");
        robot.press(ESCAPE);
        robot.press(F1);
        picture("keys");
        robot.press(ESCAPE);
    }
}
