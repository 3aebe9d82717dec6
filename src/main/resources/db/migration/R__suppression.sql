-- The suppressions that stand.
CREATE OR REPLACE FUNCTION shq.standing_suppressions()
RETURNS TABLE (suppression_no BIGINT, kind TEXT, value TEXT, reason TEXT, email TEXT, source_record_id TEXT, suppressed_by TEXT,
               suppressed_at TIMESTAMPTZ)
LANGUAGE sql STABLE AS $$
    SELECT s.suppression_no, s.kind, s.value, s.reason, s.email, s.source_record_id, s.suppressed_by, s.suppressed_at
    FROM shq.suppression s
    WHERE NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = s.action_id)
      AND NOT EXISTS (SELECT FROM shq.suppression_lifted l
                      WHERE l.suppression_no = s.suppression_no AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = l.action_id))
$$;

-- The host of an e-mail address and the domains above it, as suppressions name them.
CREATE OR REPLACE FUNCTION shq.email_domains(email TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT substr(h.host, p.at) FROM (SELECT lower(split_part(email, '@', 2))) AS h (host)
                 CROSS JOIN LATERAL (SELECT 1 AS at UNION ALL
                                     SELECT g.i + 1 FROM generate_series(1, length(h.host)) AS g (i) WHERE substr(h.host, g.i, 1) = '.') p
                 WHERE h.host <> '')
$$;

-- Why nobody contacts a person of master, by all that is known: the ID, the address, where the person came from, and who was merged into
-- it; NULL where somebody may. For a page of rows.
CREATE OR REPLACE FUNCTION shq.suppression_of(person TEXT, email TEXT, source_record_id TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids TEXT[];
    emails TEXT[];
    sources TEXT[];
BEGIN
    IF NOT EXISTS (SELECT FROM shq.suppression) THEN
        RETURN NULL;
    END IF;
    WITH RECURSIVE one (id, email, source) AS (
        SELECT person, lower(suppression_of.email), suppression_of.source_record_id
        UNION ALL
        SELECT g.key, lower(s.before ->> 'email'), g.source_record_id
        FROM one o JOIN shq.merged g ON g.survivor = o.id
        JOIN shq.merge_step s ON s.merge_no = g.merge_no AND s.key = g.key AND s.table_name = 'marketing.people_master')
    SELECT array_agg(o.id), array_remove(array_agg(o.email), NULL), array_remove(array_agg(o.source), NULL)
    INTO ids, emails, sources FROM one o;
    RETURN (SELECT s.reason FROM shq.standing_suppressions() s
            WHERE s.kind = 'person' AND (s.value = ANY (ids) OR s.email = ANY (emails) OR s.source_record_id = ANY (sources))
               OR s.kind = 'email' AND s.value = ANY (emails)
               OR s.kind = 'domain' AND s.value IN (SELECT unnest(shq.email_domains(e.email)) FROM unnest(emails) AS e (email))
            ORDER BY s.suppression_no LIMIT 1);
END $$;

-- The same of everybody at once.
CREATE OR REPLACE FUNCTION shq.suppressed_people() RETURNS TABLE (id TEXT, reason TEXT)
LANGUAGE sql STABLE AS $$
    WITH standing AS MATERIALIZED (
        SELECT s.suppression_no AS no, s.kind, s.value, s.reason, s.email, s.source_record_id FROM shq.standing_suppressions() s),
    address AS (
        SELECT s.no, s.reason, CASE s.kind WHEN 'email' THEN s.value ELSE s.email END AS email FROM standing s
        WHERE s.kind = 'email' OR s.kind = 'person' AND s.email IS NOT NULL),
    gone AS MATERIALIZED (
        SELECT g.key, shq.current_id(g.key) AS survivor, lower(s.before ->> 'email') AS email, g.source_record_id
        FROM shq.merged g JOIN shq.merge_step s ON s.merge_no = g.merge_no AND s.key = g.key AND s.table_name = 'marketing.people_master'
        WHERE g.entity = 'person' AND EXISTS (SELECT FROM standing)),
    found AS (
        SELECT s.value AS id, s.no, s.reason FROM standing s WHERE s.kind = 'person'
        UNION ALL
        SELECT g.survivor, s.no, s.reason FROM standing s JOIN gone g ON g.key = s.value WHERE s.kind = 'person'
        UNION ALL
        SELECT p.unique_id::text, a.no, a.reason FROM address a JOIN marketing.people_master p ON lower(p.email::text) = a.email
        UNION ALL
        SELECT g.survivor, a.no, a.reason FROM address a JOIN gone g ON g.email = a.email
        UNION ALL
        SELECT p.unique_id::text, s.no, s.reason
        FROM standing s JOIN marketing.people_master p ON p.source_record_id::text = s.source_record_id
        WHERE s.kind = 'person' AND p.source_system = 'intake_promotion'
        UNION ALL
        SELECT g.survivor, s.no, s.reason FROM standing s JOIN gone g ON g.source_record_id = s.source_record_id WHERE s.kind = 'person'
        UNION ALL
        SELECT p.unique_id::text, s.no, s.reason
        FROM standing s
        JOIN marketing.people_master p ON right(lower(p.email::text), length(s.value) + 1) IN ('@' || s.value, '.' || s.value)
        WHERE s.kind = 'domain'
        UNION ALL
        SELECT g.survivor, s.no, s.reason FROM standing s JOIN gone g ON s.value = ANY (shq.email_domains(g.email)) WHERE s.kind = 'domain')
    SELECT DISTINCT ON (f.id) f.id, f.reason FROM found f ORDER BY f.id, f.no
$$;
