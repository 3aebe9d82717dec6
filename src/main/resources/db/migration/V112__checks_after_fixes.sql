-- The runs of rules that followed at once from a fix: taken back with it.
CREATE TABLE shq.checked_after (
    fix_action   BIGINT NOT NULL REFERENCES shq.action (action_id),
    check_action BIGINT NOT NULL REFERENCES shq.action (action_id),
    PRIMARY KEY (fix_action, check_action)
);

-- Who may keep or read the history may keep or read what belongs to it.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.checked_after TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
