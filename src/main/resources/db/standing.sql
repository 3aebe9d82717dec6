-- All that is nobody's system's own, by catalogue and number; to see that nothing went but what was meant.
SELECT 'pg_class'::regclass::oid::bigint AS classid, c.oid::bigint AS objid, format('%I.%I', n.nspname, c.relname) AS name
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid >= 16384 AND n.nspname NOT LIKE 'pg\_%'
UNION ALL
SELECT 'pg_proc'::regclass::oid::bigint, p.oid::bigint, p.oid::regprocedure::text FROM pg_proc p WHERE p.oid >= 16384
UNION ALL
SELECT 'pg_constraint'::regclass::oid::bigint, k.oid::bigint, 'constraint ' || k.conname FROM pg_constraint k WHERE k.oid >= 16384
UNION ALL
SELECT 'pg_trigger'::regclass::oid::bigint, t.oid::bigint, 'trigger ' || t.tgname FROM pg_trigger t WHERE t.oid >= 16384
UNION ALL
SELECT 'pg_policy'::regclass::oid::bigint, p.oid::bigint, 'policy ' || p.polname FROM pg_policy p
