package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {
    static List<TestPostgres> servers() {
        return List.of(TestPostgres.newest(), TestPostgres.oldest());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anEmptyDatabaseIsBroughtToThePresentVersion(TestPostgres server) {
        DataSource database = server.createDatabase();
        var steps = new ArrayList<String>();
        var migrations = new Migrations(database, steps::add);

        migrations.migrate();

        assertThat(migrations.pending()).isEmpty();
        assertThat(steps).hasSizeGreaterThan(6).first().asString().contains("base tables");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.flyway_schema_history WHERE NOT success")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMigratedDatabaseStaysAsItIs(TestPostgres server) {
        DataSource database = TestDatabases.migrated(server);

        assertThat(new Migrations(database, step -> { }).migrate()).isZero();
    }
}
