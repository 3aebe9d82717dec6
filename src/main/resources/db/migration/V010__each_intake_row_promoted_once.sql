-- The last guard against promoting a row twice. Duplicates that an adopted database already has forbid it: then promotion
-- is refused above READ COMMITTED, and the doctor says so.
DO $$
BEGIN
    CREATE UNIQUE INDEX company_master_promoted_once ON marketing.company_master (source_record_id)
        WHERE source_system = 'intake_promotion';
EXCEPTION WHEN unique_violation THEN
    RAISE NOTICE 'Intake rows were promoted more than once, so the index company_master_promoted_once was not made.';
END $$;

-- Roles that may promote only because everybody may, may by name from now on, and everybody else no more.
DO $$
DECLARE
    promotion REGPROCEDURE := coalesce(to_regprocedure('shq.promote_company_records(text, text)'),
                                       to_regprocedure('shq.promote_company_records(varchar, varchar)'));
    client NAME;
BEGIN
    FOR client IN
        SELECT r.rolname
        FROM pg_roles r
        WHERE NOT r.rolsuper AND r.rolname NOT LIKE 'pg\_%'
          AND has_database_privilege(r.oid, current_database(), 'CONNECT')
          AND has_schema_privilege(r.oid, 'shq', 'USAGE')
          AND has_function_privilege(r.oid, promotion, 'EXECUTE')
          AND NOT EXISTS (SELECT FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                          WHERE p.oid = promotion AND a.grantee <> 0 AND pg_has_role(r.oid, a.grantee, 'USAGE'))
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %I', promotion, client);
        RAISE NOTICE 'Role % may go on promoting, by name.', client;
    END LOOP;
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', promotion);
END $$;
