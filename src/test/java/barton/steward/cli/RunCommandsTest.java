package barton.steward.cli;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.Check;
import barton.steward.model.SchemaResult;
import barton.steward.model.TourStep;
import barton.steward.service.Desk;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import barton.steward.support.TestDatabases;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The commands that take runs back, clear, restore and score, on a database.
class RunCommandsTest implements Surroundings {
    private final DataSource database = TestDatabases.migrated();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /// Three promoted companies, of which one has a sidecar, and a row that is not validated.
    @BeforeEach
    void promote() {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://c' || n || '.example', 'B', n < 4 FROM generate_series(1, 4) n;
                SELECT shq.promote_company_records('B', 'ann');
                INSERT INTO marketing.company_sidecar (company_unique_id)
                SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '2'""");
    }

    @Test
    void aPromotionIsTakenBackButForWhatStays() {
        String kept = ask(database, "SELECT company_unique_id FROM marketing.company_sidecar");
        String companies = ",\"removed\":2,\"kept\":1,\"companies\":[{\"company_unique_id\":\"" + kept
                + "\",\"company_name\":\"Company 2\",\"because\":\"has a sidecar\"}]}\n";

        assertThat(steward("take-back", "B", "--dry-run", "--json")).isZero();
        assertThat(said()).isEqualTo("{\"run\":\"B\",\"take_back\":null" + companies);
        assertThat(master()).isEqualTo("3");

        assertThat(steward("take-back", "B", "--json", "--executor", "ben")).isZero();
        String run = ask(database, "SELECT validation_run_id FROM public.shq_validation_log WHERE executed_by = 'ben'");
        assertThat(said()).isEqualTo("{\"run\":\"B\",\"take_back\":\"" + run + "\"" + companies);
        assertThat(master()).isEqualTo("1");
    }

    @Test
    void whatStaysIsNamedForPeopleToo() {
        steward("take-back", "B", "--dry-run");
        assertThat(said().lines().toList()).satisfiesExactly(
                line -> assertThat(line).isEqualTo("2 companies of run B would be taken back; nothing was changed."),
                line -> assertThat(line).startsWith("STAYS").endsWith("BECAUSE IT"),
                line -> assertThat(line).contains("Company 2").endsWith("has a sidecar"));
    }

    @Test
    void whereNothingCanBeTakenBackThatIsWrong() {
        run(database, "INSERT INTO marketing.company_sidecar (company_unique_id) SELECT company_unique_id FROM marketing.company_master"
                + " ON CONFLICT DO NOTHING");
        assertThat(steward("take-back", "B")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("steward: Something depends on every company of the run.\n");
        assertThat(master()).isEqualTo("3");
    }

    @Test
    void anUnknownRunIsRefused() {
        assertThat(steward("take-back", "nothing")).isEqualTo(1);
        assertThat(err.toString()).startsWith("steward: The validation log has no run nothing.");
        assertThat(steward("take-back", "nothing", "--dry-run")).isEqualTo(1);
        assertThat(err.toString()).endsWith("steward: Master has no company of run nothing. `steward log` shows the runs.\n");
    }

    @Test
    void promotedRowsAreClearedAndRestored() {
        assertThat(steward("clear", "--batch", "B", "--dry-run", "--json")).isZero();
        assertThat(said()).isEqualTo("{\"batch\":\"B\",\"run\":null,\"announced\":3,\"cleared\":0}\n");
        assertThat(steward("clear", "--batch", "B", "--json")).isZero();
        String run = ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");
        assertThat(said()).isEqualTo("{\"batch\":\"B\",\"run\":\"" + run + "\",\"announced\":3,\"cleared\":3}\n");
        assertThat(intake()).isEqualTo("1");

        assertThat(steward("restore", run, "--json")).isZero();
        String restoring = ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'restoring'");
        assertThat(said()).isEqualTo("{\"cleared\":\"" + run + "\",\"run\":\"" + restoring + "\",\"restored\":3}\n");
        assertThat(intake()).isEqualTo("4");

        assertThat(steward("restore", run)).isEqualTo(1);
        assertThat(err.toString()).contains("was restored already, in run " + restoring);
    }

    @Test
    void aBatchThatDoesNotExistIsASlipAndOneWithoutPromotedRowsIsNot() {
        assertThat(steward("clear", "--batch", "nowhere")).isEqualTo(1);
        run(database, "INSERT INTO intake.company_raw_intake (import_batch_id) VALUES ('NEW')");
        assertThat(steward("clear", "--batch", "NEW")).isZero();
        assertThat(said()).isEqualTo("No row of batch NEW is promoted; nothing was changed.\n");
    }

    @Test
    void scoresAreFilledOrComputedAnew() {
        run(database, "UPDATE marketing.company_master SET data_quality_score = CASE source_record_id WHEN '1' THEN NULL ELSE 99 END");
        assertThat(steward("score", "--dry-run", "--json")).isZero();
        assertThat(said()).isEqualTo("{\"announced\":1,\"changed\":0}\n");
        steward("score", "--batch", "B", "--json");
        assertThat(said()).isEqualTo("{\"announced\":1,\"changed\":1}\n");
        steward("score", "--all");
        assertThat(said()).startsWith("2 rows given their score (action ");
        assertThat(ask(database, "SELECT string_agg(DISTINCT data_quality_score::text, ' ') FROM marketing.company_master"))
                .isEqualTo("30.00");
        assertThat(steward("score", "--batch", "nowhere")).isEqualTo(1);
    }

    private int steward(String... arguments) {
        return Commands.run(this, new PrintWriter(out), new PrintWriter(err), false, arguments);
    }

    /// What was said on standard output since it was last asked.
    private String said() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private String master() {
        return ask(database, "SELECT count(*) FROM marketing.company_master");
    }

    private String intake() {
        return ask(database, "SELECT count(*) FROM intake.company_raw_intake");
    }

    @Override
    public Path log() {
        return Path.of("steward.log");
    }

    @Override
    public Desks desks(Consumer<String> progress) {
        return (uri, executor) -> new OpenDesk(
                Desk.over(JdbiDaos.over(Database.over(database)), "Test database", executor.orElse("ann")), () -> { });
    }

    @Override
    public SchemaResult migrate(Optional<String> uri, boolean adopt, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Check> doctor(Optional<String> uri, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int window(Optional<String> uri, Optional<String> executor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TourStep> tour(Path folder, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }
}
