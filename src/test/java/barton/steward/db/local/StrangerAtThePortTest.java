package barton.steward.db.local;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.Database;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The server died under an open window, and somebody else has its port.
class StrangerAtThePortTest {
    private static final int CLEAR = 3;
    private static final int MD5 = 5;

    private Trial trial;
    private LocalServer server;
    private Database database;

    @BeforeEach
    void work() throws Exception {
        trial = Trial.home(Trial.LONG);
        server = trial.join();
        database = Database.connect(server.settings(), () -> { }, server::revive);
        database.write(handle -> handle.execute("CREATE TABLE kept AS SELECT 'kept' AS word"));
    }

    @AfterEach
    void end() throws Exception {
        database.close();
        server.close();
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {CLEAR, MD5})
    void whoAsksForThePasswordLearnsNothing(int method) throws Exception {
        trial.stopServer();
        try (var stranger = new Stranger(Trial.port(server), method)) {
            assertThat(word()).isEqualTo("kept");
            assertThat(stranger.asked).hasPositiveValue();
            assertThat(stranger.told()).isEmpty();
        }
    }

    @Test
    void aServerThatTakesThePasswordIsNotTakenForOurs() throws Exception {
        trial.stopServer();
        int port = Trial.port(server);
        try (Trial other = Trial.home(Trial.LONG)) {
            try (var theirs = other.join()) {
                Trial.execute(theirs, "CREATE TABLE kept AS SELECT 'a stranger''s' AS word");
                Trial.execute(theirs, "ALTER ROLE steward PASSWORD '" + Trial.password(server) + "'");
            }
            other.stopServer();
            ServerNotes.read(other.files).on(port, "theirs", other.files).write(other.files);
            PrivateFiles.write(other.files.password(), Trial.password(server));
            try (var theirs = other.join()) {
                assertThat(Trial.port(theirs)).isEqualTo(port);
                assertThat(Trial.ask(server, "SELECT word FROM kept")).isEqualTo("a stranger's");

                assertThat(word()).isEqualTo("kept");
            }
        }
    }

    private String word() {
        return database.read(handle -> handle.createQuery("SELECT word FROM kept").mapTo(String.class).one());
    }

    /// Takes connections as PostgreSQL does, asks for a password, and keeps what it is told.
    private static final class Stranger implements AutoCloseable {
        private final AtomicInteger asked = new AtomicInteger();
        private final StringBuffer told = new StringBuffer();
        private final ServerSocket listener;
        private final int method;

        Stranger(int port, int method) throws IOException {
            this.method = method;
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.startVirtualThread(this::accept);
        }

        String told() {
            return told.toString();
        }

        private void accept() {
            while (!listener.isClosed()) {
                try (Socket client = listener.accept()) {
                    serve(client);
                } catch (IOException e) {
                    // The client has gone, or the test is over.
                }
            }
        }

        private void serve(Socket client) throws IOException {
            var in = new DataInputStream(client.getInputStream());
            in.readNBytes(in.readInt() - Integer.BYTES);
            asked.incrementAndGet();
            var out = client.getOutputStream();
            out.write(method == CLEAR ? new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, CLEAR}
                    : new byte[] {'R', 0, 0, 0, 12, 0, 0, 0, MD5, 1, 2, 3, 4});
            out.flush();
            told.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
