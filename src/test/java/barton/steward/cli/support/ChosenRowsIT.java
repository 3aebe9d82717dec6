package barton.steward.cli.support;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.Launcher;
import barton.steward.cli.Launcher.Result;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every way to say by an option which rows a command is about, by the real launcher.
class ChosenRowsIT {
    private static final String BATCH_OF = "SELECT id || coalesce(import_batch_id, '-') FROM intake.company_raw_intake ORDER BY id";
    private static final String STATE_OF = "SELECT id || coalesce(state_abbrev, '-') FROM intake.company_raw_intake ORDER BY id";

    @TempDir
    private Path home;
    private DataSource database;

    @BeforeEach
    void fill() {
        database = TestDatabases.migrated(TestPostgres.newest());
        run(database, """
                INSERT INTO intake.company_raw_intake (company, company_state, import_batch_id)
                VALUES ('=Sum of all', 'Ohio', 'A'), ('Seneca Ropes', 'Ohio', 'B'), ('Tygart Print', 'Utah', 'B'),
                       ('Davis', 'Utah', NULL)""");
    }

    @Test
    void importFillsTheStateOfRowsThatNameNone() throws Exception {
        Path file = Files.writeString(home.resolve("leads.csv"), "Company,Company State\nOne,Ohio\nTwo,\n");

        assertThat(steward("import", "companies", file.toString(), "--batch", "C", "--state", "WV").exitCode()).isZero();

        assertThat(list(database, """
                SELECT company || ' ' || coalesce(state_abbrev, company_state) FROM intake.company_raw_intake
                WHERE import_batch_id = 'C' ORDER BY id"""))
                .containsExactly("One OH", "Two WV");
    }

    @Test
    void importThatRefusedARowEndsWith1AndNamesIt() throws Exception {
        Path file = Files.writeString(home.resolve("leads.csv"), "Company,Industry\nOne,ropes\nTwo,ropes,and more\n");

        Result result = steward("import", "companies", file.toString(), "--batch", "C", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).startsWith("{\"batch\":\"C\",\"taken\":1,\"refused\":1,\"noted\":0,");
        assertThat(result.err()).startsWith("Line 3");
    }

    @Test
    void markTakesTheRowsOfAState() throws Exception {
        assertChanged(2, steward("mark", "--state", "Ohio", "--json"));
        assertThat(list(database, "SELECT id FROM intake.company_raw_intake WHERE validated ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void aDryRunOfEachBulkActionTellsTheCountAndChangesNothing() throws Exception {
        String before = ask(database, "SELECT string_agg(i::text, '|' ORDER BY id) FROM intake.company_raw_intake i");

        assertThat(List.of(steward("mark", "--batch", "B", "--dry-run", "--json"),
                steward("assign-batch", "--batch", "C", "--state", "Utah", "--dry-run", "--json"),
                steward("fill-states", "--batch", "B", "--dry-run", "--json")))
                .extracting(Result::out).allMatch(out -> out.startsWith("{\"announced\":2,\"changed\":0"));

        assertThat(ask(database, "SELECT string_agg(i::text, '|' ORDER BY id) FROM intake.company_raw_intake i")).isEqualTo(before);
    }

    @Test
    void assignBatchTakesTheRowsOfAState() throws Exception {
        assertChanged(2, steward("assign-batch", "--batch", "C", "--state", "Utah", "--json"));
        assertThat(list(database, BATCH_OF)).containsExactly("1A", "2B", "3C", "4C");
    }

    @Test
    void assignBatchTakesTheRowsOfAnotherBatch() throws Exception {
        assertChanged(2, steward("assign-batch", "--batch", "C", "--from-batch", "B", "--json"));
        assertThat(list(database, BATCH_OF)).containsExactly("1A", "2C", "3C", "4-");
    }

    @Test
    void assignBatchTakesTheRowsWithoutABatch() throws Exception {
        assertChanged(1, steward("assign-batch", "--batch", "C", "--no-batch", "--json"));
        assertThat(list(database, BATCH_OF)).containsExactly("1A", "2B", "3B", "4C");
    }

    @Test
    void fillStatesFillsTheChosenRowsAndThenAllOthers() throws Exception {
        assertChanged(2, steward("fill-states", "--state", "Ohio", "--json"));
        assertThat(list(database, STATE_OF)).containsExactly("1OH", "2OH", "3-", "4-");
        assertChanged(2, steward("fill-states", "--json"));
        assertThat(list(database, STATE_OF)).containsExactly("1OH", "2OH", "3UT", "4UT");
    }

    @Test
    void exportWritesTheRowsOfABatch() throws Exception {
        assertThat(exported("--batch", "B")).containsExactly("Seneca Ropes", "Tygart Print");
    }

    @Test
    void exportWritesTheRowsThatASearchFinds() throws Exception {
        assertThat(exported("--search", "ropes")).containsExactly("Seneca Ropes");
    }

    @Test
    void exportPutsAnApostropheBeforeFormulasWhereThatIsAskedFor() throws Exception {
        assertThat(exported("--batch", "A")).containsExactly("=Sum of all");
        assertThat(exported("--batch", "A", "--spreadsheet-safe")).containsExactly("'=Sum of all");
    }

    /// The companies in the file that the export leaves.
    private List<String> exported(String... options) throws Exception {
        Path file = home.resolve("exported.csv");
        var arguments = new ArrayList<>(List.of("export", "intake", "--out", file.toString(), "--json"));
        arguments.addAll(List.of(options));
        Result result = steward(arguments.toArray(String[]::new));
        List<String> lines = Files.readAllLines(file);
        int company = List.of(lines.getFirst().split(",")).indexOf("company");
        List<String> companies = lines.stream().skip(1).map(line -> line.split(",")[company]).toList();
        assertThat(result.json().get("rows").asInt()).isEqualTo(companies.size());
        return companies;
    }

    private static void assertChanged(int rows, Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("{\"announced\":%d,\"changed\":%d".formatted(rows, rows));
        assertThat(result.exitCode()).isZero();
    }

    private Result steward(String... arguments) throws Exception {
        return new Launcher(home).with("STEWARD_DB", TestPostgres.newest().uri(database)).run(arguments);
    }
}
