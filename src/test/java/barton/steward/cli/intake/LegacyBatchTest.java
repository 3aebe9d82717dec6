package barton.steward.cli.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The README's recipe for rows that came before there were batches.
class LegacyBatchTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @Test
    void rowsWithoutABatchAreGivenALegacyOneAndPromoted() {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                SELECT 'Company ' || n, 'https://c' || n || '.example', CASE WHEN n = 4 THEN 'B' END FROM generate_series(1, 4) n""");

        assertThat(session.run("assign-batch", "--no-batch", "--batch", "LEGACY-2025-05-19", "--executor", "migration-backfill")).isZero();
        assertThat(session.run("mark", "--batch", "LEGACY-2025-05-19", "--executor", "migration-backfill")).isZero();
        assertThat(session.run("promote", "--batch", "LEGACY-2025-05-19", "--executor", "migration-backfill", "--json")).isZero();

        assertThat(session.out()).isEqualTo("{\"batch\":\"LEGACY-2025-05-19\",\"run\":\"LEGACY-2025-05-19\",\"promoted\":3}\n");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master WHERE import_batch_id = 'LEGACY-2025-05-19'"
                + " AND validated_by = 'migration-backfill'")).isEqualTo("3");
        assertThat(ask(database, "SELECT import_batch_id FROM intake.company_raw_intake WHERE validated IS NOT TRUE")).isEqualTo("B");
        assertThat(session.run("assign-batch", "--no-batch", "--batch", "LEGACY-2025-05-19", "--dry-run")).isZero();
        assertThat(session.out()).startsWith("0 rows");
    }
}
