-- Notes of a record whose rejections were lifted: what they said stays as plain notes.
CREATE OR REPLACE FUNCTION shq.lifted_notes(notes TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(notes, '^[ \t]*rejected:', 'note: was rejected:', 'gni')
$$;

-- Whether rules, and not only somebody's rejection, find fault with a record, as its notes say.
CREATE OR REPLACE FUNCTION shq.has_fault_note(notes TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.has_error_note(shq.lifted_notes(notes))
$$;

-- The rejections of a record that stand, the latest first; who and when are NULL where nobody knows. Where several gave the same
-- reason, the latest counts whose action was not taken back.
CREATE OR REPLACE FUNCTION shq.standing_rejections(entity TEXT, intake_id BIGINT)
RETURNS TABLE (why TEXT, rejected_by TEXT, session_user_name TEXT, rejected_at TIMESTAMPTZ, action_id BIGINT)
LANGUAGE sql STABLE AS $$
    WITH noted AS (
        SELECT i.validation_notes::text AS notes FROM intake.company_raw_intake i
        WHERE standing_rejections.entity = 'company' AND i.id = standing_rejections.intake_id AND i.validated IS NOT TRUE
        UNION ALL
        SELECT i.validation_notes::text FROM intake.people_raw_intake i
        WHERE standing_rejections.entity = 'person' AND i.id = standing_rejections.intake_id AND i.validated IS NOT TRUE)
    SELECT w.why, f.rejected_by, f.session_user_name, f.rejected_at, f.action_id
    FROM noted n CROSS JOIN LATERAL unnest(shq.rejection_reasons(n.notes)) WITH ORDINALITY AS w (why, n)
    LEFT JOIN LATERAL (
        SELECT r.rejected_by, r.session_user_name, r.rejected_at, r.action_id FROM shq.rejection r
        WHERE r.entity = standing_rejections.entity AND r.intake_id = standing_rejections.intake_id AND r.why = w.why
        ORDER BY EXISTS (SELECT FROM shq.action u WHERE u.undoes = r.action_id), r.rejection_no DESC LIMIT 1) f ON true
    ORDER BY w.n DESC
$$;
