-- Gives a role what a viewer, a steward (also called editor) or an admin needs: to look at everything; to work; to set also by what is
-- worked, and to clear. One that is not there yet is made a group that nobody can connect as. Rights that it has besides stay. Who calls
-- it owns the tables.
--
-- Nobody of them writes history, runs or log: of the facts that only grow a steward adds what functions do not, in all columns but those
-- that say who was connected and when.
CREATE OR REPLACE FUNCTION shq.grant_role(role TEXT, kind TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    of CONSTANT TEXT := CASE kind WHEN 'editor' THEN 'steward' ELSE kind END;
    settings CONSTANT TEXT[] := ARRAY['validation_rule', 'match_setting', 'limit_setting', 'review_reason', 'merge_rule'];
    of_functions CONSTANT TEXT[] := ARRAY['action', 'change', 'arrival', 'role_kind', 'run_detail', 'cleared_intake', 'taken_back',
        'finding', 'replaced_finding', 'checked_record', 'open_company', 'open_person', 'merge', 'merge_step', 'merged', 'content_column',
        'country_name', 'public_suffix', 'answered_call', 'chain', 'unsealed', 'flyway_schema_history'];
    of_stewards CONSTANT TEXT[] := ARRAY['promote_company_records', 'promote_people_records', 'promote_batch', 'take_back_promotion',
        'validate_records', 'validate_company_batch', 'validate_companies', 'validate_people_batch', 'validate_people',
        'validate_and_promote', 'validate_and_promote_people', 'log_audit', 'settle_search', 'merge_records', 'merge_companies',
        'merge_people', 'unmerge', 'merge_again', 'put_findings_back', 'upsert_sidecars', 'records_to_enrich', 'fill_enriched',
        'validate_and_promote_once'];
    of_admins CONSTANT TEXT[] := ARRAY['clear_promoted', 'clear_promoted_intake', 'clear_promoted_people', 'restore_cleared_intake'];
    given TEXT;
BEGIN
    IF of IS NULL OR of NOT IN ('viewer', 'steward', 'admin') THEN
        RAISE EXCEPTION 'A role is a viewer, a steward or an admin, but no “%”.', kind USING ERRCODE = '22023';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = role) THEN
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE EXCEPTION '“%” may not make roles, and there is no role “%”; nothing was granted.', current_user, role
                USING ERRCODE = '42501', HINT = 'Let who may make roles run what `steward roles create --script FILE` writes, then try again.';
        END;
    END IF;
    INSERT INTO shq.role_kind AS k (role, kind) VALUES (grant_role.role, of)
    ON CONFLICT ON CONSTRAINT role_kind_pkey DO UPDATE SET kind = EXCLUDED.kind;
    EXECUTE format('GRANT USAGE ON SCHEMA intake, marketing, public, shq TO %I', role);
    FOR given IN
        SELECT format('GRANT %s ON %I.%I TO %I', p.rights, t.nspname, t.relname, role)
        FROM (SELECT n.nspname, c.oid, c.relname, c.relkind IN ('r', 'p') AS is_table,
                     EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'only_grows') AS grows
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('r', 'p', 'v', 'm')
                AND (n.nspname IN ('intake', 'marketing', 'shq') OR n.nspname = 'public' AND c.relname = 'shq_validation_log')) t
        CROSS JOIN LATERAL (
            SELECT 'SELECT' AS rights
            UNION ALL
            SELECT CASE
                WHEN NOT t.is_table THEN CASE WHEN t.nspname = 'shq' AND t.relname IN ('told_action', 'told_change') THEN 'INSERT' END
                WHEN t.nspname = 'public' OR t.nspname = 'shq' AND (t.relname = ANY (of_functions)
                    OR of = 'steward' AND t.relname = ANY (settings)) THEN NULL
                WHEN t.grows THEN format('INSERT (%s)', (
                    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)
                    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = ''
                      AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') !~* 'session_user|now\(\)|clock_timestamp|nextval'))
                WHEN t.nspname = 'marketing' AND t.relname IN ('company_master', 'people_master') THEN 'UPDATE'
                ELSE 'INSERT, UPDATE, DELETE' END
            WHERE of <> 'viewer') p
        WHERE p.rights IS NOT NULL
        UNION ALL
        SELECT format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA intake, marketing, shq TO %I', role) WHERE of <> 'viewer'
        UNION ALL
        SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', p.oid::regprocedure, role)
        FROM pg_proc p
        WHERE p.pronamespace = 'shq'::regnamespace
          AND (of <> 'viewer' AND p.proname = ANY (of_stewards) OR of = 'admin' AND p.proname = ANY (of_admins))
    LOOP
        EXECUTE given;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION shq.grant_role(TEXT, TEXT) FROM PUBLIC;

-- The group of a kind, of which a server may have several with different prefixes.
CREATE OR REPLACE FUNCTION shq.role_group(kind TEXT, prefix TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE AS $$
    SELECT prefix || 'steward_' || CASE kind WHEN 'steward' THEN 'editor' ELSE kind END
$$;

-- Gives every role of a kind what its kind needs by now; roles that are gone are forgotten. Whoever migrates calls it.
CREATE OR REPLACE FUNCTION shq.renew_roles() RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known RECORD;
BEGIN
    DELETE FROM shq.role_kind k WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = k.role);
    FOR known IN SELECT k.role, k.kind FROM shq.role_kind k LOOP
        PERFORM shq.grant_role(known.role, known.kind);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION shq.renew_roles() FROM PUBLIC;

-- Makes a role a member of the group of a kind, and of no other of the groups with this prefix.
CREATE OR REPLACE FUNCTION shq.join_role(role TEXT, kind TEXT, prefix TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    joined CONSTANT TEXT := shq.role_group(kind, prefix);
    missing CONSTANT TEXT := (SELECT n.name FROM unnest(ARRAY[role, joined]) AS n (name)
                              WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = n.name) LIMIT 1);
    other TEXT;
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'There is no role “%”; nothing was granted.', missing USING ERRCODE = '42704',
            HINT = CASE missing WHEN joined THEN 'Make the groups with `steward roles create`.' ELSE 'Have the role made, or check its name.' END;
    END IF;
    FOR other IN SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
                 WHERE r.rolname = role AND g.rolname <> joined
                   AND g.rolname IN (SELECT shq.role_group(k.kind, prefix) FROM unnest('{viewer,editor,admin}'::text[]) AS k (kind))
    LOOP
        EXECUTE format('REVOKE %I FROM %I', other, role);
    END LOOP;
    EXECUTE format('GRANT %I TO %I', joined, role);
END $$;
REVOKE ALL ON FUNCTION shq.join_role(TEXT, TEXT, TEXT) FROM PUBLIC;
