package barton.steward.cli.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressCommandTest {
    private static final String ANN = "04.04.02.00.00001.001";
    private static final String BOB = "04.04.02.00.00002.001";
    private static final String CID = "04.04.02.00.00003.001";

    private final DataSource database = TestDatabases.pooled(TestDatabases.migrated());
    private final TestCommands steward = new TestCommands(database);

    SuppressCommandTest() {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'x');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                                                     source_system)
                SELECT p.id, s.company_unique_id, s.company_slot_unique_id, p.name, 'Lee', p.email, 'x'
                FROM marketing.company_slots s, (VALUES ('04.04.02.00.00001.001', 'Ann', 'Ann@Acme.example'),
                    ('04.04.02.00.00002.001', 'Bob', 'bob@mail.other.example'), ('04.04.02.00.00003.001', 'Cid', NULL))
                    AS p (id, name, email)""");
    }

    private List<String> suppressed() {
        return TestDatabases.list(database, "SELECT s.id FROM shq.suppressed_people() s ORDER BY 1");
    }

    private List<String> asked() {
        return TestDatabases.list(database, "SELECT p.unique_id FROM marketing.people_master p"
                + " WHERE shq.suppression_of(p.unique_id, p.email, p.source_record_id) IS NOT NULL ORDER BY 1");
    }

    @Test
    void peopleAddressesAndDomainsAreSuppressedAndLifted() {
        assertThat(steward.run("suppress", CID, "ann@acme.example", "other.example", "--reason", "asked to", "--json")).isZero();
        assertThat(steward.out()).isEqualTo("{\"announced\":3,\"changed\":3}\n");
        assertThat(suppressed()).isEqualTo(asked()).containsExactly(ANN, BOB, CID);

        assertThat(steward.run("suppress", CID, "--reason", "again")).isZero();
        assertThat(steward.out()).contains("suppressed already");
        assertThat(steward.run("suppress", "other.example", "--lift")).isZero();
        assertThat(suppressed()).isEqualTo(asked()).containsExactly(ANN, CID);
        steward.run("undo", TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action"));
        assertThat(suppressed()).isEqualTo(asked()).containsExactly(ANN, BOB, CID);
        steward.run("undo", TestDatabases.ask(database, "SELECT min(action_id) FROM shq.action"));
        assertThat(suppressed()).isEqualTo(asked()).isEmpty();
    }

    @Test
    void whoeverSheIsMergedIntoIsSuppressedUntilTheyAreUnmerged() {
        steward.run("suppress", ANN, "--reason", "asked to");

        steward.run("merge", "--people", ANN, BOB, "--into", BOB, "--keep", "email=" + BOB);
        assertThat(suppressed()).contains(BOB);
        assertThat(asked()).containsExactly(BOB);
        steward.run("unmerge", ANN);
        assertThat(suppressed()).isEqualTo(asked()).containsExactly(ANN);
    }

    @Test
    void exportsLeaveThemOutUnlessTheyAreAskedFor(@TempDir Path folder) throws IOException {
        steward.run("suppress", "ann@acme.example", "--reason", "asked to");
        Path file = folder.resolve("people.csv");

        assertThat(steward.run("export", "people", "--out", file.toString(), "--columns", "first_name")).as(steward.err()).isZero();
        assertThat(Files.readAllLines(file)).containsExactlyInAnyOrder("first_name", "Bob", "Cid");
        steward.run("export", "people", "--out", file.toString(), "--columns", "first_name", "--with-suppressed");
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void theyComeFromAFileAndGoIntoOne(@TempDir Path folder) throws IOException {
        Path in = Files.writeString(folder.resolve("in.csv"), "email,reason\nann@acme.example,moved\nx@y.example,\n");
        Path out = folder.resolve("out.csv");

        assertThat(steward.run("suppress", "--file", in.toString())).isEqualTo(1);
        assertThat(steward.err()).contains("Line 3 says no reason; nothing was changed.");
        assertThat(steward.run("suppress", "--file", in.toString(), "--reason", "complaint")).isZero();
        steward.run("suppress", "--export", out.toString());
        assertThat(Files.readString(out)).contains("email,ann@acme.example,moved,ann,", "email,x@y.example,complaint,ann,");
        assertThat(steward.run("suppress", "--file", out.toString())).isZero();
        assertThat(steward.out()).contains("suppressed already");
    }

    @Test
    void whatIsNeitherPersonNorAddressNorDomainIsRefused() {
        assertThat(steward.run("suppress", "nonsense", "--reason", "x")).isEqualTo(1);
        assertThat(steward.err()).contains("“nonsense” is no person's Barton ID");
        assertThat(steward.run("suppress", "04.04.02.99.99999.999", "--reason", "x")).isEqualTo(1);
        assertThat(steward.run("suppress", ANN)).isEqualTo(1);
    }
}
