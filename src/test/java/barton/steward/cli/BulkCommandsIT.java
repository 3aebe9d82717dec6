package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.Launcher.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Real companies from a list that nobody made for this program, and the bulk actions on them, by the real launcher.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkCommandsIT {
    private static final String COMPANIES = Path.of("src/test/resources/sp500-companies.csv").toAbsolutePath().toString();

    private Launcher steward;
    private Result imported;
    private Result unknownBatch;
    private Result assigned;
    private Result states;
    private Result marked;
    private Result markedAgain;
    private Result undone;
    private Result promotedAll;
    private Result history;

    @BeforeAll
    void work() throws Exception {
        steward = new Launcher(Launcher.freshHome());
        imported = steward.run("import", "companies", COMPANIES, "--batch", "SP500", "--map",
                "company=Security,industry=\"GICS Sector\",company_city=\"Headquarters Location\",founded_year=Founded", "--json");
        unknownBatch = steward.run("mark", "--batch", "NOWHERE");
        assigned = steward.run("assign-batch", "--batch", "OTHER", "--ids", "1,2,3", "--json");
        states = steward.run("fill-states", "--batch", "SP500", "--json");
        marked = steward.run("mark", "--batch", "OTHER", "--json");
        markedAgain = steward.run("mark", "--batch", "OTHER", "--executor", "ann");
        undone = steward.run("undo", "3", "--executor", "ann", "--json");
        steward.run("mark", "--batch", "OTHER");
        promotedAll = steward.run("promote", "--all", "--executor", "nightly", "--json");
        history = steward.run("history");
    }

    @AfterAll
    void stop() throws Exception {
        steward.stopLocalDatabase();
    }

    @Test
    void everyRealCompanyIsTakenAndWhatDidNotFitIsNoted() {
        assertThat(imported.out()).startsWith("{\"batch\":\"SP500\",\"taken\":503,\"refused\":0,\"noted\":39,");
    }

    @Test
    void aBatchThatDoesNotExistIsASlip() {
        assertThat(unknownBatch.exitCode()).isEqualTo(1);
        assertThat(unknownBatch.err()).contains("Intake has no such row; nothing was changed.");
    }

    @Test
    void rowsAreAssignedAndMarked() {
        assertThat(List.of(assigned, marked)).extracting(Result::out)
                .allMatch(out -> out.startsWith("{\"announced\":3,\"changed\":3"));
    }

    @Test
    void nothingToDoIsSaidAndNoSlip() {
        assertThat(states.out()).isEqualTo("{\"announced\":0,\"changed\":0,\"action\":null}\n");
        assertThat(markedAgain.exitCode()).isZero();
        assertThat(markedAgain.out()).startsWith("There is nothing to do for these rows");
    }

    @Test
    void anActionIsTakenBackByItsNumber() {
        assertThat(undone.json().get("rows").asLong()).isEqualTo(3);
        assertThat(history.out().lines().filter(line -> line.contains(" ann "))).hasSize(1);
        assertThat(history.out().lines().filter(line -> line.strip().startsWith("3 ")).findFirst().orElseThrow()).endsWith("4");
    }

    @Test
    void everyBatchWithRowsToPromoteIsPromotedInARunOfItsOwn() {
        assertThat(promotedAll.out()).isEqualTo("{\"runs\":[{\"batch\":\"OTHER\",\"run\":\"OTHER\",\"promoted\":3}],\"failed\":[],"
                + "\"not_tried\":[],\"passed_over\":[]}\n");
    }
}
