-- From which score on a record is best, good or fair, which is also from when confidence in an enrichment is high and no longer low, and after
-- how many days an enrichment is stale. They are the team's: whatever counts or shows by them reads them here.
CREATE TABLE shq.limit_setting (
    only_one   BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_one),
    best       SMALLINT NOT NULL DEFAULT 90 CHECK (best <= 100),
    good       SMALLINT NOT NULL DEFAULT 70,
    fair       SMALLINT NOT NULL DEFAULT 50 CHECK (fair >= 1),
    stale_days SMALLINT NOT NULL DEFAULT 90 CHECK (stale_days BETWEEN 1 AND 3650),
    set_by     TEXT,
    set_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT limit_setting_order CHECK (fair < good AND good < best)
);
INSERT INTO shq.limit_setting DEFAULT VALUES;

-- Whoever may see the tables that are counted sees by which limits; who may set the limits of pairs may set these.
GRANT SELECT ON shq.limit_setting TO PUBLIC;
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.match_setting'::regclass AND a.grantee <> c.relowner AND a.privilege_type = 'UPDATE'
    LOOP
        EXECUTE format('GRANT UPDATE ON shq.limit_setting TO %s', allowed.grantee);
    END LOOP;
END $$;
