-- The decision of each pair that counts now.
CREATE OR REPLACE VIEW shq.match_standing AS
SELECT d.decision_id, d.pair, d.intake_id, d.master_id, d.other_intake_id, d.decision, d.seen_name, d.seen_website, d.seen_other_name,
       d.seen_other_website, d.executor, d.decided_at, d.entity
FROM shq.match_decision d
WHERE NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = d.action_id)
  AND NOT EXISTS (SELECT FROM shq.match_decision n
                  WHERE n.pair = d.pair AND n.entity = d.entity AND n.decision_id > d.decision_id
                    AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = n.action_id));

-- What a company is told by: two spellings of it look the same.
CREATE OR REPLACE FUNCTION shq.match_face(name TEXT, website TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(shq.match_name(name), '') || ' @ ' || coalesce(shq.match_host(website), '')
$$;

-- What a person is told by.
CREATE OR REPLACE FUNCTION shq.person_face(name TEXT, email TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(shq.match_words(name), '') || ' @ ' || coalesce(lower(btrim(email)), '')
$$;

-- The name of a person in intake.
CREATE OR REPLACE FUNCTION shq.match_person(first_name TEXT, last_name TEXT, full_name TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(concat_ws(' ', shq.filled(first_name), shq.filled(last_name)), ''), shq.filled(full_name))
$$;

-- The pairs of which both sides are there and the one of intake is not in master yet, and how they stand: open, same, different or
-- later. A decision is about what was seen: where name or website of a side are others since, the pair is open again. Where the record
-- of master was merged since, the pair is about the survivor, once for each row of intake.
-- A function and no view, which would forbid the owner to change the types of the columns it reads; it becomes part of each statement.
CREATE OR REPLACE FUNCTION shq.match_pair_state()
RETURNS TABLE (pair_id BIGINT, match_run_id BIGINT, batch TEXT, intake_id BIGINT, master_id TEXT, other_intake_id BIGINT, score SMALLINT,
               likeness REAL, name_points SMALLINT, host_points SMALLINT, phone_points SMALLINT, state_points SMALLINT,
               city_points SMALLINT, decision_id BIGINT, decision TEXT, executor TEXT, decided_at TIMESTAMPTZ, changed_since BOOLEAN,
               state TEXT)
LANGUAGE sql STABLE AS $$
    SELECT p.pair_id, p.match_run_id, p.batch, p.intake_id, n.master_id, p.other_intake_id, p.score, p.likeness, p.name_points,
           p.host_points, p.phone_points, p.state_points, p.city_points, d.decision_id, d.decision, d.executor, d.decided_at,
           coalesce(changed.since, false) AS changed_since,
           CASE WHEN changed.since THEN 'open' ELSE coalesce(d.decision, 'open') END AS state
    FROM shq.match_pair p
    JOIN intake.company_raw_intake i ON i.id = p.intake_id
    LEFT JOIN shq.merged f ON f.key = p.master_id
    CROSS JOIN LATERAL (SELECT CASE WHEN f.key IS NULL THEN p.master_id ELSE shq.current_id(f.key) END AS master_id) AS n
    LEFT JOIN marketing.company_master m ON m.company_unique_id = n.master_id
    LEFT JOIN intake.company_raw_intake o ON p.master_id IS NULL AND o.id = p.other_intake_id
    LEFT JOIN shq.match_standing d ON d.pair = p.pair AND d.entity = 'company'
    CROSS JOIN LATERAL (
        SELECT CASE WHEN d.decision IN ('same', 'different') THEN
            (SELECT array_agg(f.face ORDER BY f.face)
             FROM (VALUES (shq.match_face(d.seen_name, d.seen_website)),
                          (shq.match_face(d.seen_other_name, d.seen_other_website))) AS f (face))
            IS DISTINCT FROM
            (SELECT array_agg(f.face ORDER BY f.face)
             FROM (VALUES (shq.match_face(shq.match_company(i.company, i.company_name_for_emails), i.website)),
                          (CASE WHEN p.master_id IS NULL
                                THEN shq.match_face(shq.match_company(o.company, o.company_name_for_emails), o.website)
                                ELSE shq.match_face(m.company_name, m.website_url) END)) AS f (face)) END AS since) AS changed
    WHERE p.entity = 'company' AND (m.company_unique_id IS NOT NULL OR o.id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM marketing.company_master own WHERE own.source_record_id = i.id::text)
      AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.entity = 'company' AND g.source_record_id = i.id::text)
      AND (f.key IS NULL OR NOT EXISTS (
          SELECT FROM shq.match_pair q
          WHERE q.intake_id = p.intake_id AND q.batch = p.batch AND q.pair_id <> p.pair_id
            AND q.score >= least(p.score, (SELECT s.shown FROM shq.match_setting s))
            AND (q.master_id = n.master_id OR q.pair_id < p.pair_id AND shq.current_id(q.master_id) = n.master_id)))
$$;

-- The thresholds of a kind of record.
CREATE OR REPLACE FUNCTION shq.match_limits(entity TEXT) RETURNS TABLE (shown SMALLINT, held SMALLINT)
LANGUAGE sql STABLE AS $$
    SELECT CASE entity WHEN 'person' THEN s.people_shown ELSE s.shown END, CASE entity WHEN 'person' THEN s.people_held ELSE s.held END
    FROM shq.match_setting s
$$;

-- The same of people, whose faces are names and e-mails.
CREATE OR REPLACE FUNCTION shq.people_pair_state()
RETURNS TABLE (pair_id BIGINT, match_run_id BIGINT, batch TEXT, intake_id BIGINT, master_id TEXT, other_intake_id BIGINT, score SMALLINT,
               likeness REAL, name_points SMALLINT, host_points SMALLINT, phone_points SMALLINT, state_points SMALLINT,
               city_points SMALLINT, decision_id BIGINT, decision TEXT, executor TEXT, decided_at TIMESTAMPTZ, changed_since BOOLEAN,
               state TEXT)
LANGUAGE sql STABLE AS $$
    SELECT p.pair_id, p.match_run_id, p.batch, p.intake_id, n.master_id, p.other_intake_id, p.score, p.likeness, p.name_points,
           p.host_points, p.phone_points, p.state_points, p.city_points, d.decision_id, d.decision, d.executor, d.decided_at,
           coalesce(changed.since, false) AS changed_since,
           CASE WHEN changed.since THEN 'open' ELSE coalesce(d.decision, 'open') END AS state
    FROM shq.match_pair p
    JOIN intake.people_raw_intake i ON i.id = p.intake_id
    LEFT JOIN shq.merged f ON f.key = p.master_id
    CROSS JOIN LATERAL (SELECT CASE WHEN f.key IS NULL THEN p.master_id ELSE shq.current_id(f.key) END AS master_id) AS n
    LEFT JOIN marketing.people_master m ON m.unique_id = n.master_id
    LEFT JOIN intake.people_raw_intake o ON p.master_id IS NULL AND o.id = p.other_intake_id
    LEFT JOIN shq.match_standing d ON d.pair = p.pair AND d.entity = 'person'
    CROSS JOIN LATERAL (
        SELECT CASE WHEN d.decision IN ('same', 'different') THEN
            (SELECT array_agg(f.face ORDER BY f.face)
             FROM (VALUES (shq.person_face(d.seen_name, d.seen_website)),
                          (shq.person_face(d.seen_other_name, d.seen_other_website))) AS f (face))
            IS DISTINCT FROM
            (SELECT array_agg(f.face ORDER BY f.face)
             FROM (VALUES (shq.person_face(shq.match_person(i.first_name, i.last_name, i.full_name), i.email)),
                          (CASE WHEN p.master_id IS NULL
                                THEN shq.person_face(shq.match_person(o.first_name, o.last_name, o.full_name), o.email)
                                ELSE shq.person_face(m.first_name || ' ' || m.last_name, m.email) END)) AS f (face)) END AS since) AS changed
    WHERE p.entity = 'person' AND (m.unique_id IS NOT NULL OR o.id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM marketing.people_master own WHERE own.source_record_id = i.id::text)
      AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.entity = 'person' AND g.source_record_id = i.id::text)
      AND (f.key IS NULL OR NOT EXISTS (
          SELECT FROM shq.match_pair q
          WHERE q.intake_id = p.intake_id AND q.batch = p.batch AND q.pair_id <> p.pair_id
            AND q.score >= least(p.score, (SELECT l.shown FROM shq.match_limits('person') l))
            AND (q.master_id = n.master_id OR q.pair_id < p.pair_id AND shq.current_id(q.master_id) = n.master_id)))
