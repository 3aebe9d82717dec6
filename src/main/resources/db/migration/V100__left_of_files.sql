-- What the file of a record of intake has beside what fills its columns: the cells by their headers, those that say something. It belongs
-- to the record by its id, which a record keeps when it is cleared, restored or discarded and taken back.
CREATE TABLE shq.intake_extra (
    entity    TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id BIGINT NOT NULL,
    cells     JSONB NOT NULL CHECK (jsonb_typeof(cells) = 'object'),
    PRIMARY KEY (entity, intake_id)
);

-- Which headers of a file fill which columns of intake, as a steward chose it: under a name, and for the next file with the same headers.
CREATE TABLE shq.file_mapping (
    mapping_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity     TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    name       TEXT CHECK (name ~ '\S'),
    -- The headers as they are compared, in the order of their letters.
    headers    TEXT NOT NULL,
    -- By column the headers that fill it, the first before the others.
    mapping    JSONB NOT NULL CHECK (jsonb_typeof(mapping) = 'object'),
    saved_by   TEXT NOT NULL,
    saved_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX idx_file_mapping_name ON shq.file_mapping (entity, lower(name)) WHERE name IS NOT NULL;
CREATE UNIQUE INDEX idx_file_mapping_headers ON shq.file_mapping (entity, md5(headers)) WHERE name IS NULL;

-- Who may read the history may read them, and who may add to it may save them.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.intake_extra TO %s', allowed.privilege_type, allowed.grantee);
        EXECUTE format('GRANT %s ON shq.file_mapping TO %s',
                       CASE allowed.privilege_type WHEN 'INSERT' THEN 'INSERT, UPDATE, DELETE' ELSE 'SELECT' END, allowed.grantee);
    END LOOP;
END $$;
