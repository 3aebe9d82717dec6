package barton.steward.cli.matching;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finding pairs and deciding about them from the command line.
class MatchCommandsTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @BeforeEach
    void fill() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_state, import_batch_id, validated)
                VALUES (1, 'Merrick Engineering, LLC', 'https://www.merrick.example', '304-555-0101', 'WV', 'B', true),
                       (2, 'Merrick Engineering', 'merrick.example', NULL, NULL, 'B', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, address_state, source_system)
                VALUES ('04.04.01.00.00000.001', 'Merrick Engineering', 'merrick.example', 'WV', 'crm')""");
    }

    @Test
    void pairsAreFoundShownAndDecided() {
        JsonNode found = json(0, "match", "--batch", "B", "--within", "--json");
        assertThat(found.toString()).isEqualTo("""
                {"batch":"B","run":1,"within":true,"compared":2,"compared_with":1,"candidates":3,"open":3}""");

        JsonNode pairs = json(0, "pairs", "--batch", "B", "--limit", "1", "--json");
        assertThat(pairs.get("pairs")).hasSize(1);
        JsonNode pair = pairs.get("pairs").get(0);
        assertThat(pair.propertyNames()).containsExactly("pair", "score", "likeness", "parts", "because", "intake_id", "other_table",
                "other_id",
                "intake", "other", "decision", "decided_by", "changed_since");
        assertThat(pair.get("parts").propertyNames()).containsExactly("name", "host", "phone", "state", "city");
        assertThat(pair.get("because").toString()).contains("same name", "same host: 1 in ");
        assertThat(pair.get("intake").get("phone").asString()).isEqualTo("304-555-0101");

        String number = pair.get("pair").asString();
        JsonNode decided = json(0, "decide", number, "same", "--take", "phone,name", "--executor", "ann", "--json");
        assertThat(decided.propertyNames()).containsExactly("pair", "decision", "action");
        assertThat(ask(database, "SELECT company_name || company_phone FROM marketing.company_master"))
                .isEqualTo("Merrick Engineering, LLC304-555-0101");
        assertThat(json(0, "promote", "--batch", "B", "--dry-run", "--json").get("held_by_match").asInt()).isEqualTo(1);
        assertThat(json(0, "pairs", "--batch", "B", "--json").get("pairs")).hasSize(2);
        assertThat(json(0, "pairs", "--batch", "B", "--decided", "--json").get("pairs")).hasSize(3);

        json(0, "undo", decided.get("action").asString(), "--json");
        assertThat(json(0, "promote", "--batch", "B", "--dry-run", "--json").get("held_by_match").asInt()).isZero();
        assertThat(ask(database, "SELECT company_name FROM marketing.company_master")).isEqualTo("Merrick Engineering");
    }

    @Test
    void aSearchIsMeasuredByTheRowsThatAreKnownToBeTheSame(@TempDir Path folder) throws IOException {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, company_phone, import_batch_id)
                VALUES (11, 'Tannenwald Maschinenbau GmbH', NULL, 'M'), (12, 'Quillfeather Printing', '937-555-0111', 'M'),
                       (13, 'Tannenwald Maschinenbau', NULL, 'M'), (14, 'Seneca Rope Works', NULL, 'M')""");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "a,b\n1,3\n2,4\n");
        Path ids = Files.writeString(folder.resolve("ids.csv"), "one;other;same\n11;13;true\n12;14;no\n");

        JsonNode byRows = json(0, "match", "--batch", "M", "--measure", rows.toString(), "--json");
        assertThat(byRows.get("known").asInt()).isEqualTo(2);
        assertThat(byRows.get("shown").toString())
                .isEqualTo("{\"from\":55,\"found\":1,\"precision\":1.0,\"recall\":0.5,\"f1\":0.6667}");
        assertThat(byRows.get("missed").toString()).contains("Quillfeather Printing", "Seneca Rope Works");
        assertThat(json(0, "match", "--batch", "M", "--measure", ids.toString(), "--json").get("best").get("f1").asDouble()).isEqualTo(1);
        assertThat(steward(0, "match", "--batch", "M", "--measure", rows.toString())).contains("2 pairs are known", "RECALL", "0.500");
        assertThat(json(1, "match", "--batch", "M", "--measure", Files.writeString(rows, "1,9").toString(), "--json").get("error")
                .asString())
                .contains("row 9");
    }

    @Test
    void pairsOfRecordsThatAreAllAlikeAreOneGroupAndOneDecision() {
        steward(0, "match", "--batch", "B", "--within");

        JsonNode groups = json(0, "pairs", "--batch", "B", "--groups", "--json").get("groups");
        assertThat(groups).hasSize(1);
        JsonNode group = groups.get(0);
        assertThat(group.propertyNames()).containsExactly("records", "pairs", "weakest", "open");
        assertThat(group.get("records")).hasSize(3);
        assertThat(group.get("open").asInt()).isEqualTo(3);
        assertThat(steward(0, "pairs", "--batch", "B", "--groups")).contains("Merrick Engineering, WV (04.04.01.00.00000.001)");

        JsonNode decided = json(0, "decide", group.get("weakest").get("pair").asString(), "same", "--group", "--json");
        assertThat(decided.get("pairs")).hasSize(3);
        assertThat(decided.get("left")).isEmpty();
        assertThat(json(0, "pairs", "--batch", "B", "--groups", "--json").get("groups")).isEmpty();
        assertThat(json(0, "pairs", "--batch", "B", "--groups", "--decided", "--json").get("groups")).hasSize(1);
    }

    @Test
    void pairsAreTextToo() {
        steward(0, "match", "--batch", "B");

        assertThat(steward(0, "pairs", "--batch", "B")).contains("Merrick Engineering, LLC, WV (intake 1)",
                "Merrick Engineering, WV (04.04.01.00.00000.001)");
    }

    @Test
    void aBatchThatIsPromotedAsAWholeIsSaidToBeSo() {
        steward(0, "promote", "--batch", "B");

        assertThat(steward(0, "match", "--batch", "B", "--within")).contains("Every row of batch B is promoted")
                .doesNotContain("steward pairs");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(json(1, "match", "--batch", "nowhere", "--json").get("error").asString()).contains("no batch nowhere");
        steward(1, "pairs", "--batch", "B");
        assertThat(session.err()).contains("`steward match --batch B`");
        assertThat(json(1, "decide", "99", "same", "--json").get("outcome").asString()).isEqualTo("gone");
    }

    @Test
    void whatIsNoDecisionIsWrongUsage() {
        steward(2, "decide", "1", "perhaps");
        steward(2, "decide", "1", "different", "--take", "phone");
        steward(2, "decide", "1", "same", "--take", "shoe_size");
        assertThat(session.err()).contains("shoe_size", "website");
    }

    @Test
    void thresholdsAreShownAndSet() {
        assertThat(json(0, "thresholds", "--json").toString()).isEqualTo("{\"shown\":55,\"held\":null}");
        assertThat(json(0, "thresholds", "--held", "90", "--json").toString()).isEqualTo("{\"shown\":55,\"held\":90}");
        assertThat(json(0, "thresholds", "--shown", "70", "--held-never", "--json").toString()).isEqualTo("{\"shown\":70,\"held\":null}");
        json(1, "thresholds", "--shown", "12", "--json");
    }

    private JsonNode json(int exitCode, String... arguments) {
        return JsonMapper.builder().build().readTree(steward(exitCode, arguments));
    }

    private String steward(int exitCode, String... arguments) {
        int ended = session.run(arguments);
        assertThat(ended).as(session.err()).isEqualTo(exitCode);
        return session.out();
    }
}
