package barton.steward.dao.email;

import barton.steward.dao.change.CopyStream;
import barton.steward.dao.query.Sql;
import barton.steward.model.email.EmailCheckCounts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// The results of a verification service beside people, in tables that go with the transaction.
final class EmailResults {
    /// The people `t` of whom the results say clearly the opposite of what is known.
    static final Sql CHANGING = Sql.of("EXISTS (SELECT FROM pg_temp.email_said s WHERE s.address = lower(btrim(t.email::text))"
            + " AND (s.valid AND t.email_verified IS NOT TRUE OR s.invalid AND t.email_verified))");

    private static final String TABLE = """
            CREATE TEMPORARY TABLE email_result (email TEXT, result TEXT, meaning TEXT, score NUMERIC) ON COMMIT DROP""";
    private static final String COPY = "COPY pg_temp.email_result (email, result, meaning, score) FROM STDIN"
            + " WITH (FORMAT text, ENCODING 'UTF8')";
    private static final String SAID = """
            CREATE TEMPORARY TABLE email_said ON COMMIT DROP AS
            SELECT lower(btrim(r.email)) AS address, count(*) AS results, bool_and(r.meaning = 'VALID') AS valid,
                   bool_and(r.meaning = 'INVALID') AS invalid
            FROM pg_temp.email_result r GROUP BY 1""";
    private static final String COUNTS = """
            WITH met AS MATERIALIZED (
                SELECT s.address, s.valid AND t.email_verified IS NOT TRUE AS verified, s.invalid AND t.email_verified AS unverified
                FROM marketing.people_master t JOIN pg_temp.email_said s ON s.address = lower(btrim(t.email::text)))
            SELECT (SELECT coalesce(sum(s.results), 0) FROM pg_temp.email_said s) AS results,
                   (SELECT coalesce(sum(s.results), 0) FROM pg_temp.email_said s
                    WHERE NOT EXISTS (SELECT FROM met m WHERE m.address = s.address)) AS of_nobody,
                   count(*) AS people, count(*) FILTER (WHERE verified) AS verified, count(*) FILTER (WHERE unverified) AS unverified
            FROM met""";
    private static final String KEEP = """
            INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result, quality_score)
            SELECT t.unique_id, r.email, :service, r.result, r.score
            FROM pg_temp.email_result r JOIN marketing.people_master t ON lower(btrim(t.email::text)) = lower(btrim(r.email))""";

    private final Handle handle;

    EmailResults(Handle handle, EmailDao.Results results) {
        this.handle = handle;
        handle.execute(TABLE);
        CopyStream.copy(handle, COPY, sink -> results.produce(r -> sink.accept(new String[] {r.email(), r.result(), r.meaning().name(),
                r.score() == null ? null : r.score().toPlainString()})));
        handle.execute(SAID);
        handle.execute("ANALYZE pg_temp.email_said");
    }

    EmailCheckCounts counts() {
        return handle.createQuery(COUNTS).map(ConstructorMapper.of(EmailCheckCounts.class)).one();
    }

    /// Keeps every result about somebody in the verification log.
    void keep(String service) {
        handle.createUpdate(KEEP).bind("service", service).execute();
    }
}
