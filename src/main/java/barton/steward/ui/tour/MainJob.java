package barton.steward.ui.tour;

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

import barton.steward.model.Table;
import barton.steward.model.Tally;
import barton.steward.service.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/// The main job of a steward, from the first start to the run in the validation log, with the sample batch.
final class MainJob extends Chapter {
    private static final String SEARCHED = "hotel";

    private final Path files;

    /// @param files a folder for files to import and to export
    MainJob(Hand hand, Camera camera, Diary diary, Desk desk, Path files) {
        super(hand, camera, diary, desk);
        this.files = files;
    }

    void run() {
        firstStart();
        String batch = loadSample();
        fillStates(batch);
        lookThrough(batch);
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
    }

    private void firstStart() {
        diary.begin("Opened the window on an empty database.");
        picture("first-start");
    }

    private String loadSample() {
        diary.begin("Loaded the sample batch.");
        hand.click("offer-sample");
        String batch = desk.daos().intake().batches().getFirst().batch();
        compare("rows of the batch in intake", "facts", tally(Tally.IN_BATCH, batch));
        picture("intake-new");
        return batch;
    }

    private void fillStates(String batch) {
        diary.begin("Selected every row of " + batch + " and filled in the abbreviations of the states.");
        hand.press(CONTROL, A);
        compare("rows selected", "selected", tally(Tally.IN_BATCH, batch));
        hand.click("fill");
        compare("rows to fill", "confirm-ok", tally(Tally.WITHOUT_STATE, batch));
        hand.click("confirm-ok");
    }

    private void lookThrough(String batch) {
        diary.begin("Opened the first record of " + batch + ".");
        hand.press(CONTROL, DIGIT2);
        hand.press(HOME);
        hand.press(ENTER);
        picture("record");
        hand.press(ESCAPE);
    }

    private void validate(String batch) {
        diary.begin("Selected every row of " + batch + " and marked it validated.");
        hand.press(CONTROL, DIGIT2);
        hand.press(CONTROL, A);
        compare("rows selected", "selected", tally(Tally.IN_BATCH, batch));
        hand.press(V);
        compare("rows to validate", "confirm-ok", tally(Tally.NOT_VALIDATED, batch));
        picture("validate");
        hand.click("confirm-ok");
        compare("rows validated", "facts", tally(Tally.VALIDATED, batch));
    }

    private void reject(String batch) {
        diary.begin("Searched for “" + SEARCHED + "” and rejected what was found with a note.");
        hand.press(SLASH);
        hand.type(SEARCHED);
        LongSupplier found = tally(Tally.CONTAINING, batch, SEARCHED);
        compare("rows found", "facts", found);
        hand.press(ENTER);
        hand.press(CONTROL, DIGIT2);
        hand.press(CONTROL, A);
        compare("rows selected", "selected", found);
        hand.press(R);
        hand.type("Closed, says the owner.");
        hand.click("ask-ok");
        compare("rows to reject", "confirm-ok", found);
        hand.click("confirm-ok");
        picture("intake");
        hand.press(SLASH);
        hand.press(ESCAPE);
    }

    private void overview(String batch, String picture) {
        diary.begin("Looked at the overview.");
        hand.click("nav-OVERVIEW");
        compare("rows in intake", "overview-intake", rows(Table.INTAKE));
        compare("rows not validated", "overview-not-validated", tally(Tally.TO_VALIDATE));
        compare("companies in master", "overview-master", rows(Table.MASTER));
        compare("slots", "overview-slots", rows(Table.SLOTS));
        compare("runs", "overview-runs", rows(Table.LOG));
        compare("imported", "batch-" + batch + "-imported", tally(Tally.IN_BATCH, batch));
        compare("validated", "batch-" + batch + "-validated", tally(Tally.VALIDATED, batch));
        compare("failed", "batch-" + batch + "-failed", tally(Tally.FAILED, batch));
        compare("promoted", "batch-" + batch + "-promoted", tally(Tally.PROMOTED, batch));
        picture(picture);
    }

    private String promote(String batch) {
        diary.begin("Opened the preview of promoting " + batch + ".");
        hand.click("batch-" + batch + "-promote");
        compare("to be promoted", "promotion-promotable", tally(Tally.PROMOTABLE, batch));
        compare("in master already", "promotion-promoted", tally(Tally.PROMOTED, batch));
        compare("held by another source", "promotion-held", tally(Tally.HELD, batch));
        compare("not validated", "promotion-not-validated", tally(Tally.NOT_VALIDATED, batch));
        compare("named on the button", "promotion-confirm", tally(Tally.PROMOTABLE, batch));
        compare("enrichments to take along", "promotion-enrichment", tally(Tally.ENRICHED, batch));
        hand.click("promotion-enrichment");
        picture("promotion-preview");
        diary.begin("Promoted the batch.");
        hand.click("promotion-confirm");
        String run = desk.daos().log().latest(1).getFirst().run();
        compare("companies promoted", "promotion-outcome-head", tally(Tally.PASSED_BY_RUN, run));
        compare("sidecars made", "promotion-outcome-sidecars", rows(Table.COMPANY_SIDECARS));
        compare("new companies in master", "promotion-new-rows", tally(Tally.MADE_BY_RUN, run));
        picture("promotion-outcome");
        return run;
    }

