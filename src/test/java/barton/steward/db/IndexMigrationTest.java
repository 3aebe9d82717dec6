package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexMigrationTest {
    private static final String VALID = "SELECT bool_and(indisvalid) FROM pg_index WHERE indexrelid = to_regclass('intake.idx_intake_%s')";

    static List<TestPostgres> servers() {
        return List.of(TestPostgres.newest(), TestPostgres.oldest());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anAdoptedDatabaseInUseGetsItsIndexesWhileOthersWrite(TestPostgres server) throws Exception {
        DataSource database = TestDatabases.byHand(server);
        run(database, "INSERT INTO intake.company_raw_intake (company) SELECT 'Company ' || g FROM generate_series(1, 20000) g");
        try (var threads = Executors.newSingleThreadExecutor(); Connection writer = database.getConnection()) {
            var adoption = threads.submit(() -> schema(database).adopt());
            while (!adoption.isDone()) {
                insertForAWhile(writer, adoption);
            }
            assertThat(adoption.get()).isInstanceOf(SchemaResult.Adopted.class);
        }
        assertThat(ask(database, VALID.formatted("company"))).isEqualTo("t");
        assertThat(ask(database, VALID.formatted("search"))).isEqualTo("t");
        assertThat(schema(database).state()).isEqualTo(new SchemaState.Current());
    }

    private static void insertForAWhile(Connection writer, Future<?> adoption) throws Exception {
        writer.setAutoCommit(false);
        try (var statement = writer.createStatement()) {
            statement.execute("INSERT INTO intake.company_raw_intake (company) VALUES ('Written meanwhile')");
            TimeUnit.MILLISECONDS.sleep(adoption.isDone() ? 0 : 20);
        } catch (SQLException e) {
            writer.rollback();
            throw e;
        }
        writer.commit();
    }

    @Test
    void anIndexThatWasLeftHalfMadeIsMadeAnew() {
        DataSource database = TestDatabases.migrated();
        run(database, """
                UPDATE pg_index SET indisvalid = false
                WHERE indexrelid IN ('intake.idx_intake_company'::regclass, 'intake.idx_intake_search'::regclass);
                UPDATE shq.flyway_schema_history SET success = false WHERE version = '040'""");

        assertThat(schema(database).migrate()).isEqualTo(new SchemaResult.Migrated(1));
        assertThat(ask(database, VALID.formatted("company"))).isEqualTo("t");
        assertThat(ask(database, VALID.formatted("search"))).isEqualTo("t");
    }

    @Test
    void whereTrigramsCannotBeHadTheRestIsMigrated() {
        DataSource database = TestPostgres.newest().createDatabase();
        String name = ask(database, "SELECT current_database()");
        run(database, """
                CREATE ROLE owner_without_create LOGIN;
                ALTER DATABASE %s OWNER TO owner_without_create;
                CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not here' USING ERRCODE = '42501'; END $$;
                CREATE EVENT TRIGGER no_extensions ON ddl_command_start WHEN TAG IN ('CREATE EXTENSION') EXECUTE FUNCTION public.refuse()
                """.formatted(name));
        DataSource owner = TestPostgres.newest().as(database, "owner_without_create", "");

        var steps = new ArrayList<String>();
        assertThat(new Schema(Database.over(owner), false, steps::add).migrate()).isInstanceOf(SchemaResult.Migrated.class);
        assertThat(schema(owner).state()).isEqualTo(new SchemaState.Current());
        assertThat(ask(database, "SELECT to_regclass('intake.idx_intake_search')")).isNull();
        run(database, "DROP EVENT TRIGGER no_extensions");
    }

    private static Schema schema(DataSource database) {
        return new Schema(Database.over(database), false, step -> { });
    }
}
