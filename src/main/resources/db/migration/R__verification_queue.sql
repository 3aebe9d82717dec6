-- Who waits for an e-mail verification service. In the queue `first` are people whose address is not verified and about which no service
-- has answered, since they came into master; in the queue `again` those whose address was verified, or answered about without a clear
-- “invalid”, more than so many days ago, since then; where nobody knows when, since they came into master. An answer counts for whoever
-- has the address. Nobody waits who has no address, or whom nobody contacts.
CREATE OR REPLACE FUNCTION shq.email_queue(days INTEGER)
RETURNS TABLE (person TEXT, address TEXT, queue TEXT, since TIMESTAMPTZ)
LANGUAGE sql STABLE AS $$
    WITH said AS MATERIALIZED (
        SELECT DISTINCT ON (lower(btrim(l.email::text))) lower(btrim(l.email::text)) AS address, l.verified_at::timestamptz AS at,
               lower(l.verification_result::text) IN ('invalid', 'undeliverable') AS invalid,
               bool_or((l.verification_service::text = 'by hand' OR l.verification_service::text ~ '^enrichment( |$)') IS NOT TRUE)
                   OVER (PARTITION BY lower(btrim(l.email::text))) AS by_service
        FROM marketing.email_verification_log l
        ORDER BY lower(btrim(l.email::text)), l.verification_id DESC),
    people AS (
        SELECT p.unique_id::text AS person, btrim(p.email::text) AS address, p.created_at::timestamptz AS created_at,
               coalesce(s.at, p.created_at::timestamptz) AS at,
               p.email_verified IS NOT TRUE AND s.by_service IS NOT TRUE AS never, p.email_verified AS verified, s.invalid
        FROM marketing.people_master p
        LEFT JOIN said s ON s.address = lower(btrim(p.email::text))
        WHERE btrim(p.email::text) ~ '^[^\s@]+@[^\s@]+$' AND length(p.email::text) <= 320)
    SELECT p.person, p.address, CASE WHEN p.never THEN 'first' ELSE 'again' END, CASE WHEN p.never THEN p.created_at ELSE p.at END
    FROM people p
    WHERE (p.never OR (p.verified OR p.invalid IS NOT TRUE) AND (p.at < now() - make_interval(days => email_queue.days)) IS NOT FALSE)
      AND p.person NOT IN (SELECT x.id FROM shq.suppressed_people() x)
$$;
