package barton.steward.dao.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.RunKind;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.StandingRun;
import barton.steward.model.intake.BatchContent;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.support.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Companies and people go the same way from intake to master, out of intake, and back.
@ParameterizedClass
@EnumSource(Entity.class)
class PromotionOfEachKindTest {
    @Parameter
    private Entity entity;

    private DataSource source;
    private Daos daos;

    /// Two that can be promoted, and one that nobody validated.
    @BeforeEach
    void rows() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        TestDatabases.run(source, switch (entity) {
            case COMPANY -> """
                    INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id, validated)
                    SELECT n, 'Company ' || n, 'https://c.example', 'B', n < 3 FROM generate_series(1, 3) n""";
            case PERSON -> """
                    INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                    VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'crm');
                    INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, import_batch_id, validated)
                    SELECT n, 'Person', n, 'Acme', 'B', n < 3 FROM generate_series(1, 3) n""";
        });
    }

    /// Where a column reaches master is said by the mapping alone: the preview looks at it, and the promotion copies it.
    @Test
    void aColumnThatTheMappingGivesIsForeseenAndReachesMaster() {
        TestDatabases.run(source, """
                ALTER TABLE %1$s ADD nickname TEXT;
                ALTER TABLE %2$s ADD nickname VARCHAR(3);
                UPDATE %1$s SET nickname = 'Anna' WHERE id = 1;
                DO $$
                DECLARE
                    mapping CONSTANT TEXT := pg_get_functiondef('shq.%3$s_mapping(text, text)'::regprocedure);
                BEGIN
                    DROP FUNCTION shq.%3$s_mapping(TEXT, TEXT);
                    EXECUTE regexp_replace(regexp_replace(mapping, '\\)(\\s+LANGUAGE)', ', nickname text)\\1'),
                                           '(\\s+FROM %1$s i\\s)', ', i.nickname::text\\1');
                END $$""".formatted(entity.intake().qualifiedName(), entity.master().qualifiedName(), word()));

        assertThat(daos.promotion().refusals(entity, "B", 5))
                .containsExactly(new PromotionRefusal(1, "has more than 3 characters in nickname"));
        TestDatabases.run(source, "UPDATE " + entity.intake().qualifiedName() + " SET nickname = 'Ann' WHERE id = 1");
        assertThat(daos.promotion().refusals(entity, "B", 5)).isEmpty();
        promote();
        assertThat(TestDatabases.ask(source, "SELECT nickname FROM " + entity.master().qualifiedName() + " WHERE source_record_id = '1'"))
                .isEqualTo("Ann");
    }

    @Test
    void whatWasClearedCountsAsBeforeAndIsKnownForWhatItIs() {
        String promotion = promote();
        List<BatchCounts> counts = daos.intake().batches(entity);

        String clearing = daos.clearings().clear(entity, "B", OptionalLong.of(2), "ann", UUID.randomUUID()).run();

        assertThat(daos.clearings().countToClear(entity, "B")).isZero();
        assertThat(daos.clearings().countToRestore(clearing)).isEqualTo(2);
        assertThat(daos.intake().batches(entity)).isEqualTo(counts);
        assertThat(daos.intake().batches(other())).isEmpty();
        assertThat(daos.imports().content(entity.intake(), "B")).isEqualTo(new BatchContent(1, 2, entity == Entity.COMPANY ? 2 : 0));
        assertThat(daos.imports().content(other().intake(), "B").cleared()).isZero();
        assertThat(daos.eligibility().of(entity, 1))
                .contains(new PromotionEligibility(1, "B", PromotionEligibility.Reason.CLEARED, clearing));
        assertThat(daos.eligibility().of(other(), 1)).isEmpty();
        assertThat(daos.takeBacks().latestStanding("ann", Instant.EPOCH)).contains(new StandingRun(clearing, RunKind.CLEARING));
        assertThat(daos.takeBacks().preview(promotion).kept()).isEqualTo(2);
    }

    @Test
    void whatWasClearedIsRestoredAndThenTakenBack() {
        String promotion = promote();
        String before = whole();
        String clearing = daos.clearings().clear(entity, "B", OptionalLong.of(2), "ann", UUID.randomUUID()).run();

        assertThat(daos.clearings().restore(clearing, OptionalLong.of(2), "ann", UUID.randomUUID()).rows()).isEqualTo(2);

        assertThat(whole()).isEqualTo(before);
        assertThat(daos.eligibility().of(entity, 1).orElseThrow().reason()).isEqualTo(PromotionEligibility.Reason.PROMOTED);
        assertThat(daos.takeBacks().takeBack(promotion, OptionalLong.of(2), "ann", UUID.randomUUID()).removed()).isEqualTo(2);
        assertThat(daos.promotion().preview(entity, "B").promotable()).isEqualTo(2);
    }

    private String promote() {
        return daos.promotion().promote(entity, "B", "ann", UUID.randomUUID()).run();
    }

    private Entity other() {
        return entity == Entity.COMPANY ? Entity.PERSON : Entity.COMPANY;
    }

    private String word() {
        return entity.word();
    }

    private String whole() {
        return TestDatabases.ask(source, "SELECT string_agg(i::text, E'\\n' ORDER BY id) FROM " + entity.intake().qualifiedName() + " i");
    }
}
