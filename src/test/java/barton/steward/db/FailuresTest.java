package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import barton.steward.support.TestPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            INSERT INTO company VALUES (1, 'x', 1)               | Key (id)=(1) already exists
            INSERT INTO company VALUES (2, 'x', 101)             | “score_range”
            INSERT INTO company VALUES (2, NULL, 1)              | “name” must not be empty
            DELETE FROM company                                  | still referenced from table "slot"
            INSERT INTO company VALUES (2, 'x', 9999999999)      | Integer out of range
            SET LOCAL ROLE onlooker; DELETE FROM secret          | Permission denied for table secret
            DELETE FROM marketing.nowhere                        | Relation "marketing.nowhere" does not exist
            SET TRANSACTION READ ONLY; DELETE FROM secret        | can only be read
            SET LOCAL statement_timeout = 10; DO 'BEGIN PERFORM pg_sleep(9); END' | needed too long
            """)
    void refusalSaysWhatWasRefused(String statement, String said) {
        StewardException failure = failure(statement);
        assertThat(failure).hasMessageContaining(said);
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
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
