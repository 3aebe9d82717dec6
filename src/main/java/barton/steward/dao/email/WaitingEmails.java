package barton.steward.dao.email;

import barton.steward.model.StewardException;
import barton.steward.model.email.EmailChoice;
import barton.steward.model.email.EmailQueue;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// The people who wait for a verification service.
final class WaitingEmails {
    private static final String OF_BATCH = """
            SELECT EXISTS (SELECT FROM marketing.people_master t JOIN shq.run_detail d ON d.run_no = t.promotion_audit_log_id::integer
                           WHERE d.batch = :batch)""";
    private static final String CHOSEN = """
            FROM shq.email_queue(coalesce(:days::integer, 0)) q
            JOIN marketing.people_master t ON t.unique_id::text = q.person
            WHERE q.queue = CASE WHEN :days::integer IS NULL THEN 'first' ELSE 'again' END
              AND lower(q.address) <> ALL (:known)
              AND (cardinality(:seniorities::text[]) = 0 OR lower(btrim(t.seniority::text)) = ANY (:seniorities))
              AND (:within::integer IS NULL OR t.created_at::timestamptz >= now() - make_interval(days => :within))
              AND (:batch::text IS NULL OR t.promotion_audit_log_id::integer IN (SELECT d.run_no FROM shq.run_detail d
                                                                                WHERE d.batch = :batch))""";
    private static final String COUNT = "SELECT count(*) AS people, count(DISTINCT lower(q.address)) AS addresses " + CHOSEN;
    private static final String FIRST = "SELECT min(q.address) AS address " + CHOSEN
            + " GROUP BY lower(q.address) ORDER BY min(q.since) NULLS FIRST, lower(q.address) LIMIT :most";

    private final Handle handle;
    private final EmailChoice choice;
    private final String[] known;

    WaitingEmails(Handle handle, EmailChoice choice, Set<String> known) {
        this.handle = handle;
        this.choice = choice;
        this.known = known.toArray(String[]::new);
    }

    /// @throws StewardException of kind REFUSED where nobody came from the batch
    EmailQueue queue(int most) {
        if (choice.batch() != null && !handle.createQuery(OF_BATCH).bind("batch", choice.batch()).mapTo(Boolean.class).one()) {
            throw StewardException.refused("Nobody in master came from the batch “" + choice.batch() + "”.",
                    "`steward status --people` lists the batches.");
        }
        return bound(handle.createQuery(COUNT)).map((counts, context) -> new EmailQueue(counts.getLong("people"),
                counts.getLong("addresses"), bound(handle.createQuery(FIRST)).bind("most", most).mapTo(String.class).list())).one();
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        return statement.bind("days", choice.olderThanDays()).bind("known", known).bind("within", choice.addedWithin())
                .bind("batch", choice.batch())
                .bind("seniorities", choice.seniorities().stream().map(s -> s.strip().toLowerCase(Locale.ROOT)).toArray(String[]::new));
    }
}
