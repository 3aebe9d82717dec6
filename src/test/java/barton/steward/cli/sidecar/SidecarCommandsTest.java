package barton.steward.cli.sidecar;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.SampleSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SidecarCommandsTest {
    private final DataSource database = SampleSession.worked(100);
    private String with;
    private String without;

    @TempDir
    private Path folder;

    @BeforeEach
    void pick() {
        with = ask(database, "SELECT min(company_unique_id) FROM marketing.company_sidecar");
        without = ask(database, "SELECT max(m.company_unique_id) FROM marketing.company_master m"
                + " WHERE NOT EXISTS (SELECT FROM marketing.company_sidecar s WHERE s.company_unique_id = m.company_unique_id)");
    }

    @Test
    void valuesAreSetForCompaniesWithAndWithoutASidecar() {
        JsonNode seen = json(0, "set-sidecar", "--company", with + "," + without, "--tags", "a b,c", "--payload", "{\"x\": [1]}",
                "--dry-run");
        assertThat(seen.get("announced").asLong()).isEqualTo(2);
        assertThat(seen.get("written").asLong()).isZero();
        JsonNode done = json(0, "set-sidecar", "--company", with + "," + without, "--tags", "a b,c", "--payload", "{\"x\": [1]}");
        assertThat(done.get("added").asLong()).isEqualTo(1);
        assertThat(done.get("changed").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar WHERE clay_tags = ARRAY['a b', 'c']"
                + " AND enrichment_payload = '{\"x\": [1]}'")).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--payload|{\"a\": 1,}|--payload is no JSON, line 1, column 9",
        "--payload|7|--payload is neither an object nor an array",
        "--payload|{\"a\": \"\\u0000\"}|--payload holds a character that no database can store",
        "--payload|{\"a\": 1e999999}|--payload holds a number that no database can store",
        "--confidence|101|--confidence is a number from 0 to 100",
        "--insight|x|--insight is not for companies"})
    void whatCannotBeSetIsWrongUsage(String option, String value, String complaint) {
        var session = new TestCommands(database);
        assertThat(session.run("set-sidecar", "--company", with, option, value)).isEqualTo(2);
        assertThat(session.err()).contains(complaint);
    }

    @Test
    void aFileThatHoldsNoTextIsNamedForWhatItIs() {
        var session = new TestCommands(database);
        assertThat(session.run("import", "sidecar", "src/test/resources/files/company/excel-97.xls")).isEqualTo(1);
        assertThat(session.err()).contains("excel-97.xls is an Excel 97 workbook (.xls), which is not read");
        assertThat(session.run("import", "sidecar", "src/test/resources/files/company/workbook-sheet-told.xlsx")).isEqualTo(1);
        assertThat(session.err()).contains("The file does not say whose sidecars it holds");
    }

    @Test
    void aJsonFileIsTakenAndWhatIsWrongInItIsNamed() throws IOException {
        Path file = file("s.json", """
                {"sidecars": [
                 {"company_unique_id": "%s", "enrichment_source": "clay", "confidence_score": 91.5, "clay_tags": ["x"]},
                 {"company_unique_id": "%s", "clay_tags": "x"},
                 {"company_unique_id": "%1$s", "ein_number": "2"},
                 {"company_unique_id": "04.04.01.99.99999.999", "ein_number": "1"},
                 {"company_unique_id": "%2$s", "tags": ["x"]},
                 {"company_unique_id": "%2$s", "ein_number": "123456789012345678901"},
                 {"company_unique_id": "%2$s", "enrichment_payload": {"deep": ["\\ud800"]}},
                 {"confidence_score": 3}]}
                """.formatted(without, with));
        JsonNode done = json(1, "import", "sidecar", file.toString());
        assertThat(done.get("added").asLong()).isEqualTo(1);
        assertThat(done.get("misfits").valueStream().map(m -> m.get("line").asLong() + " " + m.get("reason").asString())).containsExactly(
                "3 clay_tags is no array of texts", "4 it stands in the file a second time",
                "6 a sidecar has no “tags”; it has ein_number, dun_and_bradstreet_number, clay_tags, clay_segments, enrichment_payload,"
                        + " last_enriched_at, enrichment_source, confidence_score",
                "7 ein_number has more than the 20 characters that fit",
                "8 enrichment_payload holds a character that no database can store (NUL, or half of one)",
                "9 it has no company_unique_id", "5 there is no such company in master");
        assertThat(ask(database, "SELECT clay_tags::text || confidence_score FROM marketing.company_sidecar WHERE company_unique_id = '"
                + without + "'")).isEqualTo("{x}91.50");
    }

    @Test
    void withAllOrNothingNothingIsTaken() throws IOException {
        Path file = file("s.json", """
                [{"company_unique_id": "%s", "ein_number": "1"}, {"company_unique_id": "04.04.01.99.99999.999"}]""".formatted(without));
        assertThat(json(1, "import", "sidecar", file.toString(), "--all-or-nothing").get("written").asLong()).isZero();
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar WHERE ein_number = '1'")).isEqualTo("0");
    }

    @Test
    void aCsvFileIsTakenAndAnExportComesBackUnchanged() throws IOException {
        Path file = file("s.csv", "company_unique_id;clay_tags;clay_segments;confidence_score;enrichment_payload\n"
                + without + ";x, y;\"[\"\"a,b\"\"]\";88;\"{\"\"k\"\": 1}\"\n" + with + ";;;many;\n");
        JsonNode done = json(1, "import", "sidecar", file.toString());
        assertThat(done.get("added").asLong()).isEqualTo(1);
        assertThat(done.get("misfits").get(0).get("reason").asString()).isEqualTo("confidence_score is no number");
        assertThat(ask(database, "SELECT clay_tags::text || clay_segments::text FROM marketing.company_sidecar"
                + " WHERE confidence_score = 88")).isEqualTo("{x,y}{\"a,b\"}");

        Path out = folder.resolve("out.csv");
        json(0, "export", "company-sidecars", "--out", out.toString());
        JsonNode back = json(0, "import", "sidecar", out.toString());
        assertThat(back.get("unchanged").asLong()).isEqualTo(21);
        assertThat(back.get("written").asLong()).isZero();
    }

    @Test
    void aFileThatWasTakenIsFoundAgainAndWritesOverNothingUnlessTold() throws IOException {
        Path file = file("s.json", """
                [{"company_unique_id": "%s", "ein_number": "1"}, {"company_unique_id": "%s", "ein_number": "2"}]"""
                .formatted(with, without));
        JsonNode first = json(0, "import", "sidecar", file.toString());
        assertThat(first.get("actions").size()).isEqualTo(1);
        JsonNode again = json(0, "import", "sidecar", file.toString());
        assertThat(again.get("written").asLong()).isZero();
        assertThat(again.get("unchanged").asLong()).isEqualTo(2);
        assertThat(again.get("taken_before")).isEqualTo(first.get("actions").get(0));

        json(0, "set-sidecar", "--company", with, "--ein", "9");
        Path copy = file("copy.json", Files.readString(file));
        assertThat(json(0, "import", "sidecar", copy.toString(), "--dry-run").get("taken_before")).isEqualTo(first.get("actions").get(0));
        var session = new TestCommands(database);
        assertThat(session.run("import", "sidecar", copy.toString())).isEqualTo(1);
        assertThat(session.err()).contains("This file was taken already: 2 rows of s.json", "Nothing was taken now");
        assertThat(json(0, "import", "sidecar", copy.toString(), "--again").get("changed").asLong()).isEqualTo(1);
    }

    @Test
    void aFileWhoseActionWasTakenBackIsTakenLikeANewOne() throws IOException {
        Path file = file("s.json", "[{\"company_unique_id\": \"" + without + "\", \"ein_number\": \"1\"}]");
        JsonNode first = json(0, "import", "sidecar", file.toString());
        json(0, "undo", first.get("actions").get(0).asString());
        JsonNode again = json(0, "import", "sidecar", file.toString());
        assertThat(again.get("added").asLong()).isEqualTo(1);
        assertThat(again.get("taken_before").isNull()).isTrue();
    }

    @Test
    void peopleHaveSidecarsToo() throws IOException {
        String person = ask(database, "SELECT min(unique_id) FROM marketing.people_master");
        Path file = file("p.json", "[{\"person_unique_id\": \"" + person + "\", \"social_profiles\": {\"github\": \"me\"}}]");
        assertThat(json(0, "import", "sidecar", file.toString()).get("changed").asLong()).isEqualTo(1);
        assertThat(json(0, "set-sidecar", "--person", person, "--insight", "Skis").get("changed").asLong()).isEqualTo(1);
        assertThat(ask(database, "SELECT clay_insight_summary || (social_profiles ->> 'github') FROM marketing.people_sidecar"
                + " WHERE person_unique_id = '" + person + "'")).isEqualTo("Skisme");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[{\"company_unique_id\": \"x\",, }]|line 1, column 28",
        "[{\"company_unique_id\": \"x\"}|line 1, column",
        "[{\"company_unique_id\": \"x\", \"company_unique_id\": \"y\"}]|Duplicate",
        "[{\"company_unique_id\": \"x\"}] true|something stands behind the end",
        "{\"sidecars\": 7}|“sidecars” is no array",
        "[7]|a record is no object",
        "[{\"id\": 1}]|does not say whose sidecars it holds",
        "[]|There is no sidecar"})
    void aBrokenFileIsRefusedByLineAndColumn(String content, String complaint) throws IOException {
        var session = new TestCommands(database);
        assertThat(session.run("import", "sidecar", file("b.json", content).toString())).isEqualTo(1);
        assertThat(session.err()).contains(complaint);
        assertThat(ask(database, "SELECT count(*) FROM shq.action")).isEqualTo("0");
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private JsonNode json(int exitCode, String... arguments) {
        var session = new TestCommands(database);
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertThat(session.run(all)).as(session.err()).isEqualTo(exitCode);
        return new JsonMapper().readTree(session.out());
    }
}
