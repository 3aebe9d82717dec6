package barton.steward.dao.email;

import static barton.steward.support.SamplePeople.id;
import static barton.steward.support.SamplePeople.verified;
import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.SourceFile;
import barton.steward.db.Database;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailDay;
import barton.steward.model.email.EmailResult;
import barton.steward.model.email.EmailResult.Meaning;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.support.SamplePeople;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class JdbiEmailDaoTest {
    private static final Selection ALL = Selection.all(Query.all(Table.PEOPLE));
    private static final SourceFile FILE = new SourceFile("results.csv", "0".repeat(64));

    private final DataSource source = SamplePeople.database();
    private final Daos daos = JdbiDaos.over(Database.over(source));
    private final EmailDao emails = daos.emails();
    private final UUID request = UUID.randomUUID();

    @Test
    void onlyPeopleWithAnAddressAreVerifiedByHand() {
        assertThat(emails.countToVerify(ALL, true)).isEqualTo(3);
        assertThat(emails.verify(ALL, true, "ann", 3, request)).isInstanceOf(BulkResult.Done.class);

        assertThat(verified(source)).isEqualTo("a1@b.example a2@b.example a3@b.example a4@b.example");
        assertThat(log()).containsExactly("2 a2@b.example by hand valid 100.00", "3 a3@b.example by hand valid 100.00",
                "4 a4@b.example by hand valid 100.00");
    }

    @Test
    void aVerificationIsTakenAwayByHandAndGivenBackByUndo() {
        var one = new Selection.Keys(Table.PEOPLE, Set.of(id(1)));
        assertThat(emails.countToVerify(one, false)).isEqualTo(1);
        var done = (BulkResult.Done) emails.verify(one, false, "ann", 1, request);
        assertThat(verified(source)).isNull();
        assertThat(log()).containsExactly("1 a1@b.example by hand not verified null");

        assertThat(daos.history().undo(done.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(verified(source)).isEqualTo("a1@b.example");
    }

    @Test
    void anotherNumberThanAnnouncedChangesNothing() {
        assertThat(emails.verify(ALL, true, "ann", 4, request)).isEqualTo(new BulkResult.CountDiffers(4, 3));
        assertThat(verified(source)).isEqualTo("a1@b.example");
        assertThat(log()).isEmpty();
    }

    @Test
    void theSameRequestIsDoneOnce() {
        BulkResult first = emails.verify(ALL, true, "ann", 3, request);
        assertThat(emails.verify(ALL, true, "ann", 3, request)).isEqualTo(first);
        assertThat(log()).hasSize(3);
        assertThatThrownBy(() -> emails.countToVerify(Selection.all(Query.all(Table.MASTER)), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyClearResultsChangeWhetherAnAddressIsVerified() {
        EmailDao.Results results = results(said("a1@b.example", Meaning.INVALID), said(" A2@B.example ", Meaning.VALID),
                said("a3@b.example", Meaning.UNCLEAR), said("a4@b.example", Meaning.VALID), said("a4@b.example", Meaning.INVALID),
                said("nobody@b.example", Meaning.VALID));
        var counts = new EmailCheckCounts(6, 1, 4, 1, 1);
        assertThat(emails.countResults(results)).isEqualTo(counts);
        assertThat(verified(source)).isEqualTo("a1@b.example");

        EmailDao.Imported taken = emails.importResults("Probe", FILE, false, results, "ann", 2, request);
        assertThat(taken.counts()).isEqualTo(counts);
        assertThat(verified(source)).isEqualTo("a2@b.example");
        assertThat(log()).containsExactlyInAnyOrder("1 a1@b.example Probe INVALID 50.00", "2  A2@B.example  Probe VALID 50.00",
                "3 a3@b.example Probe UNCLEAR 50.00", "4 a4@b.example Probe VALID 50.00", "4 a4@b.example Probe INVALID 50.00");

        assertThat(emails.importResults("Probe", FILE, false, results, "ann", 2, request)).isEqualTo(taken);
        assertThat(log()).hasSize(5);
        assertThat(daos.history().undo(taken.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(verified(source)).isEqualTo("a1@b.example");
    }

    @Test
    void resultsThatChangeNobodyAreKeptOnceToo() {
        EmailDao.Results results = results(said("a3@b.example", Meaning.UNCLEAR));
        EmailDao.Imported taken = emails.importResults("Probe", FILE, false, results, "ann", 0, request);
        assertThat(taken).isEqualTo(new EmailDao.Imported("Probe", new EmailCheckCounts(1, 0, 1, 0, 0), null));
        assertThat(emails.importResults("Probe", FILE, false, results, "ann", 0, request)).isEqualTo(taken);
        assertThat(log()).hasSize(1);
    }

    @Test
    void theSameFileIsTakenOnceUnlessItIsWantedOnceMore() {
        EmailDao.Results results = results(said("a3@b.example", Meaning.UNCLEAR));
        emails.importResults("Probe", FILE, false, results, "ann", 0, request);
        assertThatThrownBy(() -> emails.importResults("Probe", FILE, false, results, "beth", 0, UUID.randomUUID()))
                .hasMessageStartingWith("The results of this file were taken already: results.csv about 1 person by ann on ");
        assertThat(log()).hasSize(1);
        emails.importResults("Probe", FILE, true, results, "beth", 0, UUID.randomUUID());
        assertThat(log()).hasSize(2);
        assertThat(emails.earlier(FILE.sha256()).orElseThrow().executor()).isEqualTo("beth");
    }

    @Test
    void aFileAboutNobodyMayBeTakenAgain() {
        EmailDao.Results results = results(said("nobody@b.example", Meaning.VALID));
        emails.importResults("Probe", FILE, false, results, "ann", 0, request);
        assertThat(emails.earlier(FILE.sha256())).isEmpty();
        assertThat(emails.importResults("Probe", FILE, false, results, "ann", 0, UUID.randomUUID()).counts().ofNobody()).isEqualTo(1);
    }

    @Test
    void ofTwoThatTakeTheSameFileAtOnceOneWins() {
        EmailResult said = said("a3@b.example", Meaning.UNCLEAR);
        var other = new CompletableFuture<EmailDao.Imported>();
        emails.importResults("Probe", FILE, false, sink -> {
            sink.accept(said);
            Thread.startVirtualThread(() -> {
                try {
                    other.complete(emails.importResults("Probe", FILE, false, results(said), "beth", 0, UUID.randomUUID()));
                } catch (RuntimeException e) {
                    other.completeExceptionally(e);
                }
            });
            while (!other.isDone() && ask(source, """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event = 'advisory'""").equals("0")) {
                LockSupport.parkNanos(10_000_000);
            }
        }, "ann", 0, request);
        assertThatThrownBy(other::join).hasMessageContaining("were taken already");
        assertThat(log()).hasSize(1);
    }

    @Test
    void resultsThatWouldChangeOthersThanAnnouncedAreRefused() {
        EmailDao.Results results = results(said("a2@b.example", Meaning.VALID));
        assertThatThrownBy(() -> emails.importResults("Probe", FILE, false, results, "ann", 2, request))
                .hasMessage("2 people were announced, but now it would be 1; nothing was changed.");
        assertThat(log()).isEmpty();
        assertThat(verified(source)).isEqualTo("a1@b.example");
    }

    @Test
    void anAddressChangedByWhateverClientIsNotVerifiedAnyMore() {
        run(source, "UPDATE marketing.people_master SET email = 'new@b.example' WHERE email = 'a1@b.example'");
        assertThat(verified(source)).isNull();
    }

    @Test
    void anEditOfAnAddressTakesItsVerificationAlongIntoTheHistoryAndBack() {
        var before = daos.tables().row(Table.PEOPLE, id(1)).orElseThrow();
        var saved = (EditResult.Saved) daos.tables().edit(before, Map.of(PeopleFields.EMAIL, "new@b.example"), "ann");
        assertThat(saved.row().get(PeopleFields.EMAIL_VERIFIED)).isEqualTo(false);
        assertThat(daos.history().of(Table.PEOPLE, id(1), 10)).extracting(c -> c.field() + " " + c.before() + " " + c.after())
                .containsExactly("email a1@b.example new@b.example", "email_verified true false");

        assertThat(daos.history().undo(saved.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(verified(source)).isEqualTo("a1@b.example");
    }

    @Test
    void whatWasLastSaidIsOfTheAddressThatThePersonHasNow() {
        assertThat(emails.latest(id(2))).isEmpty();
        emails.importResults("Probe", FILE, false, results(said("A2@b.example", Meaning.UNCLEAR)), "ann", 0, request);
        assertThat(emails.latest(id(2)).orElseThrow()).extracting("service", "result", "score")
                .containsExactly("Probe", "UNCLEAR", new BigDecimal("50.00"));
        run(source, "UPDATE marketing.people_master SET email = 'new@b.example' WHERE email = 'a2@b.example'");
        assertThat(emails.latest(id(2))).isEmpty();
    }

    @Test
    void theNewestDaysComeFirst() {
        assertThat(emails.days(5)).containsExactly(new EmailDay(LocalDate.of(2026, 3, 2), 2, 0, new BigDecimal("0.00")),
                new EmailDay(LocalDate.of(2026, 3, 1), 3, 1, new BigDecimal("33.33")));
        assertThat(emails.days(1)).hasSize(1);
    }

    private static EmailResult said(String email, Meaning meaning) {
        return new EmailResult(email, meaning.name(), meaning, BigDecimal.valueOf(50));
    }

    private static EmailDao.Results results(EmailResult... results) {
        return sink -> Stream.of(results).forEach(sink);
    }

    private List<String> log() {
        return list(source, """
                SELECT concat_ws(' ', right(l.person_unique_id, 1), l.email, l.verification_service, l.verification_result,
                                 coalesce(l.quality_score::text, 'null'))
                FROM marketing.email_verification_log l ORDER BY l.person_unique_id, l.verification_id""");
    }
}
