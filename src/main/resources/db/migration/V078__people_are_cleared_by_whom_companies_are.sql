-- Who may clear promoted companies, or validate and promote them in one step, may do so with people, of whom the functions are new. They
-- are made here without a body, so that there is something to grant; the scripts that are repeated give them theirs.
DO $$
DECLARE
    twin RECORD;
    granted RECORD;
BEGIN
    FOR twin IN SELECT t.theirs, t.new, t.signature, t.result FROM (VALUES
        ('shq.clear_promoted_intake(text, text)', 'clear_promoted_people', '(batch TEXT, executor TEXT)', 'INTEGER'),
        ('shq.validate_and_promote(text, text, text)', 'validate_and_promote_people',
         '(batch TEXT, executor TEXT, rules TEXT DEFAULT ''standard'')', 'TABLE (validated INTEGER, promoted INTEGER, failed INTEGER)'))
        AS t (theirs, new, signature, result)
    LOOP
        IF EXISTS (SELECT FROM pg_proc p WHERE p.pronamespace = 'shq'::regnamespace AND p.proname = twin.new) THEN
            CONTINUE;
        END IF;
        EXECUTE format('CREATE FUNCTION shq.%I%s RETURNS %s LANGUAGE plpgsql AS %L', twin.new, twin.signature, twin.result, 'BEGIN END');
        EXECUTE format('REVOKE ALL ON FUNCTION shq.%I FROM PUBLIC', twin.new);
        FOR granted IN
            SELECT a.grantee::regrole AS role, a.is_grantable FROM pg_proc p, aclexplode(p.proacl) a
            WHERE p.oid = to_regprocedure(twin.theirs) AND a.grantee <> 0 AND a.grantee <> p.proowner
        LOOP
            EXECUTE format('GRANT EXECUTE ON FUNCTION shq.%I TO %s%s', twin.new, granted.role,
                           CASE WHEN granted.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
        END LOOP;
    END LOOP;
END $$;
