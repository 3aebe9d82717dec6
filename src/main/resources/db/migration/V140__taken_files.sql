-- The files that became actions on records (sidecars, enriched records), by what they say to the last byte, so that one that is taken a
-- second time is noticed.
CREATE TABLE shq.taken_file (
    action_id BIGINT PRIMARY KEY REFERENCES shq.action (action_id),
    sha256    TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    file_name TEXT NOT NULL
);
CREATE INDEX idx_taken_file_sha256 ON shq.taken_file (sha256);
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.taken_file
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Who may keep or read the history may keep or read of which files it came.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.taken_file TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
