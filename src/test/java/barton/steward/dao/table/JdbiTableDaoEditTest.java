package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.Change;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiTableDaoEditTest {
    private static final String COMPANY = "04.04.01.00.00001.001";

    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (id, company, website, validated, validated_by, validation_notes)
                VALUES (1, 'Acme', 'https://acme.example', true, 'ann', 'note: fine'), (2, 'Promoted Inc.', NULL, true, 'ann', NULL);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id,
                                                      updated_at)
                VALUES ('04.04.01.00.00001.001', 'Promoted Inc.', 'https://example.com', 'intake_promotion', '2', '2020-01-01');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                     certifications, source_system)
                SELECT '04.04.02.00.00001.001', company_unique_id, company_slot_unique_id, 'Ann', 'Lee', ARRAY['PMP'], 'test'
                FROM marketing.company_slots;
                INSERT INTO marketing.company_sidecar (company_unique_id) VALUES ('04.04.01.00.00001.001')""");
    }

    @Test
    void aSavedEditGivesTheRowAsItIsNow() {
        Row before = intake(1);
        var saved = (EditResult.Saved) edit(before, IntakeFields.COMPANY, "Acme Corp.");
        assertThat(saved.row().text(IntakeFields.COMPANY)).isEqualTo("Acme Corp.");
        assertThat(saved.row()).isEqualTo(intake(1));
        assertThat(saved.row().version()).isNotEqualTo(before.version());
    }

    @Test
    void aSavedEditIsKeptInTheHistory() {
        var saved = (EditResult.Saved) edit(intake(1), IntakeFields.COMPANY, "Acme Corp.");
        assertThat(daos.history().of(Table.INTAKE, 1L, 10)).first().satisfies(change -> {
            assertThat(change.action().id()).isEqualTo(saved.actionId());
            assertThat(List.of(change.action().kind(), change.field(), change.before(), change.after(), change.action().executor()))
                    .containsExactly("edit", "company", "Acme", "Acme Corp.", "beth");
        });
    }

    @Test
    void correctingAValidatedRowLetsItsValidationFallAndTheHistoryTellsThatToo() {
        edit(intake(1), IntakeFields.COMPANY, "Acme Corp.");
        Row after = intake(1);
        assertThat(after.get(IntakeFields.VALIDATED)).isEqualTo(false);
        assertThat(after.get(IntakeFields.VALIDATED_BY)).isNull();
        assertThat(after.text(IntakeFields.VALIDATION_NOTES))
                .isEqualTo("note: fine\nnote: edited since validation: company from \"Acme\" to \"Acme Corp.\"");
        assertThat(daos.history().of(Table.INTAKE, 1L, 10)).extracting(Change::field)
                .contains("company", "validated", "validated_by", "validation_notes");
    }

    @Test
    void notesTellOfSeveralEditsWhatTheRecordWasAndWhatItIsNow() {
        edit(intake(1), IntakeFields.COMPANY, "Acme; website from \"x\" to Corp.");
        edit(intake(1), IntakeFields.NUM_EMPLOYEES, 7);
        edit(intake(1), IntakeFields.COMPANY, "Acme Inc.");
        edit(intake(1), IntakeFields.NUM_EMPLOYEES, 70);
        assertThat(intake(1).text(IntakeFields.VALIDATION_NOTES)).isEqualTo("note: fine\n"
                + "note: edited since validation: company from \"Acme\" to \"Acme Inc.\"; num_employees from nothing to 70");
    }

    @Test
    void severalFieldsAreChangedAtOnceAndNullEmptiesThem() {
        var changes = new HashMap<Field, Object>();
        changes.put(IntakeFields.WEBSITE, null);
        changes.put(IntakeFields.NUM_EMPLOYEES, 7);
        daos.tables().edit(intake(1), changes, "beth");
        assertThat(intake(1).get(IntakeFields.WEBSITE)).isNull();
        assertThat(intake(1).get(IntakeFields.NUM_EMPLOYEES)).isEqualTo(7);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        Row read = intake(1);
        TestDatabases.run(source, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 1");
        assertThat(edit(read, IntakeFields.WEBSITE, "https://mine.example"))
                .isEqualTo(new EditResult.Conflict(Map.of(IntakeFields.WEBSITE, "https://mine.example"), read, intake(1)));
        assertThat(intake(1).text(IntakeFields.WEBSITE)).isEqualTo("https://theirs.example");
        assertThat(daos.history().latest(10)).isEmpty();
    }

    @Test
    void aRowThatWasDeletedMeanwhileIsGone() {
        Row read = intake(1);
        TestDatabases.run(source, "DELETE FROM intake.company_raw_intake WHERE id = 1");
        assertThat(edit(read, IntakeFields.COMPANY, "x")).isEqualTo(new EditResult.Gone());
    }

    @Test
    void aPromotedRowOfIntakeIsNotEditedAnyMore() {
        assertThat(refusal(edit(intake(2), IntakeFields.COMPANY, "x"))).contains("promoted");
        assertThat(intake(2).text(IntakeFields.COMPANY)).isEqualTo("Promoted Inc.");
    }

    @Test
    void anEditOfIntakeIsRefusedWhileAPromotionRunsAndSavedAfterIt() throws SQLException {
        try (var promoting = source.getConnection()) {
            promoting.setAutoCommit(false);
            promoting.createStatement().execute("SELECT shq.promote_company_records('another', 'ann')");
            assertThat(refusal(edit(intake(1), IntakeFields.COMPANY, "x"))).startsWith("A promotion is running");
            assertThat(edit(row(Table.MASTER, COMPANY), MasterFields.COMPANY_NAME, "x")).isInstanceOf(EditResult.Saved.class);
            promoting.commit();
        }
        assertThat(edit(intake(1), IntakeFields.COMPANY, "x")).isInstanceOf(EditResult.Saved.class);
    }

    @Test
    void anEditThatChangesNothingIsNoAction() {
        Row read = intake(1);
        assertThat(edit(read, IntakeFields.COMPANY, "Acme")).isEqualTo(new EditResult.Saved(read, 0));
        assertThat(daos.history().latest(10)).isEmpty();
    }

    @Test
    void aBrokenRuleIsRefusedWithTheField() {
        assertThat(refusal(edit(row(Table.MASTER, COMPANY), MasterFields.EMPLOYEE_COUNT, -1)))
                .isEqualTo("The value is not allowed for “Employees”; nothing was changed.");
    }

    @Test
    void emptyingARequiredFieldIsRefused() {
        assertThat(refusal(edit(row(Table.MASTER, COMPANY), MasterFields.COMPANY_NAME, null))).contains("“Company” must not be empty");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(refusal(edit(sidecar(), CompanySidecarFields.EIN_NUMBER, "1".repeat(30)))).contains("too long for “EIN”");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(refusal(edit(sidecar(), CompanySidecarFields.ENRICHMENT_PAYLOAD, "{oops"))).contains("“Payload”");
        assertThat(daos.history().latest(10)).isEmpty();
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        assertThat(refusal(edit(sidecar(), CompanySidecarFields.CONFIDENCE_SCORE, new BigDecimal("12345"))))
                .contains("“Confidence”");
    }

    @Test
    void aCharacterThatNoDatabaseCanStoreIsRefused() {
        assertThat(refusal(edit(intake(1), IntakeFields.COMPANY, "a\0b"))).contains("NUL");
        assertThat(refusal(edit(intake(1), IntakeFields.COMPANY, "a\ud800b"))).contains("half of one");
    }

    @Test
    void everyKindOfValueIsSavedAsItIs() {
        Map<Field, Object> changes = Map.of(CompanySidecarFields.CLAY_TAGS, List.of("a, b", "{c}", "\"d\" \\"),
                CompanySidecarFields.ENRICHMENT_PAYLOAD, "{\"a\": [1, 2]}", CompanySidecarFields.CONFIDENCE_SCORE, new BigDecimal("99.50"),
                CompanySidecarFields.ENRICHMENT_SOURCE, "100 % 'quoted' _");
        daos.tables().edit(sidecar(), changes, "beth");
        Row after = sidecar();
        changes.forEach((field, value) -> assertThat(after.get(field)).isEqualTo(value));
    }

    @Test
    void slotsAndMasterAreEditedToo() {
        Row slot = daos.tables().row(Table.SLOTS, TestDatabases.ask(source, "SELECT company_slot_unique_id FROM marketing.company_slots"))
                .orElseThrow();
        assertThat(edit(slot, SlotFields.SLOT_LABEL, "Head office")).isInstanceOf(EditResult.Saved.class);
        var saved = (EditResult.Saved) edit(row(Table.MASTER, COMPANY), MasterFields.KEYWORDS, List.of("coal", "steel"));
        assertThat(saved.row().get(MasterFields.KEYWORDS)).isEqualTo(List.of("coal", "steel"));
        assertThat(saved.row().get(MasterFields.UPDATED_AT).toString()).doesNotStartWith("2020");
    }

    @Test
    void computedAndFixedFieldsAreNotEdited() {
        Row row = intake(1);
        for (Field field : List.of(IntakeFields.STATUS, IntakeFields.ID, IntakeFields.VALIDATED, MasterFields.KEYWORDS)) {
            assertThatThrownBy(() -> edit(row, field, null)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aListIsSavedWhereAnAdoptedDatabaseHasText() {
        SampleRows.useTypesOfAnAdoptedDatabase(source);
        Row person = row(Table.PEOPLE, "04.04.02.00.00001.001");
        assertThat(person.get(PeopleFields.CERTIFICATIONS)).isEqualTo(List.of("PMP"));
        var saved = (EditResult.Saved) edit(person, PeopleFields.CERTIFICATIONS, List.of("PMP", "CPA, senior"));
        assertThat(saved.row().get(PeopleFields.CERTIFICATIONS)).isEqualTo(List.of("PMP", "CPA, senior"));
        daos.history().undo(saved.actionId(), "beth");
        assertThat(row(Table.PEOPLE, "04.04.02.00.00001.001").get(PeopleFields.CERTIFICATIONS)).isEqualTo(List.of("PMP"));
    }

    @Test
    void aRowReadInOneTimeZoneIsEditedInAnother() {
        Row read = intake(1);
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(edit(read, IntakeFields.COMPANY, "x")).isInstanceOf(EditResult.Saved.class);
            assertThat(intake(1).get(IntakeFields.CREATED_AT)).isEqualTo(read.get(IntakeFields.CREATED_AT));
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    private EditResult edit(Row row, Field field, Object value) {
        var changes = new HashMap<Field, Object>();
        changes.put(field, value);
        return daos.tables().edit(row, changes, "beth");
    }

    private static String refusal(EditResult result) {
        return ((EditResult.Refused) result).reason();
    }

    private Row intake(long id) {
        return row(Table.INTAKE, id);
    }

    private Row sidecar() {
        return row(Table.COMPANY_SIDECARS, COMPANY);
    }

    private Row row(Table table, Object key) {
        return daos.tables().row(table, key).orElseThrow();
    }
}
