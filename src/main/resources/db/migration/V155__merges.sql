-- Records of master that were put together: which of them survived, and which value of each cell was chosen. A merge stands for as long as
-- shq.merged has rows of it.
CREATE TABLE shq.merge (
    merge_no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    validation_run_id TEXT NOT NULL UNIQUE REFERENCES public.shq_validation_log (validation_run_id),
    entity            TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    survivor          TEXT NOT NULL,
    others            TEXT[] NOT NULL,
    choice            JSONB NOT NULL,
    action_id         BIGINT REFERENCES shq.action (action_id),
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    merged_at         TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_merge_survivor ON shq.merge (survivor);

-- What a merge did, step by step: `before` and `after` are the columns that a row had and got, a whole row where it came (before is NULL)
-- or went (after is NULL).
CREATE TABLE shq.merge_step (
    merge_no   BIGINT NOT NULL REFERENCES shq.merge (merge_no),
    step_no    BIGINT GENERATED ALWAYS AS IDENTITY,
    table_name TEXT NOT NULL,
    key        TEXT NOT NULL,
    before     JSONB,
    after      JSONB,
    PRIMARY KEY (merge_no, step_no)
);
CREATE INDEX idx_merge_step_key ON shq.merge_step (key);

-- The IDs that master has no more because they were merged, now: companies, people, and slots whose people went to another slot.
CREATE TABLE shq.merged (
    key                    TEXT PRIMARY KEY,
    entity                 TEXT NOT NULL CHECK (entity IN ('company', 'person', 'slot')),
    survivor               TEXT NOT NULL,
    merge_no               BIGINT NOT NULL REFERENCES shq.merge (merge_no),
    source_system          TEXT,
    source_record_id       TEXT,
    promotion_audit_log_id INTEGER
);
CREATE INDEX idx_merged_survivor ON shq.merged (survivor);
CREATE INDEX idx_merged_merge_no ON shq.merged (merge_no);
CREATE INDEX idx_merged_source_record_id ON shq.merged (source_record_id);
CREATE INDEX idx_merged_promotion ON shq.merged (promotion_audit_log_id);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.merge
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.merge_step
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.merged
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- By what a merge is proposed: of a column, of all others (*), or of which record survives (survivor). The first that tells two records
-- apart decides; `sources` are source systems, the most trusted first.
CREATE TABLE shq.merge_rule (
    entity  TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    field   TEXT NOT NULL,
    by      TEXT[] NOT NULL CHECK (cardinality(by) > 0
                                   AND by <@ '{survivor,verified,source,quality,completeness,newest,oldest}'::text[]),
    sources TEXT[] NOT NULL DEFAULT '{}',
    set_by  TEXT,
    set_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (entity, field)
);
INSERT INTO shq.merge_rule (entity, field, by) VALUES
    ('company', 'survivor', '{verified,quality,completeness,oldest}'),
    ('company', '*', '{survivor,verified,quality,completeness,newest}'),
    ('person', 'survivor', '{verified,quality,completeness,oldest}'),
    ('person', '*', '{survivor,verified,quality,completeness,newest}'),
    ('person', 'email', '{verified,survivor,quality,newest}');

-- Who may keep or read the history may read what became a part of it.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT SELECT ON shq.merge, shq.merge_step, shq.merged, shq.merge_rule TO %s', allowed.grantee);
    END LOOP;
END $$;

-- Two kinds of run more.
ALTER TABLE shq.run_detail DROP CONSTRAINT run_detail_kind;
DO $$
BEGIN
    ALTER TABLE shq.run_detail ADD CONSTRAINT run_detail_kind CHECK (kind IN
        ('validation', 'promotion', 'people-promotion', 'take-back', 'clearing', 'restoring', 'audit', 'merge', 'unmerge')) NOT VALID;
    ALTER TABLE shq.run_detail VALIDATE CONSTRAINT run_detail_kind;
EXCEPTION WHEN check_violation THEN
    ALTER TABLE shq.run_detail ADD CONSTRAINT run_detail_kind CHECK (kind IN
        ('validation', 'promotion', 'people-promotion', 'take-back', 'clearing', 'restoring', 'audit', 'merge', 'unmerge')) NOT VALID;
END $$;
