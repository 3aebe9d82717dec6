-- What is known for the sidecar of a record of intake: the latest enrichment whose action was not taken back, if there is one.
CREATE OR REPLACE FUNCTION shq.latest_enrichment(entity TEXT, intake_id BIGINT)
RETURNS TABLE (payload JSONB, source TEXT, confidence NUMERIC, enriched_at TIMESTAMPTZ)
LANGUAGE sql STABLE AS $$
    SELECT e.payload, e.source, e.confidence, e.enriched_at
    FROM shq.intake_enrichment e
    WHERE e.entity = $1 AND e.intake_id = $2 AND NOT EXISTS (SELECT FROM shq.action u WHERE u.undoes = e.action_id)
    ORDER BY e.enrichment_id DESC LIMIT 1
$$;
