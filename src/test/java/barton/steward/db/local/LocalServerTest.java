package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

class LocalServerTest {
    private static Trial trial;
    private static LocalServer server;

    @BeforeAll
    static void start() throws Exception {
        trial = Trial.home(Trial.LONG);
        server = trial.join();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void keepsWhatWasCommitted(String setting) throws Exception {
        assertThat(Trial.ask(server, "SHOW " + setting)).isEqualTo("on");
    }

    @Test
    void discardedItIsStoppedAndItsDataAreGone() throws Exception {
        try (Trial thrownAway = Trial.home(Trial.LONG)) {
            try (LocalServer used = thrownAway.join()) {
                Trial.execute(used, "CREATE SCHEMA shop");
            }
            LocalServer.discard(thrownAway.folders);
            assertThat(thrownAway.postmaster()).isEmpty();
            assertThat(thrownAway.data()).doesNotExist();
        }
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws Exception {
        assertThat(Trial.ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void comparesTextAsUnicode() throws Exception {
        assertThat(Trial.ask(server, "SELECT lower('ÄÉ') || current_setting('server_encoding')")).isEqualTo("äéUTF8");
    }

    @Test
    void letsTheUserMakeTheSchemaItNeeds() throws Exception {
        Trial.execute(server, "CREATE SCHEMA shop; CREATE EXTENSION pg_trgm; CREATE ROLE shop_viewer NOLOGIN; DROP SCHEMA shop");
    }

    @Test
    void doesNotLetTheUserIntoTheServersFiles() throws Exception {
        assertThat(Trial.ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
    }

    @Test
    void refusesWhoHasNoPassword() {
        for (String user : new String[] {"steward", "postgres"}) {
            String url = "jdbc:postgresql://127.0.0.1:" + Trial.port(server) + "/postgres";
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "")).isInstanceOf(PSQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "guess"))
                    .isInstanceOfSatisfying(PSQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksForThePasswordOnTheSocketToo() throws Exception {
        Path socket = trial.socket().resolve(".s.PGSQL." + Trial.port(server));
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            byte[] names = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.allocate(8 + names.length).putInt(8 + names.length).putInt(3 << 16).put(names).flip());
            var answer = ByteBuffer.allocate(9);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
            }
            answer.flip();
            assertThat((char) answer.get()).as("authentication request").isEqualTo('R');
            answer.getInt();
            assertThat(answer.getInt()).as("SASL").isEqualTo(10);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsOthersOut() throws Exception {
        assertThat(mode(trial.data())).isEqualTo("rwx------");
        assertThat(mode(trial.files.folder())).isEqualTo("rwx------");
        assertThat(mode(trial.socket())).isEqualTo("rwx------");
        assertThat(mode(trial.files.password())).isEqualTo("rw-------");
        assertThat(mode(trial.files.stop())).isEqualTo("rw-------");
    }

    @Test
    void keepsThePasswordOutOfTheLog() throws Exception {
        assertThat(Files.readString(trial.files.log())).isNotBlank().doesNotContain(Trial.password(server), "SCRAM");
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
