package barton.steward.cli.question;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeStatus;
import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportCommandTest {
    @TempDir
    Path folder;
    private TestCommands session;
    private Path file;

    @BeforeAll
    void rows() {
        var database = TestDatabases.migrated();
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
