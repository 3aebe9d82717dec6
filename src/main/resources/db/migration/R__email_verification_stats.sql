-- The people in master by the day of their creation, in the zone of the session, and how many of them have a verified e-mail address,
-- the newest first. The day is of the type of created_at as the database has it.
-- Its function gets the row as a whole, because a column that a view names is one whose type its owner cannot change.
-- A view that is there in another shape is replaced and keeps its grants; while others depend on it, it is refused.
DO $do$
DECLARE
    day TEXT := (SELECT format_type(CASE WHEN a.atttypid = 'timestamp'::regtype THEN a.atttypid ELSE 'timestamptz'::regtype END, NULL)
                 FROM pg_attribute a WHERE a.attrelid = 'marketing.people_master'::regclass AND a.attname = 'created_at');
    columns CONSTANT TEXT := format('date %s, total_contacts bigint, verified bigint, verification_rate numeric', day);
    known CONSTANT REGCLASS := to_regclass('marketing.email_verification_stats');
    naming CONSTANT REGPROCEDURE := to_regprocedure('shq.day_of_creation(marketing.people_master)');
    grants TEXT[];
    kind TEXT;
    dependants TEXT;
BEGIN
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' END INTO kind FROM pg_class c WHERE c.oid = known;
    IF known IS NOT NULL AND kind IS NULL THEN
        RAISE EXCEPTION 'marketing.email_verification_stats is there and is no view.' USING HINT = 'Give it another name.';
    END IF;
    IF kind = 'MATERIALIZED VIEW' OR pg_get_function_result(naming) <> day
       OR columns <> (SELECT string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
                      FROM pg_attribute a WHERE a.attrelid = known AND a.attnum > 0 AND NOT a.attisdropped) THEN
        grants := ARRAY(
            SELECT format('GRANT %s ON marketing.email_verification_stats TO %s%s', a.privilege_type,
                          CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END,
                          CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
            FROM pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a WHERE c.oid = known
            UNION
            SELECT format('GRANT %s (%I) ON marketing.email_verification_stats TO %s', a.privilege_type, t.attname,
                          CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
            FROM pg_attribute t, aclexplode(t.attacl) a
            WHERE t.attrelid = known AND NOT t.attisdropped
              AND t.attname IN ('date', 'total_contacts', 'verified', 'verification_rate'));
        BEGIN
            EXECUTE format('DROP %s IF EXISTS marketing.email_verification_stats', coalesce(kind, 'VIEW'));
            DROP FUNCTION IF EXISTS shq.day_of_creation(marketing.people_master);
        EXCEPTION WHEN dependent_objects_still_exist THEN
            GET STACKED DIAGNOSTICS dependants = PG_EXCEPTION_DETAIL;
            RAISE EXCEPTION 'The view marketing.email_verification_stats has other columns than ours, and cannot be replaced while others'
                ' depend on it.' USING DETAIL = dependants, HINT = 'Drop what depends on it, and make it again afterwards.';
        END;
    END IF;
    EXECUTE format($create$
        CREATE OR REPLACE FUNCTION shq.day_of_creation(person marketing.people_master) RETURNS %1$s
        LANGUAGE sql STABLE PARALLEL SAFE AS 'SELECT pg_catalog.date_trunc(''day'', person.created_at)::%1$s' $create$, day);
    CREATE OR REPLACE VIEW marketing.email_verification_stats AS
    SELECT shq.day_of_creation(p) AS date, count(*) AS total_contacts, count(*) FILTER (WHERE p.email_verified) AS verified,
           round(100.0 * count(*) FILTER (WHERE p.email_verified) / count(*), 2) AS verification_rate
    FROM marketing.people_master p
    GROUP BY 1
    ORDER BY 1 DESC NULLS LAST;
    DROP FUNCTION IF EXISTS shq.email_verification_days();
    IF cardinality(grants) > 0 THEN
        EXECUTE array_to_string(grants, '; ');
    END IF;
END $do$;
