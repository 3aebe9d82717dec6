-- Functions that are part of statements read others of scripts that come later.
SET LOCAL check_function_bodies = off;

-- Whether the transaction promotes without anybody who looks at the batch, as `promote --all` does.
CREATE OR REPLACE FUNCTION shq.is_unattended() RETURNS BOOLEAN
LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('steward.unattended', true), '') = 'on'
$$;

-- The rows of intake whose master row was taken back and that nobody looked at again: neither were they validated since, nor was their
-- batch promoted by hand. An unattended promotion passes over them.
CREATE OR REPLACE FUNCTION shq.taken_back_rows(entity TEXT) RETURNS TABLE (intake_id BIGINT)
LANGUAGE sql STABLE AS $$
    WITH taken AS MATERIALIZED (
        SELECT (b.row_data ->> 'source_record_id')::bigint AS intake_id, max(b.taken_back_at) AS at
        FROM shq.taken_back b
        WHERE b.table_name = shq.master_of(entity) AND b.row_data ->> 'source_record_id' ~ '^-?[0-9]{1,18}$'
        GROUP BY 1),
    row AS (
        SELECT i.id::bigint AS intake_id, i.import_batch_id::text AS batch, i.validated_at::timestamptz AS validated_at, t.at
        FROM taken t JOIN intake.company_raw_intake i ON i.id = t.intake_id
        WHERE entity = 'company'
        UNION ALL
        SELECT i.id::bigint, i.import_batch_id::text, i.validated_at::timestamptz, t.at
        FROM taken t JOIN intake.people_raw_intake i ON i.id = t.intake_id
        WHERE entity = 'person')
    SELECT r.intake_id FROM row r
    WHERE (r.validated_at > r.at) IS NOT TRUE
      AND NOT EXISTS (SELECT FROM shq.run_detail d
                      WHERE d.batch = r.batch AND d.created_at > r.at AND NOT d.unattended
                        AND d.kind = shq.promotion_of(entity))
$$;
