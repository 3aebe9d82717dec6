-- What a table view asks and how it is arranged, under a name: a steward's own, by the role that she is connected as, or shared with all.
-- The content is the window's own: columns, order, conditions, search.
CREATE TABLE shq.saved_view (
    view_no    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name TEXT NOT NULL,
    name       TEXT NOT NULL CHECK (name ~ '\S'),
    shared     BOOLEAN NOT NULL,
    content    JSONB NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    saved_by   TEXT NOT NULL,
    owned_by   TEXT NOT NULL DEFAULT session_user,
    saved_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX idx_saved_view_shared ON shq.saved_view (table_name, lower(name)) WHERE shared;
CREATE UNIQUE INDEX idx_saved_view_own ON shq.saved_view (table_name, owned_by, lower(name)) WHERE NOT shared;

-- Who may read the history may read them, and who may add to it may save them.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT CASE a.privilege_type WHEN 'SELECT' THEN 'SELECT' ELSE 'INSERT, UPDATE, DELETE' END AS what,
                          CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.saved_view TO %s', allowed.what, allowed.grantee);
    END LOOP;
END $$;
