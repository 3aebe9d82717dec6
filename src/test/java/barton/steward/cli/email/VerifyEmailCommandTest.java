package barton.steward.cli.email;

import static barton.steward.support.SamplePeople.id;
import static barton.steward.support.SamplePeople.verified;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.SamplePeople;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyEmailCommandTest {
    @TempDir
    private Path folder;
    private final DataSource database = SamplePeople.database();
    private final TestCommands steward = new TestCommands(database);

    @Test
    void chosenPeopleAreVerifiedAsAnnounced() {
        assertThat(steward.run("verify-email", "--ids", id(1) + "," + id(2) + "," + id(5), "--dry-run", "--json")).isZero();
        assertThat(steward.out()).isEqualTo("{\"announced\":1,\"changed\":0,\"action\":null}\n");
        assertThat(verified(database)).isEqualTo("a1@b.example");

        assertThat(steward.run("verify-email", "--ids", id(1) + "," + id(2))).isZero();
        assertThat(steward.out()).contains("1 row marked verified (action ");
        assertThat(steward.run("verify-email", "--ids", id(1), "--not")).isZero();
        assertThat(verified(database)).isEqualTo("a2@b.example");
    }

    @Test
    void anIdThatNobodyHasIsASlip() {
        assertThat(steward.run("verify-email", "--ids", id(2) + "," + id(9))).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: Master has only 1 of these 2 people; nothing was changed.");
        assertThat(verified(database)).isEqualTo("a1@b.example");
    }

    @Test
    void aFileIsTakenAsAnnounced() throws IOException {
        Path file = Files.writeString(folder.resolve("never.csv"),
                "email,email_status\na2@b.example,valid\na1@b.example,invalid\nnobody@b.example,valid\n");
        String json = "{\"service\":\"NeverBounce\",\"results\":3,\"refused\":0,\"of_nobody\":1,\"people\":2,\"verified\":1,"
                + "\"unverified\":1,\"announced\":2,\"changed\":%s,\"action\":%s,\"not_understood\":{}}\n";
        assertThat(steward.run("verify-email", "--file", file.toString(), "--dry-run", "--json")).isZero();
        assertThat(steward.out()).isEqualTo(json.formatted(0, null));
        assertThat(verified(database)).isEqualTo("a1@b.example");

        assertThat(steward.run("verify-email", "--file", file.toString(), "--json")).isZero();
        assertThat(steward.out()).endsWith(json.formatted(2, 1));
        assertThat(verified(database)).isEqualTo("a2@b.example");
    }

    @Test
    void theSameFileIsKnownAgainAndItsResultsAreKeptOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("never.csv"), "email,email_status\na2@b.example,valid\n");
        assertThat(steward.run("verify-email", "--file", file.toString())).isZero();
        for (String option : new String[] {"--json", "--dry-run"}) {
            assertThat(steward.run("verify-email", "--file", file.toString(), option)).isEqualTo(1);
            assertThat(steward.err()).contains("The results of this file were taken already: never.csv about 1 person by ann on ")
                    .contains("`steward verify-email … --again`");
        }
        String kept = "SELECT count(*) FROM marketing.email_verification_log";
        assertThat(TestDatabases.ask(database, kept)).isEqualTo("1");
        assertThat(steward.run("verify-email", "--file", file.toString(), "--again")).isZero();
        assertThat(TestDatabases.ask(database, kept)).isEqualTo("2");
    }

    @Test
    void refusedRowsAreNamedAndOtherServicesMapped() throws IOException {
        Path file = Files.writeString(folder.resolve("probe.csv"), "Address,Outcome\na2@b.example,valid\nnobody,valid\n");
        assertThat(steward.run("verify-email", "--file", file.toString())).isEqualTo(1);
        assertThat(steward.err()).contains("It is not known which service the file is from; nothing was taken.");

        assertThat(steward.run("verify-email", "--file", file.toString(), "--service", "Probe", "--map", "email=Address,result=Outcome"))
                .isEqualTo(1);
        assertThat(steward.err()).contains("Line 3, Address: is no e-mail address");
        assertThat(steward.out()).contains("1 result of Probe about 1 person; 0 of addresses that nobody has; 1 row refused.")
                .contains("1 person became verified, 0 are not verified any more. (action 1)");
        assertThat(verified(database)).isEqualTo("a1@b.example a2@b.example");
    }

    @Test
    void oneOfIdsAndFileIsNeeded() {
        assertThat(steward.run("verify-email")).isEqualTo(2);
        assertThat(steward.run("verify-email", "--file", "x.csv", "--not")).isEqualTo(2);
        assertThat(steward.run("verify-email", "--file", folder.resolve("none.csv").toString())).isEqualTo(1);
        assertThat(steward.err()).contains("There is no file");
    }
}
