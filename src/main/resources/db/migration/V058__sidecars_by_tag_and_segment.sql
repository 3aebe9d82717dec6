-- Use: the sidecars that have a tag or a segment, where that is asked with @> ARRAY[…]; = ANY (column) uses no index.
-- Cost: 1 MB each for 100,000 sidecars with two tags and two segments, and up to 5 MB after many were added one by one. A change of
-- other columns of a sidecar adds entries too, since its last enrichment, which is indexed, changes with them.
-- A column that an adopted database has as text has no such index, and is read through.
DO $$
DECLARE
    wanted RECORD;
BEGIN
    FOR wanted IN
        SELECT w.index_name, w.table_name, w.column_name
        FROM (VALUES ('idx_company_sidecar_tags', 'marketing.company_sidecar', 'clay_tags'),
                     ('idx_company_sidecar_segments', 'marketing.company_sidecar', 'clay_segments'),
                     ('idx_people_sidecar_segments', 'marketing.people_sidecar', 'clay_segments')) AS w (index_name, table_name, column_name)
        JOIN pg_attribute a ON a.attrelid = w.table_name::regclass AND a.attname = w.column_name AND a.atttypid = 'text[]'::regtype
    LOOP
        EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %s USING gin (%I)', wanted.index_name, wanted.table_name, wanted.column_name);
    END LOOP;
END $$;
