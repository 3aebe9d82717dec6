-- An import is an action like others: which one, which rows of intake it brought, and whether its file was to be added to what the batch
-- had. NULL for files that were taken before this was kept, whose imports cannot be taken back.
ALTER TABLE shq.import_file
    ADD COLUMN action_id BIGINT REFERENCES shq.action (action_id),
    ADD COLUMN intake_ids INT8MULTIRANGE,
    ADD COLUMN appended BOOLEAN;
CREATE INDEX idx_import_file_action_id ON shq.import_file (action_id);

-- Rows that left intake without having been promoted, whole, with whatever columns an adopted intake has: by an import that was taken back,
-- or by a batch that was discarded. Who takes that action back puts them back. An action is about many rows, so that each names it without
-- a foreign key: it is written with its action or not at all.
CREATE TABLE shq.discarded_intake (
    entity          TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id       BIGINT NOT NULL,
    import_batch_id TEXT,
    row_data        JSONB NOT NULL,
    action_id       BIGINT NOT NULL,
    PRIMARY KEY (action_id, entity, intake_id)
);
CREATE INDEX idx_discarded_intake_batch_id ON shq.discarded_intake (import_batch_id);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.discarded_intake
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Who may keep or read the history may keep or read what became a part of it.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.discarded_intake TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
