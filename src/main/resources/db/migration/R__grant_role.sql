-- Gives a role what a viewer, a steward or an admin needs: to look at everything; to work; to set also by what is worked, and to clear.
-- One that is not there yet is made a group that nobody can connect as. Rights that it has besides stay. Who calls it owns the tables.
CREATE OR REPLACE FUNCTION shq.grant_role(role TEXT, kind TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    settings CONSTANT TEXT[] := ARRAY['shq.validation_rule', 'shq.match_setting', 'shq.limit_setting', 'shq.review_reason',
        'shq.merge_rule'];
    of_stewards CONSTANT TEXT[] := ARRAY['promote_company_records', 'promote_people_records', 'promote_batch', 'take_back_promotion',
        'validate_records', 'validate_company_batch', 'validate_companies', 'validate_people_batch', 'validate_people',
        'validate_and_promote', 'validate_and_promote_people', 'log_audit', 'settle_search', 'merge_records', 'merge_companies',
        'merge_people', 'unmerge', 'merge_again'];
    of_admins CONSTANT TEXT[] := ARRAY['clear_promoted', 'clear_promoted_intake', 'clear_promoted_people', 'restore_cleared_intake'];
    given TEXT;
BEGIN
    IF kind NOT IN ('viewer', 'steward', 'admin') THEN
        RAISE EXCEPTION 'A role is a viewer, a steward or an admin, but no “%”.', kind USING ERRCODE = '22023';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = role) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA intake, marketing, public, shq TO %I', role);
    FOR given IN
        SELECT format('GRANT SELECT%s ON %I.%I TO %I', CASE
                   WHEN kind = 'viewer' OR c.relkind NOT IN ('r', 'p') OR n.nspname = 'public' OR c.relname = 'flyway_schema_history'
                        OR kind = 'steward' AND format('%s.%s', n.nspname, c.relname) = ANY (settings) THEN ''
                   ELSE ', INSERT, UPDATE, DELETE' END, n.nspname, c.relname, role)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm')
          AND (n.nspname IN ('intake', 'marketing', 'shq') OR n.nspname = 'public' AND c.relname = 'shq_validation_log')
        UNION ALL
        SELECT format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA intake, marketing, shq TO %I', role) WHERE kind <> 'viewer'
        UNION ALL
        SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', p.oid::regprocedure, role)
        FROM pg_proc p
        WHERE p.pronamespace = 'shq'::regnamespace
          AND (kind <> 'viewer' AND p.proname = ANY (of_stewards) OR kind = 'admin' AND p.proname = ANY (of_admins))
    LOOP
        EXECUTE given;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION shq.grant_role(TEXT, TEXT) FROM PUBLIC;
