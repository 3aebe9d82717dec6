package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The road of people, from a file to master, by commands.
class PeopleCommandsTest {
    private static final String PEOPLE = """
            First Name,Last Name,Title,Seniority,Company,Email,Work Direct Phone
            Ann,Lee,CEO,C-Level,Acme,ann@acme.example,(304) 555-0101
            Bob,Ray,CTO,C-Level,Acme,bob@acme.example,call me
            Cy,Poe,CFO,C-Level,Nowhere,cy@nowhere.example,
            Dan,Orr,VP,VP,Twin,dan@twin.example,
            Eve,,VP,VP,Acme,eve@acme.example,
            """;

    @TempDir
    Path folder;
    private DataSource database;
    private TestCommands steward;

    @BeforeEach
    void companies() {
        database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                VALUES ('Acme', 'https://acme.example', 'C', true), ('Twin', 'https://t1.example', 'C', true),
                       ('Twin', 'https://t2.example', 'C', true);
                SELECT shq.promote_company_records('C', 'ann')""");
    }

    @Test
    void peopleGoFromAFileToMasterAndWhoHasNoPlaceThereIsTold() throws IOException {
        assertThat(run("import", "people", file(PEOPLE), "--batch", "P")).isZero();
        assertThat(steward.out()).isEqualTo("5 rows taken into batch P, 1 of them with a note; 0 refused (action 1).\n");

        assertThat(run("status", "--people", "--json")).isZero();
        assertThat(steward.out()).isEqualTo(
                "{\"batches\":[{\"batch\":\"P\",\"imported\":5,\"validated\":0,\"failed\":0,\"promoted\":0}]}\n");
        assertThat(run("validate", "--people", "--batch", "P")).isZero();
        assertThat(steward.out()).contains("5 records of batch P checked", "2 passed, 3 failed", "company_found", "last_name_present",
                "work_phone_possible");
        assertThat(ask("SELECT string_agg(first_name, ' ' ORDER BY id) FROM intake.people_raw_intake WHERE validated"))
                .isEqualTo("Ann Bob");

        assertThat(run("promote", "--people", "--batch", "P", "--dry-run", "--json")).isZero();
        assertThat(steward.out()).isEqualTo("{\"batch\":\"P\",\"promotable\":2,\"already_promoted\":0,\"held_by_other_source\":0,"
                + "\"company_missing\":0,\"company_ambiguous\":0,\"slot_missing\":0,\"not_validated\":3,\"edited_since_validation\":0,"
                + "\"refused\":0,\"phone_left\":1,\"held_by_match\":0}\n");
        assertThat(run("promote", "--people", "--batch", "P")).isZero();
        assertThat(steward.out()).matches("2 rows of batch P promoted in run PPL-[0-9]{8}-[0-9]{6}-[0-9a-f]{8}\\.\n");
        assertThat(ask("""
                SELECT string_agg(concat_ws('|', p.full_name, c.company_name, s.slot_type, p.work_phone_e164, p.email_verified), ' '
                                  ORDER BY p.full_name)
                FROM marketing.people_master p JOIN marketing.company_master c USING (company_unique_id)
                JOIN marketing.company_slots s USING (company_slot_unique_id)"""))
                        .isEqualTo("Ann Lee|Acme|default|+13045550101|f Bob Ray|Acme|default|f");
    }

    @Test
    void ambiguousAndMissingCompaniesStayAndTheirNotesSayWhy() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET validated = true WHERE last_name IS NOT NULL");

        assertThat(run("promote", "--people", "--batch", "P", "--dry-run")).isZero();
        assertThat(steward.out()).contains("their company is not in master", "several companies have that name",
                "Row 3 Company: no company of master is called exactly “Nowhere”.",
                "Row 4 Company: 2 companies of master are called “Twin”.");
        assertThat(ask("SELECT count(*) FROM shq.finding")).isEqualTo("0");

        assertThat(run("promote", "--people", "--batch", "P")).isZero();
        assertThat(steward.out()).contains("2 rows of batch P promoted", "2 stay in intake, because they have no place in master");
        assertThat(ask("SELECT total_records || ' ' || passed_records || ' ' || failed_records FROM public.shq_validation_log"
                + " WHERE validation_run_id LIKE 'PPL-%'")).isEqualTo("5 2 3");
        assertThat(ask("SELECT validation_notes FROM intake.people_raw_intake WHERE id = 4"))
                .isEqualTo("company_name: 2 companies of master are called “Twin”");
    }

    @Test
    void theRulesAndThePromotionAreOneRunOfACommand() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");

        assertThat(run("validate", "--people", "--batch", "P", "--promote", "--json")).isZero();

        String promotion = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'people-promotion'");
        assertThat(steward.out()).startsWith("{\"batch\":\"P\",\"run\":\"VLD-").contains("\"checked\":5,\"passed\":2,\"failed\":3,")
                .endsWith("\"promotion_run\":\"" + promotion + "\",\"promoted\":2}\n");
        assertThat(ask("SELECT string_agg(first_name, ' ' ORDER BY first_name) FROM marketing.people_master")).isEqualTo("Ann Bob");
        assertThat(run("validate", "--people", "--batch", "C", "--promote")).isEqualTo(1);
        assertThat(steward.err()).contains("There is no batch C of people.");
    }

    @Test
    void promotedPeopleAreClearedAndRestored() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");
        run("validate", "--people", "--batch", "P", "--promote");
        String before = ask("SELECT string_agg(i::text, ' ' ORDER BY id) FROM intake.people_raw_intake i");

        assertThat(run("clear", "--people", "--batch", "P", "--dry-run", "--json")).isZero();
        assertThat(steward.out()).isEqualTo("{\"batch\":\"P\",\"run\":null,\"announced\":2,\"cleared\":0}\n");
        assertThat(run("clear", "--people", "--batch", "P")).isZero();
        String clearing = ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");
        assertThat(steward.out()).isEqualTo("2 promoted rows of batch P cleared in run " + clearing + ".\n");
        assertThat(ask("SELECT count(*) FROM intake.people_raw_intake")).isEqualTo("3");
        assertThat(run("why", "--people", "1")).isZero();
        assertThat(steward.out()).contains("cleared from intake in run " + clearing);
        assertThat(run("clear", "--batch", "P")).as("companies have no such batch").isEqualTo(1);

        assertThat(run("restore", clearing)).isZero();
        assertThat(ask("SELECT string_agg(i::text, ' ' ORDER BY id) FROM intake.people_raw_intake i")).isEqualTo(before);
    }

    @Test
    void promoteAllTakesEveryBatchOfPeople() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");
        run("import", "people", file(PEOPLE), "--batch", "Q");
        run("validate", "--people", "--batch", "P");
        run("validate", "--people", "--batch", "Q");

        assertThat(run("promote", "--people", "--all", "--dry-run")).isZero();
        assertThat(steward.out()).contains("SEVERAL COMPANIES").contains("P ").contains("Q ");
        assertThat(run("promote", "--people", "--all")).isZero();
        assertThat(steward.out()).contains("2 rows of batch P promoted", "2 rows of batch Q promoted");
        assertThat(run("promote", "--people", "--all")).isZero();
        assertThat(steward.out()).isEqualTo("No batch has rows to promote.\n");
    }

    @Test
    void whereTheRulesAreRefusedItIsSaidThatPhonesWereWrittenBefore() {
        TestDatabases.run(database, "INSERT INTO intake.people_raw_intake (first_name, last_name, work_phone, import_batch_id)"
                + " VALUES ('Ann', 'Lee', '(304) 555-0123', 'P')");

        assertThat(run("validate", "--people", "--batch", "P", "--rules", "nonsense")).isEqualTo(1);

        assertThat(steward.err()).contains("There is no set of rules “nonsense”",
                "Before that, the phones of 1 person were written as E.164; they stay so.");
        assertThat(run("validate", "--people", "--batch", "P", "--rules", "nonsense")).isEqualTo(1);
        assertThat(steward.err()).doesNotContain("E.164");
    }

    @Test
    void phonesThatOtherClientsWroteAreReadByTheirCountryBeforeTheRulesLook() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, title, company_name, work_phone, personal_phone, country,
                                                      import_batch_id, validated, validated_by)
                VALUES ('Ann', 'Lee', 'CEO', 'Acme', '020 7946 0958', '+1 304 555 0101', 'UK', 'P', true, 'eve')""");

