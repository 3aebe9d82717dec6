package barton.steward.dao.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import barton.steward.catalog.RunKind;
import barton.steward.db.Database;
import barton.steward.support.TestDatabases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTest {
    private static final String NUMBERS = "SELECT n FROM generate_series(1, :most) AS s (n) WHERE <where> AND n <> <but> ORDER BY n";

    private final Database database = Database.over(TestDatabases.migrated());

    @Test
    void valuesGoWhereTheirPiecesStandInWhateverOrderThoseAreGiven() {
        Sql statement = Sql.of(NUMBERS).with("but", Sql.of("?::int", 4)).bind("most", 9)
                .with("where", Sql.of("n > ?", 2).and(Sql.of("n < ?", 6)));
        assertThat(answers(statement, Integer.class)).containsExactly(3, 5);
    }

    @Test
    void aPieceStandsInEveryPlaceOfItsName() {
        assertThat(answers(Sql.of("SELECT <n> * <n> + :n").with("n", Sql.of("?::int", 3)).bind("n", 1), Integer.class)).containsExactly(10);
    }

    @Test
    void questionMarksOfTextsAndOperatorsAreNoPlacesOfValues() {
        assertThat(answers(Sql.of("SELECT 'https:' ~ 's:?$' AND '{\"a\": 1}'::jsonb ??").then(Sql.of("?::text", "a")), Boolean.class))
                .containsExactly(true);
    }

    @Test
    void aNameHasOneValueInAllPieces() {
        Sql batch = Sql.of("i.import_batch_id = :batch").bind("batch", "B1");
        assertThatIllegalArgumentException().isThrownBy(() -> batch.and(Sql.of("true").bind("batch", "B2")));
        assertThat(answers(Sql.of("SELECT count(*) FROM intake.company_raw_intake i WHERE <where>").with("where", batch.and(batch)),
                Integer.class)).containsExactly(0);
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("SELECT 1").with("where", "true"));
    }

    @Test
    void asManyValuesAsQuestionMarksAreGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.of("n = ? AND m = ?", 1));
    }

    @Test
    void constantsAndInstantsAreReadAsTheyAreBound() {
        assertThat(answers(Sql.of("SELECT :kind::text").bind("kind", RunKind.PEOPLE_PROMOTION), RunKind.class))
                .containsExactly(RunKind.PEOPLE_PROMOTION);
        assertThat(answers(Sql.of("SELECT :at::timestamptz").bind("at", Instant.MAX), Instant.class)).containsExactly(Instant.MAX);
        List<RunKind> bound = database.read(handle -> handle.createQuery("SELECT :kind::text").bind("kind", RunKind.TAKE_BACK)
                .mapTo(RunKind.class).list());
        assertThat(bound).containsExactly(RunKind.TAKE_BACK);
    }

    private <T> List<T> answers(Sql statement, Class<T> type) {
        return database.read(handle -> statement.query(handle).mapTo(type).list());
    }
}
