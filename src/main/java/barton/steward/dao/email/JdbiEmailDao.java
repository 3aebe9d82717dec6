package barton.steward.dao.email;

import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.email.EarlierCheck;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailDay;
import barton.steward.model.email.EmailFinding;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

public final class JdbiEmailDao implements EmailDao {
    private static final String BY_HAND = """
            INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result, quality_score)
            SELECT t.unique_id, t.email, 'by hand', ?, ?::numeric
            FROM shq.change c, unnest(c.keys) AS k (key), marketing.people_master t
            WHERE c.action_id = ? AND t.unique_id = k.key""";
    private static final String EARLIER = """
            SELECT c.service, c.results, c.of_nobody, c.people, c.verified, c.unverified, c.action_id
            FROM shq.email_check c WHERE c.request_id = ?""";
    /// Results about nobody are not kept, so that taking them again doubles nothing.
    private static final String SAME_FILE = """
            SELECT c.people, c.file_name, c.executor, c.taken_at
            FROM shq.email_check c WHERE c.sha256 = ? AND c.people > 0 ORDER BY c.check_no DESC LIMIT 1""";
    private static final String KEEP = """
            INSERT INTO shq.email_check (request_id, service, results, of_nobody, people, verified, unverified, action_id, executor, sha256,
                                         file_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LATEST = """
            SELECT l.verification_service::text, l.verification_result::text, l.quality_score, l.verified_at::timestamptz
            FROM marketing.email_verification_log l
            JOIN marketing.people_master t ON t.unique_id = l.person_unique_id
            WHERE l.person_unique_id = ? AND lower(btrim(l.email::text)) = lower(btrim(t.email::text))
            ORDER BY l.verification_id DESC LIMIT 1""";
    private static final String DAYS = """
            SELECT s.date::date, s.total_contacts, s.verified, s.verification_rate
            FROM marketing.email_verification_stats s ORDER BY s.date DESC NULLS LAST LIMIT ?""";

    private final Database database;

    public JdbiEmailDao(Database database) {
        this.database = database;
    }

    @Override
    public Reach toVerify(Selection selection, boolean verified) {
        return Reaching.of(database, selection, changing(selection, verified));
    }

    @Override
    public BulkResult verify(Selection selection, boolean verified, String executor, long announced, UUID request) {
        var recorded = new AuditedChange(Table.PEOPLE, "verify", verified ? "Verified e-mail addresses"
                : "Marked e-mail addresses not verified",
                executor, request);
        Sql where = changing(selection, verified);
        return IdempotencyKey.untilKnown(() -> database.longWrite(handle -> {
            Optional<AuditedChange.Outcome> earlier = IdempotencyKey.action(handle, request);
            if (earlier.isPresent()) {
                return new BulkResult.Done(earlier.get().rows(), earlier.get().action());
            }
            AuditedChange.Outcome outcome = recorded.update(handle, where,
                    Map.of(PeopleFields.EMAIL_VERIFIED, Sql.of(Boolean.toString(verified))), OptionalLong.of(announced));
            if (outcome.rows() != announced) {
                return new BulkResult.CountDiffers(announced, outcome.rows());
            }
            handle.createUpdate(BY_HAND).bind(0, verified ? "valid" : "not verified").bind(1, verified ? 100 : null)
                    .bind(2, outcome.action()).execute();
            return new BulkResult.Done(announced, outcome.action());
        }));
    }

    @Override
    public EmailCheckCounts countResults(Results results) {
        return database.longWrite(handle -> new EmailResults(handle, results).counts());
    }

    @Override
    public Taken takeResults(String service, SourceFile file, boolean again, Results results, String executor, long announced,
                             UUID request) {
        return IdempotencyKey.untilKnown(() -> database.longWrite(handle -> {
            IdempotencyKey.lock(handle, request);
            return earlier(handle, request).orElseGet(() -> {
                claim(handle, file, again);
                return take(handle, service, file, results, executor, announced, request);
            });
        }));
    }

    /// Waits while the same file is taken elsewhere, and keeps others away until the transaction ends.
    private static void claim(Handle handle, SourceFile file, boolean again) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))").bind(0, "shq.email_check " + file.sha256())
                .mapTo(Integer.class).one();
        if (!again) {
            sameFile(handle, file.sha256()).ifPresent(earlier -> {
                throw earlier.refusal();
            });
        }
    }

    private static Optional<EarlierCheck> sameFile(Handle handle, String sha256) {
        return handle.createQuery(SAME_FILE).bind(0, sha256).map((result, context) -> new EarlierCheck(result.getLong(1),
                result.getString(2), result.getString(3), result.getObject(4, OffsetDateTime.class).toInstant())).findOne();
    }

    @Override
    public Optional<EarlierCheck> earlier(String sha256) {
        return database.read(handle -> sameFile(handle, sha256));
    }

    private static Taken take(Handle handle, String service, SourceFile file, Results results, String executor, long announced,
                              UUID request) {
        var said = new EmailResults(handle, results);
        EmailCheckCounts counts = said.counts();
        var recorded = new AuditedChange(Table.PEOPLE, "verify", "Took results of " + service, executor, request);
        AuditedChange.Outcome outcome = recorded.update(handle, EmailResults.CHANGING,
                Map.of(PeopleFields.EMAIL_VERIFIED, Sql.of("t.email_verified IS NOT TRUE")), OptionalLong.of(announced));
        if (outcome.rows() != announced || counts.changing() != announced) {
            throw StewardException.refused("%s announced, but now it would be %d; nothing was changed."
                    .formatted(Counted.of(announced, "person was", "people were"), outcome.rows()),
                    "Somebody changed people meanwhile. Look at it again before you decide.");
        }
        said.keep(service);
        Long action = outcome.rows() == 0 ? null : outcome.action();
        handle.createUpdate(KEEP).bind(0, request).bind(1, service).bind(2, counts.results()).bind(3, counts.ofNobody())
                .bind(4, counts.people()).bind(5, counts.verified()).bind(6, counts.unverified()).bind(7, action).bind(8, executor)
                .bind(9, file.sha256()).bind(10, file.name()).execute();
        return new Taken(service, counts, action);
    }

    private static Optional<Taken> earlier(Handle handle, UUID request) {
        return handle.createQuery(EARLIER).bind(0, request).map((result, context) -> new Taken(result.getString(1),
                new EmailCheckCounts(result.getLong(2), result.getLong(3), result.getLong(4), result.getLong(5), result.getLong(6)),
                result.getObject(7, Long.class))).findOne();
    }

    @Override
    public Optional<EmailFinding> latest(String person) {
        return database.read(handle -> handle.createQuery(LATEST).bind(0, person).map((result, context) -> new EmailFinding(
                result.getString(1), result.getString(2), result.getBigDecimal(3),
                Optional.ofNullable(result.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null))).findOne());
    }

    @Override
    public List<EmailDay> days(int most) {
        return database.read(handle -> handle.createQuery(DAYS).bind(0, most).map((result, context) -> new EmailDay(
                result.getObject(1, LocalDate.class), result.getLong(2), result.getLong(3), result.getBigDecimal(4))).list());
    }

    private static Sql changing(Selection selection, boolean verified) {
        if (selection.table() != Table.PEOPLE) {
            throw new IllegalArgumentException("not people: " + selection.table());
        }
        return Predicates.of(selection).and(Sql.of(verified
                ? "t.email_verified IS NOT TRUE AND shq.filled(t.email::text) IS NOT NULL" : "t.email_verified"));
    }
}
