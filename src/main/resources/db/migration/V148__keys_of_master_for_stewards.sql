-- Whoever works in this database reckons the keys of master, and whoever looks at it sees them.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
                   WHERE c.oid = 'shq.match_pair'::regclass AND a.grantee <> c.relowner
                     AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    LOOP
        EXECUTE format('GRANT %s ON shq.match_record, shq.match_changed TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
