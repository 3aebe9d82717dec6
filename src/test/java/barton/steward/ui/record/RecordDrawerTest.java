package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.IntakeFields;
import barton.steward.model.Row;
import barton.steward.model.Table;
import barton.steward.support.SampleDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDrawerTest {
    private DataSource database;
    private RecordViewModel model;
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SampleDesk.worked(20);
        bench = TestBench.show(SampleDesk.over(database), 900, 800, b -> {
            model = new RecordViewModel(b.desk(), b.tasks());
            return new RecordDrawer(b, model, () -> { });
        });
        open(7);
    }

    @Test
    void aCompanyLeadsToItsSidecarAndToAFurtherSlot() {
        String company = TestDatabases.ask(database, "SELECT min(company_unique_id) FROM marketing.company_master");
        bench.run(() -> model.open(Table.MASTER, company));
        bench.click("record-sidecar");
        bench.click("record-addslot");
        assertThat(bench.sidecars).containsExactly("COMPANY_SIDECARS " + company);
        assertThat(bench.slots).containsExactly(company);
    }

    @Test
    void aSlotIsRemovedFromItsRecordAndADefaultSlotIsNot() {
        String slots = "SELECT min(company_slot_unique_id) FROM marketing.company_slots WHERE slot_type = ";
        String division = TestDatabases.ask(database, slots + "'division'");
        bench.run(() -> model.open(Table.SLOTS, division));
        bench.click("record-removeslot");
        bench.click("confirm-ok");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_slots WHERE company_slot_unique_id = '"
                + division + "'")).isEqualTo("0");
        bench.run(() -> model.open(Table.SLOTS, TestDatabases.ask(database, slots + "'default'")));
        bench.click("record-removeslot");
        assertThat(bench.said()).anySatisfy(text -> assertThat(text).startsWith("Nothing to remove"));
    }

    @Test
    void aFieldIsCorrectedInPlace() {
        type("field-website", "https://new.example");
        bench.robot.push(KeyCode.ENTER);
        bench.settle();
        assertThat(website()).isEqualTo("https://new.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company_phone: is no possible phone number", "warning: company_phone: is no possible phone number",
            "note: edited since validation: company_phone from nothing to \"12\""})
    void aClickOnANoteLeadsToItsField(String line) {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validation_notes = '" + line + "' WHERE id = 7");
        open(7);
        bench.robot.clickOn(line);
        bench.settle();
        assertThat(bench.<Boolean>onWindow(() -> bench.find("field-company_phone", TextField.class).isFocused())).isTrue();
    }

    @Test
    void aRecordThatWasEditedSinceItWasValidatedSaysSoAndWhatChanged() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_phone = '12' WHERE id = 4");
        open(4);
        bench.picture("drawer-edited");
        assertThat(bench.text("drawer-record-status")).isEqualTo("edited since validated");
        assertThat(model.notes()).last().extracting(note -> note.field().orElseThrow()).isEqualTo(IntakeFields.COMPANY_PHONE);
    }

    @Test
    void theDrawerSaysWhyARowIsNotInMaster() {
        assertThat(bench.text("drawer-why")).isEqualTo("Not in master: it is not validated.");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_phone = '12' WHERE id = 4");
        open(4);
        assertThat(bench.text("drawer-why")).isEqualTo("Not in master: it was edited since it was validated.");
        open(1);
        assertThat(bench.text("drawer-why")).isEqualTo("In master as " + TestDatabases.ask(database,
                "SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '1'") + ".");
    }

    @Test
    void theDrawerSaysWhyAPersonIsNotInMaster() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, import_batch_id, validated)
                VALUES (9001, 'Ann', 'Lee', 'Nowhere', 'P', true)""");
        bench.run(() -> model.open(Table.PEOPLE_INTAKE, 9001L));
        bench.settle();
        assertThat(bench.text("drawer-why")).isEqualTo("Not in master: its company is not there (company_name: no company of master is"
                + " called exactly “Nowhere”).");
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET company_name = 'Other' WHERE id = 9001");
        bench.run(() -> model.open(Table.PEOPLE_INTAKE, 9001L));
        bench.settle();
        assertThat(bench.text("drawer-why")).isEqualTo("Not in master: it was edited since it was validated.");
    }

    @Test
    void anEmailIsVerifiedByHandInTheDrawer() {
        String person = TestDatabases.ask(database, "SELECT min(unique_id) FROM marketing.people_master WHERE NOT email_verified");
        bench.run(() -> model.open(Table.PEOPLE, person));
        assertThat(bench.sees("drawer-why")).isFalse();
        assertThat(bench.text("drawer-email-state")).isEqualTo("E-mail not verified");
        bench.click("drawer-email-change");
        assertThat(bench.said()).containsExactly("1 e-mail marked verified.");
        bench.run(model::refresh);
        assertThat(bench.text("drawer-email-state")).isEqualTo("E-mail verified");
        assertThat(bench.text("drawer-email-change")).isEqualTo("Not verified");
        assertThat(bench.text("drawer-email-last")).startsWith("Last result, by hand: valid, score 100, ");
    }

    @Test
    void escapeTakesBackWhatWasTyped() {
        type("field-website", "https://new.example");
        bench.robot.push(KeyCode.ESCAPE);
        assertThat(bench.find("field-website", TextField.class).getText()).isEmpty();
    }

    @Test
    void aConflictIsShownPerFieldAndMineCanBeChosen() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        type("field-website", "https://mine.example");
        bench.robot.push(KeyCode.ENTER);
        bench.settle();
        bench.picture("conflict");
        assertThat(bench.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
        assertThat(bench.text("conflict-mine-website")).isEqualTo("https://mine.example");
        bench.click("conflict-mine-website");
        bench.click("conflict-ok");
        assertThat(website()).isEqualTo("https://mine.example");
    }

    @Test
    void quickEditsOfOneRecordFollowEachOther() throws SQLException {
        try (var other = database.getConnection()) {
            lock(other);
            typeAndEnter("field-website", "https://first.example");
            typeAndEnter("field-company_phone", "+1 304 555 9999");
            typeAndEnter("field-website", "https://second.example");
            other.rollback();
        }
        bench.settle();
        assertThat(bench.sees("conflict")).isFalse();
        assertThat(website()).isEqualTo("https://second.example");
        assertThat(TestDatabases.ask(database, "SELECT company_phone FROM intake.company_raw_intake WHERE id = 7"))
                .isEqualTo("+1 304 555 9999");
        assertThat(text("field-website")).isEqualTo("https://second.example");
    }

    @Test
    void leavingTheFieldAfterEnterSavesNoSecondTime() throws SQLException {
        try (var other = database.getConnection()) {
            lock(other);
            typeAndEnter("field-website", "https://new.example");
            bench.onWindow(() -> {
                bench.find("field-company", TextField.class).requestFocus();
                return null;
            });
            other.rollback();
        }
        bench.settle();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("1");
    }

    @Test
    void whereAPromotionRunsTheTextIsKeptAndSavedByEnterAfterwards() throws SQLException {
        try (var promoting = database.getConnection()) {
            promoting.setAutoCommit(false);
            promoting.createStatement().execute("SELECT shq.promote_company_records('20251101-WV-BATCH2', 'ben')");
            typeAndEnter("field-website", "https://new.example");
            bench.settle();
            assertThat(bench.text("problem-website")).startsWith("A promotion is running");
            assertThat(text("field-website")).isEqualTo("https://new.example");
            bench.picture("drawer-promotion");
            promoting.commit();
        }
        enter("field-website");
        bench.settle();
        assertThat(website()).isEqualTo("https://new.example");
        assertThat(bench.sees("problem-website")).isFalse();
    }

    @Test
    void aFieldThatIsOnlyPassedThroughIsLeftAsItIs() {
        String dirty = "E'Acme\\tInc.\\r\\nSecond line\\u0001  '";
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = " + dirty + ", company_city = ' Elk ' WHERE id = 7");
        open(7);
        for (int i = 0; i < 20; i++) {
            bench.robot.push(KeyCode.TAB);
        }
        bench.run(() -> bench.find("field-company", TextInputControl.class).requestFocus());
        bench.run(() -> bench.find("field-company_city", TextInputControl.class).requestFocus());
        bench.run(() -> bench.find("field-website", TextInputControl.class).requestFocus());
        assertThat(TestDatabases.ask(database, "SELECT company = " + dirty + " FROM intake.company_raw_intake WHERE id = 7"))
                .isEqualTo("t");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("0");
    }

    @Test
    void aConflictOfARecordThatIsNotShownAnyMoreIsToldByItsNameAndWhatWasTypedIsKept() throws SQLException {
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
            typeAndEnter("field-website", "https://mine.example");
            showWhileLocked(8);
            other.commit();
        }
        bench.settle();
        assertThat(bench.sees("conflict")).isFalse();
        assertThat(model.record().key()).isEqualTo(8L);
        assertThat(text("field-website")).isEqualTo(bench.onWindow(() -> model.record().text(IntakeFields.WEBSITE)));
        assertThat(bench.said()).singleElement().asString().startsWith("Website of Concord Foods not saved");
        bench.robot.clickOn(".notice-action");
        assertThat(bench.records).containsExactly("INTAKE 7");
        open(7);
        assertThat(text("field-website")).isEqualTo("https://mine.example");
        assertThat(website()).isEqualTo("https://theirs.example");
        enter("field-website");
        bench.settle();
        assertThat(bench.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
    }

    @Test
    void keepingTheirsShowsTheirs() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_city = 'Elkins' WHERE id = 7");
        typeAndEnter("field-website", "https://mine.example");
        bench.settle();
        bench.click("conflict-cancel");
        assertThat(text("field-website")).isEmpty();
        assertThat(text("field-company_city")).isEqualTo("Elkins");
    }

    @Test
    void whatIsBeingTypedOutlivesAReloadAndDoesNotOverwriteTheirs() {
        type("field-website", "mine");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        bench.run(model::refresh);
        assertThat(text("field-website")).isEqualTo("mine");
        enter("field-website");
        bench.settle();
        assertThat(bench.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
    }

    @Test
    void whatIsNoNumberStaysWithTheRecordItWasTypedInto() {
        type("field-num_employees", "many");
        open(8);
        assertThat(bench.sees("problem-num_employees")).isFalse();
        assertThat(bench.said()).singleElement().asString().contains("“many” is not a number.");
        open(7);
        assertThat(text("field-num_employees")).isEqualTo("many");
        assertThat(bench.text("problem-num_employees")).isEqualTo("“many” is not a number.");
        bench.run(() -> bench.find("field-num_employees", TextField.class).requestFocus());
        bench.robot.push(KeyCode.ESCAPE);
        assertThat(bench.sees("problem-num_employees")).isFalse();
    }

    @Test
    void aLongAddressEndsInAnEllipsis() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://a-long-name.example/and/a/long/path/to/it' "
                + "WHERE id = 7");
        open(7);
        bench.picture("drawer-long");
        assertThat(bench.onWindow(() -> bench.find("field-website", TextField.class).getParent().lookupAll(".field-elided .text")))
                .singleElement().extracting(t -> ((Text) t).getText()).asString().startsWith("https://a-long").endsWith("…");
    }

    @Test
    void jsonIsATreeThatCanBeFolded() {
        openSidecar();
        bench.picture("drawer-json");
        assertThat(json()).containsExactly("tech [2]", "1", "\"SAP\"", "2", "\"Salesforce\"", "employees", "10");
        bench.robot.clickOn(".json-fold");
        bench.settle();
        assertThat(json()).containsExactly("tech [2]", "employees", "10");
    }

    @Test
    void jsonIsEditedAsTextAndSavedOnlyWhereItIsValid() {
        openSidecar();
        bench.click("edit-enrichment_payload");
        assertThat(text("field-enrichment_payload").lines()).hasSizeGreaterThan(2).first().isEqualTo("{");
        write("{\"employees\": 12,");
        bench.picture("drawer-json-invalid");
        assertThat(bench.text("problem-enrichment_payload")).startsWith("That is not valid JSON");
        assertThat(payload()).isEqualTo("10");
        assertThat(text("field-enrichment_payload")).isEqualTo("{\"employees\": 12,");
        write("{\"employees\": 12}");
        assertThat(payload()).isEqualTo("12");
        assertThat(json()).containsExactly("employees", "12");
        assertThat(bench.sees("problem-enrichment_payload")).isFalse();
    }

    private void openSidecar() {
        String company = TestDatabases.ask(database, "SELECT company_unique_id FROM marketing.company_sidecar WHERE ein_number = '55-001'");
        bench.run(() -> model.open(Table.COMPANY_SIDECARS, company));
    }

    /// Types JSON in place of what stands there and leaves the field.
    private void write(String json) {
        bench.run(() -> bench.find("field-enrichment_payload", TextInputControl.class).requestFocus());
        bench.run(() -> bench.find("field-enrichment_payload", TextInputControl.class).setText(json));
        bench.run(() -> bench.find("field-enrichment_source", TextInputControl.class).requestFocus());
    }

    private String payload() {
        return TestDatabases.ask(database, "SELECT enrichment_payload ->> 'employees' FROM marketing.company_sidecar "
                + "WHERE ein_number = '55-001'");
    }

    /// What can be seen of the tree, line by line.
    private List<String> json() {
        Parent tree = bench.find("tree-enrichment_payload", Parent.class);
        return bench.onWindow(() -> tree.lookupAll(".json-tree *").stream().filter(TestBench::seen)
                .filter(Labeled.class::isInstance).map(n -> ((Labeled) n).getText()).toList());
    }

    private void open(long id) {
        bench.run(() -> model.open(Table.INTAKE, id));
    }

    /// Shows a record while another one is being saved.
    private void showWhileLocked(long id) {
        Row row = bench.desk().daos().tables().row(Table.INTAKE, id).orElseThrow();
        bench.onWindow(() -> {
            model.show(row);
            return null;
        });
    }

    private static void lock(Connection other) throws SQLException {
        other.setAutoCommit(false);
        other.createStatement().execute("SELECT FROM intake.company_raw_intake WHERE id = 7 FOR UPDATE");
    }

    private String text(String id) {
        return bench.onWindow(() -> bench.find(id, TextInputControl.class).getText());
    }

    private void typeAndEnter(String id, String text) {
        bench.onWindow(() -> {
            TextField field = bench.find(id, TextField.class);
            field.requestFocus();
            field.setText(text);
            return null;
        });
        bench.robot.push(KeyCode.ENTER);
    }

    private void enter(String id) {
        bench.run(() -> bench.find(id, TextField.class).requestFocus());
        bench.robot.push(KeyCode.ENTER);
    }

    private String website() {
        return TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 7");
    }

    private void type(String id, String text) {
        TextField field = bench.find(id, TextField.class);
        bench.run(field::requestFocus);
        bench.run(() -> field.setText(text));
    }
}
