-- What stands on objects that are to go: their parts go with them (gone), whatever else refers to them is somebody else's (in_the_way).
-- An object is known by its catalogue, its number and, of a column, its place.
WITH RECURSIVE named (classid, objid, subid) AS (
    SELECT 'pg_class'::regclass::oid, to_regclass(r.name)::oid, 0 FROM unnest(:relations) AS r (name)
    UNION ALL
    SELECT 'pg_proc'::regclass, to_regprocedure(f.name), 0 FROM unnest(:functions) AS f (name)
    UNION ALL
    SELECT 'pg_class'::regclass, a.attrelid, a.attnum::integer
    FROM unnest(:columns) AS c (name)
    JOIN pg_attribute a ON NOT a.attisdropped AND a.attnum > 0
    JOIN pg_class t ON t.oid = a.attrelid AND t.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE format('%I.%I.%I', n.nspname, t.relname, a.attname) = c.name
    UNION ALL
    SELECT 'pg_constraint'::regclass, k.oid, 0
    FROM unnest(:constraints) AS c (name) JOIN pg_constraint k ON k.conrelid::regclass::text || '.' || k.conname = c.name
    UNION ALL
    SELECT 'pg_trigger'::regclass, t.oid, 0
    FROM unnest(:triggers) AS g (name) JOIN pg_trigger t ON t.tgrelid::regclass::text || '.' || t.tgname = g.name),
gone (classid, objid, subid) AS (
    SELECT n.classid, n.objid, n.subid FROM named n WHERE n.objid IS NOT NULL
    UNION
    SELECT d.classid, d.objid, d.objsubid
    FROM gone g JOIN pg_depend d ON d.refclassid = g.classid AND d.refobjid = g.objid AND (g.subid = 0 OR d.refobjsubid = g.subid)
    WHERE d.deptype IN ('a', 'i', 'P', 'S')),
leaning AS (
    SELECT DISTINCT coalesce(i.refclassid, d.classid) AS classid, coalesce(i.refobjid, d.objid) AS objid,
                    CASE WHEN i.refobjid IS NULL THEN d.objsubid ELSE 0 END AS subid
    FROM gone g
    JOIN pg_depend d ON d.refclassid = g.classid AND d.refobjid = g.objid AND (g.subid = 0 OR d.refobjsubid = g.subid)
    LEFT JOIN pg_depend i ON i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i'
    WHERE d.deptype IN ('n', 'e', 'x')
      AND NOT EXISTS (SELECT FROM gone o WHERE o.classid = d.classid AND o.objid = d.objid AND o.subid IN (0, d.objsubid))),
mention AS (
    SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND p.oid::regprocedure::text <> ALL (:known)
      AND p.prosrc ~ (:words)::text
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'))
SELECT 'gone' AS role, g.classid::bigint AS classid, g.objid::bigint AS objid, '' AS name FROM gone g WHERE g.subid = 0
UNION ALL
SELECT 'in_the_way', l.classid::bigint, l.objid::bigint, pg_describe_object(l.classid, l.objid, l.subid)
FROM leaning l
WHERE NOT EXISTS (SELECT FROM gone o WHERE o.classid = l.classid AND o.objid = l.objid AND o.subid IN (0, l.subid))
UNION ALL
SELECT 'in_the_way', 0, m.oid::bigint, 'function ' || m.oid::regprocedure FROM mention m