    private void newCompanies(String run) {
        diary.begin("Opened the new companies in master.");
        hand.click("promotion-new-rows");
        compare("companies shown", "facts", tally(Tally.MADE_BY_RUN, run));
        picture("master");
    }

    private void enrich(String batch) {
        diary.begin("Let an enrichment service write people and sidecars beside the window.");
        desk.daos().enrichment().enrich(batch);
    }

    private void everyView() {
        for (Table table : List.of(Table.PEOPLE_INTAKE, Table.SLOTS, Table.PEOPLE, Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS,
                Table.LOG)) {
            diary.begin("Opened " + table.qualifiedName() + ".");
            hand.click("nav-" + table);
            compare("rows shown", "facts", rows(table));
            picture(table.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    private void importFile() {
        diary.begin("Imported a CSV file with a row that has too few cells and a year that is none.");
        Path file = files.resolve("companies.csv");
        write(file, """
                Company,# Employees,Industry,Website,Company City,Company State,Founded Year
                Tygart Valley Print,12,printing,https://tygartprint.example,Elkins,West Virginia,1974
                Blackwater Outfitters,about 30,retail,https://blackwater.example,Davis,West Virginia,2013 (1888)
                Laurelton Ridge Mining Corp,80,mining,www.laureltonridgemining.example,Wheeling,West Virginia,1961
                Seneca Rope Works,7,sporting goods
                """);
        hand.press(CONTROL, I);
        hand.type(file.toString());
        hand.press(ENTER);
        picture("import");
        hand.click("import-start");
        picture("import-report");
        String batch = desk.daos().intake().batches().getFirst().batch();
        compare("rows taken", "import-taken", tally(Tally.IN_BATCH, batch));
        hand.click("import-show");
        compare("rows of the batch in intake", "facts", tally(Tally.IN_BATCH, batch));
    }

    private void takeBack(String run) {
        diary.begin("Took the promotion back, but for companies on which something depends.");
        hand.click("nav-LOG");
        hand.press(SLASH);
        hand.type(run);
        hand.press(ENTER);
        hand.click("nav-LOG");
        hand.press(HOME);
        hand.click("takeback");
        compare("companies to take back", "takeback-confirm", tally(Tally.FREE_OF_RUN, run));
        picture("take-back");
        hand.click("takeback-confirm");
        hand.press(SLASH);
        hand.press(ESCAPE);
        compare("runs", "facts", rows(Table.LOG));
        picture("log-taken-back");
        hand.click("nav-MASTER");
        compare("companies that stay in master", "facts", rows(Table.MASTER));
    }

    private void promotePeople(String batch) {
        diary.begin("Let rules judge the people of " + batch + ".");
        hand.click("nav-PEOPLE_INTAKE");
        compare("people in intake", "facts", rows(Table.PEOPLE_INTAKE));
        hand.press(HOME);
        hand.press(SHIFT, V);
        hand.click("runrules-ok");
        hand.press(HOME);
        hand.press(ENTER);
        picture("people-judged");
        hand.press(ESCAPE);
        diary.begin("Promoted the people, each into the default slot of the company.");
        hand.press(P);
        compare("to be promoted", "promotion-promotable", tally(Tally.PEOPLE_PROMOTABLE, batch));
        compare("not validated", "promotion-not-validated", tally(Tally.PEOPLE_NOT_VALIDATED, batch));
        picture("people-promotion");
        hand.click("promotion-confirm");
        String run = desk.daos().log().latest(1).getFirst().run();
        compare("people promoted", "promotion-outcome-head", tally(Tally.PASSED_BY_RUN, run));
        hand.click("promotion-new-rows");
        compare("people shown", "facts", tally(Tally.MADE_BY_RUN, run));
        hand.click("filter-clear");
        takePeopleBack(run);
    }

    private void takePeopleBack(String run) {
        diary.begin("Took the promotion of the people back.");
        hand.click("nav-LOG");
        hand.press(HOME);
        hand.click("takeback");
        compare("people to take back", "takeback-confirm", tally(Tally.MADE_BY_RUN, run));
        picture("take-people-back");
        hand.click("takeback-confirm");
        hand.click("nav-PEOPLE");
        compare("people that stay in master", "facts", rows(Table.PEOPLE));
    }

    private void fail() {
        diary.begin("Tried to import a file that is not there.");
        hand.press(CONTROL, I);
        hand.type(files.resolve("missing.csv").toString());
        hand.press(ENTER);
        picture("error");
        hand.press(ESCAPE);
    }

    private void export() {
        diary.begin("Exported what the filter shows.");
        Path file = files.resolve("export.csv");
        hand.click("nav-MASTER");
        hand.press(CONTROL, E);
        hand.type(file.toString());
        picture("export");
        hand.click("export-start");
        compare("rows saved", "export-done", rows(Table.MASTER));
        hand.click("export-close");
    }

    private void commands() {
        diary.begin("Opened the command palette and the list of keys.");
        hand.click("nav-INTAKE");
        hand.press(CONTROL, K);
        hand.type("promote");
        picture("palette");
        hand.press(ESCAPE);
        hand.press(F1);
        picture("keys");
        hand.press(ESCAPE);
    }
}
