package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.PageIndex;
import barton.steward.model.query.PageKey;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbiTableDaoEstimateTest {
    private static final int ROWS = 60_000;
    private static final int PAGE = 200;
    private static DataSource source;
    private static TableDao dao;

    @BeforeAll
    static void fill() {
        source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, industry, num_employees, import_batch_id, validated, validation_notes)
                SELECT CASE WHEN g %% 5 > 0 THEN 'Company ' || abs(hashint4(g)) END, 'Industry ' || g %% 40, nullif(g %% 900, 0),
                       'B' || g / 10000, g %% 2 = 0, CASE WHEN g %% 7 = 0 THEN 'website: is missing' END
                FROM generate_series(1, %1$d) g;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                SELECT '04.04.01.00.' || lpad(g::text, 5, '0') || '.000', 'Company ' || abs(hashint4(g)), 'https://example.com', 'legacy',
                       (2 * g)::text
                FROM generate_series(1, %1$d / 2) g;
                ANALYZE""".formatted(ROWS));
        dao = JdbiDaos.over(Database.over(source)).tables();
    }

    static Stream<Query> queries() {
        Query all = Query.all(Table.INTAKE);
        Query failed = all.where(Condition.is(IntakeFields.STATUS, IntakeStatus.FAILED));
        return Stream.of(all, failed, Query.all(Table.INTAKE).searching("company 1"), Query.all(Table.MASTER), Query.all(Table.SLOTS))
                .flatMap(q -> sorts(q.table()).flatMap(f -> Stream.of(q.sortedBy(Sort.ascending(f)), q.sortedBy(Sort.descending(f)),
                        q.sortedBy(Sort.descending(q.table().fields().getLast()).then(f, true)))));
    }

    private static Stream<Field> sorts(Table table) {
        return switch (table) {
            case INTAKE -> Stream.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.NUM_EMPLOYEES, IntakeFields.STATUS);
            case MASTER -> Stream.of(MasterFields.COMPANY_NAME, MasterFields.INDUSTRY, MasterFields.SLOT_COUNT);
            default -> Stream.of(table.key(), table.fields().getLast());
        };
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aSampleSaysAboutHowManyRowsThereAreAndWherePagesEnd(Query query) {
        PageIndex estimate = dao.estimate(query, PAGE);

        assertThat(estimate.exact()).isFalse();
        PageIndex exact = dao.pageIndex(query, PAGE, keys(estimate));
        assertThat((double) estimate.count()).isBetween(exact.count() * 0.85, exact.count() * 1.15);
        assertThat(estimate.pageEnds()).hasSize((int) (estimate.count() / PAGE));
        List<Long> positions = estimate.pageEnds().stream().map(end -> exact.positions().get(end.key())).toList();
        assertThat(positions).doesNotContainNull().isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < positions.size(); i++) {
            assertThat(positions.get(i) / (double) exact.count()).isBetween((i + 1.0) * PAGE / estimate.count() - 0.1,
                    (i + 1.0) * PAGE / estimate.count() + 0.1);
        }
    }

    @Test
    void thePlaceOfAnEstimatedPageIsOneToReadOnFrom() {
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.COMPANY));
        PageKey end = dao.estimate(query, PAGE).pageEnds().get(100);
        List<Row> page = dao.page(query, Optional.of(end), PAGE);
        Set<Object> sight = new HashSet<>(page.stream().map(Row::key).toList());
        sight.add(end.key());
        var positions = dao.pageIndex(query, PAGE, sight).positions();
        assertThat(page).hasSize(PAGE).extracting(row -> positions.get(row.key()) - positions.get(end.key()))
                .isEqualTo(Stream.iterate(1L, n -> n + 1).limit(PAGE).toList());
    }

    @Test
    void fewRowsFoundSayNothingAboutPages() {
        PageIndex none = dao.estimate(Query.all(Table.INTAKE).searching("no row has this"), PAGE);
        assertThat(none.exact()).isFalse();
        assertThat(none.pageEnds()).isEmpty();
        assertThat(none.count()).isLessThan(ROWS / 100);
        assertThat(dao.estimate(Query.all(Table.INTAKE).where(Condition.is(IntakeFields.ID, 17L)), PAGE).count()).isEqualTo(1);
    }

    @Test
    void aDirectoryMadeWhileOthersInsertNeitherRepeatsNorSkipsARowThatStayed() throws Exception {
        DataSource busy = TestDatabases.migrated();
        TestDatabases.run(busy, """
                INSERT INTO intake.company_raw_intake (company)
                SELECT nullif('Company ' || g % 50, 'Company 0') FROM generate_series(1, 4000) g""");
        TableDao tables = JdbiDaos.over(Database.over(busy)).tables();
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.ascending(IntakeFields.COMPANY));
        try (var threads = Executors.newSingleThreadExecutor()) {
            var inserting = threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    TestDatabases.run(busy, """
                            INSERT INTO intake.company_raw_intake (company)
                            SELECT nullif('Company ' || g, 'Company 0') FROM generate_series(0, 60) g""");
                }
            });
            List<PageKey> ends = tables.pageIndex(query, 900, Set.of()).pageEnds();
            var seen = new ArrayList<>();
            for (int i = 0; i <= ends.size(); i++) {
                seen.addAll(between(tables, query, i == 0 ? Optional.empty() : Optional.of(ends.get(i - 1)),
                        i == ends.size() ? null : ends.get(i).key()));
            }
            inserting.get();
            assertThat(ends).hasSizeGreaterThan(3);
            assertThat(seen).doesNotHaveDuplicates().containsAll(LongStream.rangeClosed(1, 4000).boxed().toList());
        }
    }

    /// The keys of the rows after a place up to the one with the key `last`, which is the end of the table where it is null.
    private static List<Object> between(TableDao tables, Query query, Optional<PageKey> start, Object last) {
        var keys = new ArrayList<>();
        List<Row> page = tables.page(query, start, TableDao.MAX_PAGE);
        while (!page.isEmpty()) {
            for (Row row : page) {
                keys.add(row.key());
                if (row.key().equals(last)) {
                    return keys;
                }
            }
            page = tables.page(query, Optional.of(PageKey.of(page.getLast(), query.sort())), TableDao.MAX_PAGE);
        }
        return keys;
    }

    private static Set<Object> keys(PageIndex pageIndex) {
        return new HashSet<>(pageIndex.pageEnds().stream().map(PageKey::key).toList());
    }
}
