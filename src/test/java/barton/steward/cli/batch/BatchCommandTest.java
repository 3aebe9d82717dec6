package barton.steward.cli.batch;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch as one story.
class BatchCommandTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @TempDir
    private Path folder;

    @BeforeEach
    void aBatchThatWasWorkedWith() throws IOException {
        Path file = folder.resolve("leads.csv");
        Files.writeString(file, "Company,Website,Employees\nAcme,https://acme.example,12\nBlue Ridge,https://blue.example,many\n"
                + "Cheat Lake,https://cheat.example,5\nElk,,7\nGauley,https://gauley.example,9\ntoo,many,cells,here\n");
        session.run("import", "companies", file.toString(), "--batch", "B");
        session.run("mark", "--ids", "1,2,3,5");
        session.run("mark", "--ids", "4", "--rejected", "--note", "no such company");
        session.run("promote", "--batch", "B");
    }

    @Test
    void theStoryTellsWhatWasTakenHowFarItIsAndWhatHappened() {
        assertThat(session.run("batch", "--batch", "B")).as(session.err()).isZero();

        assertThat(session.out()).contains("5 rows from leads.csv, by ann on ", ", 1 refused, 1 with a note",
                "Company from “Company”", "no such company", "4 validated, 4 promoted, 4 logged: they agree.");
        assertThat(session.out().lines().map(l -> l.replaceAll("\\s+", " "))).contains("imported 5", "failed 1", "rejected 1",
                "promoted 4");

        session.run("batch", "--batch", "B", "--json");
        assertThat(session.out()).contains("\"entity\":\"COMPANY\"", "\"stages\":{\"imported\":5,\"in_intake\":5,\"fresh\":0,\"failed\":1",
                "\"kind\":\"import\"", "\"kind\":\"mark\"", "\"kind\":\"promotion\"",
                "\"validated\":4,\"promoted\":4,\"logged\":4,\"drifts\":[]");
    }

    @Test
    void whatIsMissingInMasterIsNamedWithItsRun() {
        run(database, """
                DELETE FROM marketing.company_slots s USING marketing.company_master m
                WHERE m.company_unique_id = s.company_unique_id AND m.source_record_id = '1';
                DELETE FROM marketing.company_master WHERE source_record_id = '1'""");

        assertThat(session.run("batch", "--batch", "B")).isEqualTo(1);

        assertThat(session.out()).contains("4 validated, 3 promoted, 4 logged: 1 wait to be promoted;"
                + " 1 of run B are logged and not in master.");
        assertThat(session.err()).contains("does not agree");
    }

    @Test
    void whatWasTakenBackAndClearedIsNoDrift() {
        session.run("take-back", ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'promotion'"));
        session.run("batch", "--batch", "B");
        assertThat(session.out()).contains("4 validated, 0 promoted, 0 logged: 4 wait to be promoted.");

        session.run("promote", "--batch", "B");
        session.run("clear", "--batch", "B");
        assertThat(session.run("batch", "--batch", "B")).isZero();
        assertThat(session.out()).contains("4 validated, 4 promoted, 4 logged: they agree.");
        assertThat(session.out().lines().map(l -> l.replaceAll("\\s+", " "))).contains("imported 5", "in intake 1", "cleared 4",
                "taken back 4");
    }

    @Test
    void runsOfOtherClientsCountAsLogged() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validated) VALUES (100, 'Old', 'OLD', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.11.00100.100', 'Old', 'https://old.example', 'intake_promotion', '100');
                INSERT INTO shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                                failed_records)
                VALUES ('OLD', 'intake.company_raw_intake', 'marketing.company_master', 1, 1, 0)""");

        assertThat(session.run("batch", "--batch", "OLD")).isZero();
        assertThat(session.out()).contains("1 validated, 1 promoted, 1 logged: they agree.", "No file of it is known.");
    }

    @Test
    void twoBatchesStandSideBySide() {
        run(database, "INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (100, 'Other', 'C')");

        session.run("batch", "--batch", "B", "--with", "C");

        assertThat(session.out().lines().map(l -> l.replaceAll("\\s+", " "))).contains("STAGE B C", "imported 5 1", "new 0 1");
    }

    @Test
    void peopleHaveTheirStoryAndWhatIsNotThereIsRefused() {
        run(database, "INSERT INTO intake.people_raw_intake (first_name, last_name, import_batch_id) VALUES ('Ann', 'Lee', 'P')");

        assertThat(session.run("batch", "--batch", "P", "--people")).isZero();
        assertThat(session.run("batch", "--batch", "P")).isEqualTo(1);
        assertThat(session.err()).contains("There is no batch P of companies.");
    }
}
