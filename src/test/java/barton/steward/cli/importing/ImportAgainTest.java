package barton.steward.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command does that imports into a batch which is there already.
class ImportAgainTest {
    private static final String COMPANIES = "Company,Website,Company City\nAcme,https://acme.example,Athens\n"
            + "Bolt,https://bolt.example,Beckley\n";
    private static final String OTHERS = "Company\nCable\n";

    @TempDir
    private Path folder;
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands steward = new TestCommands(database);

    @Test
    void theSameCommandTwiceIsRecognisedAndTakesTheFileOnce() throws IOException {
        assertThat(companies(COMPANIES)).isZero();
        assertThat(companies(COMPANIES)).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: This file was taken into batch B already: 2 rows of companies.csv by ann on ")
                .contains("Nothing was taken now.", "`steward import … --again`");
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void theSameFileIsKnownUnderAnotherName() throws IOException {
        companies(COMPANIES);
        Path copy = Files.writeString(folder.resolve("copy.csv"), COMPANIES);
        assertThat(steward.run("import", "companies", copy.toString(), "--batch", "B", "--json")).isEqualTo(1);
        assertThat(steward.out()).startsWith("{\"error\":\"This file was taken into batch B already: ").contains("\"advice\":");
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void rowsOfTheSameFileAreAddedWhereThatIsSaidAndOnceWhereTheCommandIsRepeated() throws IOException {
        companies(COMPANIES);
        assertThat(companies(COMPANIES, "--append")).isZero();
        assertThat(rows()).isEqualTo("4");
        assertThat(companies(COMPANIES, "--append")).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: This file was taken into batch B already: 2 rows of companies.csv by ann on ")
                .contains("(action 2). Nothing was taken now.");
        assertThat(rows()).isEqualTo("4");
    }

    @Test
    void aFileIsTakenOnceMoreWhereThatIsSaid() throws IOException {
        companies(COMPANIES);
        assertThat(companies(COMPANIES, "--again")).isZero();
        assertThat(companies(COMPANIES, "--again")).isZero();
        assertThat(rows()).isEqualTo("6");
        assertThat(companies(COMPANIES, "--append")).isEqualTo(1);
    }

    @Test
    void anotherFileIntoABatchThatExistsIsRefusedUnlessItsRowsAreToBeAdded() throws IOException {
        companies(COMPANIES);
        assertThat(companies(OTHERS)).isEqualTo(1);
        assertThat(steward.err()).isEqualTo("steward: Batch B exists already: it has 2 rows in intake. Nothing was taken."
                + " Name another batch, or add the rows of the file to this one: `steward import … --append`.\n");
        assertThat(rows()).isEqualTo("2");
        assertThat(companies(OTHERS, "--append")).isZero();
        assertThat(rows()).isEqualTo("3");
    }

    @Test
    void aBatchExistsAlsoWhereItsRowsWereClearedOrAreInMasterOnly() throws IOException {
        companies(COMPANIES);
        steward.run("mark", "--batch", "B");
        steward.run("promote", "--batch", "B");
        steward.run("clear", "--batch", "B");
        assertThat(rows()).isEqualTo("0");
        assertThat(companies(OTHERS)).isEqualTo(1);
        assertThat(steward.err()).contains("it has 2 rows cleared from intake, 2 companies in master.");
        assertThat(companies(COMPANIES)).isEqualTo(1);
        assertThat(steward.err()).contains("This file was taken into batch B already");

        TestDatabases.run(database, "UPDATE marketing.company_master SET import_batch_id = 'LEGACY' WHERE company_name = 'Acme'");
        assertThat(steward.run("import", "companies", file(OTHERS), "--batch", "LEGACY")).isEqualTo(1);
        assertThat(steward.err()).contains("Batch LEGACY exists already: it has 1 company in master.");
    }

    @Test
    void peopleGoIntoTheBatchOfTheirCompaniesAndThenOnce() throws IOException {
        companies(COMPANIES);
        String people = "First Name,Last Name,Company\nAnn,Lee,Acme\n";
        assertThat(steward.run("import", "people", file(people), "--batch", "B")).isZero();
        assertThat(steward.run("import", "people", file(people), "--batch", "B")).isEqualTo(1);
        assertThat(steward.err()).contains("This file was taken into batch B already");
        assertThat(steward.run("import", "people", file(people + "Bob,Ray,Acme\n"), "--batch", "B")).isEqualTo(1);
        assertThat(steward.err()).contains("Batch B exists already: it has 1 row in intake.");
        assertThat(ask("SELECT count(*) FROM intake.people_raw_intake")).isEqualTo("1");
    }

    @Test
    void ofAnImportFromBeforeFilesWereKeptOnlyTheBatchIsKnown() throws IOException {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Acme', 'B');
                INSERT INTO shq.import_detail (request_id, batch, row_count) VALUES (gen_random_uuid(), 'B', 1)""");
        assertThat(companies(COMPANIES)).isEqualTo(1);
        assertThat(steward.err()).contains("Batch B exists already: it has 1 row in intake.");
        assertThat(companies(COMPANIES, "--append")).isZero();
        assertThat(rows()).isEqualTo("3");
    }

    @Test
    void aFileOfWhichNothingWasTakenCanBeImportedAsIfItHadNotBeen() throws IOException {
        String faulty = COMPANIES + "Cable,one,two,three\n";
        assertThat(companies(faulty, "--all-or-nothing")).isEqualTo(1);
        assertThat(companies("Company,Website\nAcme\n")).isEqualTo(1);
        assertThat(rows()).isEqualTo("0");
        assertThat(companies(faulty)).isEqualTo(1);
        assertThat(rows()).isEqualTo("2");
    }

    @Test
    void whoTookWhichFileIsKept() throws IOException {
        companies(COMPANIES);
        assertThat(ask("""
                SELECT concat_ws(' ', f.table_name, f.batch, f.file_name, f.row_count, f.executor, f.sha256 = encode(sha256('%s'), 'hex'))
                FROM shq.import_file f JOIN shq.import_detail d USING (import_no) WHERE d.imported_at IS NOT NULL""".formatted(COMPANIES)))
                .isEqualTo("intake.company_raw_intake B companies.csv 2 ann t");
    }

    private int companies(String text, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("import", "companies", file(text), "--batch", "B"));
        arguments.addAll(List.of(options));
        return steward.run(arguments.toArray(String[]::new));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("companies.csv"), text).toString();
    }

    private String rows() {
        return ask("SELECT count(*) FROM intake.company_raw_intake");
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
