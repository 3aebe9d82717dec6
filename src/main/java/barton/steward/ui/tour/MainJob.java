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
import static javafx.scene.input.KeyCode.R;
import static javafx.scene.input.KeyCode.SLASH;
import static javafx.scene.input.KeyCode.V;

import barton.steward.model.Table;
import barton.steward.model.Tally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/// The main job of a steward, from the first start to the run in the validation log, with the sample batch.
final class MainJob {
    private static final String SEARCHED = "hotel";

    private final Guide guide;
    private final Hand hand;
    private final Path files;

    /// @param files a folder for files to import and to export
    MainJob(Guide guide, Path files) {
        this.guide = guide;
        this.hand = guide.hand();
        this.files = files;
    }

    void run() {
        firstStart();
        String batch = loadSample();
        fillStates(batch);
        lookThrough(batch);
        new RulesJob(guide).run(batch);
        validate(batch);
        reject(batch);
        overview(batch, "overview-validated");
        String run = promote(batch);
        newCompanies(run);
        enrich(batch);
        everyView();
        importFile();
        new MatchesJob(guide).run();
        fail();
        export();
        overview(batch, "overview");
        takeBack(run);
        commands();
    }

    private void firstStart() {
        guide.begin("Opened the window on an empty database.");
        guide.picture("first-start");
    }

    private String loadSample() {
        guide.begin("Loaded the sample batch.");
        hand.click("offer-sample");
        String batch = guide.desk().daos().intake().batches().getFirst().batch();
        guide.compare("rows of the batch in intake", "facts", guide.tally(Tally.IN_BATCH, batch));
        guide.picture("intake-new");
        return batch;
    }

    private void fillStates(String batch) {
        guide.begin("Selected every row of " + batch + " and filled in the abbreviations of the states.");
        hand.press(CONTROL, A);
        guide.compare("rows selected", "selected", guide.tally(Tally.IN_BATCH, batch));
        hand.click("fill");
        guide.compare("rows to fill", "confirm-ok", guide.tally(Tally.WITHOUT_STATE, batch));
        hand.click("confirm-ok");
    }

    private void lookThrough(String batch) {
        guide.begin("Opened the first record of " + batch + ".");
        hand.press(CONTROL, DIGIT2);
        hand.press(HOME);
        hand.press(ENTER);
        guide.picture("record");
        hand.press(ESCAPE);
    }

    private void validate(String batch) {
        guide.begin("Selected every row of " + batch + " and marked it validated.");
        hand.press(CONTROL, DIGIT2);
        hand.press(CONTROL, A);
        guide.compare("rows selected", "selected", guide.tally(Tally.IN_BATCH, batch));
        hand.press(V);
        guide.compare("rows to validate", "confirm-ok", guide.tally(Tally.NOT_VALIDATED, batch));
        guide.picture("validate");
        hand.click("confirm-ok");
        guide.compare("rows validated", "facts", guide.tally(Tally.VALIDATED, batch));
    }

    private void reject(String batch) {
        guide.begin("Searched for “" + SEARCHED + "” and rejected what was found with a note.");
        hand.press(SLASH);
        hand.type(SEARCHED);
        LongSupplier found = guide.tally(Tally.CONTAINING, batch, SEARCHED);
        guide.compare("rows found", "facts", found);
        hand.press(ENTER);
        hand.press(CONTROL, DIGIT2);
        hand.press(CONTROL, A);
        guide.compare("rows selected", "selected", found);
        hand.press(R);
        hand.type("Closed, says the owner.");
        hand.click("ask-ok");
        guide.compare("rows to reject", "confirm-ok", found);
        hand.click("confirm-ok");
        guide.picture("intake");
        hand.press(SLASH);
        hand.press(ESCAPE);
    }

    private void overview(String batch, String picture) {
        guide.begin("Looked at the overview.");
        hand.click("nav-OVERVIEW");
        guide.compare("rows in intake", "overview-intake", guide.rows(Table.INTAKE));
        guide.compare("rows not validated", "overview-not-validated", guide.tally(Tally.TO_VALIDATE));
        guide.compare("companies in master", "overview-master", guide.rows(Table.MASTER));
        guide.compare("slots", "overview-slots", guide.rows(Table.SLOTS));
        guide.compare("runs", "overview-runs", guide.rows(Table.LOG));
        guide.compare("imported", "batch-" + batch + "-imported", guide.tally(Tally.IN_BATCH, batch));
        guide.compare("validated", "batch-" + batch + "-validated", guide.tally(Tally.VALIDATED, batch));
        guide.compare("failed", "batch-" + batch + "-failed", guide.tally(Tally.FAILED, batch));
        guide.compare("promoted", "batch-" + batch + "-promoted", guide.tally(Tally.PROMOTED, batch));
        guide.picture(picture);
    }

