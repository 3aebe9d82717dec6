package barton.steward.cli.question;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeStatus;
import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandTest {
    @TempDir
    Path folder;
    private TestCommands session;
    private Path file;

    private DataSource database;

    @BeforeAll
    void rows() {
        database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validated, validation_notes)
                VALUES (101, 'New', 'B', false, NULL), (102, 'Failed', 'B', false, 'website: is missing'), (103, 'Valid', 'B', true, NULL),
                       (104, 'Held', 'B', true, NULL), (105, 'Promoted', 'B', true, NULL),
                       (106, 'Edited', 'B', false, 'note: edited since validation: company from "x" to "Edited"'),
                       (107, 'Matched', 'B', true, NULL);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'Held', 'x', 'crm', '104'),
                       ('04.04.01.00.00000.002', 'Promoted', 'x', 'intake_promotion', '105');
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                VALUES ('decide', 'Same company', 'intake.company_raw_intake', 0, 'ann');
                INSERT INTO shq.match_decision (action_id, intake_id, master_id, decision, executor)
                SELECT max(action_id), 107, '04.04.01.00.00000.001', 'same', 'ann' FROM shq.action""");
        session = new TestCommands(database);
    }

    @BeforeEach
    void keptFile() throws IOException {
        file = Files.writeString(folder.resolve("kept.csv"), "what was there");
    }

    @AfterEach
    void noRowsOfOtherBatches() {
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE import_batch_id <> 'B'");
    }

    @Test
    void anUnknownBatchIsASlipThatLeavesTheFileAlone() throws IOException {
        assertThat(session.run("export", "intake", "--batch", "TYPO", "--out", file.toString())).isEqualTo(1);
        assertThat(session.err()).contains("Intake has no row of the batch “TYPO”; nothing was written.");
        assertThat(Files.readString(file)).isEqualTo("what was there");
    }

    @Test
    void aBatchWithoutRowsOfThatKindIsNone() throws IOException {
        assertThat(session.run("export", "intake", "--batch", "B", "--search", "nobody", "--out", file.toString())).isZero();
        assertThat(Files.readString(file).lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"new, New", "edited, Edited", "failed, Failed", "matched, Matched", "held, Held", "validated, Valid", "promoted, Promoted"})
    void rowsAreFoundByEachStatus(String status, String company) throws IOException {
        assertThat(IntakeStatus.values()).extracting(IntakeStatus::word).contains(status);
        assertThat(session.run("export", "intake", "--status", status, "--out", file.toString())).isZero();
        assertThat(Files.readString(file).lines().skip(1)).singleElement().asString().contains("," + company + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept.csv", "kept.xlsx", "kept.jsonl"})
    void whatHadNoPlaceComesBehindTheOthersAndSurvivesComingBack(String name) throws IOException {
        Path from = Files.writeString(folder.resolve("from.csv"), """
                company,Lead Score,company_city,id,"Odd, one"
                Acme,=1+2,Athens,7,"a ""b"" c"
                Bolt,,Elkins,8,
                """);
        TestDatabases.run(database, "SELECT setval(s.name, greatest(max(i.id), nextval(s.name))) FROM intake.company_raw_intake i,"
                + " pg_get_serial_sequence('intake.company_raw_intake', 'id') AS s (name) GROUP BY s.name");
        String batch = "K-" + name;
        assertThat(session.run("import", "companies", from.toString(), "--batch", batch)).as(session.err()).isZero();
        Path out = folder.resolve(name);
        Files.deleteIfExists(out);
        assertThat(session.run("export", "intake", "--batch", batch, "--columns", "id,company,company_city", "--all-kept",
                "--spreadsheet-safe", "--out", out.toString())).isZero();
        assertThat(session.run("import", "companies", out.toString(), "--batch", batch + "-back")).as(session.err()).isZero();
        assertThat(kept(batch + "-back")).isEqualTo(kept(batch));
        assertThat(session.run("export", "intake", "--batch", batch, "--columns", "company", "--kept", "Odd, one", "--out",
                file.toString())).isZero();
        assertThat(Files.readString(file)).startsWith("company,\"Odd, one\"\r\n");
        assertThat(session.run("export", "intake", "--batch", batch, "--kept", "Even", "--out", file.toString())).isEqualTo(1);
        assertThat(session.err()).contains("has kept a column “Even”", "There is ", "Lead Score");
    }

    /// The number of a row is another in each batch.
    private String kept(String batch) {
        return TestDatabases.ask(database, """
                SELECT string_agg(i.company || (x.cells - 'id (file)' - 'id')::text, ' ' ORDER BY i.company)
                FROM intake.company_raw_intake i JOIN shq.intake_extra x ON x.intake_id = i.id WHERE i.import_batch_id = '%s'"""
                .formatted(batch));
    }

    @Test
    void columnsAreChosenAndOrdered() throws IOException {
        assertThat(session.run("export", "intake", "--status", "new", "--columns", "company,id", "--out", file.toString())).isZero();
        assertThat(Files.readString(file)).isEqualTo("company,id\r\nNew,101\r\n");
        assertThat(session.run("export", "intake", "--columns", "compny", "--out", file.toString())).isEqualTo(2);
        assertThat(session.err()).contains("--columns knows no “compny” in Intake, but ID, Company, ");
    }

    @Test
    void theNameOfTheFileSaysWhatKindItIsUnlessThatIsSaid() throws IOException {
        Path lines = folder.resolve("rows.jsonl");
        assertThat(session.run("export", "intake", "--status", "new", "--columns", "id,company,website", "--out", lines.toString()))
                .isZero();
        assertThat(Files.readString(lines)).isEqualTo("{\"id\":101,\"company\":\"New\",\"website\":null}\n");
        assertThat(session.run("export", "intake", "--format", "xlsx", "--out", file.toString(), "--json")).isZero();
        assertThat(session.out()).contains("\"rows\":7,\"cut\":0");
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(session.run("export", "intake", "--format", "pdf", "--out", file.toString())).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsWrittenOnRequest() throws IOException {
        session.run("export", "intake", "--columns", "id", "--bom", "--out", file.toString());
        assertThat(Files.readString(file)).startsWith("\ufeffid\r\n");
    }

    @Test
    void aFileForEditingHasTheKeyAndTheVersionOfEachRow() throws IOException {
        session.run("export", "intake", "--status", "new", "--columns", "company", "--for-editing", "--out", file.toString());
        assertThat(Files.readString(file)).matches("id,company,steward_version\r\n101,New,v[0-9a-f]{16}\r\n");
        assertThat(session.run("export", "log", "--for-editing", "--out", file.toString())).isEqualTo(1);
    }
}
