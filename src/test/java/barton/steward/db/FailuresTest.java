package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.support.TestPostgres;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class FailuresTest {
    private static Database database;

    @BeforeAll
    static void prepare() {
        database = Database.over(TestPostgres.newest().createDatabase());
        database.write(h -> h.execute("""
                CREATE TABLE company (id INT PRIMARY KEY, name TEXT NOT NULL, score INT CONSTRAINT score_range CHECK (score <= 100));
                CREATE TABLE slot (id INT PRIMARY KEY, company INT REFERENCES company);
                CREATE TABLE secret (id INT);
                INSERT INTO company VALUES (1, 'Merrick', 50);
                INSERT INTO slot VALUES (1, 1);
                DO $$ BEGIN CREATE ROLE onlooker; EXCEPTION WHEN duplicate_object THEN NULL; END $$
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO company VALUES (1, 'x', 1)               | There is a row with this id already: 1.
            INSERT INTO company VALUES (2, 'x', 101)             | A value is not among those that are allowed
            INSERT INTO company VALUES (2, NULL, 1)              | “name” must not be empty
            DELETE FROM company                                  | belong together would be torn apart
            INSERT INTO company VALUES (2, 'x', 9999999999)      | A number is too large
            SET LOCAL ROLE onlooker; DELETE FROM secret          | Your role may not do this
            DELETE FROM marketing.nowhere                        | something of it is missing
            SET TRANSACTION READ ONLY; DELETE FROM secret        | can only be read
            SET LOCAL statement_timeout = 10; DO 'BEGIN PERFORM pg_sleep(9); END' | needed too long
            """)
    void refusalSaysWhatWasRefused(String statement, String said) {
        StewardException failure = failure(statement);
        assertThat(failure).hasMessageContaining(said);
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.getMessage() + failure.advice()).as("names of columns, tables and constraints, words of the server")
                .doesNotContainPattern("[a-z]_[a-z]|relation|constraint|violat|syntax|Key \\(|marketing\\.");
    }

    /// What servers and poolers answer who asks for a connection, by their states.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            28P01 | password authentication failed for user "x"                 | the user or the password is not right
            28000 | no pg_hba.conf entry for host "::1", user "x", no encryption | does not let “” in from this computer
            3D000 | database "x" does not exist                                 | There is no database
            55000 | database "x" is not currently accepting connections         | accepts no connections at present
            42501 | permission denied for database "x"                          | may not connect to the database
            57P03 | the database system is starting up                          | is starting or stopping
            57P03 | the database system is not accepting connections            | is starting or stopping
            53300 | sorry, too many clients already                             | has no connection left for us
            08004 | The server requested SCRAM-based authentication             | may want a password
            08P01 | server login has been failing, try again later              | accepts no connection at present
            08001 | Connection to localhost:5432 refused                        | No database answers at
            XX000 | endpoint is disabled                                        | accepts no connection at present
            """)
    void whoeverLetsNobodyInIsNoDatabaseAndNoneOfItsWordsAreShown(String state, String told, String said) {
        var failure = Failures.anywhere().translate(new ConnectionException(new SQLException(told, state)));
        assertThat(failure.kind()).isEqualTo(Kind.NO_DATABASE);
        assertThat(failure).hasMessageContaining(said).hasMessageNotContaining(told);
    }

    @Test
    void aDatabaseThatIsClosedToAllSaysSo() {
        var closed = (PGSimpleDataSource) TestPostgres.newest().createDatabase();
        database.read(h -> h.execute("ALTER DATABASE " + closed.getDatabaseName() + " ALLOW_CONNECTIONS false"));
        StewardException failure = catchThrowableOfType(StewardException.class,
                () -> Database.over(closed).read(h -> h.execute("SELECT 1")));
        assertThat(failure.kind()).isEqualTo(Kind.NO_DATABASE);
        assertThat(failure).hasMessageContaining("accepts no connections at present");
    }

    @Test
    void wordsOfOurOwnFunctionsComeThrough() {
        StewardException failure = failure("""
                DO $$ BEGIN RAISE EXCEPTION 'batch must not be blank' USING ERRCODE = '22023', DETAIL = 'intake ids 1, 2', HINT = 'name it';
                END $$""");
        assertThat(failure).hasMessage("Batch must not be blank. Intake ids 1, 2.");
        assertThat(failure.advice()).isEqualTo("Name it.");
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void whatOurOwnFunctionsQuoteOfTheServerIsSaidInPlainWords() {
        assertThat(failure("""
                DO $$ BEGIN INSERT INTO company VALUES (2, NULL, 1); EXCEPTION WHEN OTHERS THEN
                RAISE EXCEPTION 'Nothing was written: intake id 3: %', SQLERRM USING ERRCODE = '23502'; END $$"""))
                .hasMessage("Nothing was written: intake id 3: name must not be empty.");
    }

    @Test
    void missingSchemaLeadsToMigrate() {
        assertThat(failure("DELETE FROM marketing.nowhere").advice()).contains("steward migrate");
    }

    @Test
    void fullDiskIsSaid() {
        assertThat(Failures.anywhere().translate(new SQLException("could not extend file", "53100"))).hasMessageContaining("disk");
    }

    @Test
    void faultOfThisProgramIsNotBlamedOnTheSteward() {
        assertThat(failure("SELEC 1").kind()).isEqualTo(Kind.UNFORESEEN);
    }

    @Test
    void aTemporaryTableThatIsNotThereIsNoFaultOfTheSchema() {
        StewardException failure = failure("DELETE FROM match_theirs");

        assertThat(failure.kind()).isEqualTo(Kind.UNFORESEEN);
        assertThat(failure.advice()).doesNotContain("steward migrate");
    }

    private static StewardException failure(String statement) {
        return catchThrowableOfType(StewardException.class, () -> database.write(h -> h.execute(statement)));
    }
}
