package barton.steward.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void bothVersionsRun() throws SQLException {
        assertThat(version(TestPostgres.newest())).isEqualTo(18);
        assertThat(version(TestPostgres.oldest())).isEqualTo(15);
    }

    private static int version(TestPostgres server) throws SQLException {
        try (var c = server.createDatabase().getConnection()) {
            return c.getMetaData().getDatabaseMajorVersion();
        }
    }
}
