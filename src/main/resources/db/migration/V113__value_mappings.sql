-- What stewards decided that values of a field become when they are spellings of one thing, so that it is offered the next time; a value
-- that was left out becomes itself. A decision stands as long as its action does.
CREATE TABLE shq.value_mapping (
    entity    TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    field     TEXT NOT NULL,
    value     TEXT NOT NULL CHECK (length(value) <= 300),
    becomes   TEXT NOT NULL,
    action_id BIGINT NOT NULL REFERENCES shq.action (action_id),
    PRIMARY KEY (entity, field, value, action_id)
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.value_mapping
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Who may keep or read the history may keep or read them.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.value_mapping TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
