package barton.steward.dao.merge;

import static barton.steward.model.query.Condition.is;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MergedRowTest {
    private static final String SURVIVOR = "04.04.01.00.00001.002";

    private final DataSource source = TestDatabases.migrated();
    private final Daos daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));

    @Test
    void aRowWhoseRecordWasMergedGoesOnCountingAsPromoted() {
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validated)
                VALUES (3, 'valid', 'B2', true), (4, 'promoted', 'B2', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00001.001', 'promoted', 'https://example.com', 'intake_promotion', '4'),
                       ('04.04.01.00.00001.002', 'of no intake row', 'https://example.com', 'legacy', NULL);
                SELECT shq.merge_companies('04.04.01.00.00001.002', '{04.04.01.00.00001.001}', NULL, 'ann')""");

        assertThat(daos.tables().row(Table.INTAKE, 4L).orElseThrow().get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.PROMOTED.word());
        assertThat(count(is(IntakeFields.STATUS, IntakeStatus.PROMOTED))).isEqualTo(1);
        assertThat(count(is(IntakeFields.STATUS, IntakeStatus.VALIDATED))).isEqualTo(1);
        assertThat(count(is(IntakeFields.PROMOTED_AS, SURVIVOR))).isEqualTo(1);
        assertThat(count(new Condition(IntakeFields.PROMOTED_AT, Condition.Op.PRESENT, null))).isEqualTo(1);
        assertThat(daos.intake().batches(Entity.COMPANY)).extracting(BatchCounts::promoted).containsExactly(1L);
        assertThat(daos.clearings().countToClear(Entity.COMPANY, "B2")).isEqualTo(1);
        PromotionEligibility why = daos.eligibility().of(Entity.COMPANY, 4).orElseThrow();
        assertThat(why.reason()).isEqualTo(PromotionEligibility.Reason.PROMOTED);
        assertThat(why.about()).isEqualTo(SURVIVOR);

        TestDatabases.run(source, "UPDATE intake.company_raw_intake SET validated = false WHERE id IN (3, 4)");
        assertThat(daos.overview().overview().notValidated()).isEqualTo(1);
        assertThat(daos.intake().toMark(Selection.all(Query.all(Table.INTAKE)), true).rows()).isEqualTo(1);
    }

    private long count(Condition condition) {
        return daos.tables().count(Selection.all(Query.all(Table.INTAKE).where(condition)));
    }
}
