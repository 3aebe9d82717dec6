package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.StewardException;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import barton.steward.support.TestReplication;
import java.io.IOException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A standby that is promoted while tables are read from it, on the oldest version that is supported.
@Timeout(120)
class FailoverTest {
    private static final String COUNT = "SELECT count(*) FROM intake.company_raw_intake";
    private static final String INSERT = "INSERT INTO intake.company_raw_intake (company) VALUES ('x')";
    private TestReplication servers;
    private Database database;

    @BeforeEach
    void start() throws Exception {
        servers = TestReplication.of(TestPostgres.oldest());
        database = Database.connect(servers.settings("steward_reads=standby"));
        servers.await("standby", this::readFrom);
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        servers.close();
    }

    @Test
    void standbyThatBecameAServerOfItsOwnIsNotReadFrom() {
        servers.promote();
        TestDatabases.run(servers.standby(), INSERT + ", ('stray'), ('stray')");
        for (int i = 1; i <= 50; i++) {
            TestDatabases.run(servers.primary(), INSERT);
            assertThat(rows()).isEqualTo(i);
        }
        assertThat(readFrom()).isEqualTo("primary");
    }

    @Test
    void standbyThatTookOverIsWrittenToAndReadFrom() {
        database.write(handle -> handle.execute(INSERT));
        servers.awaitReplay();
        servers.kill("primary");
        servers.promote();
        int lost = 0;
        for (int i = 2; i <= 20; i++) {
            try {
                database.write(handle -> handle.execute(INSERT));
            } catch (StewardException e) {
                assertThat(e).hasMessageContaining("What was going on was not saved");
                lost++;
            }
            assertThat(rows()).isEqualTo(i - lost);
        }
        assertThat(lost).as("writes that met a connection to the old primary").isLessThanOrEqualTo(1);
        assertThat(TestDatabases.ask(servers.standby(), COUNT)).isEqualTo(String.valueOf(20 - lost));
    }

    private int rows() {
        return database.browse(handle -> handle.createQuery(COUNT).mapTo(int.class).one());
    }

    private String readFrom() {
        return database.browse(FailoverTest::place);
    }

    private static String place(Handle handle) {
        return handle.createQuery("SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END").mapTo(String.class).one();
    }
}
