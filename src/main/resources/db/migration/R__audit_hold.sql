-- The latest audit of a batch that asks for its acceptance, where it has not accepted it and nobody lifted that: which it is and why, as
-- the middle of a sentence; else no row.
CREATE OR REPLACE FUNCTION shq.audit_hold(entity TEXT, batch TEXT) RETURNS TABLE (audit_id TEXT, because TEXT)
LANGUAGE sql STABLE AS $$
    SELECT a.audit_id,
           CASE e.outcome
               WHEN 'rejected' THEN format('%s of %s records are wrong, and %s may be', e.wrong, a.sample_size, a.accept)
               WHEN 'unsettled' THEN format('%s of %s records are in doubt, and it depends on them', e.doubtful, a.sample_size)
               ELSE format('%s of %s records are judged',
                   (SELECT count(*) FROM (SELECT DISTINCT j.judge, j.place FROM shq.audit_judgement j WHERE j.audit_no = a.audit_no) d),
                   a.sample_size * a.judges) END
    FROM (SELECT g.audit_no, g.audit_id, g.sample_size, g.accept, g.judges FROM shq.audit g
          WHERE g.entity = audit_hold.entity AND g.batch = audit_hold.batch AND g.gated ORDER BY g.audit_no DESC LIMIT 1) a
    LEFT JOIN LATERAL (SELECT n.outcome, n.wrong, n.doubtful FROM shq.audit_end n WHERE n.audit_no = a.audit_no
                       ORDER BY n.end_no DESC LIMIT 1) e ON true
    WHERE coalesce(e.outcome, 'open') NOT IN ('accepted', 'lifted')
$$;

-- Refuses a batch that an audit holds back.
CREATE OR REPLACE FUNCTION shq.refuse_held_by_audit(entity TEXT, batch TEXT) RETURNS VOID
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held RECORD;
BEGIN
    SELECT h.audit_id, h.because INTO held FROM shq.audit_hold(entity, batch) h;
    IF held.audit_id IS NOT NULL THEN
        RAISE EXCEPTION 'Batch % is not promoted before audit % accepts it: %. Nothing was written.', batch, held.audit_id, held.because
            USING ERRCODE = '55000', HINT = 'Judge the records of the audit, or let the batch go with a reason.';
    END IF;
END $$;