    private String promote(String batch) {
        guide.begin("Opened the preview of promoting " + batch + ".");
        hand.click("batch-" + batch + "-promote");
        guide.compare("to be promoted", "promotion-promotable", guide.tally(Tally.PROMOTABLE, batch));
        guide.compare("in master already", "promotion-promoted", guide.tally(Tally.PROMOTED, batch));
        guide.compare("held by another source", "promotion-held", guide.tally(Tally.HELD, batch));
        guide.compare("not validated", "promotion-not-validated", guide.tally(Tally.NOT_VALIDATED, batch));
        guide.compare("named on the button", "promotion-confirm", guide.tally(Tally.PROMOTABLE, batch));
        guide.picture("promotion-preview");
        guide.begin("Promoted the batch.");
        hand.click("promotion-confirm");
        String run = guide.desk().daos().log().latest(1).getFirst().run();
        guide.compare("companies promoted", "promotion-outcome-head", guide.tally(Tally.PASSED_BY_RUN, run));
        guide.compare("new companies in master", "promotion-new-rows", guide.tally(Tally.MADE_BY_RUN, run));
        guide.picture("promotion-outcome");
        return run;
    }

    private void newCompanies(String run) {
        guide.begin("Opened the new companies in master.");
        hand.click("promotion-new-rows");
        guide.compare("companies shown", "facts", guide.tally(Tally.MADE_BY_RUN, run));
        guide.picture("master");
    }

    private void enrich(String batch) {
        guide.begin("Let an enrichment service write people and sidecars beside the window.");
        guide.desk().daos().enrichment().enrich(batch);
    }

    private void everyView() {
        for (Table table : List.of(Table.SLOTS, Table.PEOPLE, Table.COMPANY_SIDECARS, Table.PEOPLE_SIDECARS, Table.LOG)) {
            guide.begin("Opened " + table.qualifiedName() + ".");
            hand.click("nav-" + table);
            guide.compare("rows shown", "facts", guide.rows(table));
            guide.picture(table.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    private void importFile() {
        guide.begin("Imported a CSV file with a row that has too few cells and a year that is none.");
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
        guide.picture("import");
        hand.click("import-start");
        guide.picture("import-report");
        String batch = guide.desk().daos().intake().batches().getFirst().batch();
        guide.compare("rows taken", "import-taken", guide.tally(Tally.IN_BATCH, batch));
        hand.click("import-show");
        guide.compare("rows of the batch in intake", "facts", guide.tally(Tally.IN_BATCH, batch));
    }

    private void takeBack(String run) {
        guide.begin("Took the promotion back, but for companies on which something depends.");
        hand.click("nav-LOG");
        hand.press(SLASH);
        hand.type(run);
        hand.press(ENTER);
        hand.click("nav-LOG");
        hand.press(HOME);
        hand.click("takeback");
        guide.compare("companies to take back", "takeback-confirm", guide.tally(Tally.FREE_OF_RUN, run));
        guide.picture("take-back");
        hand.click("takeback-confirm");
        hand.press(SLASH);
        hand.press(ESCAPE);
        guide.compare("runs", "facts", guide.rows(Table.LOG));
        guide.picture("log-taken-back");
        hand.click("nav-MASTER");
        guide.compare("companies that stay in master", "facts", guide.rows(Table.MASTER));
    }

    private void fail() {
        guide.begin("Tried to import a file that is not there.");
        hand.press(CONTROL, I);
        hand.type(files.resolve("missing.csv").toString());
        hand.press(ENTER);
        guide.picture("error");
        hand.press(ESCAPE);
    }

    private void export() {
        guide.begin("Exported what the filter shows.");
        Path file = files.resolve("export.csv");
        hand.click("nav-MASTER");
        hand.press(CONTROL, E);
        hand.type(file.toString());
        guide.picture("export");
        hand.click("export-start");
        guide.compare("rows saved", "export-done", guide.rows(Table.MASTER));
        hand.click("export-close");
    }

    private void commands() {
        guide.begin("Opened the command palette and the list of keys.");
        hand.click("nav-INTAKE");
        hand.press(CONTROL, K);
        hand.type("promote");
        guide.picture("palette");
        hand.press(ESCAPE);
        hand.press(F1);
        guide.picture("keys");
        hand.press(ESCAPE);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
