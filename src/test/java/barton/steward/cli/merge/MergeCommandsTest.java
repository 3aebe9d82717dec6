package barton.steward.cli.merge;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandsTest {
    private static final DataSource DATABASE = TestDatabases.pooled(TestDatabases.migrated());
    private static int number;

    private final TestCommands steward = new TestCommands(DATABASE);

    private static String company(String name, String source, String industry) {
        String id = "04.04.01.00.%05d.001".formatted(++number);
        TestDatabases.run(DATABASE, "INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system,"
                + " industry) VALUES ('%s', '%s', 'https://example.com', '%s', %s)".formatted(id, name, source,
                industry == null ? "NULL" : "'" + industry + "'"));
        return id;
    }

    private static String ask(String sql) {
        return TestDatabases.ask(DATABASE, sql);
    }

    private static long there(String... ids) {
        return Long.parseLong(ask("SELECT count(*) FROM marketing.company_master WHERE company_unique_id IN ('"
                + String.join("', '", ids) + "')"));
    }

    @Test
    void aDryRunShowsTheSurvivorAndWritesNothing() {
        String a = company("Acme", "x", null);
        String b = company("Acme Corp", "x", "Mining");

        assertThat(steward.run("merge", a, b, "--into", a, "--dry-run", "--json")).isZero();

        assertThat(steward.out()).contains("\"run\":null", "\"survivor\":\"" + a + "\"", "\"merged\":0",
                "{\"field\":\"industry\",\"value\":\"Mining\",\"from\":\"" + b + "\",\"chosen\":false}");
        assertThat(there(a, b)).isEqualTo(2);
    }

    @Test
    void recordsAreMergedAndTakenApartAgain() {
        String a = company("Acme", "x", null);
        String b = company("Acme Corp", "x", "Mining");

        assertThat(steward.run("merge", a, b, "--into", b, "--keep", "company_name=" + a)).isZero();
        assertThat(steward.out()).contains("1 company was merged into " + b, "(run MRG-");
        assertThat(ask("SELECT company_name || there.n FROM marketing.company_master m, (SELECT count(*) AS n FROM"
                + " marketing.company_master WHERE company_unique_id = '" + a + "') there WHERE company_unique_id = '" + b + "'"))
                .isEqualTo("Acme0");

        assertThat(steward.run("unmerge", a, "--dry-run")).isZero();
        assertThat(steward.out()).contains("1 company of run MRG-", "would be there again; nothing was changed.");
        assertThat(there(a, b)).isEqualTo(1);
        assertThat(steward.run("unmerge", a)).isZero();
        assertThat(there(a, b)).isEqualTo(2);
        assertThat(steward.run("unmerge", a)).isEqualTo(1);
        assertThat(steward.err()).contains(a + " was not merged into another record");
    }

    @Test
    void anActionOfTheHistoryIsUndoneAndDoneAgain() {
        String a = company("Acme", "x", null);
        String b = company("Acme Corp", "x", null);
        steward.run("merge", a, b, "--into", a);
        String action = ask("SELECT max(action_id) FROM shq.action");

        assertThat(steward.run("undo", action)).isZero();
        assertThat(there(a, b)).isEqualTo(2);
        assertThat(steward.run("undo", action)).isEqualTo(1);
        assertThat(steward.run("undo", ask("SELECT max(action_id) FROM shq.action"))).isZero();
        assertThat(there(a, b)).isEqualTo(1);
    }

    @Test
    void pairsOfAFileThatHangTogetherAreOneMerge(@TempDir Path folder) throws IOException {
        String a = company("Acme", "x", null);
        String b = company("Acme Corp", "x", null);
        String c = company("Acme Inc", "x", null);
        String d = company("Dee", "x", null);
        String e = company("Dee Corp", "x", null);
        Path file = Files.writeString(folder.resolve("pairs.csv"), "one,other\n%s,%s\n%s,%s\n%s,%s\n".formatted(a, b, d, e, c, b));

        assertThat(steward.run("merge", "--pairs", file.toString(), "--json")).isZero();

        assertThat(steward.out()).contains("\"merged\":3");
        assertThat(there(a, b, c)).isEqualTo(1);
        assertThat(there(d, e)).isEqualTo(1);
    }

    @Test
    void rulesSayWhoseValueIsProposed() {
        String a = company("Acme", "crm", "Farming");
        String b = company("Acme Corp", "register", "Mining");

        assertThat(steward.run("merge-rules", "--field", "industry", "--by", "source", "--sources", "register,crm")).isZero();
        assertThat(steward.out()).contains("industry", "register, crm");
        steward.run("merge", a, b, "--into", a, "--dry-run", "--json");
        assertThat(steward.out()).contains("\"value\":\"Mining\",\"from\":\"" + b + "\"");
        steward.run("merge-rules", "--field", "industry", "--reset");
        steward.run("merge", a, b, "--into", a, "--dry-run", "--json");
        assertThat(steward.out()).contains("\"value\":\"Farming\",\"from\":\"" + a + "\"");
        assertThat(steward.run("merge-rules", "--field", "colour", "--by", "newest")).isEqualTo(1);
        assertThat(steward.run("merge-rules", "--field", "industry", "--by", "luck")).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsNamed() {
        String a = company("Acme", "x", null);

        assertThat(steward.run("merge", a, "04.04.01.00.99999.999", "--into", a)).isEqualTo(1);
        assertThat(steward.err()).contains("04.04.01.00.99999.999 is not there; nothing was merged.");
        assertThat(steward.run("merge", a, a)).isEqualTo(1);
    }
}
