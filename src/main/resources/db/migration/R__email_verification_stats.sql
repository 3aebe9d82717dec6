-- The people in master by the day of their creation, in the zone of the session, and how many of them have a verified e-mail address.
-- The view stands over a function and not over the table, where it would forbid the owner to change the types of the columns it reads.
-- The function is part of the statement, so who asks must be allowed to read people.
CREATE OR REPLACE FUNCTION shq.email_verification_days()
RETURNS TABLE (date DATE, total_contacts BIGINT, verified BIGINT, verification_rate NUMERIC)
LANGUAGE sql STABLE AS $$
    SELECT p.created_at::date, count(*), count(*) FILTER (WHERE p.email_verified),
           round(100.0 * count(*) FILTER (WHERE p.email_verified) / count(*), 2)
    FROM marketing.people_master p
    GROUP BY 1
$$;

CREATE OR REPLACE VIEW marketing.email_verification_stats AS
SELECT d.date, d.total_contacts, d.verified, d.verification_rate FROM shq.email_verification_days() d;
