package barton.steward.cli.sidecar;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records that failed go out to be enriched, and come back.
class EnrichmentCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource database = TestDatabases.migrated();
    private Path file;

    @TempDir
    private Path folder;

    /// Companies 1 to 4 lack their website; 5 is fine, 6 was validated by hand in spite of what it lacks, 7 was rejected.
    @BeforeEach
    void judge() {
        file = folder.resolve("out.json");
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, industry, company_linkedin_url, company_phone, company_state,
                    state_abbrev, company_city, num_employees, import_batch_id)
                SELECT g, 'Company ' || g, CASE WHEN g = 5 THEN 'https://c5.example' END, 'Mining', 'https://linkedin.com/company/c' || g,
                       '+13045550' || 100 + g, 'West Virginia', 'WV', 'Charleston', 10, 'B'
                FROM generate_series(1, 7) g""");
        json(0, "validate", "--batch", "B");
        json(0, "mark", "--ids", "6");
        json(0, "mark", "--ids", "7", "--rejected", "--note", "not ours");
    }

    @Test
    void whatFailedGoesOutWithItsStateFieldsAndFindings() throws IOException {
        JsonNode written = json(0, "export-enrichment", "--batch", "B", "--out", file.toString());
        assertThat(written.get("records").asLong()).isEqualTo(4);
        assertThat(written.get("rejected").asLong()).isEqualTo(1);
        JsonNode out = JSON.readTree(Files.readString(file));
        assertThat(out.propertyNames()).containsExactly("format", "version", "entity", "batch", "exported_at", "exported_by", "records");
        assertThat(out.get("batch").asString()).isEqualTo("B");
        JsonNode first = out.get("records").get(0);
        assertThat(first.propertyNames()).containsExactly("id", "state", "fields", "findings", "notes");
        assertThat(first.get("id").asLong()).isEqualTo(1);
        assertThat(first.get("fields").get("company").asString()).isEqualTo("Company 1");
        assertThat(first.get("fields").get("website").isNull()).isTrue();
        assertThat(first.get("findings").valueStream().map(f -> f.get("field").asString())).contains("website");
        assertThat(first.get("notes").get(0).asString()).contains("website");
    }

    @Test
    void enrichedRecordsAreFilledAndJudgedAgainAndNothingElseIs() throws IOException {
        enrich("website", "https://c%d.example");
        JsonNode seen = json(0, "import", "enriched", file.toString(), "--dry-run");
        assertThat(seen.get("announced").asLong()).isEqualTo(4);
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website IS NOT NULL")).isEqualTo("1");

        JsonNode done = json(0, "import", "enriched", file.toString(), "--executor", "ann");
        assertThat(done.get("changed").asLong()).isEqualTo(4);
        assertThat(ask(database, "SELECT string_agg(id || website, ',' ORDER BY id) FROM intake.company_raw_intake WHERE validated"
                + " AND id < 5")).isEqualTo("1https://c1.example,2https://c2.example,3https://c3.example,4https://c4.example");
        assertThat(ask(database, "SELECT validated || validated_by FROM intake.company_raw_intake WHERE id = 6")).isEqualTo("trueann");
        assertThat(ask(database, "SELECT total_records || ' ' || passed_records || ' ' || executed_by FROM public.shq_validation_log"
                + " WHERE validation_run_id = '" + done.get("run").asString() + "'")).isEqualTo("4 4 ann");
        assertThat(ask(database, "SELECT kind || ' ' || summary || ' ' || executor || ' ' || row_count FROM shq.action"
                + " WHERE kind <> 'validate' ORDER BY action_id DESC LIMIT 1"))
                .isEqualTo("enrich Filled in by enrichment of batch B ann 4");

        JsonNode again = json(0, "import", "enriched", file.toString());
        assertThat(again.get("unchanged").asLong()).isEqualTo(4);
        assertThat(again.get("written").asLong()).isZero();
        assertThat(again.get("taken_before")).isEqualTo(done.get("actions").get(0));
    }

    @Test
    void anEnrichmentIsTakenBack() throws IOException {
        enrich("website", "https://c%d.example");
        String action = json(0, "import", "enriched", file.toString()).get("actions").get(0).asString();
        assertThat(json(0, "undo", action).get("rows").asLong()).isEqualTo(4);
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE id < 5 AND website IS NULL AND NOT validated"))
                .isEqualTo("4");
    }

    @Test
    void aRecordThatWasChangedInBetweenIsAConflictAndNotOverwritten() throws IOException {
        enrich("website", "https://c%d.example");
        run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 1");
        json(0, "mark", "--ids", "2");
        json(0, "mark", "--ids", "3", "--rejected", "--note", "closed down");
        json(0, "validate", "--batch", "B");
        run(database, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 2");

        JsonNode done = json(1, "import", "enriched", file.toString());
        assertThat(done.get("conflicts").asLong()).isEqualTo(3);
        assertThat(done.get("changed").asLong()).isEqualTo(1);
        assertThat(done.get("misfits").valueStream().map(m -> m.get("key").asString())).containsExactly("1", "2", "3");
        assertThat(done.get("misfits").get(0).get("reason").asString()).isEqualTo("conflict: the record was changed, validated or"
                + " rejected since it was passed on; now website is \"https://theirs.example\"");
        assertThat(ask(database, "SELECT string_agg(coalesce(website, '-'), ',' ORDER BY id) FROM intake.company_raw_intake"
                + " WHERE id < 5")).isEqualTo("https://theirs.example,-,-,https://c4.example");
        assertThat(ask(database, "SELECT shq.is_rejected(validation_notes) FROM intake.company_raw_intake WHERE id = 3")).isEqualTo("t");
    }

    @Test
    void aRunOfRulesInBetweenIsNoConflictAndAPromotionIs() throws IOException {
        enrich("website", "https://c%d.example");
        json(0, "validate", "--batch", "B");
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00001.001', 'Company 1', 'https://x.example', 'intake_promotion', '1')""");
        JsonNode done = json(1, "import", "enriched", file.toString());
        assertThat(done.get("misfits").get(0).get("reason").asString())
                .isEqualTo("conflict: the record was promoted since; now website is nothing");
        assertThat(done.get("changed").asLong()).isEqualTo(3);
    }

    @Test
    void oneConflictKeepsAllBackWhereThatIsWanted() throws IOException {
        enrich("website", "https://c%d.example");
        run(database, "UPDATE intake.company_raw_intake SET industry = 'Glass' WHERE id = 1");
        assertThat(json(1, "import", "enriched", file.toString(), "--all-or-nothing").get("written").asLong()).isZero();
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website IS NOT NULL")).isEqualTo("1");
    }

    @Test
    void whatIsWrongWithARecordIsNamedAndTheOthersAreTaken() throws IOException {
        json(0, "export-enrichment", "--batch", "B", "--out", file.toString());
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        record(out, 0).put("web_site", "https://c1.example");
        record(out, 1).put("num_employees", "about 40");
        ((ObjectNode) out.get("records").get(2)).put("id", 999);
        record(out, 3).put("website", "https://c4.example");
        out.withArray("records").addObject().put("id", 4).put("state", "x").putObject("fields").put("company", "\0");
        out.withArray("records").addObject().put("id", 5).put("comment", "x");
        Files.writeString(file, out.toString());
        JsonNode done = json(1, "import", "enriched", file.toString());
        assertThat(done.get("changed").asLong()).isEqualTo(1);
        List<String> reasons = done.get("misfits").valueStream().map(m -> m.get("key").asString() + " " + m.get("reason").asString())
                .toList();
        assertThat(reasons).hasSize(5).anySatisfy(r -> assertThat(r).startsWith("1 there is no field “web_site”; there are company,"))
                .contains("2 num_employees is no whole number that fits", "999 the batch has no such record",
                        "4 company holds a character that no database can store (NUL, or half of one)",
                        "5 a record has no “comment”: what is found out goes into “fields”, or into “enrichment” for the sidecar");
        assertThat(ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 4")).isEqualTo("https://c4.example");
    }

    @Test
    void aNullEmptiesAFieldAndWhatIsLeftOutStays() throws IOException {
        json(0, "export-enrichment", "--batch", "B", "--out", file.toString());
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        ((ObjectNode) out.get("records").get(0)).putObject("fields").putNull("industry").put("num_employees", 12);
        Files.writeString(file, out.toString());
        assertThat(json(0, "import", "enriched", file.toString()).get("changed").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT company || num_employees || coalesce(industry, '-') FROM intake.company_raw_intake"
                + " WHERE id = 1")).isEqualTo("Company 112-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"format\": \"barton-steward/enrichment\", \"version\": 1|line 1, column",
        "{\"format\": \"other\"}|its “format” is not “barton-steward/enrichment”",
        "[{\"id\": 1}]|its “format” is not",
        "{\"format\": \"barton-steward/enrichment\", \"version\": 2, \"entity\": \"company\"}|of another version",
        "{\"format\": \"barton-steward/enrichment\", \"version\": 1, \"entity\": \"company\"}|does not say of which batch"})
    void aFileThatIsNoneIsRefusedAndNothingIsLost(String content, String complaint) throws IOException {
        Files.writeString(file, content);
        var session = new TestCommands(database);
        assertThat(session.run("import", "enriched", file.toString())).isEqualTo(1);
        assertThat(session.err()).contains(complaint);
        assertThat(Files.readString(file)).isEqualTo(content);
        assertThat(ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website IS NOT NULL")).isEqualTo("1");
    }

    @Test
    void withoutFailedRecordsTheFileThatIsThereStays() throws IOException {
        Files.writeString(file, "mine");
        var session = new TestCommands(database);
        assertThat(session.run("export-enrichment", "--batch", "NOWHERE", "--out", file.toString())).isEqualTo(1);
        assertThat(session.err()).contains("No record of batch NOWHERE has failed");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    /// Exports the batch and fills a field of every record, with its id.
    private void enrich(String field, String value) throws IOException {
        json(0, "export-enrichment", "--batch", "B", "--out", file.toString());
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        out.get("records").forEach(r -> ((ObjectNode) r.get("fields")).put(field, value.formatted(r.get("id").asLong())));
        Files.writeString(file, out.toString());
    }

    private static ObjectNode record(ObjectNode file, int index) {
        return (ObjectNode) file.get("records").get(index).get("fields");
    }

    private JsonNode json(int exitCode, String... arguments) {
        var session = new TestCommands(database);
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertThat(session.run(all)).as(session.err()).isEqualTo(exitCode);
        return JSON.readTree(session.out());
    }
}
