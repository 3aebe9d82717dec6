package barton.steward.service.matching;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.matching.MatchDao;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.PairFilter;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
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
}
