package barton.steward.dao.intake;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.query.Paging;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeStorageTest {
    private static final String FOUND = """
            SELECT count(*) FROM intake.company_raw_intake
            WHERE coalesce(company, '') || E'\\n' || coalesce(company_name_for_emails, '') || E'\\n' || coalesce(website, '')
                  ILIKE '%number 417%'""";
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

    @Test
    void anImportPutsItsTextsIntoTheSearchIndexAtItsEnd() {
        DataSource database = TestDatabases.migrated();
        bring(database, 500);
        assertThat(ask(database, "SELECT gin_clean_pending_list('intake.idx_intake_search')")).isEqualTo("0");
        assertThat(ask(database, FOUND)).isEqualTo("1");
    }

    @Test
    void thePlannerKnowsTheBatchOfALargeImport() {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id)
                SELECT 'Company ' || g, 'A' FROM generate_series(1, 12000) g""");
        TestDatabases.run(database, "VACUUM ANALYZE intake.company_raw_intake");
        bring(database, 12_000);
        assertThat(ask(database, "SELECT most_common_vals::text FROM pg_stats WHERE tablename = 'company_raw_intake'"
                + " AND attname = 'import_batch_id'")).contains("B1");
        assertThat(ask(database, "SELECT reltuples::bigint FROM pg_class WHERE oid = 'intake.company_raw_intake'::regclass"))
                .isEqualTo("24000");
        // Of the companies only those are known that were there when all columns were looked at.
        assertThat(ask(database, "SELECT histogram_bounds::text LIKE '%number%' FROM pg_stats WHERE tablename = 'company_raw_intake'"
                + " AND attname = 'company'")).isEqualTo("f");
    }

    @Test
    void aTableThatBecomesAnotherIsLookedAtAsAWhole() {
        DataSource database = TestDatabases.migrated();
        bring(database, 12_000);
        assertThat(ask(database, "SELECT histogram_bounds::text LIKE '%number%' FROM pg_stats WHERE tablename = 'company_raw_intake'"
                + " AND attname = 'company'")).isEqualTo("t");
    }

    @Test
    void whoMayNotPutThemInLeavesThatToTheServer() {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                SELECT shq.grant_role('importer_' || current_database(), 'steward');
                DO $$ BEGIN
                    EXECUTE format('ALTER ROLE %1$I LOGIN; REVOKE EXECUTE ON FUNCTION shq.settle_search(REGCLASS) FROM %1$I',
                        'importer_' || current_database());
                END $$""");
        bring(TestPostgres.newest().as(database, "importer_" + ask(database, "SELECT current_database()"), ""), 500);
        assertThat(ask(database, FOUND)).isEqualTo("1");
        assertThat(ask(database, "SELECT gin_clean_pending_list('intake.idx_intake_search')")).isNotEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource(value = Table.class, names = {"INTAKE", "PEOPLE_INTAKE"})
    void aBulkMarkLeavesEachRowInItsPageAndTheIndexesAlone(Table table) {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, industry)
                SELECT 'Company ' || g, 'https://www.company' || g || '.example', 'construction' FROM generate_series(1, 3000) g;
                INSERT INTO intake.people_raw_intake (first_name, last_name, email, title)
                SELECT 'Ann', 'Miller ' || g, 'ann' || g || '@company.example', 'Director' FROM generate_series(1, 3000) g""");
        var changed = new AuditedChange(table, "mark", "Marked validated", "ann");
        String inPlace = Database.over(database).write(handle -> {
            changed.update(handle, Sql.of("true"), new Mark(true, Optional.empty(), "ann").assignments(), OptionalLong.of(3000));
            return handle.createQuery("""
                    SELECT x.n_tup_upd || ' changed, ' || x.n_tup_hot_upd || ' in place' FROM pg_stat_xact_user_tables x
                    WHERE x.relid = :table::regclass""").bind("table", table.qualifiedName()).mapTo(String.class).one();
        });
        assertThat(inPlace).isEqualTo("3000 changed, 3000 in place");
    }

    private static void bring(DataSource database, int rows) {
        var file = new SourceFile("leads.csv", "0".repeat(64));
        new JdbiImportDao(Database.over(database)).copy("B1", BatchUse.NEW, "ann", UUID.randomUUID(), List.of(new ImportDao.Part(
                Table.INTAKE, List.of("company", "import_batch_id"), file, sink -> IntStream.range(0, rows)
                        .forEach(i -> sink.accept(new String[] {"Company number " + i, "B1"})), false,
                () -> new FileTally(Map.of(), 0, 0))));
    }

    private static List<String> answers(Sql statement) {
        return Database.over(source).read(handle -> statement.query(handle).mapTo(String.class).list());
    }
}
