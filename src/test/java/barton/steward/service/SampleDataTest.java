package barton.steward.service;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.support.TestDatabases;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    @Test
    void theSampleIsABatchOfCompaniesSomeWithNotes() {
        var database = TestDatabases.migrated();
        var sample = new SampleData(new CompanyImport(JdbiDaos.over(Database.over(database)).imports()));

        var report = sample.load(UUID.randomUUID());

        assertThat(report.batch()).matches("[0-9]{8}-WV-BATCH1");
        assertThat(report.taken()).isEqualTo(446);
        assertThat(report.refused()).isZero();
        assertThat(report.noted()).isEqualTo(11);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website IS NULL")).isEqualTo("7");
        assertThat(sample.load(UUID.randomUUID()).batch()).endsWith("-WV-BATCH2");
    }
}
