package barton.steward.dao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.query.Paging;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IntakeStorageTest {
    private static DataSource source;

    @BeforeAll
    static void fill() {
        source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'Company ' || g, 'B' || g % 10, g BETWEEN 40001 AND 40050 FROM generate_series(1, 50000) g""");
        TestDatabases.run(source, "VACUUM ANALYZE intake.company_raw_intake");
    }

    @Test
    void fewValidatedRowsAreFoundByTheSumsOfTheirPages() {
        Sql page = new Paging(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.VALIDATED, true))).statements(Optional.empty())
                .getFirst().then("LIMIT 100");
        List<String> plan = answers(Sql.of("EXPLAIN").then(page));
        assertThat(plan).anyMatch(l -> l.contains("Bitmap Index Scan on idx_intake_validated"));
        assertThat(answers(page)).hasSize(50);
    }

    private static List<String> answers(Sql statement) {
        return Database.over(source).read(handle -> statement.query(handle).mapTo(String.class).list());
    }
}
