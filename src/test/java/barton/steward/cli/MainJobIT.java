package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.Launcher.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The main job by commands, in a home where nothing is yet, with the database that the application brings along.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobIT {
    private static final String SAMPLE = Path.of("assets/sample/companies-wv.csv").toAbsolutePath().toString();

    private Path home;
    private Launcher steward;
    private Result imported;
    private Result missing;
    private Result announced;
    private Result rejected;
    private Result marked;
    private Result preview;
    private Result promoted;
    private Result promotedAll;
    private Result status;
    private Result log;
    private Result export;
    private Result doctor;

    @BeforeAll
    void work() throws Exception {
        home = Launcher.freshHome();
        steward = new Launcher(home);
        imported = steward.run("import", "companies", SAMPLE, "--batch", "WV1", "--json");
        missing = steward.run("import", "companies", home.resolve("nothing.csv").toString(), "--batch", "WV2");
        announced = steward.run("mark", "--batch", "WV1", "--dry-run", "--json");
        marked = steward.run("--json", "--executor", "ann", "mark", "--batch", "WV1");
        rejected = steward.run("mark", "--ids", "1,2", "--rejected", "--note", "not a company", "--json");
        preview = steward.run("promote", "--batch", "WV1", "--dry-run", "--json");
        promoted = steward.run("promote", "--batch", "WV1", "--executor", "ann", "--json");
        promotedAll = steward.run("promote", "--all", "--json");
        status = steward.run("status", "--json");
        log = steward.run("log", "--limit", "1", "--json");
        export = steward.run("export", "intake", "--status", "failed", "--out", home.resolve("failed.csv").toString(), "--json");
        doctor = steward.run("doctor", "--json");
    }

    @AfterAll
    void stop() throws Exception {
        steward.stopLocalDatabase();
    }

    @Test
    void importTellsHowManyRowsItTookRefusedAndNoted() {
        assertThat(imported.json().propertyNames()).startsWith("batch", "taken", "refused", "noted");
        assertThat(imported.json().get("taken").asLong()).isEqualTo(446);
        assertThat(imported.exitCode()).isZero();
    }

    @Test
    void importOfAMissingFileIsRefused() {
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("There is no file").contains("nothing.csv");
    }

    @Test
    void markAnnouncesWithoutChanging() {
        assertThat(counts(announced.json(), "announced", "changed")).containsExactly(446L, 0L);
    }

    @Test
    void markChangesWhatItAnnounced() {
        assertThat(counts(marked.json(), "announced", "changed")).containsExactly(446L, 446L);
    }

    @Test
    void rejectingChangesTheRowsWithTheIds() {
        assertThat(counts(rejected.json(), "announced", "changed")).containsExactly(2L, 2L);
    }

    @Test
    void previewTellsWhatWouldBePromoted() {
        assertThat(preview.json().propertyNames())
                .containsExactly("batch", "promotable", "already_promoted", "held_by_other_source", "held_by_match", "not_validated",
                        "edited_since_validation", "refused", "placeholder", "possible_duplicates", "possible_duplicates_at");
        assertThat(counts(preview.json(), "promotable", "already_promoted", "held_by_other_source", "held_by_match", "not_validated",
                "edited_since_validation", "refused")).containsExactly(444L, 0L, 0L, 0L, 2L, 0L, 0L);
        assertThat(preview.json().get("possible_duplicates").isNull()).isTrue();
    }

    @Test
    void promotionTellsItsRunAndItsRows() {
        assertThat(promoted.out()).isEqualTo("{\"batch\":\"WV1\",\"run\":\"WV1\",\"promoted\":444}\n");
    }

    @Test
    void promotingAllBatchesIsDoneWhereNoneHasRowsLeft() {
        assertThat(promotedAll.out()).isEqualTo("{\"runs\":[],\"failed\":[],\"not_tried\":[],\"passed_over\":[]}\n");
        assertThat(promotedAll.exitCode()).isZero();
    }

    @Test
    void statusCountsTheBatch() {
        assertThat(status.out()).isEqualTo(
                "{\"batches\":[{\"batch\":\"WV1\",\"imported\":446,\"validated\":444,\"failed\":2,\"promoted\":444}]}\n");
    }

    @Test
    void logShowsTheRun() {
        JsonNode run = log.json().get("runs").get(0);

        assertThat(run.propertyNames())
                .containsExactly("run", "source", "target", "total", "passed", "failed", "executor", "executed_at", "notes");
        assertThat(List.of(run.get("run").asString(), run.get("source").asString(), run.get("target").asString(),
                run.get("executor").asString())).containsExactly("WV1", "intake.company_raw_intake", "marketing.company_master", "ann");
        assertThat(counts(run, "total", "passed", "failed")).containsExactly(446L, 444L, 2L);
        assertThat(run.get("executed_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    }

    @Test
    void exportWritesTheRowsThatWereAskedFor() throws Exception {
        assertThat(export.json().get("rows").asLong()).isEqualTo(2);
        assertThat(Files.readString(home.resolve("failed.csv"))).contains("rejected: not a company");
    }

    @Test
    void doctorFindsNothingWrong() {
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.json().propertyNames()).containsExactly("ok", "checks");
        assertThat(doctor.json().get("ok").asBoolean()).isTrue();
        assertThat(doctor.json().get("checks").values()).isNotEmpty()
                .allSatisfy(check -> assertThat(check.propertyNames()).containsExactly("name", "ok", "detail"));
    }

    @Test
    void nothingButTheAnswersIsSaid() {
        assertThat(List.of(imported, announced, marked, rejected, preview, promoted, promotedAll, status, log, export, doctor))
                .extracting(Result::err).containsOnly("");
    }

    private static List<Long> counts(JsonNode answer, String... names) {
        return List.of(names).stream().map(name -> answer.get(name).asLong()).toList();
    }
}
