package barton.steward.dao.query;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagingPlanTest {
    private static Database database;

    @BeforeAll
    static void fill() {
        DataSource source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, industry, import_batch_id, validated)
                SELECT CASE WHEN g % 3 > 0 THEN 'Company ' || abs(hashint4(g)) % 9000 END, 'Industry ' || g % 40, 'B' || g % 10, g % 2 = 0
                FROM generate_series(1, 50000) g;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                SELECT '04.04.01.00.' || lpad(g::text, 5, '0') || '.000', 'Company ' || abs(hashint4(g)), 'https://example.com', 'legacy',
                       g::text
                FROM generate_series(1, 50000) g;
                CREATE INDEX intake_by_creation ON intake.company_raw_intake (created_at, id)""");
        TestDatabases.run(source, "VACUUM ANALYZE");
        database = Database.over(source);
    }

    @Test
    void theFirstPageByKeyIsReadFromTheKey() {
        assertServedBy("company_raw_intake_pkey", Query.all(Table.INTAKE), Optional.empty());
        assertServedBy("company_master_pkey", Query.all(Table.MASTER), Optional.empty());
        assertServedBy("company_slots_pkey", Query.all(Table.SLOTS), Optional.empty());
    }

    @Test
    void aPageByAnIndexedColumnIsReadFromTheIndexInBothDirections() {
        for (Field field : List.of(IntakeFields.COMPANY, IntakeFields.CREATED_AT)) {
            String index = field == IntakeFields.COMPANY ? "idx_intake_company" : "intake_by_creation";
            assertServedBy(index, Query.all(Table.INTAKE).sortedBy(Sort.ascending(field)), Optional.empty());
            assertServedBy(index, Query.all(Table.INTAKE).sortedBy(Sort.descending(field)), Optional.empty());
        }
        assertServedBy("idx_master_name", Query.all(Table.MASTER).sortedBy(Sort.descending(MasterFields.COMPANY_NAME)), Optional.empty());
    }

    @Test
    void aPageAfterAPlaceBeginsThereInTheIndex() {
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.COMPANY));
        List<String> plan = plans(query, Optional.of(PageKey.at("Company 500", 25_000L))).getFirst();
        assertThat(plan).anyMatch(l -> l.contains("Index Cond") && l.contains("ROW(company, id) < ROW('Company 500'"));
    }

    @Test
    void aPageBySeveralColumnsBeginsInTheIndexOfTheFirstAndSortsNoMoreThanItsTies() {
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.ascending(IntakeFields.COMPANY).then(IntakeFields.INDUSTRY, false));
        var place = new PageKey(List.of("Company 500", "Industry 7"), 25_000L);
        for (Optional<PageKey> after : List.of(Optional.<PageKey>empty(), Optional.of(place))) {
            assertThat(plans(query, after).getFirst()).anyMatch(l -> l.contains("using idx_intake_company on"))
                    .anyMatch(l -> l.contains("Incremental Sort")).noneMatch(l -> l.contains("Seq Scan on company_"));
        }
        assertThat(plans(query, Optional.of(place)).getFirst()).anyMatch(l -> l.contains("Index Cond") && l.contains("company >= "));
    }

    @Test
    void theOrdersInWhichTablesAreShownFirstHaveAnIndex() {
        assertServedBy("idx_master_promoted_at", Query.all(Table.MASTER).sortedBy(Sort.descending(MasterFields.PROMOTED_FROM_INTAKE_AT)),
                Optional.empty());
        assertServedBy("idx_slots_created_at", Query.all(Table.SLOTS).sortedBy(Sort.descending(SlotFields.CREATED_AT)), Optional.empty());
    }

    @Test
    void aRareTextIsLookedUp() {
        Query query = Query.all(Table.INTAKE).searching("company 4711").sortedBy(Sort.descending(IntakeFields.COMPANY));
        assertThat(plans(query, Optional.empty()).getFirst()).anyMatch(l -> l.contains("Bitmap Index Scan on idx_intake_search"));
        assertThat(plans(Query.all(Table.MASTER).searching("04711.000"), Optional.empty()).getFirst())
                .anyMatch(l -> l.contains("Bitmap Index Scan on idx_master_search"));
    }

    @Test
    void twoLettersAreLookedUpAtTheBeginningsOfWords() {
        Query query = Query.all(Table.INTAKE).searching("qu").sortedBy(Sort.descending(IntakeFields.COMPANY));
        assertThat(plans(query, Optional.empty()).getFirst()).anyMatch(l -> l.contains("Bitmap Index Scan on idx_intake_search"))
                .noneMatch(l -> l.contains("Seq Scan on company_"));
    }

    @Test
    void aFrequentTextIsFoundByWalkingAlongTheOrder() {
        assertServedBy("idx_intake_company", Query.all(Table.INTAKE).searching("company").sortedBy(Sort.ascending(IntakeFields.COMPANY)),
                Optional.empty());
    }

    @Test
    void aNameOfAnotherTableIsLookedUpThere() {
        assertThat(plans(Query.all(Table.SLOTS).searching("company 4711"), Optional.empty()).getFirst())
                .anyMatch(l -> l.contains("Bitmap Index Scan on idx_master_search"))
                .anyMatch(l -> l.contains("Bitmap Index Scan on idx_slots_search"))
                .noneMatch(l -> l.contains("Seq Scan on company_"));
    }

    @Test
    void theStatusOfAPageIsLookedUpRowByRow() {
        assertThat(plans(Query.all(Table.INTAKE), Optional.empty()).getFirst())
                .anyMatch(l -> l.contains("idx_master_source_record_id")).noneMatch(l -> l.contains("hashed"));
    }

    @Test
    void theDirectoryOfAnIndexedColumnReadsTheIndexAlone() {
        for (Sort sort : List.of(Sort.ascending(IntakeFields.COMPANY), Sort.descending(IntakeFields.COMPANY))) {
            List<String> plan = explained(new Paging(Query.all(Table.INTAKE).sortedBy(sort)).pageIndex(200, Set.of()));
            assertThat(plan).anyMatch(l -> l.contains("Index Only Scan") && l.contains("idx_intake_company"))
                    .noneMatch(l -> l.contains("Seq Scan"));
        }
    }

    @Test
    void rowsOfABatchWithAStatusAreCountedWithoutAskingEachRow() {
        Query query = Query.all(Table.INTAKE).where(Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.FAILED)));
        assertThat(explained(Sql.of("SELECT count(*)" + Source.of(Table.INTAKE).from() + " WHERE").then(Predicates.of(query))))
                .anyMatch(l -> l.contains("Anti Join")).noneMatch(l -> l.contains("SubPlan"));
    }

    private static void assertServedBy(String index, Query query, Optional<PageKey> after) {
        List<List<String>> plans = plans(query, after);
        assertThat(plans.getFirst()).as("%s", query).anyMatch(l -> l.contains("Scan") && l.contains("using " + index + " on"))
                .noneMatch(l -> l.contains("Sort"));
        assertThat(plans).as("%s", query).allSatisfy(plan -> assertThat(plan).noneMatch(l -> l.contains("Seq Scan on company_")));
    }

    private static List<List<String>> plans(Query query, Optional<PageKey> after) {
        return new Paging(query).statements(after).stream().map(s -> explained(s.then("LIMIT 200"))).toList();
    }

    private static List<String> explained(Sql statement) {
        return database.read(h -> Sql.of("EXPLAIN").then(statement).query(h).mapTo(String.class).list());
    }
}
