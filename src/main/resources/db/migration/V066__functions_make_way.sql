-- A function of the contract that a database had before us under the same name, as a stub with another result or other names of its
-- arguments, cannot be replaced in place. It goes, and one with the wanted signature has its place and its grants: also of those who
-- could call it only because everybody could. Overloads for texts go too, which calls would prefer; others are somebody else's.
CREATE FUNCTION shq.make_way(name TEXT, arguments TEXT, result TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known RECORD;
    ours CONSTANT TEXT := format('shq.%I(%s)', name, regexp_replace(arguments, ' DEFAULT [^,]*', '', 'g'));
    -- With other numbers of arguments they are nothing that a call of ours could mean.
    most CONSTANT INTEGER := cardinality(string_to_array(arguments, ','));
    optional CONSTANT INTEGER := cardinality(string_to_array(arguments, ' DEFAULT ')) - 1;
    grants TEXT[] := '{}';
    dependants TEXT;
BEGIN
    FOR known IN
        SELECT p.oid, p.oid::regprocedure AS signature, coalesce(p.proacl, acldefault('f', p.proowner)) AS acl
        FROM pg_proc p
        WHERE p.pronamespace = 'shq'::regnamespace AND p.proname = make_way.name
          AND p.pronargs BETWEEN most - optional AND most AND p.proargtypes::oid[] <@ ARRAY['text'::regtype::oid, 'varchar'::regtype::oid]
          AND (p.prokind <> 'f' OR pg_get_function_arguments(p.oid) <> arguments OR pg_get_function_result(p.oid) <> result)
    LOOP
        grants := grants || ARRAY(
            SELECT format('GRANT EXECUTE ON FUNCTION %s TO %s%s', ours, a.grantee::regrole,
                          CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
            FROM aclexplode(known.acl) a WHERE a.grantee <> 0
            UNION
            SELECT format('GRANT EXECUTE ON FUNCTION %s TO %I', ours, r.rolname)
            FROM pg_roles r
            WHERE NOT r.rolsuper AND r.rolname NOT LIKE 'pg\_%' AND has_schema_privilege(r.oid, 'shq', 'USAGE')
              AND EXISTS (SELECT FROM aclexplode(known.acl) a WHERE a.grantee = 0));
        BEGIN
            EXECUTE format('DROP ROUTINE %s', known.signature);
        EXCEPTION WHEN dependent_objects_still_exist THEN
            GET STACKED DIAGNOSTICS dependants = PG_EXCEPTION_DETAIL;
            RAISE EXCEPTION 'The function % has another shape than ours, and cannot be replaced while something depends on it.',
                known.signature USING DETAIL = dependants, HINT = 'Drop what depends on it, and make it again afterwards.';
        END;
    END LOOP;
    IF cardinality(grants) > 0 THEN
        EXECUTE format('CREATE OR REPLACE FUNCTION shq.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', make_way.name, arguments, result,
                       'BEGIN END');
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', ours);
        EXECUTE array_to_string(grants, '; ');
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.make_way(TEXT, TEXT, TEXT) FROM PUBLIC;
