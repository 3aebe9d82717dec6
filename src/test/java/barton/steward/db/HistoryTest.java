package barton.steward.db;

import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.History.MigrationStep;
import barton.steward.db.Scripts.Script;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether there is anything to migrate is told by the history alone.
class HistoryTest {
    private static final Script FIRST = new Script("V000__first.sql", "SELECT 1;\n");
    private static final Script REPEATED = new Script("R__again.sql", "SELECT 2;\r\nSELECT 3;");
    private static final List<Script> SCRIPTS = List.of(FIRST, REPEATED, new Script("V000__first.sql.conf", "executeInTransaction=false"));

    @Test
    void everyScriptOfTheFolderIsFound() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(Scripts.all()).extracting(Script::name)
                    .containsExactlyElementsOf(files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void checksumsAreThoseOfFlyway() {
        var scripts = new ArrayList<>(Scripts.all());
        scripts.addAll(SCRIPTS);
        scripts.add(new Script("R__odd.sql", "  two words \n\n\u00e9\u4e2d\r\n"));

        assertThat(scripts).allSatisfy(script -> assertThat(script.checksum())
                .isEqualTo(ChecksumCalculator.calculate(new ScriptResources(List.of(script)).getResource(script.name()))));
    }

    @Test
    void aDatabaseAtThePresentVersionIsNotLocked() throws Exception {
        DataSource database = TestDatabases.migrated();
        try (Connection migrating = migrating(database)) {
            assertThat(migrating.isValid(1)).isTrue();
            assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
            assertThat(schema(database).migrate()).isEqualTo(new SchemaResult.Migrated(0));
        }
    }

    @Test
    void anAdoptedDatabaseIsAtThePresentVersion() {
        DataSource database = TestDatabases.byHand(TestPostgres.newest());
        schema(database).adopt();

        assertThat(Database.over(database).read(History::of).isOf(Scripts.all())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE shq.flyway_schema_history SET checksum = checksum + 1 WHERE description = 'intake status'",
        "UPDATE shq.flyway_schema_history SET success = false WHERE version = '007'",
        "DELETE FROM shq.flyway_schema_history WHERE version = '007'",
        "DROP TABLE shq.flyway_schema_history"})
    void anythingElseIsChangedAlone(String change) throws Exception {
        DataSource database = TestDatabases.migrated();
        run(database, change);
        try (Connection migrating = migrating(database)) {
            var looking = Thread.ofVirtual().start(() -> schema(database).migrate());
            while (!"t".equals(TestDatabases.ask(database, """
                    SELECT EXISTS (SELECT FROM pg_stat_activity
                                   WHERE datname = current_database() AND state = 'idle in transaction'
                                     AND query LIKE '%idle_in_transaction_session_timeout%')"""))) {
                assertThat(looking.isAlive()).as("the migration waits until it is alone").isTrue();
                Thread.sleep(20);
            }
            migrating.rollback();
            looking.join();
        }
    }

    @Test
    void aLookWaitsForNobody() throws Exception {
        DataSource database = TestDatabases.migrated();
        run(database, "UPDATE shq.flyway_schema_history SET checksum = checksum + 1 WHERE description = 'intake status'");
        try (Connection migrating = migrating(database)) {
            assertThat(migrating.isValid(1)).isTrue();
            assertThat(schema(database).state()).isEqualTo(new SchemaState.Pending(List.of("intake status")));
        }
    }

    @Test
    void aHistoryOfTheSameScriptsIsPresent() {
        assertThat(new History(List.of(step(FIRST), step(REPEATED))).isOf(SCRIPTS)).isTrue();
    }

    @Test
    void aRepeatedScriptCountsAsItWasLast() {
        var old = new MigrationStep("SQL", null, REPEATED.name(), 1, true);

        assertThat(new History(List.of(step(FIRST), old, step(REPEATED))).isOf(SCRIPTS)).isTrue();
        assertThat(new History(List.of(step(FIRST), step(REPEATED), old)).isOf(SCRIPTS)).isFalse();
    }

    @Test
    void whatIsNewOrChangedIsPending() {
        var second = new Script("V001__the_second.sql", "SELECT 4;");
        var all = List.of(FIRST, second, REPEATED);

        assertThat(new History(List.of()).pending(all)).containsExactly("000 first", "001 the second", "again");
        assertThat(new History(List.of(step(FIRST), new MigrationStep("SQL", null, REPEATED.name(), 1, true))).pending(all))
                .containsExactly("001 the second", "again");
        assertThat(new History(List.of(new MigrationStep("BASELINE", "000", "<< Flyway Baseline >>", null, true), step(second),
                step(REPEATED)))
                .pending(all)).isEmpty();
    }

    @Test
    void whatANewerProgramDidIsUnknown() {
        var future = new MigrationStep("SQL", "999", "V999__from_the_future.sql", 1, true);

        assertThat(new History(List.of(step(FIRST), future)).unknown(SCRIPTS)).containsExactly("999 from the future");
        assertThat(new History(List.of(step(FIRST), step(REPEATED))).unknown(SCRIPTS)).isEmpty();
    }

    @Test
    void whatWasDoneBeforeAnAdoptionIsNotAskedFor() {
        var baseline = new MigrationStep("BASELINE", "000", "<< Flyway Baseline >>", null, true);

        assertThat(new History(List.of(baseline, step(REPEATED))).isOf(SCRIPTS)).isTrue();
    }

    @Test
    void aScriptThatIsNotOursIsUnusual() {
        var foreign = new MigrationStep("SQL", "999", "V999__future.sql", 1, true);

        assertThat(new History(List.of(step(FIRST), step(REPEATED), foreign)).isOf(SCRIPTS)).isFalse();
        assertThat(new History(List.of(step(FIRST), step(REPEATED), new MigrationStep("DELETE", "000", FIRST.name(), 1, true)))
                .isOf(SCRIPTS))
                .isFalse();
    }

    private static MigrationStep step(Script script) {
        return new MigrationStep("SQL", script.version(), script.name(), script.checksum(), true);
    }

    /// Somebody who is migrating, until the connection ends its transaction.
    private static Connection migrating(DataSource database) throws Exception {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("SELECT pg_advisory_xact_lock(hashtextextended('barton.steward migrate', 0))");
        return connection;
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