        assertThat(run("promote", "--people", "--batch", "P")).isZero();

        assertThat(ask("SELECT work_phone_e164 || ' ' || personal_phone_e164 FROM marketing.people_master"))
                .isEqualTo("+442079460958 +13045550101");
        assertThat(ask("SELECT validated || ' ' || validated_by FROM intake.people_raw_intake")).isEqualTo("true eve");
        assertThat(ask("SELECT kind || ' ' || row_count FROM shq.action")).isEqualTo("normalise 1");
    }

    @Test
    void aCompanyWhosePeopleWerePromotedIsNamedAndStaysWhereItsPromotionIsTakenBack() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");
        run("validate", "--people", "--batch", "P");
        run("promote", "--people", "--batch", "P");

        assertThat(run("take-back", "C")).isZero();

        assertThat(steward.out()).contains("2 records of run C taken back.", "Acme", "has 2 people");
        assertThat(ask("SELECT string_agg(company_name, ' ') FROM marketing.company_master")).isEqualTo("Acme");
        assertThat(ask("SELECT count(*) FROM marketing.people_master")).isEqualTo("2");
    }

    @Test
    void whoseCompanyWasTakenBackIsPromotedNoMore() throws IOException {
        run("import", "people", file(PEOPLE), "--batch", "P");
        run("validate", "--people", "--batch", "P");
        run("take-back", "C");

        assertThat(run("promote", "--people", "--batch", "P")).isZero();

        assertThat(steward.out()).contains("0 rows of batch P promoted", "2 stay in intake");
        assertThat(ask("SELECT validation_notes FROM intake.people_raw_intake WHERE id = 1"))
                .isEqualTo("company_name: no company of master is called exactly “Acme”");
    }

    @Test
    void whatIsNotThereIsToldAndNothingIsDone() throws IOException {
        assertThat(run("promote", "--people", "--batch", "C")).isEqualTo(1);
        assertThat(steward.err()).isEqualTo("steward: There is no batch C of people. `steward status --people` shows the batches.\n");
        assertThat(run("import", "people", file("a,b\n1,2\n"), "--batch", "P")).isEqualTo(1);
        assertThat(steward.err()).contains("No header of the file says what the people are called");
    }

    private int run(String... arguments) {
        steward = new TestCommands(database);
        return steward.run(arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), text).toString();
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
