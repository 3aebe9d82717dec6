package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDrawerTest {
    private DataSource database;
    private RecordViewModel model;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SampleSession.worked(20);
        context = TestContext.show(SampleSession.over(database), 900, 800, b -> {
            model = new RecordViewModel(b.session(), b.tasks());
            return new RecordDrawer(b, model, () -> { });
        });
        open(7);
    }

    @Test
    void aCompanyLeadsToItsSidecarAndToAFurtherSlot() {
        String company = TestDatabases.ask(database, "SELECT min(company_unique_id) FROM marketing.company_master");
        context.run(() -> model.open(Table.MASTER, company));
        context.click("record-sidecar");
        context.click("record-addslot");
        assertThat(context.sidecars).containsExactly("COMPANY_SIDECARS " + company);
        assertThat(context.slots).containsExactly(company);
    }

    @Test
    void aSlotIsRemovedFromItsRecordAndADefaultSlotIsNot() {
        String slots = "SELECT min(company_slot_unique_id) FROM marketing.company_slots WHERE slot_type = ";
        String division = TestDatabases.ask(database, slots + "'division'");
        context.run(() -> model.open(Table.SLOTS, division));
        context.click("record-removeslot");
        context.click("confirm-ok");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.company_slots WHERE company_slot_unique_id = '"
                + division + "'")).isEqualTo("0");
        context.run(() -> model.open(Table.SLOTS, TestDatabases.ask(database, slots + "'default'")));
        context.click("record-removeslot");
        assertThat(context.said()).anySatisfy(text -> assertThat(text).contains(": Nothing to remove"));
    }

    @Test
    void aFieldIsCorrectedInPlace() {
        type("field-website", "https://new.example");
        context.robot.push(KeyCode.ENTER);
        context.settle();
        assertThat(website()).isEqualTo("https://new.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company_phone: is no possible phone number", "warning: company_phone: is no possible phone number",
            "note: edited since validation: company_phone from nothing to \"12\""})
    void aClickOnANoteLeadsToItsField(String line) {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validation_notes = '" + line + "' WHERE id = 7");
        open(7);
        context.robot.clickOn("#note-0");
        context.settle();
        assertThat(context.<Boolean>onWindow(() -> context.find("field-company_phone", TextField.class).isFocused())).isTrue();
    }

    @Test
    void aRecordThatWasEditedSinceItWasValidatedSaysSoAndWhatChanged() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_phone = '12' WHERE id = 4");
        open(4);
        context.picture("drawer-edited");
        assertThat(context.text("drawer-record-status")).isEqualTo("edited since validated");
        assertThat(model.notes()).last().extracting(note -> note.field().orElseThrow()).isEqualTo(IntakeFields.COMPANY_PHONE);
    }

    @Test
    void theDrawerSaysWhyARowIsNotInMaster() {
        assertThat(context.text("drawer-why")).isEqualTo("Not in master: it is not validated.");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_phone = '12' WHERE id = 4");
        open(4);
        assertThat(context.text("drawer-why")).isEqualTo("Not in master: it was edited since it was validated.");
        open(1);
        assertThat(context.text("drawer-why")).isEqualTo("In master as " + TestDatabases.ask(database,
                "SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '1'") + ".");
    }

    @Test
    void theDrawerSaysWhyAPersonIsNotInMaster() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, import_batch_id, validated)
                VALUES (9001, 'Ann', 'Lee', 'Nowhere', 'P', true)""");
        context.run(() -> model.open(Table.PEOPLE_INTAKE, 9001L));
        context.settle();
        assertThat(context.text("drawer-why")).isEqualTo("Not in master: its company is not there (company_name: no company of master is"
                + " called exactly “Nowhere”).");
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET company_name = 'Other' WHERE id = 9001");
        context.run(() -> model.open(Table.PEOPLE_INTAKE, 9001L));
        context.settle();
        assertThat(context.text("drawer-why")).isEqualTo("Not in master: it was edited since it was validated.");
    }

    @Test
    void anEmailIsVerifiedByHandInTheDrawer() {
        String person = TestDatabases.ask(database, "SELECT min(unique_id) FROM marketing.people_master WHERE NOT email_verified");
        context.run(() -> model.open(Table.PEOPLE, person));
        assertThat(context.sees("drawer-why")).isFalse();
        assertThat(context.text("drawer-email-state")).isEqualTo("E-mail not verified");
        context.click("drawer-email-change");
        assertThat(context.said()).singleElement().asString().endsWith(": 1 e-mail marked verified.");
        context.run(model::refresh);
        assertThat(context.text("drawer-email-state")).isEqualTo("E-mail verified");
        assertThat(context.text("drawer-email-change")).isEqualTo("Not verified");
        assertThat(context.text("drawer-email-last")).startsWith("Last result, by hand: valid, score 100, ");
    }

    @Test
    void escapeTakesBackWhatWasTyped() {
        type("field-website", "https://new.example");
        context.robot.push(KeyCode.ESCAPE);
        assertThat(context.find("field-website", TextField.class).getText()).isEmpty();
    }

    @Test
    void aConflictIsShownPerFieldAndMineCanBeChosen() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        type("field-website", "https://mine.example");
        context.robot.push(KeyCode.ENTER);
        context.settle();
        context.picture("conflict");
        assertThat(context.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
        assertThat(context.text("conflict-mine-website")).isEqualTo("https://mine.example");
        context.click("conflict-mine-website");
        context.click("conflict-ok");
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
        context.settle();
        assertThat(context.sees("conflict")).isFalse();
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
            context.onWindow(() -> {
                context.find("field-company", TextField.class).requestFocus();
                return null;
            });
            other.rollback();
        }
        context.settle();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("1");
    }

    @Test
    void whereAPromotionRunsTheTextIsKeptAndSavedByEnterAfterwards() throws SQLException {
        try (var promoting = database.getConnection()) {
            promoting.setAutoCommit(false);
            promoting.createStatement().execute("SELECT shq.promote_company_records('20251101-WV-BATCH2', 'ben')");
            typeAndEnter("field-website", "https://new.example");
            context.settle();
            assertThat(context.text("problem-website")).startsWith("A promotion is running");
            assertThat(text("field-website")).isEqualTo("https://new.example");
            context.picture("drawer-promotion");
            promoting.commit();
        }
        enter("field-website");
        context.settle();
        assertThat(website()).isEqualTo("https://new.example");
        assertThat(context.sees("problem-website")).isFalse();
    }

    @Test
    void aFieldThatIsOnlyPassedThroughIsLeftAsItIs() {
        String dirty = "E'Acme\\tInc.\\r\\nSecond line\\u0001  '";
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = " + dirty + ", company_city = ' Elk ' WHERE id = 7");
        open(7);
        for (int i = 0; i < 20; i++) {
            context.robot.push(KeyCode.TAB);
        }
        context.run(() -> context.find("field-company", TextInputControl.class).requestFocus());
        context.run(() -> context.find("field-company_city", TextInputControl.class).requestFocus());
        context.run(() -> context.find("field-website", TextInputControl.class).requestFocus());
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
        context.settle();
        assertThat(context.sees("conflict")).isFalse();
        assertThat(model.record().key()).isEqualTo(8L);
        assertThat(text("field-website")).isEqualTo(context.onWindow(() -> model.record().text(IntakeFields.WEBSITE)));
        assertThat(context.said()).singleElement().asString().startsWith("Website of Concord Foods not saved");
        context.robot.clickOn(".notice-action");
        assertThat(context.records).containsExactly("INTAKE 7");
        context.run(() -> model.keep(context.kept));
        open(7);
        assertThat(text("field-website")).isEqualTo("https://mine.example");
        assertThat(website()).isEqualTo("https://theirs.example");
        enter("field-website");
        context.settle();
        assertThat(context.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
    }

    @Test
    void keepingTheirsShowsTheirs() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company_city = 'Elkins' WHERE id = 7");
        typeAndEnter("field-website", "https://mine.example");
        context.settle();
        context.click("conflict-cancel");
        assertThat(text("field-website")).isEmpty();
        assertThat(text("field-company_city")).isEqualTo("Elkins");
    }

    @Test
    void whatIsBeingTypedOutlivesAReloadAndDoesNotOverwriteTheirs() {
        type("field-website", "mine");
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        context.run(model::refresh);
        assertThat(text("field-website")).isEqualTo("mine");
        enter("field-website");
        context.settle();
        assertThat(context.text("conflict-theirs-website")).isEqualTo("https://theirs.example");
    }

    @Test
    void whatIsNoNumberStaysWithTheRecordItWasTypedInto() {
        type("field-num_employees", "many");
        open(8);
        assertThat(context.sees("problem-num_employees")).isFalse();
        assertThat(context.said()).singleElement().asString().contains("“many” is not a number.");
        open(7);
        assertThat(text("field-num_employees")).isEqualTo("many");
        assertThat(context.text("problem-num_employees")).isEqualTo("“many” is not a number.");
        context.run(() -> context.find("field-num_employees", TextField.class).requestFocus());
        context.robot.push(KeyCode.ESCAPE);
        assertThat(context.sees("problem-num_employees")).isFalse();
    }

    @Test
    void theControlsOfARecordServeTheNextOne() {
        TextInputControl field = context.find("field-website", TextInputControl.class);
        open(8);
        assertThat(context.find("field-website", TextInputControl.class)).isSameAs(field);
        assertThat(field.getText()).isEqualTo(model.record().text(IntakeFields.WEBSITE));
    }

    @Test
    void whatWasTypedIntoOneRecordIsNotBroughtBackIntoAnotherOfTheSameValue() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://new.example' WHERE id = 8");
        TextInputControl field = context.find("field-website", TextInputControl.class);
        context.run(() -> {
            field.requestFocus();
            field.appendText("https://new.example");
            context.find("field-company", TextInputControl.class).requestFocus();
        });
        assertThat(field.isUndoable()).isTrue();
        open(8);
        context.run(() -> context.find("field-website", TextInputControl.class).undo());
        assertThat(text("field-website")).isEqualTo("https://new.example");
    }

    @Test
    void theKeyboardDoesNotGoAlongToAnotherRecord() {
        context.run(() -> context.find("field-website", TextInputControl.class).requestFocus());
        open(8);
        context.robot.push(KeyCode.X);
        assertThat(text("field-website")).isEqualTo(model.record().text(IntakeFields.WEBSITE));
    }

    @Test
    void aFieldHasTheLinesThatTheValueOfItsRecordNeeds() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = E'one\\ntwo\\nthree\\nfour' WHERE id = 8");
        open(8);
        TextArea lines = context.find("field-company", TextArea.class);
        assertThat(lines.getPrefRowCount()).isEqualTo(4);
        open(7);
        assertThat(context.find("field-company", TextField.class).getText()).isEqualTo(model.record().text(IntakeFields.COMPANY));
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = E'one\\ntwo' WHERE id = 8");
        open(8);
        assertThat(context.find("field-company", TextArea.class)).isSameAs(lines);
        assertThat(lines.getPrefRowCount()).isEqualTo(2);
        assertThat(text("field-company")).isEqualTo("one\ntwo");
    }

    @Test
    void whatIsABitTooWideForItsLineEndsInAnEllipsis() {
        context.run(() -> context.find("drawer", Region.class).setMaxWidth(380));
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://WWWWWWWWWWWWWWWW.example' "
                + "WHERE id = 7");
        open(7);
        context.picture("drawer-long");
        assertThat(context.onWindow(() -> context.find("field-website", TextField.class).getParent().lookupAll(".field-elided .text")))
                .singleElement().extracting(t -> ((Text) t).getText()).asString().startsWith("https://WWWW").endsWith("…");
    }

    @Test
    void jsonIsATreeThatCanBeFolded() {
        openSidecar();
        context.picture("drawer-json");
        assertThat(json()).containsExactly("tech [2]", "1", "\"SAP\"", "2", "\"Salesforce\"", "employees", "10");
        context.robot.clickOn(".json-fold");
        context.settle();
        assertThat(json()).containsExactly("tech [2]", "employees", "10");
    }

    @Test
    void jsonIsEditedAsTextAndSavedOnlyWhereItIsValid() {
        openSidecar();
        context.click("edit-enrichment_payload");
        assertThat(text("field-enrichment_payload").lines()).hasSizeGreaterThan(2).first().isEqualTo("{");
        write("{\"employees\": 12,");
        context.picture("drawer-json-invalid");
        assertThat(context.text("problem-enrichment_payload")).startsWith("That is not valid JSON");
        assertThat(payload()).isEqualTo("10");
        assertThat(text("field-enrichment_payload")).isEqualTo("{\"employees\": 12,");
        write("{\"employees\": 12}");
        assertThat(payload()).isEqualTo("12");
        assertThat(json()).containsExactly("employees", "12");
        assertThat(context.sees("problem-enrichment_payload")).isFalse();
    }

    private void openSidecar() {
        String company = TestDatabases.ask(database, "SELECT company_unique_id FROM marketing.company_sidecar WHERE ein_number = '55-001'");
        context.run(() -> model.open(Table.COMPANY_SIDECARS, company));
    }

    /// Types JSON in place of what stands there and leaves the field.
    private void write(String json) {
        context.run(() -> context.find("field-enrichment_payload", TextInputControl.class).requestFocus());
        context.run(() -> context.find("field-enrichment_payload", TextInputControl.class).setText(json));
        context.run(() -> context.find("field-enrichment_source", TextInputControl.class).requestFocus());
    }

    private String payload() {
        return TestDatabases.ask(database, "SELECT enrichment_payload ->> 'employees' FROM marketing.company_sidecar "
                + "WHERE ein_number = '55-001'");
    }

    /// What can be seen of the tree, line by line.
    private List<String> json() {
        Parent tree = context.find("tree-enrichment_payload", Parent.class);
        return context.onWindow(() -> tree.lookupAll(".json-tree *").stream().filter(TestContext::seen)
                .filter(Labeled.class::isInstance).map(n -> ((Labeled) n).getText()).toList());
    }

    private void open(long id) {
        context.run(() -> model.open(Table.INTAKE, id));
    }

    /// Shows a record while another one is being saved.
    private void showWhileLocked(long id) {
        Row row = context.session().tables().row(Table.INTAKE, id).orElseThrow();
        context.onWindow(() -> {
            model.show(row);
            return null;
        });
    }

    private static void lock(Connection other) throws SQLException {
        other.setAutoCommit(false);
        other.createStatement().execute("SELECT FROM intake.company_raw_intake WHERE id = 7 FOR UPDATE");
    }

    private String text(String id) {
        return context.onWindow(() -> context.find(id, TextInputControl.class).getText());
    }

    private void typeAndEnter(String id, String text) {
        context.onWindow(() -> {
            TextField field = context.find(id, TextField.class);
            field.requestFocus();
            field.setText(text);
            return null;
        });
        context.robot.push(KeyCode.ENTER);
    }

    private void enter(String id) {
        context.run(() -> context.find(id, TextField.class).requestFocus());
        context.robot.push(KeyCode.ENTER);
    }

    private String website() {
        return TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 7");
    }

    private void type(String id, String text) {
        TextField field = context.find(id, TextField.class);
        context.run(field::requestFocus);
        context.run(() -> field.setText(text));
    }
}
