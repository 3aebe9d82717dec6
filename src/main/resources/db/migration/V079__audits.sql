-- Audits of batches: a sample is drawn, people judge its records by eye, and what that shows is kept for ever. Rates and confidence are
-- from 0 to 1, the AQL is in percent. What is asked of a batch is `bound` or `aql`, which allow so many wrong records (`accept`).
CREATE TABLE shq.audit (
    audit_no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit_id          TEXT NOT NULL UNIQUE,
    entity            TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    batch             TEXT NOT NULL,
    validated_only    BOOLEAN NOT NULL,
    method            TEXT NOT NULL CHECK (method IN ('size', 'bound', 'aql')),
    lot_size          BIGINT NOT NULL,
    sample_size       INTEGER NOT NULL CHECK (sample_size > 0),
    accept            INTEGER,
    bound             DOUBLE PRECISION,
    confidence        DOUBLE PRECISION NOT NULL,
    expected          DOUBLE PRECISION,
    aql               DOUBLE PRECISION,
    level             TEXT,
    code_letter       TEXT,
    stratified_by     TEXT,
    seed              BIGINT NOT NULL,
    judges            INTEGER NOT NULL CHECK (judges IN (1, 2)),
    gated             BOOLEAN NOT NULL,
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    started_at        TIMESTAMPTZ NOT NULL DEFAULT now(),
    request_id        UUID UNIQUE,
    CONSTRAINT audit_gate_asks_something CHECK (NOT gated OR accept IS NOT NULL)
);
CREATE INDEX idx_audit_batch ON shq.audit (entity, batch, audit_no);

-- The records that were drawn, whole, with how many of the batch each stands for.
CREATE TABLE shq.audit_sample (
    audit_no   BIGINT NOT NULL REFERENCES shq.audit (audit_no),
    place      INTEGER NOT NULL,
    intake_id  BIGINT NOT NULL,
    stratum    TEXT,
    stands_for DOUBLE PRECISION NOT NULL,
    row_data   JSONB NOT NULL,
    PRIMARY KEY (audit_no, place)
);

-- What judges said; the latest of a judge counts. A wrong record has as many fields as reasons.
CREATE TABLE shq.audit_judgement (
    judgement_no      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit_no          BIGINT NOT NULL,
    place             INTEGER NOT NULL,
    verdict           TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'unsure')),
    fields            TEXT[] NOT NULL,
    reasons           TEXT[] NOT NULL,
    blind             BOOLEAN NOT NULL,
    judge             TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    judged_at         TIMESTAMPTZ NOT NULL DEFAULT now(),
    FOREIGN KEY (audit_no, place) REFERENCES shq.audit_sample (audit_no, place),
    CONSTRAINT audit_judgement_says_what_is_wrong
        CHECK (cardinality(fields) = cardinality(reasons) AND (verdict = 'wrong') = (cardinality(fields) > 0))
);
CREATE INDEX idx_audit_judgement ON shq.audit_judgement (audit_no, place, judge, judgement_no);

-- How an audit ended, anew where a judgement changed that; the latest counts. A gate that is lifted has no run, but says why.
CREATE TABLE shq.audit_end (
    end_no            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    audit_no          BIGINT NOT NULL REFERENCES shq.audit (audit_no),
    outcome           TEXT NOT NULL CHECK (outcome IN ('accepted', 'rejected', 'unsettled', 'measured', 'lifted')),
    wrong             BIGINT,
    doubtful          BIGINT,
    validation_run_id TEXT REFERENCES public.shq_validation_log (validation_run_id),
    why               TEXT,
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    ended_at          TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_audit_end ON shq.audit_end (audit_no, end_no);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.audit
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.audit_sample
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.audit_judgement
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.audit_end
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Writes an audit that was judged into the validation log, as a run of its own each time, and returns its id.
CREATE FUNCTION shq.log_audit(audit TEXT, passed INTEGER, failed INTEGER, executor TEXT, notes TEXT) RETURNS TEXT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known RECORD;
    run_id TEXT := audit;
BEGIN
    SELECT a.sample_size, a.entity, a.batch INTO STRICT known FROM shq.audit a WHERE a.audit_id = log_audit.audit;
    FOR attempt IN 2..1000000 LOOP
        INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                               failed_records, executed_by, executed_at, notes)
        VALUES (run_id, shq.intake_of(known.entity), 'shq.audit', known.sample_size, passed, failed, executor, now(), notes)
        ON CONFLICT DO NOTHING;
        EXIT WHEN FOUND;
        run_id := audit || '#' || attempt;
    END LOOP;
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, session_user_name) VALUES (run_id, 'audit', known.batch, session_user);
    RETURN run_id;
END $$;
REVOKE ALL ON FUNCTION shq.log_audit(TEXT, INTEGER, INTEGER, TEXT, TEXT) FROM PUBLIC;

-- Who may keep or read the history may keep or read what became a part of it.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.audit, shq.audit_sample, shq.audit_judgement, shq.audit_end TO %s', allowed.privilege_type,
                       allowed.grantee);
        IF allowed.privilege_type = 'INSERT' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION shq.log_audit TO %s', allowed.grantee);
        END IF;
    END LOOP;
END $$;

-- A kind of run more.
ALTER TABLE shq.run_detail DROP CONSTRAINT run_detail_kind;
DO $$
BEGIN
    ALTER TABLE shq.run_detail ADD CONSTRAINT run_detail_kind CHECK (kind IN
        ('validation', 'promotion', 'people-promotion', 'take-back', 'clearing', 'restoring', 'audit')) NOT VALID;
    ALTER TABLE shq.run_detail VALIDATE CONSTRAINT run_detail_kind;
EXCEPTION WHEN check_violation THEN
    ALTER TABLE shq.run_detail ADD CONSTRAINT run_detail_kind CHECK (kind IN
        ('validation', 'promotion', 'people-promotion', 'take-back', 'clearing', 'restoring', 'audit')) NOT VALID;
END $$;
