package barton.steward.cli.sidecar;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records that failed go out to an object store, or a folder, and come back from there.
class ExchangeCommandsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BATCH = "B 1/ü";
    private static final String HOME = "s3://exchange/to agents";
    private static final String WEBSITES = "SELECT count(website) FROM intake.company_raw_intake";

    private final DataSource database = TestDatabases.migrated();
    private final TestCommands steward = new TestCommands(database);
    private final TestStore store = new TestStore();

    @TempDir
    private Path folder;

    @BeforeEach
    void judge() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, industry, company_linkedin_url, company_phone, company_state,
                    state_abbrev, company_city, num_employees, import_batch_id)
                SELECT g, 'Company ' || g, 'Mining', 'https://linkedin.com/company/c' || g, '+13045550' || 100 + g, 'West Virginia', 'WV',
                       'Charleston', 10, 'B 1/ü'
                FROM generate_series(1, 4) g""");
        json(0, "validate", "--batch", BATCH);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatFailedIsPutIntoTheStoreOnceAndTakenFromItOnce() {
        JsonNode sent = json(0, "export-enrichment", "--batch", BATCH, "--to", HOME);
        assertThat(sent.get("records").asLong()).isEqualTo(4);
        assertThat(sent.get("sent").asBoolean()).isTrue();
        String key = store.keys().getFirst();
        assertThat(sent.get("address").asString()).isEqualTo("s3://exchange/" + key);
        assertThat(key).matches("to agents/B\\+1%2F%C3%BC\\.company\\.[0-9a-f]{16}\\.to-enrich\\.json");
        String first = store.text(key);

        JsonNode again = json(0, "export-enrichment", "--batch", BATCH, "--to", HOME + "/");
        assertThat(again.get("sent").asBoolean()).isFalse();
        assertThat(store.keys()).containsExactly(key);
        assertThat(store.text(key)).isEqualTo(first);

        assertThat(json(0, "import", "enriched", "--from", HOME).get("files").isEmpty()).isTrue();
        store.put("to agents/done/first.json", enriched(first));
        JsonNode seen = json(0, "import", "enriched", "--from", HOME, "--dry-run");
        assertThat(seen.get("files").get(0).get("result").get("announced").asLong()).isEqualTo(4);
        assertThat(ask(database, WEBSITES)).isEqualTo("0");

        JsonNode taken = json(0, "import", "enriched", "--from", HOME);
        assertThat(taken.get("files").get(0).get("file").asString()).isEqualTo("s3://exchange/to agents/done/first.json");
        assertThat(taken.get("files").get(0).get("result").get("changed").asLong()).isEqualTo(4);
        assertThat(ask(database, WEBSITES)).isEqualTo("4");

        run(database, "UPDATE intake.company_raw_intake SET website = 'https://later.example' WHERE id = 1");
        JsonNode later = json(0, "import", "enriched", "--from", HOME);
        assertThat(later.get("files").isEmpty()).isTrue();
        assertThat(later.get("taken_before").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 1")).isEqualTo("https://later.example");
    }

    @Test
    void aFileThatCannotBeTakenKeepsNoOtherBack() {
        String out = out();
        store.put("to agents/a.json", "{\"format\": \"barton-st");
        store.put("to agents/b.json", enriched(out));
        JsonNode taken = json(1, "import", "enriched", "--from", HOME);
        assertThat(taken.get("files").get(0).get("refused").asString()).contains("a.json is not as it must be");
        assertThat(taken.get("files").get(1).get("result").get("changed").asLong()).isEqualTo(4);
        assertThat(steward.err()).startsWith("s3://exchange/to agents/a.json: a.json is not as it must be");
    }

    @Test
    void oneFileOfTheStoreIsTakenByItsName() {
        String enriched = enriched(out());
        store.put("to agents/a.json", enriched);
        store.put("to agents/b.json", "{}");
        assertThat(json(0, "import", "enriched", "--from", HOME + "/a.json").get("files").size()).isEqualTo(1);
        assertThat(ask(database, WEBSITES)).isEqualTo("4");
    }

    @Test
    void aTransferThatIsCutGoesOn() {
        store.cut(1);
        String out = out();
        assertThat(JSON.readTree(out).get("records").size()).isEqualTo(4);

        store.put("to agents/a.json", enriched(out) + " ".repeat(400_000));
        store.cut(3);
        json(0, "import", "enriched", "--from", HOME);
        assertThat(ask(database, WEBSITES)).isEqualTo("4");
        assertThat(store.reads()).isEqualTo(4);
    }

    @Test
    void aStoreThatBreaksOffAgainAndAgainLeavesNothingHalf() {
        store.cut(Integer.MAX_VALUE);
        assertThat(steward.run("export-enrichment", "--batch", BATCH, "--to", HOME)).isEqualTo(1);
        assertThat(steward.err()).contains("nothing was written");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void bytesThatChangedInTheStoreAreNotTaken() {
        store.put("to agents/a.json", enriched(out()));
        store.spoil();
        assertThat(json(1, "import", "enriched", "--from", HOME).get("files").get(0).get("refused").asString())
                .isEqualTo("s3://exchange/to agents/a.json did not arrive as it was stored; nothing was taken.");
        assertThat(ask(database, WEBSITES)).isEqualTo("0");
    }

    @Test
    void aFullBucketAWrongKeyAndAMissingBucketAreSaidAndTheKeyIsNot() {
        assertThat(refusal("export-enrichment", "--batch", BATCH, "--to", "s3://nowhere/x")).contains("There is no bucket");
        assertThat(refusal("import", "enriched", "--from", "s3://nowhere")).contains("There is no bucket");
        assertThat(refusal("import", "enriched", "--from", "s3:/slip")).contains("It looks like s3://bucket/prefix.");
        store.fillUp();
        assertThat(refusal("export-enrichment", "--batch", BATCH, "--to", HOME)).contains("is full; nothing was written.");
        store.key("another-canary");
        assertThat(refusal("export-enrichment", "--batch", BATCH, "--to", HOME)).contains("does not accept these keys");
        assertThat(refusal("import", "enriched", "--from", HOME)).contains("does not accept these keys").doesNotContain("another-canary");
        store.noKeys();
        assertThat(refusal("import", "enriched", "--from", HOME)).contains("There are no keys for", "AWS_ACCESS_KEY_ID");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void aFolderWorksTheSameWay() throws IOException {
        json(0, "export-enrichment", "--batch", BATCH, "--to", folder.toUri().toString());
        json(0, "export-enrichment", "--batch", BATCH, "--to", folder.toString());
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        assertThat(files).singleElement().asString().endsWith(".to-enrich.json");
        Files.writeString(folder.resolve(".b.json.part"), "half of");
        Files.writeString(folder.resolve("notes.txt"), "not ours");
        Files.writeString(folder.resolve("b.json"), enriched(Files.readString(files.getFirst())));
        assertThat(json(0, "import", "enriched", "--from", folder.toString()).get("files").size()).isEqualTo(1);
        assertThat(ask(database, WEBSITES)).isEqualTo("4");
        assertThat(refusal("import", "enriched", "--from", folder.resolve("none").toString())).contains("There is no folder");
    }

    @Test
    void aFileOrAPlaceIsNamedAndNotBoth() {
        assertThat(steward.run("export-enrichment", "--batch", BATCH)).isEqualTo(2);
        assertThat(steward.run("export-enrichment", "--batch", BATCH, "--out", "x", "--to", "y")).isEqualTo(2);
        assertThat(steward.run("import", "enriched")).isEqualTo(2);
    }

    private String refusal(String... arguments) {
        assertThat(steward.run(arguments)).isEqualTo(1);
        assertThat(steward.err() + steward.out()).doesNotContain(TestStore.SECRET);
        return steward.err();
    }

    /// What an agent finds in the store.
    private String out() {
        json(0, "export-enrichment", "--batch", BATCH, "--to", HOME);
        return store.text(store.keys().getFirst());
    }

    private static String enriched(String out) {
        JsonNode file = JSON.readTree(out);
        file.get("records").forEach(r -> ((ObjectNode) r.get("fields")).put("website", "https://found.example"));
        return file.toString();
    }

    private JsonNode json(int code, String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
        assertThat(steward.run(all)).as(() -> String.join(" ", all) + ": " + steward.err()).isEqualTo(code);
        return JSON.readTree(steward.out());
    }
}
