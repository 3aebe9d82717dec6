package barton.steward.dao.email;

import barton.steward.catalog.EmailLimits;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.intake.SourceFile;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.email.EarlierCheck;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailChoice;
import barton.steward.model.email.EmailDay;
import barton.steward.model.email.EmailFinding;
import barton.steward.model.email.EmailQueue;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

public final class JdbiEmailDao implements EmailDao {
    private static final String BY_HAND = """
            INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result, quality_score)
            SELECT t.unique_id, t.email, 'by hand', :result, :score::numeric
            FROM shq.change c, unnest(c.keys) AS k (key), marketing.people_master t
            WHERE c.action_id = :action AND t.unique_id = k.key""";
    private static final String EARLIER = """
            SELECT c.service, c.results, c.of_nobody, c.people, c.verified, c.unverified, c.action_id
            FROM shq.email_check c WHERE c.request_id = :request""";
    /// Results about nobody are not kept, so that taking them again doubles nothing; those that were taken back may be taken again.
    private static final String SAME_FILE = """
            SELECT c.people, c.file_name, c.executor, c.taken_at AS at
            FROM shq.email_check c
            WHERE c.sha256 = :sha256 AND c.people > 0
              AND NOT EXISTS (SELECT FROM shq.action u
                              WHERE u.undoes = c.action_id AND NOT EXISTS (SELECT FROM shq.action r WHERE r.undoes = u.action_id))
            ORDER BY c.check_no DESC LIMIT 1""";
    private static final String KEEP = """
            INSERT INTO shq.email_check (request_id, service, results, of_nobody, people, verified, unverified, action_id, executor, sha256,
                                         file_name)
            VALUES (:request, :service, :results, :ofNobody, :people, :verified, :unverified, :action, :executor, :sha256, :file)""";
    private static final String LATEST = """
            SELECT l.verification_service::text AS service, l.verification_result::text AS result, l.quality_score AS score,
                   l.verified_at::timestamptz AS at
            FROM marketing.email_verification_log l
            JOIN marketing.people_master t ON t.unique_id = l.person_unique_id
            WHERE l.person_unique_id = :person AND lower(btrim(l.email::text)) = lower(btrim(t.email::text))
            ORDER BY l.verification_id DESC LIMIT 1""";
    private static final String DAYS = """
            SELECT s.date::date AS date, s.total_contacts AS contacts, s.verified, s.verification_rate AS rate
            FROM marketing.email_verification_stats s ORDER BY s.date DESC NULLS LAST LIMIT :most""";

    private static final RowMapper<EmailCheckCounts> COUNTS = ConstructorMapper.of(EmailCheckCounts.class);

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
        return ExpectedCount.run(database, request, announced, handle -> {
            AuditedChange.Outcome outcome = recorded.update(handle, where,
                    Map.of(PeopleFields.EMAIL_VERIFIED, Sql.of(Boolean.toString(verified))), OptionalLong.of(announced));
            handle.createUpdate(BY_HAND).bind("result", verified ? "valid" : "not verified").bind("score", verified ? 100 : null)
                    .bind("action", outcome.action()).execute();
            return outcome;
        });
    }

    @Override
    public EmailCheckCounts countResults(Results results) {
        return database.longWrite(handle -> new EmailResults(handle, results).counts());
    }

    @Override
    public Imported importResults(String service, SourceFile file, boolean again, Results results, String executor, long announced,
                             UUID request) {
        return IdempotencyKey.once(database, request, handle -> earlier(handle, request), handle -> {
            claim(handle, file, again);
            return importRecords(handle, service, file, results, executor, announced, request);
        });
    }

    /// Waits while the same file is taken elsewhere, and keeps others away until the transaction ends.
    private static void claim(Handle handle, SourceFile file, boolean again) {
        IdempotencyKey.lock(handle, "shq.email_check " + file.sha256());
        if (!again) {
            sameFile(handle, file.sha256()).ifPresent(earlier -> {
                throw earlier.refusal();
            });
        }
    }

    private static Optional<EarlierCheck> sameFile(Handle handle, String sha256) {
        return handle.createQuery(SAME_FILE).bind("sha256", sha256).map(ConstructorMapper.of(EarlierCheck.class)).findOne();
    }

    @Override
    public Optional<EarlierCheck> earlier(String sha256) {
        return database.read(handle -> sameFile(handle, sha256));
    }

    private static Imported importRecords(Handle handle, String service, SourceFile file, Results results, String executor, long announced,
                              UUID request) {
        var said = new EmailResults(handle, results);
        EmailCheckCounts counts = said.counts();
        var recorded = new AuditedChange(Table.PEOPLE, "verify", "Took results of " + service, executor, request);
        AuditedChange.Outcome outcome = recorded.update(handle, EmailResults.CHANGING,
                Map.of(PeopleFields.EMAIL_VERIFIED, Sql.of("t.email_verified IS NOT TRUE")), OptionalLong.of(announced));
        ExpectedCount.check(OptionalLong.of(announced), outcome.rows(), "person", "people", "changed");
        ExpectedCount.check(OptionalLong.of(announced), counts.changing(), "person", "people", "changed");
        said.keep(service);
        Long action = outcome.rows() == 0 ? null : outcome.action();
        handle.createUpdate(KEEP).bind("request", request).bind("service", service).bindMethods(counts).bind("action", action)
                .bind("executor", executor).bind("sha256", file.sha256()).bind("file", file.name()).execute();
        return new Imported(service, counts, action);
    }

    private static Optional<Imported> earlier(Handle handle, UUID request) {
        return handle.createQuery(EARLIER).bind("request", request).map((result, context) -> new Imported(result.getString("service"),
                COUNTS.map(result, context), result.getObject("action_id", Long.class))).findOne();
    }

    @Override
    public Optional<EmailFinding> latest(String person) {
        return database.read(handle -> handle.createQuery(LATEST).bind("person", person)
                .map(ConstructorMapper.of(EmailFinding.class)).findOne());
    }

    @Override
    public List<EmailDay> days(int most) {
        return database.read(handle -> handle.createQuery(DAYS).bind("most", most).map(ConstructorMapper.of(EmailDay.class)).list());
    }

    @Override
    public EmailQueue queue(EmailChoice choice, int most, Set<String> known) {
        return database.longRead(handle -> new WaitingEmails(handle, choice, known).queue(most));
    }

    @Override
    public EmailLimits limits() {
        return database.read(handle -> handle.createQuery("SELECT l.recheck_days, l.verifying_confidence FROM shq.limit_setting l")
                .map(ConstructorMapper.of(EmailLimits.class)).one());
    }

    @Override
    public void set(EmailLimits limits, String executor) {
        database.write(handle -> handle.createUpdate("""
                UPDATE shq.limit_setting SET recheck_days = :recheckDays, verifying_confidence = :verifyingConfidence,
                       set_by = :executor, set_at = now()""")
                .bindMethods(limits).bind("executor", executor).execute());
    }

    private static Sql changing(Selection selection, boolean verified) {
        if (selection.table() != Table.PEOPLE) {
            throw new IllegalArgumentException("not people: " + selection.table());
        }
        return Predicates.of(selection).and(Sql.of(verified
                ? "t.email_verified IS NOT TRUE AND shq.filled(t.email::text) IS NOT NULL" : "t.email_verified"));
    }
}
