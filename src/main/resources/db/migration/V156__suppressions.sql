-- Whom nobody contacts: a person by the Barton ID, an e-mail address in lower case, or a domain (and what is below it) in ASCII and lower
-- case. Of a person it is kept too which address she had then and which row of intake she came from, by which she is known when she comes
-- again. A suppression stands until it is lifted, by another action, and neither counts once its action is taken back.
CREATE TABLE shq.suppression (
    suppression_no    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind              TEXT NOT NULL CHECK (kind IN ('person', 'email', 'domain')),
    value             TEXT NOT NULL CHECK (value ~ '\S'),
    reason            TEXT NOT NULL CHECK (reason ~ '\S'),
    email             TEXT,
    source_record_id  TEXT,
    suppressed_by     TEXT NOT NULL,
    suppressed_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    session_user_name TEXT NOT NULL DEFAULT session_user,
    action_id         BIGINT NOT NULL REFERENCES shq.action (action_id)
);
CREATE INDEX idx_suppression_value ON shq.suppression (value);
CREATE INDEX idx_suppression_email ON shq.suppression (email);
CREATE INDEX idx_suppression_source_record_id ON shq.suppression (source_record_id);

CREATE TABLE shq.suppression_lifted (
    suppression_no BIGINT NOT NULL REFERENCES shq.suppression (suppression_no),
    lifted_by      TEXT NOT NULL,
    action_id      BIGINT NOT NULL REFERENCES shq.action (action_id),
    PRIMARY KEY (suppression_no, action_id)
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.suppression
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.suppression_lifted
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
        EXECUTE format('GRANT %s ON shq.suppression, shq.suppression_lifted TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;
