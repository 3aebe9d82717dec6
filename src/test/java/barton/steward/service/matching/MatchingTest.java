package barton.steward.service.matching;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.matching.MatchDao;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final int PAIRS = MatchDao.MAX_PAGE + 60;

    private final DataSource database = TestDatabases.migrated();
    private final Matching matching = SampleSession.over(database).matching();

    @Test
    void morePairsThanOneRoundTripBringsAreReadInTheirOrder() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                SELECT md5(g::text), 'g' || g || '.example', 'MANY' FROM generate_series(1, %1$d) g;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.1' || lpad(g::text, 4, '0') || '.001', md5(g::text) || ' Inc', 'www.g' || g || '.example', 'crm'
                FROM generate_series(1, %1$d) g""".formatted(PAIRS));
        matching.find("MANY", false);
        List<MatchPair> most = matching.pairs("MANY", PairFilter.ALL, Optional.empty(), PAIRS - 10);
        assertThat(most).hasSize(PAIRS - 10);
        List<MatchPair> rest = matching.pairs("MANY", PairFilter.ALL, Optional.of(most.getLast()), PAIRS);
        assertThat(rest).hasSize(10);
        assertThat(matching.pairs("MANY", PairFilter.ALL, Optional.empty(), PAIRS + 1)).startsWith(most.toArray(MatchPair[]::new))
                .endsWith(rest.toArray(MatchPair[]::new)).hasSize(PAIRS).doesNotHaveDuplicates();
    }

    @Test
    void aPairWhoseRecordWasMergedIsAboutTheSurvivorOnce() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                VALUES ('Zebrowski Glass', 'zebrowski.example', 'ONE');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.20001.001', 'Zebrowski Glass Inc', 'https://zebrowski.example', 'crm'),
                       ('04.04.01.00.20002.001', 'Zebrowski Glass', 'https://www.zebrowski.example', 'crm'),
                       ('04.04.01.00.20003.001', 'Orchard Hill Dairy', 'https://orchardhill.example', 'crm')""");
        matching.find("ONE", false);
        assertThat(others()).hasSize(2);

        ask("SELECT shq.merge_companies('04.04.01.00.20002.001', '{04.04.01.00.20001.001}', NULL, 'ann')");
        assertThat(others()).containsExactly("04.04.01.00.20002.001");
        ask("SELECT shq.merge_companies('04.04.01.00.20003.001', '{04.04.01.00.20002.001}', NULL, 'ann')");
        assertThat(others()).containsExactly("04.04.01.00.20003.001");

        MatchPair pair = matching.pairs("ONE", PairFilter.ALL, Optional.empty(), 10).getFirst();
        assertThat(matching.decide(pair, MatchVerdict.SAME, Set.of())).isInstanceOf(DecideResult.Decided.class);
        assertThat(matching.counts("ONE").held()).isEqualTo(1);
    }

    @Test
    void aPairOfPeopleFollowsToTheSurvivorToo() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, email, import_batch_id)
                VALUES ('Ann', 'Zebrowski', 'ann@zebrowski.example', 'ONE');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.30001.001', 'Orchard Hill Dairy', 'https://orchardhill.example', 'crm');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                    source_system)
                SELECT '04.04.02.00.3000' || n || '.001', s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Zebrowski',
                       CASE n WHEN 1 THEN 'ann@zebrowski.example' ELSE 'ann.zebrowski@zebrowski.example' END, 'crm'
                FROM generate_series(1, 2) n, marketing.company_slots s WHERE s.company_unique_id = '04.04.01.00.30001.001'""");
        Matching people = matching.of(Entity.PERSON);
        people.find("ONE", false);
        assertThat(people.pairs("ONE", PairFilter.ALL, Optional.empty(), 10)).hasSize(2);

        ask("SELECT shq.merge_people('04.04.02.00.30002.001', '{04.04.02.00.30001.001}', NULL, 'ann')");

        assertThat(people.pairs("ONE", PairFilter.ALL, Optional.empty(), 10)).singleElement()
                .satisfies(pair -> assertThat(pair.other().key()).isEqualTo("04.04.02.00.30002.001"));
    }

    private List<Object> others() {
        return matching.pairs("ONE", PairFilter.ALL, Optional.empty(), 10).stream().map(pair -> pair.other().key()).toList();
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
