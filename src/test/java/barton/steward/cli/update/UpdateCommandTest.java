package barton.steward.cli.update;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records are updated from files that come back, and never otherwise than was seen.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateCommandTest {
    @TempDir
    private Path folder;
    private DataSource database;
    private TestCommands steward;

    @BeforeAll
    void connect() {
        database = TestDatabases.migrated();
        steward = new TestCommands(database);
    }

    @BeforeEach
    void rows() {
        TestDatabases.run(database, """
                TRUNCATE intake.company_raw_intake, intake.people_raw_intake, marketing.company_master RESTART IDENTITY CASCADE;
                INSERT INTO intake.company_raw_intake (company, website, company_city, company_phone, company_postal_code, num_employees,
                                                       industry, import_batch_id, validated)
                VALUES ('Acme', 'https://www.acme.example/', 'Athens', '+13045550101', '02139', 1200, NULL, 'B', true),
                       ('Bolt', 'bolt.example', NULL, NULL, NULL, NULL, 'Steel', 'B', false),
                       ('Core', 'core.example', E'two\\r\\nlines ', '1.50', '3-4', 7, NULL, 'B', false);
                INSERT INTO intake.people_raw_intake (last_name, email, skills, import_batch_id)
                VALUES ('Lee', 'ann@acme.example', ARRAY['a', 'b,c'], 'B'), ('Ray', NULL, NULL, 'B')""");
    }

    @Test
    void emptyFieldsAreFilledAndFilledOnesAreOverwrittenOnlyWhereThatIsSaid() throws IOException {
        String file = file("id,company,city,industry\n1,Acme Inc,Beckley,Coal\n2,Bolt,Charleston,\n");
        assertThat(update(file, "--dry-run")).isZero();
        assertThat(steward.out()).startsWith("2 records would be updated; nothing was changed. Rows of the file: 2 changed, "
                + "0 the same, 0 new,")
                .contains("--prefer Company=file").containsPattern("2 +1 +Company +Acme +Acme Inc +no");
        assertThat(row(1)).startsWith("Acme|Athens|null");
        assertThat(update(file)).isZero();
        assertThat(row(1)).startsWith("Acme|Athens|Coal");
        assertThat(row(2)).startsWith("Bolt|Charleston|Steel");

        assertThat(update(file, "--prefer", "company=file,industry=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":2").contains("\"company\",\"fills\":0,\"overwrites\":1,\"empties\":0,\"kept\":0");
        assertThat(row(1)).startsWith("Acme Inc|Athens|Coal");
        assertThat(row(2)).startsWith("Bolt|Charleston|null");
        String action = TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action WHERE kind = 'update'");
        assertThat(steward.run("undo", action)).isZero();
        assertThat(row(1)).startsWith("Acme|Athens|Coal");
        assertThat(row(2)).startsWith("Bolt|Charleston|Steel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"back.csv", "back.xlsx", "back.jsonl"})
    void anExportThatComesBackUnchangedChangesNothing(String name) {
        Path file = folder.resolve(name);
        steward.run("export", "intake", "--for-editing", "--spreadsheet-safe", "--out", file.toString());
        assertThat(update(file.toString(), "--prefer", "*=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":0").contains("\"same\":3");
        steward.run("export", "people-intake", "--for-editing", "--out", file.toString());
        assertThat(steward.run("update", "people", file.toString(), "--prefer", "*=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":0").contains("\"same\":2");
    }

    @Test
    void norDoesOneThatWentThroughASpreadsheet() throws IOException {
        String file = file("""
                id;Company;Website;City;Phone;company_postal_code;num_employees
                1;Acme ;https://www.acme.example/;Athens;1.30456E+10;2139;1,200
                3; Core;core.example;"two
                lines";1.5;4-Mar;7.0
                """);
        assertThat(update(file, "--prefer", "*=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":0").contains("\"same\":2");
    }

    @Test
    void aRecordThatWasChangedSinceTheExportIsInConflictAndNamed() throws IOException {
        Path file = folder.resolve("mine.csv");
        steward.run("export", "intake", "--columns", "company,company_city", "--for-editing", "--out", file.toString());
        Files.writeString(file, Files.readString(file).replace("Acme", "Acme Inc").replace("Bolt", "Bolt Inc"));
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = 'Acme Ltd' WHERE id = 1");
        assertThat(update(file.toString(), "--prefer", "company=file")).isEqualTo(1);
        assertThat(steward.out()).startsWith("1 record updated").contains("1 in conflict");
        assertThat(steward.err()).contains("Line 2, 1: conflict: the record was changed since the file was exported;"
                + " now company is \"Acme Ltd\"");
        assertThat(row(1)).startsWith("Acme Ltd");
        assertThat(row(2)).startsWith("Bolt Inc");
    }

    @Test
    void whatRulesSaidSinceTheExportIsNoConflict() throws IOException {
        Path file = folder.resolve("checked.csv");
        steward.run("export", "intake", "--columns", "company", "--for-editing", "--out", file.toString());
        steward.run("validate", "--batch", "B");
        Files.writeString(file, Files.readString(file).replace("Bolt", "Bolt Inc"));
        assertThat(update(file.toString(), "--prefer", "company=file")).isZero();
        assertThat(row(2)).startsWith("Bolt Inc");
    }

    @Test
    void aKeyIsChosenAndWebsitesAreComparedByTheirHost() throws IOException {
        String file = file("Website,Industry\nhttp://acme.example,Coal\nBOLT.example/about,Glass\nnobody.example,Gas\n,Tin\n");
        assertThat(update(file, "--key", "website", "--prefer", "industry=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":2").contains("\"new\":2");
        assertThat(row(1)).startsWith("Acme|Athens|Coal");
        assertThat(row(2)).startsWith("Bolt|null|Glass");
        assertThat(TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 1"))
                .isEqualTo("https://www.acme.example/");
    }

    @Test
    void newRowsAreTakenIntoABatchInTheSameGo() throws IOException {
        TestDatabases.run(database, "SELECT setval(pg_get_serial_sequence('intake.company_raw_intake', 'id'), 900)");
        String file = file("Website,Industry,Company,Odd\nacme.example,Coal,Acme,1\nnew.example,Gas,New One,2\n,Tin,No Site,3\n");
        assertThat(update(file, "--key", "website", "--new-into", "N", "--dry-run")).isZero();
        assertThat(row(1)).startsWith("Acme|Athens|null");
        assertThat(update(file, "--key", "website", "--new-into", "B")).isEqualTo(1);
        assertThat(steward.err()).contains("Batch B exists already");
        assertThat(row(1)).startsWith("Acme|Athens|null");
        assertThat(update(file, "--key", "website", "--new-into", "N", "--json")).isZero();
        assertThat(steward.out()).contains("\"updated\":1", "\"taken\":{\"batch\":\"N\",\"rows\":2,\"refused\":0,\"action\":");
        assertThat(TestDatabases.list(database, """
                SELECT company || ' ' || coalesce(website, '-') || ' ' || industry || ' ' || (x.cells ->> 'Odd')
                FROM intake.company_raw_intake i JOIN shq.intake_extra x ON x.intake_id = i.id WHERE import_batch_id = 'N' ORDER BY id"""))
                .containsExactly("New One new.example Gas 2", "No Site - Tin 3");
        String taken = TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action WHERE kind = 'import'");
        assertThat(steward.run("undo", taken)).isZero();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id = 'N'"))
                .isEqualTo("0");
        assertThat(row(1)).startsWith("Acme|Athens|Coal");
    }

    @Test
    void newRowsAloneAreTakenWhereTheFileSaysWhatTheyAreCalled() throws IOException {
        String file = file("website,company,industry\nacme.example,Acme,\n , , \nother.example,Other,\n");
        assertThat(update(file, "--key", "website", "--new-into", "B", "--append")).isZero();
        assertThat(steward.out()).startsWith("No record was updated.").contains("1 new row taken into batch B (action ");
        assertThat(update(file("id,industry\n99,Coal\n"), "--new-into", "N2")).isEqualTo(1);
        assertThat(steward.err()).contains("No header of the file says what the companies are called");
    }

    @Test
    void ambiguousKeysAreNamedAndLeft() throws IOException {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id) VALUES ('Core 2', 'www.core.example', 'C')""");
        String file = file("website,industry\nacme.example,Coal\nwww.acme.example,Gas\ncore.example,Tin\nbolt.example,Glass\n");
        assertThat(update(file, "--key", "website")).isEqualTo(1);
        assertThat(steward.err()).contains("Line 2, acme.example: ambiguous: several rows of the file name this record.",
                "Line 3, www.acme.example: ambiguous", "Line 4, core.example: ambiguous: several records have this key.");
        assertThat(row(1)).startsWith("Acme|Athens|null");
        assertThat(update(file("website,industry\ncore.example,Tin\n"), "--key", "website", "--batch", "C")).isZero();
        assertThat(TestDatabases.list(database, "SELECT company FROM intake.company_raw_intake WHERE industry = 'Tin'"))
                .containsExactly("Core 2");
    }

    @Test
    void promotedRecordsAreLeftAndMasterIsUpdatedInstead() throws IOException {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.01.00001.001', 'Acme', 'acme.example', 'intake_promotion', '1')""");
        assertThat(update(file("id,industry\n1,Coal\n"))).isEqualTo(1);
        assertThat(steward.err()).contains("Line 2, 1: the record was promoted; correct it in master instead.");
        String master = file("source_record_id,Industry,Employees,company_name\n1,Coal,12,\n");
        assertThat(update(master, "--master", "--key", "source_record_id", "--prefer", "*=file")).isZero();
        assertThat(TestDatabases.ask(database,
                "SELECT concat_ws(' ', company_name, industry, employee_count) FROM marketing.company_master"))
                .isEqualTo("Acme Coal 12");
    }

    @Test
    void rowsThatCannotBeReadAreRefusedAndTheOthersTaken() throws IOException {
        assertThat(update(file("id,num_employees,city\n1,many,\n2,12,Beckley\n"))).isEqualTo(1);
        assertThat(steward.err()).contains("Line 2, 1: refused: Employees says what is no number");
        assertThat(row(2)).startsWith("Bolt|Beckley");
    }

    @Test
    void aFileWithoutTheKeyAndAWinnerOfNothingAreRefused() throws IOException {
        assertThat(update(file("company\nAcme\n"))).isEqualTo(1);
        assertThat(steward.err()).contains("no column “ID”", "--key website");
        assertThat(update(file("id,company\n1,Acme\n"), "--prefer", "industry=file")).isEqualTo(1);
        assertThat(steward.err()).contains("The file gives nothing for “Industry”");
        assertThat(update(file("id,company\n1,Acme\n"), "--prefer", "company=mine")).isEqualTo(2);
    }

    @Test
    void listsAreComparedAndTaken() throws IOException {
        String file = file("email,skills\nANN@acme.example,\"[\"\"a\"\",\"\"b,c\"\"]\"\n");
        assertThat(steward.run("update", "people", file, "--key", "email", "--prefer", "*=file", "--json")).isZero();
        assertThat(steward.out()).contains("\"same\":1");
        steward.run("update", "people", file("email,skills\nann@acme.example,x;y\n"), "--key", "email", "--prefer", "skills=file");
        assertThat(TestDatabases.ask(database, "SELECT skills FROM intake.people_raw_intake WHERE id = 1")).isEqualTo("{x,y}");
    }

    private int update(String file, String... options) {
        var all = new ArrayList<>(List.of("update", "companies", file));
        all.addAll(List.of(options));
        return steward.run(all.toArray(String[]::new));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("update.csv"), text).toString();
    }

    private String row(long id) {
        return TestDatabases.ask(database, """
                SELECT concat_ws('|', company, coalesce(company_city, 'null'), coalesce(industry, 'null')) FROM intake.company_raw_intake
                WHERE id = %d""".formatted(id));
    }
}
