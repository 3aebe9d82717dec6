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
import barton.steward.model.history.Action;
import barton.steward.model.history.RunResult;
import barton.steward.model.history.StandingRun;
import barton.steward.model.history.UndoResult;
import barton.steward.model.intake.BatchCounts;
import barton.steward.model.promotion.TakeBack;
import barton.steward.support.Proxy;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Taking promotions back, clearing and restoring, as the window and the commands do.
class JdbiTakeBackDaoTest {
    private final DataSource source = TestDatabases.pooled(TestDatabases.migrated());
    private final Daos daos = JdbiDaos.over(Database.over(source));
    private final UUID request = UUID.randomUUID();
    private String kept;

    @BeforeEach
    void promote() {
        run(source, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                SELECT 'Company ' || n, 'https://c' || n || '.example', 'B', n < 4 FROM generate_series(1, 4) n;
                SELECT shq.promote_company_records('B', 'ann');
                INSERT INTO marketing.company_sidecar (company_unique_id)
                SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '2'""");
        kept = ask(source, "SELECT company_unique_id FROM marketing.company_sidecar");
    }

    @Test
    void thePreviewTellsWhatTheTakingBackDoes() {
        var companies = List.of(new TakeBack.Kept(kept, "Company 2", "has a sidecar"));
        assertThat(daos.takeBacks().preview("B")).isEqualTo(new TakeBack("B", null, 2, 1, companies));

        TakeBack done = takeBack(2, request);

        assertThat(done).isEqualTo(new TakeBack("B", done.takeBack(), 2, 1, companies));
        assertThat(daos.log().latest(1).getFirst().run()).isEqualTo(done.takeBack()).startsWith("TBK-");
        assertThat(daos.promotion().preview(Entity.COMPANY, "B").promotable()).isEqualTo(2);
    }

    @Test
    void anotherNumberThanAnnouncedIsRefused() {
        assertThatThrownBy(() -> takeBack(3, request)).isInstanceOf(StewardException.class)
                .hasMessage("3 records were announced, but now it would be 2; nothing was taken back.");
        assertThat(ask(source, "SELECT count(*) FROM marketing.company_master")).isEqualTo("3");
    }

    @Test
    void ofAnUnknownRunNothingGoesAndNothingStays() {
        assertThat(daos.takeBacks().preview("nothing")).isEqualTo(new TakeBack("nothing", null, 0, 0, List.of()));
    }

    @Test
    void theSameRequestFindsWhatItDid() {
        TakeBack first = takeBack(2, request);
        assertThat(takeBack(2, request)).isEqualTo(first);
        assertThat(ask(source, "SELECT count(*) FROM shq.run_detail WHERE kind = 'take-back'")).isEqualTo("1");
    }

    @Test
    void aTakingBackWhoseReplyWasLostIsFound() throws IOException {
        TakeBack done = losingTheReply(d -> d.takeBacks().takeBack("B", OptionalLong.of(2), "ann", request));
        assertThat(List.of(done.removed(), done.kept())).containsExactly(2L, 1L);
        assertThat(ask(source, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'take-back'")).isEqualTo(done.takeBack());
    }

    @Test
    void clearingAndRestoringWhoseRepliesWereLostAreFound() throws IOException {
        RunResult cleared = losingTheReply(d -> d.clearings().clear(Entity.COMPANY, "B", OptionalLong.of(3), "ann", request));
        assertThat(cleared.rows()).isEqualTo(3);
        RunResult restored = losingTheReply(d -> d.clearings().restore(cleared.run(), OptionalLong.of(3), "ann", UUID.randomUUID()));
        assertThat(restored.rows()).isEqualTo(3);
        assertThat(ask(source, "SELECT count(*) FROM shq.run_detail")).isEqualTo("3");
    }

    @Test
    void clearedRowsAreCountedOnceBeforeAndAfterTheyAreRestored() {
        List<BatchCounts> counted = List.of(new BatchCounts("B", 4, 3, 0, 3));
        assertThat(daos.intake().batches()).isEqualTo(counted);
        assertThat(daos.clearings().countToClear(Entity.COMPANY, "B")).isEqualTo(3);

        String cleared = daos.clearings().clear(Entity.COMPANY, "B", OptionalLong.of(3), "ann", request).run();
        assertThat(daos.intake().batches()).isEqualTo(counted);
        assertThat(daos.clearings().countToClear(Entity.COMPANY, "B")).isZero();
        assertThat(daos.clearings().countToRestore(cleared)).isEqualTo(3);

        daos.clearings().restore(cleared, OptionalLong.empty(), "ann", UUID.randomUUID());
        assertThat(daos.intake().batches()).isEqualTo(counted);
        assertThat(daos.clearings().countToRestore(cleared)).isZero();
    }

    @Test
    void anotherNumberThanAnnouncedIsNeitherClearedNorRestored() {
        assertThatThrownBy(() -> daos.clearings().clear(Entity.COMPANY, "B", OptionalLong.of(4), "ann", request))
                .hasMessage("4 rows were announced, but now it would be 3; nothing was cleared.");
        String cleared = daos.clearings().clear(Entity.COMPANY, "B", OptionalLong.of(3), "ann", request).run();
        assertThatThrownBy(() -> daos.clearings().restore(cleared, OptionalLong.of(1), "ann", UUID.randomUUID()))
                .hasMessage("1 row was announced, but now it would be 3; nothing was restored.");
        assertThat(ask(source, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("1");
    }

    @Test
    void theLatestRunStandsUntilItIsTakenBackOrRestored() {
        assertThat(standing("ben")).isEmpty();
        assertThat(standing("ann")).contains(new StandingRun("B", RunKind.PROMOTION));

        String cleared = daos.clearings().clear(Entity.COMPANY, "B", OptionalLong.empty(), "ann", request).run();
        assertThat(standing("ann")).contains(new StandingRun(cleared, RunKind.CLEARING));

        daos.clearings().restore(cleared, OptionalLong.empty(), "ann", UUID.randomUUID());
        assertThat(standing("ann")).contains(new StandingRun("B", RunKind.PROMOTION));

        takeBack(2, UUID.randomUUID());
        assertThat(standing("ann")).isEmpty();
        assertThat(daos.takeBacks().latestStanding("ann", Instant.now())).isEmpty();
    }

    @Test
    void aPromotionStandsBeforeTheRunOfRulesThatWentWithIt() {
        run(source, "INSERT INTO intake.company_raw_intake (company, website, import_batch_id) VALUES ('Eve', 'eve.example', 'E')");
        daos.validation().validateAndPromote(Entity.COMPANY, "E", "standard", "eve", UUID.randomUUID());
        Action judged = daos.history().latestStanding("eve").orElseThrow();

        assertThat(daos.takeBacks().latestStanding("eve", judged.at())).contains(new StandingRun("E", RunKind.PROMOTION));

        daos.takeBacks().takeBack("E", OptionalLong.empty(), "eve", UUID.randomUUID());
        assertThat(daos.takeBacks().latestStanding("eve", judged.at())).isEmpty();
        assertThat(daos.history().undo(judged.id(), "eve")).isInstanceOf(UndoResult.Undone.class);
    }

    private Optional<StandingRun> standing(String executor) {
        return daos.takeBacks().latestStanding(executor, Instant.EPOCH);
    }

    private TakeBack takeBack(long announced, UUID by) {
        return daos.takeBacks().takeBack("B", OptionalLong.of(announced), "ann", by);
    }

    private <T> T losingTheReply(Function<Daos, T> work) throws IOException {
        String name = ask(source, "SELECT current_database()");
        try (var proxy = Proxy.to(TestPostgres.newest());
                var through = Database.connect(TestPostgres.settings(proxy.port(), name))) {
            proxy.cutAfter("COMMIT");
            return work.apply(JdbiDaos.over(through));
        }
    }
}
