package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.model.StewardException;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    static List<TestPostgres> servers() {
        return List.of(TestPostgres.newest(), TestPostgres.oldest());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anEmptyDatabaseIsBroughtToThePresentVersion(TestPostgres server) {
        DataSource database = server.createDatabase();
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Empty());

        assertThat(schema(database).migrate()).isInstanceOfSatisfying(SchemaResult.Migrated.class,
                migrated -> assertThat(migrated.migrations()).isGreaterThan(10));
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aMigratedDatabaseStaysAsItIs(TestPostgres server) {
        DataSource database = TestDatabases.migrated(server);
        List<String> before = Catalogue.of(database);

        assertThat(schema(database).migrate()).isEqualTo(new SchemaResult.Migrated(0));
        assertThat(schema(database).adopt()).isEqualTo(new SchemaResult.Migrated(0));
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void theHistoryIsVersionedAsItHappened() {
        assertThat(list(TestDatabases.migrated(), """
                SELECT version FROM shq.flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank"""))
                .startsWith("000", "001", "002", "003", "004", "006", "007");
    }

    @Test
    void whereAStepFailsItIsSaidThatThoseBeforeItWereDone() {
        DataSource source = TestPostgres.newest().createDatabase();
        run(source, """
                CREATE SCHEMA other;
                CREATE FUNCTION other.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() d WHERE d.object_identity = 'shq.taken_back') THEN
                        RAISE EXCEPTION 'Not here.';
                    END IF;
                END $$;
                CREATE EVENT TRIGGER refuse ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION other.refuse()""");
        var steps = new ArrayList<String>();

        assertThatThrownBy(() -> new Schema(Database.over(source), false, steps::add).migrate()).isInstanceOf(StewardException.class)
                .hasMessageContaining("failed in “" + steps.getLast().replace("Migrating: ", "") + "”")
                .hasMessageContaining(steps.size() - 1 + " migrations were done before");
        assertThat(ask(source, "SELECT count(*) FROM shq.flyway_schema_history WHERE success AND version = '030'"))
                .isEqualTo("1");
    }

    @Test
    void eachStepIsTold() {
        var steps = new ArrayList<String>();

        new Schema(Database.over(TestPostgres.newest().createDatabase()), false, steps::add).migrate();

        assertThat(steps).startsWith("Migrating: 000 base tables", "Migrating: 001 validation and state columns");
    }

    @Test
    void aProvidersOwnSchemaDoesNotMakeAnEmptyDatabaseForeign() {
        DataSource database = TestPostgres.newest().createDatabase();
        run(database, "CREATE SCHEMA provider; CREATE TABLE provider.usage (id INTEGER); CREATE SCHEMA marketing");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Empty());
        assertThat(schema(database).migrate()).isInstanceOf(SchemaResult.Migrated.class);
    }

    @Test
    void tablesOfAnExtensionDoNotMakeAnEmptyDatabaseForeign() {
        DataSource database = TestPostgres.newest().createDatabase();
        run(database, "CREATE EXTENSION pg_stat_statements");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Empty());
    }

    @Test
    void aForeignDatabaseIsNotTouched() {
        DataSource database = TestPostgres.newest().createDatabase();
        run(database, "CREATE TABLE public.customers (id INTEGER)");
        List<String> before = Catalogue.of(database);

        assertThat(schema(database).state()).isInstanceOfSatisfying(SchemaState.Foreign.class,
                foreign -> assertThat(foreign.reasons()).singleElement().asString().contains("public.customers"));
        assertThat(schema(database).migrate()).isInstanceOf(SchemaResult.Refused.class);
        assertThat(schema(database).adopt()).isInstanceOf(SchemaResult.Refused.class);
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void aPoolerIsRefusedWithAdvice() {
        DataSource database = TestPostgres.newest().createDatabase();

        assertThat(new Schema(Database.over(database), true, step -> { }).migrate()).isInstanceOfSatisfying(SchemaResult.Refused.class,
                refused -> assertThat(refused.advice()).contains("direct address"));
        assertThat(ask(database, "SELECT to_regnamespace('shq')")).isNull();
    }

    @Test
    void aServerThatIsTooOldIsRefusedBeforeAnythingIsWritten() {
        DataSource database = TestPostgres.newest().createDatabase();
        List<String> before = Catalogue.of(database);
        var old = new Schema(Database.over(claiming(14, database)), false, step -> { });

        assertThat(old.state()).isEqualTo(new SchemaState.TooOld(14));
        assertThat(old.migrate()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused -> assertThat(refused.reasons())
                .containsExactly("This server runs PostgreSQL 14, and Barton Steward needs PostgreSQL 15 or later."));
        assertThat(old.adopt()).isInstanceOf(SchemaResult.Refused.class);
        assertThat(Catalogue.of(database)).isEqualTo(before);
    }

    @Test
    void aMigratedDatabaseOnAServerThatIsTooOldIsRefused() {
        assertThat(new Schema(Database.over(claiming(14, TestDatabases.migrated())), false, step -> { }).state())
                .isEqualTo(new SchemaState.TooOld(14));
    }

    @Test
    void whatIsPendingIsNamed() {
        DataSource database = TestDatabases.migrated();
        run(database, "DROP FUNCTION shq.has_error_note; DELETE FROM shq.flyway_schema_history WHERE description = 'intake status'");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Pending(List.of("intake status")));
        assertThat(schema(database).migrate()).isEqualTo(new SchemaResult.Migrated(1));
        assertThat(ask(database, "SELECT shq.has_error_note('x')")).isEqualTo("t");
    }

    @Test
    void aChangedFunctionIsPending() {
        DataSource database = TestDatabases.migrated();
        run(database, "UPDATE shq.flyway_schema_history SET checksum = checksum + 1 WHERE description = 'intake status'");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Pending(List.of("intake status")));
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        DataSource database = TestDatabases.migrated();
        run(database, """
                INSERT INTO shq.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                                                       execution_time, success)
                VALUES (999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1, 'x', 1, true)""");

        assertThat(schema(database).state()).isEqualTo(new SchemaState.Newer(List.of("999 from the future")));
        assertThat(schema(database).migrate()).isInstanceOf(SchemaResult.Refused.class);
    }

    @Test
    void aRoleThatMayMakeNothingIsRefusedWithTheReason() {
        DataSource database = TestPostgres.newest().createDatabase();
        run(database, "CREATE ROLE guest_of_empty LOGIN");
        DataSource guest = TestPostgres.newest().as(database, "guest_of_empty", "");

        assertThat(schema(guest).migrate()).isInstanceOfSatisfying(SchemaResult.Refused.class, refused ->
                assertThat(refused.reasons()).anyMatch(r -> r.contains("schema public")).anyMatch(r -> r.contains("make schemas")));
    }

    @Test
    void twoProgramsMigrateOneEmptyDatabaseTogether() throws Exception {
        DataSource database = TestPostgres.newest().createDatabase();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> schema(database).migrate());
            var other = threads.submit(() -> schema(database).migrate());

            assertThat(List.of(one.get(), other.get())).contains(new SchemaResult.Migrated(0));
        }
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }

    /// The same database, behind connections that claim another major version.
    private static DataSource claiming(int version, DataSource database) {
        return (DataSource) answering(DataSource.class, database, "getConnection", real -> answering(Connection.class, real, "getMetaData",
                metadata -> answering(DatabaseMetaData.class, metadata, "getDatabaseMajorVersion", found -> version)));
    }

    /// The same object, but what one of its methods returns.
    private static Object answering(Class<?> type, Object real, String method, UnaryOperator<Object> instead) {
        return Proxy.newProxyInstance(SchemaTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
            try {
                Object result = called.invoke(real, arguments);
                return called.getName().equals(method) ? instead.apply(result) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
