-- What was kept of requests that leave no action or run by which they could be found: a row of the same transaction, looked up where the
-- reply to its commit was lost.
CREATE TABLE shq.kept_request (
    request_id UUID PRIMARY KEY,
    kept_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Whoever writes anything of ours writes that, too.
DO $$
DECLARE
    writer RECORD;
BEGIN
    FOR writer IN SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS name
                  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                  WHERE c.relnamespace = 'shq'::regnamespace AND c.relkind IN ('r', 'v') AND a.grantee <> c.relowner
                    AND a.privilege_type IN ('INSERT', 'UPDATE')
    LOOP
        EXECUTE format('GRANT SELECT, INSERT ON shq.kept_request TO %s', writer.name);
    END LOOP;
END $$;
