-- The records of intake that are not validated, in the orders in which they are reviewed: how little speaks for each, and what the first
-- rule says that found fault with it. Beside intake and not indexes on it, because there every change of `validated` or of the notes made
-- new entries in all of its indexes. Kept by triggers on whole statements, for whatever client; one that leaves triggers out
-- (session_replication_role = replica) calls shq.find_open afterwards.
--
-- Cost of the upgrade: writing to intake waits while what is not validated is read; some ten seconds for 1,000,000 such
-- records, reckoned from fewer.
CREATE TABLE shq.open_company (
    record_id BIGINT PRIMARY KEY,
    risk      INTEGER NOT NULL,
    fault     TEXT
);
CREATE INDEX idx_open_company_risk ON shq.open_company (risk, record_id);
CREATE INDEX idx_open_company_fault ON shq.open_company (fault, record_id) WHERE fault IS NOT NULL;

CREATE TABLE shq.open_person (
    record_id BIGINT PRIMARY KEY,
    risk      INTEGER NOT NULL,
    fault     TEXT
);
CREATE INDEX idx_open_person_risk ON shq.open_person (risk, record_id);
CREATE INDEX idx_open_person_fault ON shq.open_person (fault, record_id) WHERE fault IS NOT NULL;

-- What is kept of a record of intake `t`, as SQL.
CREATE FUNCTION shq.kept_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE entity
        WHEN 'company' THEN 't.id::bigint AS record_id, shq.company_risk(t.validation_notes::text, t.website::text, t.company_phone::text,'
            || ' t.company_linkedin_url::text, t.industry::text, t.company_city::text) AS risk'
        WHEN 'person' THEN 't.id::bigint AS record_id, shq.person_risk(t.validation_notes::text, t.email::text,'
            || ' coalesce(t.company_unique_id::text, t.company_name::text), t.title::text,'
            || ' coalesce(t.work_phone::text, t.personal_phone::text), t.linkedin_url::text) AS risk'
        END || ', shq.first_fault(t.validation_notes::text) AS fault'
$$;

-- Runs with the rights of the tables' owner, so that who may write to intake need not know of it.
CREATE FUNCTION shq.keep_open() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept TEXT := 'shq.open_' || TG_ARGV[0];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        EXECUTE 'TRUNCATE ' || kept;
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        EXECUTE format('DELETE FROM %s o USING gone g WHERE o.record_id = g.id', kept);
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        EXECUTE format('DELETE FROM %s o USING gone g WHERE o.record_id = g.id AND g.validated IS NOT TRUE'
                       || ' AND NOT EXISTS (SELECT FROM made t WHERE t.id = g.id AND t.validated IS NOT TRUE)', kept);
    END IF;
    -- Only what is another, as an INSERT that meets its row writes to it in any case.
    EXECUTE format('INSERT INTO %1$s (record_id, risk, fault) SELECT k.record_id, k.risk, k.fault'
                   || ' FROM (SELECT %2$s FROM made t WHERE t.validated IS NOT TRUE) k LEFT JOIN %1$s o ON o.record_id = k.record_id'
                   || ' WHERE o.record_id IS NULL OR (o.risk, o.fault) IS DISTINCT FROM (k.risk, k.fault)'
                   || ' ON CONFLICT (record_id) DO UPDATE SET risk = EXCLUDED.risk, fault = EXCLUDED.fault', kept, shq.kept_of(TG_ARGV[0]));
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.keep_open() FROM PUBLIC;

-- Finds anew what is kept; returns how many records there are.
CREATE FUNCTION shq.find_open(entity TEXT) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake TEXT := CASE entity WHEN 'company' THEN 'intake.company_raw_intake' WHEN 'person' THEN 'intake.people_raw_intake' END;
    found BIGINT;
BEGIN
    EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', intake);
    EXECUTE format('TRUNCATE shq.open_%s', entity);
    EXECUTE format('INSERT INTO shq.open_%s (record_id, risk, fault) SELECT %s FROM %s t WHERE t.validated IS NOT TRUE', entity,
                   shq.kept_of(entity), intake);
    GET DIAGNOSTICS found = ROW_COUNT;
    RETURN found;
END $$;
REVOKE ALL ON FUNCTION shq.find_open(TEXT) FROM PUBLIC;

DO $$
DECLARE
    of RECORD;
BEGIN
    FOR of IN SELECT v.entity, v.intake FROM (VALUES ('company', 'intake.company_raw_intake'), ('person', 'intake.people_raw_intake'))
                                             AS v (entity, intake)
    LOOP
        EXECUTE format('CREATE TRIGGER keep_open_made AFTER INSERT ON %s REFERENCING NEW TABLE AS made FOR EACH STATEMENT'
                       || ' EXECUTE FUNCTION shq.keep_open(%L)', of.intake, of.entity);
        EXECUTE format('CREATE TRIGGER keep_open_changed AFTER UPDATE ON %s REFERENCING OLD TABLE AS gone NEW TABLE AS made'
                       || ' FOR EACH STATEMENT EXECUTE FUNCTION shq.keep_open(%L)', of.intake, of.entity);
        EXECUTE format('CREATE TRIGGER keep_open_gone AFTER DELETE ON %s REFERENCING OLD TABLE AS gone FOR EACH STATEMENT'
                       || ' EXECUTE FUNCTION shq.keep_open(%L)', of.intake, of.entity);
        EXECUTE format('CREATE TRIGGER keep_open_emptied AFTER TRUNCATE ON %s FOR EACH STATEMENT'
                       || ' EXECUTE FUNCTION shq.keep_open(%L)', of.intake, of.entity);
        PERFORM shq.find_open(of.entity);
    END LOOP;
    FOR of IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
              FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
              WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type = 'SELECT'
    LOOP
        EXECUTE format('GRANT SELECT ON shq.open_company, shq.open_person TO %s', of.grantee);
    END LOOP;
END $$;

DROP INDEX IF EXISTS intake.idx_intake_risk, intake.idx_intake_fault, intake.idx_people_intake_risk, intake.idx_people_intake_fault;