$$;

-- The rows of intake that a promotion holds back: those decided to be the same as another that is there, whatever either became
-- since, be it merged into a third, and, where the setting says so, those with an undecided pair of that score.
CREATE OR REPLACE FUNCTION shq.match_hold() RETURNS TABLE (intake_id BIGINT)
LANGUAGE sql STABLE AS $$
    SELECT d.intake_id
    FROM shq.match_standing d
    WHERE d.decision = 'same' AND d.entity = 'company'
      AND (EXISTS (SELECT FROM marketing.company_master m WHERE m.company_unique_id = d.master_id)
           OR EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = d.other_intake_id::text)
           OR EXISTS (SELECT FROM shq.merged g WHERE g.key = d.master_id)
           OR EXISTS (SELECT FROM shq.merged g WHERE g.entity = 'company' AND g.source_record_id = d.other_intake_id::text)
           OR EXISTS (SELECT FROM intake.company_raw_intake o WHERE o.id = d.other_intake_id))
    UNION ALL
    SELECT p.intake_id
    FROM shq.match_pair_state() p
    WHERE (SELECT s.held FROM shq.match_setting s) IS NOT NULL
      AND p.score >= (SELECT s.held FROM shq.match_setting s) AND p.state IN ('open', 'later')
$$;

-- The same of people.
CREATE OR REPLACE FUNCTION shq.people_hold() RETURNS TABLE (intake_id BIGINT)
LANGUAGE sql STABLE AS $$
    SELECT d.intake_id
    FROM shq.match_standing d
    WHERE d.decision = 'same' AND d.entity = 'person'
      AND (EXISTS (SELECT FROM marketing.people_master m WHERE m.unique_id = d.master_id)
           OR EXISTS (SELECT FROM marketing.people_master m WHERE m.source_record_id = d.other_intake_id::text)
           OR EXISTS (SELECT FROM shq.merged g WHERE g.key = d.master_id)
           OR EXISTS (SELECT FROM shq.merged g WHERE g.entity = 'person' AND g.source_record_id = d.other_intake_id::text)
           OR EXISTS (SELECT FROM intake.people_raw_intake o WHERE o.id = d.other_intake_id))
    UNION ALL
    SELECT p.intake_id
    FROM shq.people_pair_state() p
    WHERE (SELECT s.people_held FROM shq.match_setting s) IS NOT NULL
      AND p.score >= (SELECT s.people_held FROM shq.match_setting s) AND p.state IN ('open', 'later')
$$;

-- Whether a promotion holds one row back; for a page of rows, whose statement must be quick to plan.
CREATE OR REPLACE FUNCTION shq.is_held_by_match(intake BIGINT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM shq.match_hold() h WHERE h.intake_id = intake);
END $$;

CREATE OR REPLACE FUNCTION shq.is_person_held_by_match(intake BIGINT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM shq.people_hold() h WHERE h.intake_id = intake);
END $$;
