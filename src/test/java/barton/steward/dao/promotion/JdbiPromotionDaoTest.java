package barton.steward.dao.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.RunKind;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.enrichment.IncludeEnrichment;
import barton.steward.model.history.Action;
import barton.steward.model.history.StandingRun;
import barton.steward.model.history.UndoResult;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PromotionResult;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("barton.steward.support.TestPostgres#supported")
class JdbiPromotionDaoTest {
    private final TestPostgres server;
    private final DataSource database;
    private final PromotionDao promotion;

    JdbiPromotionDaoTest(TestPostgres server) {
        this.server = server;
        database = TestDatabases.pooled(TestDatabases.migrated(server));
        promotion = new JdbiPromotionDao(Database.over(database));
    }

    @Test
    void aPreviewSortsEveryRowOfTheBatch() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id, validated)
                VALUES (1, 'A', 'https://a.example', 'B', true), (2, ' ', 'https://b.example', 'B', true), (3, 'C', NULL, 'B', true),
                       (4, 'D', 'https://d.example', 'B', false), (5, 'E', 'https://e.example', 'B', NULL), (6, 'F', '', 'B', true),
                       (7, 'G', '', 'B', true), (8, 'H', '', 'other', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'F', 'x', 'intake_promotion', '6'), ('04.04.01.00.00000.002', 'G', 'x', 'crm', '7'),
                       ('04.04.01.00.00000.003', 'F too', 'x', 'crm', '6'), ('04.04.01.00.00000.004', 'N', 'x', 'crm', NULL)""");

        assertThat(promotion.preview(Entity.COMPANY, "B")).isEqualTo(new CompanyPromotionPreview("B", 3, 1, 1, 0, 2, 0, 0, 2, null, null));
    }

    @Test
    void anUnknownBatchHasAnEmptyPreview() {
        assertThat(promotion.preview(Entity.COMPANY, "nowhere"))
                .isEqualTo(new CompanyPromotionPreview("nowhere", 0, 0, 0, 0, 0, 0, 0, 0, null, null));
    }

    @Test
    void aPromotionNamesItsRun() {
        batch("B", 3);

        assertThat(promotion.promote(Entity.COMPANY, "B", "ann", UUID.randomUUID())).isEqualTo(new PromotionResult("B", "B", 3));
        assertThat(promotion.promote(Entity.COMPANY, "B", "ann", UUID.randomUUID())).isEqualTo(new PromotionResult("B", "B#2", 0));
    }

    @Test
    void theSameRequestFindsItsRunInsteadOfPromotingAgain() {
        UUID request = UUID.randomUUID();
        batch("B", 3);
        PromotionResult first = promotion.promote(Entity.COMPANY, "B", "ann", request);
        batch("B", 2);

        assertThat(promotion.promote(Entity.COMPANY, "B", "ann", request)).isEqualTo(first);
        assertThat(ask(database, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
    }

    @Test
    void aLostReplyToTheCommitIsLookedUpInsteadOfPromotingAgain() throws IOException {
        batch("B", 3);
        String name = ask(database, "SELECT current_database()");
        try (var proxy = Proxy.to(server);
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            proxy.cutAfter("COMMIT");

            assertThat(new JdbiPromotionDao(through).promote(Entity.COMPANY, "B", "ann", UUID.randomUUID()))
                    .isEqualTo(new PromotionResult("B", "B", 3));
        }
        assertThat(ask(database, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("1");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("3");
    }

    @Test
    void aPromotionWithEnrichmentWhoseReplyWasLostIsFoundWithItsSidecars() throws IOException {
        batch("B", 3);
        enrich(2);
        String name = ask(database, "SELECT current_database()");
        try (var proxy = Proxy.to(server);
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            proxy.cutAfter("COMMIT");

            assertThat(new JdbiPromotionDao(through).promote(Entity.COMPANY, "B", OptionalLong.of(3), IncludeEnrichment.exactly(2), "ann",
                    UUID.randomUUID()))
                    .isEqualTo(new PromotionResult("B", "B", 3, 2));
        }
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_sidecar")).isEqualTo("2");
    }

    @Test
    void moreSidecarsThanWereAnnouncedAreRefusedTogetherWithThePromotion() {
        batch("B", 3);
        enrich(2);
        assertThatThrownBy(() -> promotion.promote(Entity.COMPANY, "B", OptionalLong.of(3), IncludeEnrichment.exactly(1), "ann",
                UUID.randomUUID()))
                .isInstanceOf(StewardException.class).hasMessageContaining("1 was announced, but it would be 2");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
    }

    @Test
    void theSidecarsAreUndoneBeforeTheirPromotion() {
        batch("B", 3);
        enrich(1);
        promotion.promote(Entity.COMPANY, "B", OptionalLong.empty(), IncludeEnrichment.WHAT_THERE_IS, "ann", UUID.randomUUID());
        Daos daos = JdbiDaos.over(Database.over(database));
        Action latest = daos.history().latestStanding("ann").orElseThrow();
        assertThat(latest.summary()).isEqualTo("Took the enrichment along in run B");
        assertThat(daos.takeBacks().latestStanding("ann", latest.at())).isEmpty();

        assertThat(daos.history().undo(latest.id(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(daos.takeBacks().latestStanding("ann", Instant.EPOCH)).contains(new StandingRun("B", RunKind.PROMOTION));
        assertThat(daos.takeBacks().preview("B").kept()).isZero();
    }

    private void enrich(int first) {
        run(database, "INSERT INTO shq.intake_enrichment (entity, intake_id, payload, executor) SELECT 'company', id, '{\"a\": 1}', 'ann'"
                + " FROM intake.company_raw_intake ORDER BY id LIMIT " + first);
    }

    @Test
    void anotherNumberThanTheAnnouncedOneIsNotPromoted() {
        batch("B", 3);
        assertThatThrownBy(() -> promotion.promote(Entity.COMPANY, "B", OptionalLong.of(2), IncludeEnrichment.NOTHING, "ann",
                UUID.randomUUID()))
                .isInstanceOf(StewardException.class)
                .hasMessage("2 companies were announced, but now it would be 3; nothing was promoted.");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");
        assertThat(ask(database, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("0");
        assertThat(promotion.promote(Entity.COMPANY, "B", OptionalLong.of(3), IncludeEnrichment.NOTHING, "ann", UUID.randomUUID())
                .promoted()).isEqualTo(3);
    }

    @Test
    void anUnknownBatchHasNoRun() {
        assertThat(promotion.promote(Entity.COMPANY, "nowhere", "ann", UUID.randomUUID()))
                .isEqualTo(new PromotionResult("nowhere", null, 0));
    }

    @Test
    void aBlankBatchIsRefusedWithASentence() {
        assertThatThrownBy(() -> promotion.promote(Entity.COMPANY, " ", "ann", UUID.randomUUID()))
                .isInstanceOf(StewardException.class).hasMessageContaining("none may be blank");
    }

    @Test
    void aRefusedRowIsNamedToTheSteward() {
        run(database, "INSERT INTO intake.company_raw_intake (id, import_batch_id, validated, num_employees) VALUES (77, 'B', true, -1)");

        assertThatThrownBy(() -> promotion.promote(Entity.COMPANY, "B", "ann", UUID.randomUUID()))
                .isInstanceOf(StewardException.class).hasMessageContaining("intake id 77").hasMessageContaining("nothing was written");
    }

    @Test
    void batchesToPromoteAreThoseWithPromotableRowsTheOldestFirst() {
        batch("later", 1);
        batch("done", 1);
        run(database, "UPDATE intake.company_raw_intake SET id = id + 100 WHERE import_batch_id = 'later'");
        batch("first", 1);
        run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                VALUES ('X', 'open', false), ('Y', ' ', true)""");
        promotion.promote(Entity.COMPANY, "done", "ann", UUID.randomUUID());

        assertThat(promotion.promotableBatches(Entity.COMPANY)).containsExactly("first", "later");
    }

    private void batch(String batch, int rows) {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated)
                SELECT 'Company ' || n, '%s', true FROM generate_series(1, %d) n""".formatted(batch, rows));
    }
}
