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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an enrichment found beside the fields waits in intake until its record is promoted.
class EnrichmentAlongTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SIDECARS = "SELECT coalesce(string_agg(m.company_name || ' ' || (s.enrichment_payload ->> 'revenue') || ' '"
            + " || s.enrichment_source || ' ' || s.confidence_score || ' ' || (s.last_enriched_at > now() - interval '1 hour'),"
            + " ', ' ORDER BY m.company_name), 'none') FROM marketing.company_sidecar s"
            + " JOIN marketing.company_master m USING (company_unique_id)";

    private final DataSource database = TestDatabases.migrated();
    private Path file;

    @TempDir
    private Path folder;

    /// Companies 1 to 3 lack their website; 4 is fine.
    @BeforeEach
    void judge() {
        file = folder.resolve("out.json");
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, industry, company_linkedin_url, company_phone, company_state,
                    state_abbrev, company_city, num_employees, import_batch_id)
                SELECT g, 'Company ' || g, CASE WHEN g = 4 THEN 'https://c4.example' END, 'Mining', 'https://linkedin.com/company/c' || g,
                       '+13045550' || 100 + g, 'West Virginia', 'WV', 'Charleston', 10, 'B'
                FROM generate_series(1, 4) g""");
        json(0, "validate", "--batch", "B");
    }

    @Test
    void aPromotionTakesItAlongWhereThatIsAskedFor() throws IOException {
        enrich(1, 2);
        assertThat(json(0, "import", "enriched", file.toString()).get("changed").asLong()).isEqualTo(3);
        JsonNode preview = json(0, "promote", "--batch", "B", "--with-enrichment", "--dry-run");
        assertThat(preview.get("promotable").asLong()).isEqualTo(4);
        assertThat(preview.get("sidecars").asLong()).isEqualTo(2);
        assertThat(json(0, "promote", "--batch", "B", "--dry-run").has("sidecars")).isFalse();
        assertThat(json(0, "promote", "--all", "--with-enrichment", "--dry-run").at("/batches/0/sidecars").asLong()).isEqualTo(2);
        assertThat(ask(database, SIDECARS)).isEqualTo("none");

        JsonNode done = json(0, "promote", "--batch", "B", "--with-enrichment");
        assertThat(done.get("promoted").asLong()).isEqualTo(4);
        assertThat(done.get("sidecars").asLong()).isEqualTo(2);
        assertThat(ask(database, SIDECARS)).isEqualTo("Company 1 1000 clay 91.50 true, Company 2 2000 clay 91.50 true");
    }

    @Test
    void theSidecarsAreAnActionThatIsUndone() throws IOException {
        enrich(1);
        json(0, "import", "enriched", file.toString());
        json(0, "promote", "--batch", "B", "--with-enrichment");
        String action = ask(database, "SELECT action_id || ' ' || summary FROM shq.action ORDER BY action_id DESC LIMIT 1");
        assertThat(action).endsWith(" Took the enrichment along in run B");
        assertThat(json(0, "undo", action.substring(0, action.indexOf(' '))).get("rows").asLong()).isEqualTo(1);
        assertThat(ask(database, SIDECARS)).isEqualTo("none");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("4");
    }

    @Test
    void aPromotionThatIsNotAskedLeavesItInIntake() throws IOException {
        enrich(1);
        json(0, "import", "enriched", file.toString());
        assertThat(json(0, "promote", "--batch", "B").get("promoted").asLong()).isEqualTo(4);
        assertThat(ask(database, SIDECARS)).isEqualTo("none");
        assertThat(ask(database, "SELECT payload ->> 'revenue' FROM shq.intake_enrichment")).isEqualTo("1000");
    }

    @Test
    void theLatestCountsAndTheSameIsKeptOnce() throws IOException {
        enrich(1);
        json(0, "import", "enriched", file.toString());
        assertThat(json(0, "import", "enriched", file.toString()).get("unchanged").asLong()).isEqualTo(3);
        Files.writeString(file, Files.readString(file).replace("\"revenue\":1000", "\"revenue\":1500"));
        assertThat(json(0, "import", "enriched", file.toString(), "--dry-run").get("announced").asLong()).isEqualTo(1);
        JsonNode later = json(0, "import", "enriched", file.toString());
        assertThat(later.get("changed").asLong()).isEqualTo(1);
        assertThat(later.get("unchanged").asLong()).isEqualTo(2);
        assertThat(ask(database, "SELECT string_agg(payload ->> 'revenue', ' ' ORDER BY enrichment_id) FROM shq.intake_enrichment"))
                .isEqualTo("1000 1500");
        json(0, "promote", "--batch", "B", "--with-enrichment");
        assertThat(ask(database, SIDECARS)).startsWith("Company 1 1500 clay");
        assertThat(json(1, "import", "enriched", changed("\"revenue\":1500", "\"revenue\":9")).get("conflicts").asLong()).isEqualTo(1);
    }

    @Test
    void aConflictKeepsNothingOfItsEnrichment() throws IOException {
        enrich(1);
        run(database, "UPDATE intake.company_raw_intake SET industry = 'Glass' WHERE id = 1");
        assertThat(json(1, "import", "enriched", file.toString()).get("conflicts").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT count(*) FROM shq.intake_enrichment")).isEqualTo("0");
    }

    @Test
    void enrichmentOfARecordThatWasChangedIsAConflictThoughItFillsNothing() throws IOException {
        enrich(1);
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        out.get("records").forEach(r -> ((ObjectNode) r).putObject("fields"));
        Files.writeString(file, out.toString());
        run(database, "UPDATE intake.company_raw_intake SET company = 'Another' WHERE id = 1");
        assertThat(json(1, "import", "enriched", file.toString()).get("conflicts").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT count(*) FROM shq.intake_enrichment")).isEqualTo("0");
        run(database, "UPDATE intake.company_raw_intake SET company = 'Company 1' WHERE id = 1");
        assertThat(json(0, "import", "enriched", file.toString()).get("changed").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT count(*) FROM shq.intake_enrichment")).isEqualTo("1");
    }

    @Test
    void whatIsUndoneIsNotTakenAlong() throws IOException {
        enrich(1, 2);
        String action = json(0, "import", "enriched", file.toString()).get("actions").get(0).asString();
        assertThat(json(0, "promote", "--batch", "B", "--with-enrichment", "--dry-run").get("sidecars").asLong()).isEqualTo(2);
        json(0, "undo", action);
        json(0, "mark", "--batch", "B");
        assertThat(json(0, "promote", "--batch", "B", "--with-enrichment").get("sidecars").asLong()).isZero();
        assertThat(ask(database, SIDECARS)).isEqualTo("none");
    }

    @Test
    void aTextThatSidecarsOfAnAdoptedDatabaseDoNotHoldIsNamedAtOnce() throws IOException {
        run(database, "ALTER TABLE marketing.company_sidecar ALTER enrichment_source TYPE VARCHAR(3)");
        enrich(1);
        assertThat(json(1, "import", "enriched", file.toString()).at("/misfits/0/reason").asString())
                .isEqualTo("“source” of the enrichment has more than the 3 characters that fit");
    }

    @Test
    void whatIsWrongWithAnEnrichmentIsNamed() throws IOException {
        enrich(1, 2, 3);
        String broken = Files.readString(file).replaceFirst("\"confidence\":91.5", "\"confidence\":101")
                .replaceFirst("\"source\":\"clay\",\"confidence\":91.5", "\"sauce\":\"clay\"")
                .replaceFirst("\\{\"revenue\":3000\\}", "\"much\"");
        Files.writeString(file, broken);
        assertThat(json(1, "import", "enriched", file.toString()).get("misfits").valueStream().map(m -> m.get("reason").asString()))
                .containsExactly("“confidence” of the enrichment is not between 0 and 100",
                        "“enrichment” has no “sauce”; it has “payload”, “source” and “confidence”",
                        "“payload” of the enrichment is neither an object nor an array");
    }

    @Test
    void peopleGoOutComeBackAndTakeItAlong() throws IOException {
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Merrick', 'https://merrick.example', 'test');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, title, email, company_name, skills, import_batch_id)
                VALUES (1, 'Ann', 'Reed', 'President', 'ann', 'Merrick', ARRAY['law', 'tax'], 'P'),
                       (2, 'Bob', 'Reed', 'Vice President', 'bob@merrick.example', 'Merrick', NULL, 'P')""");
        json(0, "validate", "--people", "--batch", "P");
        JsonNode written = json(0, "export-enrichment", "--people", "--batch", "P", "--out", file.toString());
        assertThat(written.get("records").asLong()).isEqualTo(1);
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        assertThat(out.get("entity").asString()).isEqualTo("person");
        ObjectNode record = (ObjectNode) out.get("records").get(0);
        assertThat(record.get("fields").get("skills").valueStream().map(JsonNode::asString)).containsExactly("law", "tax");
        record.withObject("fields").put("email", "ann@merrick.example");
        record.putObject("enrichment").put("source", "clay").putObject("payload").put("github", "annreed");
        Files.writeString(file, out.toString());
        JsonNode done = json(0, "import", "enriched", file.toString());
        assertThat(done.get("changed").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT email || ' ' || validated FROM intake.people_raw_intake WHERE id = 1"))
                .isEqualTo("ann@merrick.example true");
        assertThat(ask(database, "SELECT source_table || ' ' || passed_records FROM public.shq_validation_log WHERE validation_run_id = '"
                + done.get("run").asString() + "'")).isEqualTo("intake.people_raw_intake 1");
        assertThat(json(0, "promote", "--people", "--batch", "P", "--with-enrichment").get("sidecars").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT p.full_name || ' ' || (s.enrichment_payload ->> 'github') || ' ' || s.enrichment_source"
                + " FROM marketing.people_sidecar s JOIN marketing.people_master p ON p.unique_id = s.person_unique_id"))
                .isEqualTo("Ann Reed annreed clay");
    }

    private String changed(String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
        return file.toString();
    }

    /// Exports the batch, fills in every website, and gives some of the records an enrichment.
    private void enrich(int... ids) throws IOException {
        json(0, "export-enrichment", "--batch", "B", "--out", file.toString());
        ObjectNode out = (ObjectNode) JSON.readTree(Files.readString(file));
        out.get("records").forEach(r -> {
            int id = r.get("id").asInt();
            ((ObjectNode) r.get("fields")).put("website", "https://c" + id + ".example");
            if (Arrays.stream(ids).anyMatch(i -> i == id)) {
                ObjectNode enrichment = ((ObjectNode) r).putObject("enrichment");
                enrichment.putObject("payload").put("revenue", id * 1000);
                enrichment.put("source", "clay").put("confidence", 91.5);
            }
        });
        Files.writeString(file, out.toString());
    }

    private JsonNode json(int exitCode, String... arguments) {
        var session = new TestCommands(database);
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertThat(session.run(all)).as(session.err()).isEqualTo(exitCode);
        return JSON.readTree(session.out());
    }
}
