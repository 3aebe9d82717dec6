-- Why a row may not leave intake, the first that holds: each reason with its place among them and a query for the rows it is true of. `%1$s`
-- is the table of intake, `%2$s` its master, `%3$L` the entity.
CREATE OR REPLACE FUNCTION shq.intake_ties() RETURNS TABLE (place INTEGER, why TEXT, rows TEXT)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES (1, 'promoted', $promoted$
        SELECT t.id FROM looked t
        WHERE EXISTS (SELECT FROM %2$s m WHERE m.source_record_id = t.id::text AND m.source_system = 'intake_promotion')
           OR EXISTS (SELECT FROM shq.merged m WHERE m.entity = %3$L AND m.source_record_id = t.id::text)$promoted$),
           (2, 'matched', $matched$
        SELECT p.id FROM shq.match_standing d CROSS JOIN LATERAL (VALUES (d.intake_id), (d.other_intake_id)) AS p (id)
        WHERE %3$L = 'company' AND d.decision <> 'later'$matched$),
           (3, 'reviewed', $reviewed$
        SELECT r.intake_id FROM shq.review r
        WHERE r.entity = %3$L AND r.verdict <> 'skipped'
          AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = r.action_id)$reviewed$),
           (4, 'audited', $audited$
        SELECT s.intake_id FROM shq.audit_sample s JOIN shq.audit a USING (audit_no) WHERE a.entity = %3$L$audited$),
           (5, 'enriched', $enriched$
        SELECT e.intake_id FROM shq.intake_enrichment e
        WHERE e.entity = %3$L AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = e.action_id)$enriched$),
           (6, 'decided', $decided$
        SELECT k.key::bigint FROM standing s JOIN shq.change c USING (action_id) CROSS JOIN LATERAL unnest(c.keys) AS k (key)
        WHERE s.kind IN ('mark', 'lift')
        UNION ALL
        SELECT t.id FROM looked t WHERE shq.is_rejected(t.notes)$decided$),
           (7, 'edited', $edited$
        SELECT k.key::bigint FROM standing s JOIN shq.change c USING (action_id) CROSS JOIN LATERAL unnest(c.keys) AS k (key)
        WHERE s.kind NOT IN ('mark', 'lift', 'validate', 'normalise')
        UNION ALL
        SELECT t.id FROM looked t WHERE shq.has_edit_note(t.notes)$edited$)
$$;

-- The rows of intake that something depends on, each with the first reason: of a batch or, where that is NULL, of these numbers. What only
-- rules said of a row goes with it and comes back with it; so does what was done and taken back.
CREATE OR REPLACE FUNCTION shq.tied_intake(entity TEXT, batch TEXT, ids INT8MULTIRANGE) RETURNS TABLE (intake_id BIGINT, why TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake CONSTANT TEXT := shq.intake_of(entity);
    ties TEXT;
BEGIN
    SELECT string_agg(format('SELECT %s AS place, %L AS why, q.id FROM (%s) AS q (id)', t.place, t.why,
                             format(t.rows, intake, shq.master_of(entity), entity)), ' UNION ALL ' ORDER BY t.place)
    INTO ties FROM shq.intake_ties() t;
    RETURN QUERY EXECUTE format($tied$
        WITH RECURSIVE looked AS MATERIALIZED (
            SELECT i.id::bigint AS id, i.validation_notes::text AS notes FROM %1$s i %2$s),
        root AS (
            SELECT a.action_id, a.kind, a.kind AS does FROM shq.action a WHERE a.table_name = %1$L AND a.undoes IS NULL
            UNION ALL
            SELECT a.action_id, r.kind, a.kind FROM root r JOIN shq.action a ON a.undoes = r.action_id),
        standing AS MATERIALIZED (
            SELECT r.action_id, r.kind FROM root r
            WHERE r.does <> 'undo' AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = r.action_id))
        SELECT DISTINCT ON (l.id) l.id, y.why
        FROM (%3$s) y JOIN looked l ON l.id = y.id
        ORDER BY l.id, y.place$tied$,
        intake, CASE WHEN batch IS NOT NULL THEN 'WHERE i.import_batch_id = $1'
                     ELSE 'JOIN unnest($2) AS b (ids) ON i.id >= lower(b.ids) AND i.id < upper(b.ids)' END, ties)
    USING batch, ids;
END $$;

-- Puts the rows back that left intake in an action, whole and with their numbers: all of them or none; returns how many. Columns that
-- intake was given since get their default.
CREATE OR REPLACE FUNCTION shq.put_intake_back(entity TEXT, action BIGINT) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake CONSTANT TEXT := shq.intake_of(entity);
    columns TEXT;
    kept_values TEXT;
    back BIGINT;
BEGIN
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), string_agg('r.' || quote_ident(a.attname), ', ' ORDER BY a.attnum)
    INTO columns, kept_values
    FROM pg_attribute a
    WHERE a.attrelid = intake::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND EXISTS (SELECT FROM shq.discarded_intake d
                  WHERE d.action_id = action AND d.entity = put_intake_back.entity AND d.row_data ? a.attname);
    EXECUTE format($back$
        INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE
        SELECT %3$s FROM shq.discarded_intake d CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, d.row_data) AS r
        WHERE d.action_id = $1 AND d.entity = %4$L ORDER BY d.intake_id$back$, intake, columns, kept_values, entity) USING action;
    GET DIAGNOSTICS back = ROW_COUNT;
    RETURN back;
END $$;
