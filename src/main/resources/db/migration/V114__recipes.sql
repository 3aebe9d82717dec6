-- How a correction was done, beside its action: what else than its sentence is needed to do the same again. NULL in `step` where it was
-- about rows that somebody chose one by one.
CREATE TABLE shq.action_step (
    action_id BIGINT PRIMARY KEY REFERENCES shq.action (action_id),
    step      JSONB
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.action_step
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- What is done to batches of one source, step by step, under a name.
CREATE TABLE shq.recipe (
    recipe_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name      TEXT NOT NULL CHECK (name ~ '\S' AND length(name) <= 100),
    entity    TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    steps     JSONB NOT NULL CHECK (jsonb_typeof(steps) = 'array'),
    saved_by  TEXT NOT NULL,
    saved_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX idx_recipe_name ON shq.recipe (lower(name));

-- Who may keep or read the history may keep or read them.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.action_step TO %s', allowed.privilege_type, allowed.grantee);
        EXECUTE format('GRANT %s ON shq.recipe TO %s',
                       CASE allowed.privilege_type WHEN 'INSERT' THEN 'INSERT, UPDATE, DELETE' ELSE 'SELECT' END, allowed.grantee);
    END LOOP;
END $$;
