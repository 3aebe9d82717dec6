package barton.steward.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleImportTest {
    private static final String NOTES = "SELECT validation_notes FROM intake.people_raw_intake WHERE first_name = '%s'";

    @TempDir
    Path folder;
    private DataSource database;
    private IntakeImport imports;

    @BeforeEach
    void connect() {
        database = TestDatabases.migrated();
        imports = new IntakeImport(Entity.PERSON, JdbiDaos.over(Database.over(TestDatabases.pooled(database))).imports(), "ann");
    }

    @Test
    void theUsualHeadersFillTheirColumns() {
        var report = importText("""
                First Name,Last Name,Title,Seniority,Departments,Company,Email,Work Direct Phone,Mobile Phone,Person Linkedin Url,\
                Twitter Url,Facebook Url,City,State,Country
                f,l,t,s,d,c,e,(304) 555-0101,+1 304 555 0102,li,tw,fb,ci,st,United States
                """);

        assertThat(report).isEqualTo(new ImportReport("B", 1, 0, 0, List.of(), 1L, PassedOver.NOTHING));
        assertThat(ask("""
                SELECT concat_ws(',', first_name, last_name, title, seniority, department, company_name, email, work_phone, personal_phone,
                    linkedin_url, twitter_url, facebook_url, city, state, country, import_batch_id, validated)
                FROM intake.people_raw_intake""")).isEqualTo(
                "f,l,t,s,d,c,e,+13045550101,+13045550102,li,tw,fb,ci,st,United States,B,f");
    }

    @Test
    void theNamesOfTheColumnsAreHeadersToo() {
        importText("""
                first_name,last_name,full_name,email,company_name,company_unique_id,company_slot_unique_id,bio,skills,education,\
                certifications,state_abbrev,source_system,source_record_id
                f,l,f l,e,c,04.04.01.00.00000.001,04.04.05.00.00000.001,b,"sql; Java, SE","e","[""PMP"",""a \\""b\\"", c""]",WV,crm,7
                """);

        assertThat(ask("""
                SELECT concat_ws('|', full_name, company_unique_id, company_slot_unique_id, bio, array_to_string(skills, '/'), education,
                    array_to_string(certifications, '/'), state_abbrev, source_system, source_record_id)
                FROM intake.people_raw_intake""")).isEqualTo(
                "f l|04.04.01.00.00000.001|04.04.05.00.00000.001|b|sql/Java/SE|e|PMP/a \"b\", c|WV|crm|7");
    }

    @Test
    void aPhoneIsOfThePersonsCountryAndOfTheUsWhereNoneIsGiven() {
        importText("""
                first_name,work_phone,country
                British,020 7946 0958,United Kingdom
                German,030 901820,DE
                American,304.555.0101,
                Foreign,+49 30 901820,United States
                """);

        assertThat(TestDatabases.list(database, "SELECT first_name || ' ' || work_phone FROM intake.people_raw_intake ORDER BY id"))
                .containsExactly("British +442079460958", "German +4930901820", "American +13045550101", "Foreign +4930901820");
    }

    @Test
    void whatCannotBeReadAsAPhoneIsKeptAndNoted() {
        var report = importText("""
                first_name,work_phone,personal_phone
                Ann,call me,12
                Bob,304-555-0101 ext. 12,
                """);

        assertThat(report.noted()).isEqualTo(2);
        assertThat(ask("SELECT work_phone || '|' || personal_phone FROM intake.people_raw_intake WHERE first_name = 'Ann'"))
                .isEqualTo("call me|12");
        assertThat(ask(NOTES.formatted("Ann"))).isEqualTo("""
                note: work_phone: "call me" is no phone number that can be read, so it was kept as it is
                note: personal_phone: "12" is no phone number that can be read, so it was kept as it is""");
        assertThat(ask("SELECT work_phone FROM intake.people_raw_intake WHERE first_name = 'Bob'")).isEqualTo("+13045550101");
        assertThat(ask(NOTES.formatted("Bob"))).isEqualTo("note: work_phone: the extension of \"304-555-0101 ext. 12\" was left out");
    }

    @Test
    void aStateIsFilledInWhereOneIsMissing() {
        run("first_name,state\nAnn,\nBob,Ohio\n", "WV", false);

        assertThat(TestDatabases.list(database, "SELECT concat_ws(' ', state, state_abbrev) FROM intake.people_raw_intake ORDER BY id"))
                .containsExactly("West Virginia WV", "Ohio OH");
    }

    @Test
    void brokenRowsAreRefusedByLineAndTheOthersTaken() {
        String file = "first_name,last_name\nAnn,Lee\nBob,Lee,too much\nCy\n\"Dan,Lee\n" + "x".repeat(2_001) + "\",y\n";

        assertThat(run(file, "", false)).satisfies(report -> {
            assertThat(report.taken()).isEqualTo(1);
            assertThat(report.refusals()).extracting(Refusal::line).containsExactly(3L, 4L, 5L);
        });
        assertThat(run(file, "", true).taken()).isZero();
        assertThat(ask("SELECT count(*) FROM intake.people_raw_intake")).isEqualTo("1");
    }

    @Test
    void aFileThatNamesNobodyIsRefused() {
        assertThatThrownBy(() -> importText("Company,Website\nA,b\n")).isInstanceOf(StewardException.class)
                .hasMessage("No header of the file says what the people are called; nothing was taken.");
        assertThat(imports.names()).containsExactly("first_name", "last_name", "full_name", "email");
    }

    @Test
    void anEmptyOrBinaryFileIsRefused() throws IOException {
        for (byte[] content : List.of(new byte[0], new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2})) {
            Path file = Files.write(folder.resolve("broken.csv"), content);
            assertThatThrownBy(() -> imports.preview(file, FileOptions.NONE)).isInstanceOf(StewardException.class);
        }
    }

    private ImportReport importText(String text) {
        return run(text, "", false);
    }

    private ImportReport run(String text, String state, boolean wholeOrNothing) {
        try {
            Path file = Files.writeString(folder.resolve("people.csv"), text);
            var preview = imports.preview(file, FileOptions.NONE);
            return imports.run(ImportPlan.of(file, preview, "B").state(state).wholeOrNothing(wholeOrNothing)
                    .use(BatchUse.AGAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
