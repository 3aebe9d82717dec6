-- Tables that are not ours and refer to one of these rows by a foreign key, with which row; they would lose what they refer to.
CREATE OR REPLACE FUNCTION shq.broken_references(of REGCLASS, key TEXT, ids TEXT[], known REGCLASS[])
RETURNS TABLE (id TEXT, referring TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reference RECORD;
BEGIN
    FOR reference IN SELECT f.referring, f.same FROM shq.references_to(ARRAY[of], known) f LOOP
        RETURN QUERY EXECUTE format($q$
            SELECT t.%1$I::text, %2$L::text FROM %3$s t WHERE t.%1$I = ANY ($1) AND EXISTS (SELECT FROM %2$s r WHERE %4$s)$q$,
            key, reference.referring, of, reference.same) USING ids;
    END LOOP;
END $$;

-- Tables of ours that refer to master.
CREATE OR REPLACE FUNCTION shq.merge_followers() RETURNS REGCLASS[]
LANGUAGE sql STABLE AS $$
    SELECT '{marketing.company_master,marketing.people_master,marketing.company_slots,marketing.company_sidecar,marketing.people_sidecar,'
           'marketing.email_verification_log}'::regclass[]
$$;

-- What names these IDs in tables that are not ours, by a column of the key's name without a foreign key. They go on naming them;
-- shq.current_id says which record that is then.
CREATE OR REPLACE FUNCTION shq.loose_references(entity TEXT, ids TEXT[]) RETURNS TABLE (referring TEXT, rows BIGINT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place RECORD;
BEGIN
    FOR place IN
        SELECT c.oid::regclass AS of, a.attname
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'shq', 'intake')
          AND n.nspname NOT LIKE 'pg\_%' AND c.oid <> ALL (shq.merge_followers()) AND NOT a.attisdropped
          AND a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype) AND has_table_privilege(c.oid, 'SELECT')
          AND a.attname = ANY (CASE entity WHEN 'company' THEN '{company_unique_id}' ELSE '{person_unique_id,people_unique_id}' END::text[])
          AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))
        ORDER BY 1
    LOOP
        RETURN QUERY EXECUTE format('SELECT %L::text, count(*) FROM %s t WHERE t.%I = ANY ($1) HAVING count(*) > 0',
                                    place.of, place.of, place.attname) USING ids;
    END LOOP;
END $$;

-- What these records and what follows them are now, as one text that is another as soon as anybody changed any of it.
CREATE OR REPLACE FUNCTION shq.merge_seen(entity TEXT, ids TEXT[]) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT md5(coalesce(string_agg(s.row, ' ' ORDER BY s.row), ''))
    FROM (SELECT 'm' || m.company_unique_id || m.xmin FROM marketing.company_master m
          WHERE entity = 'company' AND m.company_unique_id = ANY (ids)
          UNION ALL SELECT 's' || s.company_slot_unique_id || s.xmin FROM marketing.company_slots s
          WHERE entity = 'company' AND s.company_unique_id = ANY (ids)
          UNION ALL SELECT 'p' || p.unique_id || p.xmin FROM marketing.people_master p
          WHERE entity = 'company' AND p.company_unique_id = ANY (ids)
          UNION ALL SELECT 'c' || c.company_unique_id || c.xmin FROM marketing.company_sidecar c
          WHERE entity = 'company' AND c.company_unique_id = ANY (ids)
          UNION ALL SELECT 'm' || m.unique_id || m.xmin FROM marketing.people_master m
          WHERE entity = 'person' AND m.unique_id = ANY (ids)
          UNION ALL SELECT 'c' || c.person_unique_id || c.xmin FROM marketing.people_sidecar c
          WHERE entity = 'person' AND c.person_unique_id = ANY (ids)
          UNION ALL SELECT 'e' || l.verification_id || l.xmin FROM marketing.email_verification_log l
          WHERE entity = 'person' AND l.person_unique_id = ANY (ids)) AS s (row)
$$;

-- Sets columns of one row, of which it keeps what they were and became; a step only where anything changed.
CREATE OR REPLACE FUNCTION shq.merge_row(merge BIGINT, of TEXT, key_column TEXT, key TEXT, wanted JSONB) RETURNS JSONB
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    was JSONB;
    became JSONB;
    before JSONB;
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE t.%I = $1', of, key_column) INTO was USING key;
    wanted := (SELECT jsonb_object_agg(w.name, w.value) FROM jsonb_each(wanted) AS w (name, value)
               WHERE w.value IS DISTINCT FROM was -> w.name);
    IF wanted IS NULL THEN
        RETURN NULL;
    END IF;
    EXECUTE (SELECT format('UPDATE %s t SET %s FROM jsonb_populate_record(NULL::%s, $1) r WHERE t.%I = $2', of,
                           string_agg(format('%1$I = r.%1$I', w.name), ', '), of, key_column)
             FROM jsonb_object_keys(wanted) AS w (name)) USING wanted, key;
    -- An address that changed is not verified any more, unless it was changed first.
    IF wanted ? 'email' AND wanted -> 'email_verified' = 'true' OR wanted ? 'email' AND was -> 'email_verified' = 'true'
       AND NOT wanted ? 'email_verified' THEN
        EXECUTE format('UPDATE %s t SET email_verified = true WHERE t.%I = $1', of, key_column) USING key;
    END IF;
    IF merge IS NOT NULL THEN
        EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE t.%I = $1', of, key_column) INTO became USING key;
        SELECT jsonb_object_agg(w.name, was -> w.name), jsonb_object_agg(w.name, became -> w.name) INTO before, became
        FROM jsonb_object_keys(wanted) AS w (name) WHERE became -> w.name IS DISTINCT FROM was -> w.name;
        -- A company says little of a person without the slot.
        IF before ?| '{company_unique_id,company_slot_unique_id}' AND of = 'marketing.people_master' THEN
            before := before || shq.place_of(was);
            became := became || shq.place_of((SELECT to_jsonb(p) FROM marketing.people_master p WHERE p.unique_id = merge_row.key));
        END IF;
        INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
        SELECT merge, of, merge_row.key, before, became WHERE before IS NOT NULL;
    END IF;
    RETURN before;
END $$;
REVOKE ALL ON FUNCTION shq.merge_row(BIGINT, TEXT, TEXT, TEXT, JSONB) FROM PUBLIC;

-- Puts a whole row back, or a copy of one, in the columns that the table still has.
CREATE OR REPLACE FUNCTION shq.put_row(of TEXT, row_data JSONB) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
BEGIN
    EXECUTE (SELECT format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM jsonb_populate_record(NULL::%s, $1) r', of,
                           string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
                           string_agg('r.' || quote_ident(a.attname), ', ' ORDER BY a.attnum), of)
             FROM pg_attribute a
             WHERE a.attrelid = of::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND row_data ? a.attname)
    USING row_data;
END $$;
REVOKE ALL ON FUNCTION shq.put_row(TEXT, JSONB) FROM PUBLIC;

-- Takes one row away and keeps it whole.
CREATE OR REPLACE FUNCTION shq.merge_away(merge BIGINT, of TEXT, key_column TEXT, key TEXT) RETURNS JSONB
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    whole JSONB;
BEGIN
    EXECUTE format('DELETE FROM %s t WHERE t.%I = $1 RETURNING to_jsonb(t)', of, key_column) INTO whole USING key;
    IF whole IS NOT NULL THEN
        INSERT INTO shq.merge_step (merge_no, table_name, key, before) VALUES (merge, of, merge_away.key, whole);
    END IF;
    RETURN whole;
END $$;
REVOKE ALL ON FUNCTION shq.merge_away(BIGINT, TEXT, TEXT, TEXT) FROM PUBLIC;

-- What of master follows a company into the survivor: its slots, but for those that this has too, as the default slot is, whose people go
-- there; and its people.
CREATE OR REPLACE FUNCTION shq.merge_slots(merge BIGINT, survivor TEXT, other TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    slot RECORD;
    target TEXT;
BEGIN
    FOR slot IN
        SELECT s.company_slot_unique_id::text AS id, lower(btrim(coalesce(s.slot_type, ''))) AS type,
               lower(btrim(coalesce(s.slot_label, ''))) AS label
        FROM marketing.company_slots s WHERE s.company_unique_id = other ORDER BY s.created_at, s.company_slot_unique_id
    LOOP
        target := (SELECT s.company_slot_unique_id FROM marketing.company_slots s
                   WHERE s.company_unique_id = survivor AND lower(btrim(coalesce(s.slot_type, ''))) = slot.type
                     AND (slot.type = 'default' OR lower(btrim(coalesce(s.slot_label, ''))) = slot.label)
                   ORDER BY s.created_at, s.company_slot_unique_id LIMIT 1);
        IF target IS NULL THEN
            UPDATE marketing.company_slots s SET company_unique_id = survivor WHERE s.company_slot_unique_id = slot.id;
            INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
            VALUES (merge, 'marketing.company_slots', slot.id, jsonb_build_object('company_unique_id', other),
                    jsonb_build_object('company_unique_id', survivor));
        ELSE
            WITH was AS MATERIALIZED (
                SELECT p.unique_id, p.company_unique_id::text AS company FROM marketing.people_master p
                WHERE p.company_slot_unique_id = slot.id),
            moved AS (
                UPDATE marketing.people_master p
                SET company_slot_unique_id = target, company_unique_id = CASE w.company WHEN other THEN survivor ELSE w.company END
                FROM was w WHERE p.unique_id = w.unique_id RETURNING p.unique_id::text AS key, w.company)
            INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
            SELECT merge, 'marketing.people_master', m.key,
                   jsonb_build_object('company_unique_id', m.company, 'company_slot_unique_id', slot.id),
                   jsonb_build_object('company_unique_id', CASE m.company WHEN other THEN survivor ELSE m.company END,
                                      'company_slot_unique_id', target)
            FROM moved m ORDER BY m.key;
            PERFORM shq.merge_away(merge, 'marketing.company_slots', 'company_slot_unique_id', slot.id);
            INSERT INTO shq.merged (key, entity, survivor, merge_no) VALUES (slot.id, 'slot', target, merge);
        END IF;
    END LOOP;
    WITH was AS MATERIALIZED (
        SELECT p.unique_id, p.company_slot_unique_id::text AS slot FROM marketing.people_master p WHERE p.company_unique_id = other),
    moved AS (
        UPDATE marketing.people_master p SET company_unique_id = survivor FROM was w WHERE p.unique_id = w.unique_id
        RETURNING p.unique_id::text AS key, w.slot)
    INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
    SELECT merge, 'marketing.people_master', m.key, jsonb_build_object('company_unique_id', other, 'company_slot_unique_id', m.slot),
           jsonb_build_object('company_unique_id', survivor, 'company_slot_unique_id', m.slot)
    FROM moved m ORDER BY m.key;
END $$;
REVOKE ALL ON FUNCTION shq.merge_slots(BIGINT, TEXT, TEXT) FROM PUBLIC;

-- What follows a person: the results of e-mail verification.
CREATE OR REPLACE FUNCTION shq.merge_results(merge BIGINT, survivor TEXT, other TEXT) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH moved AS (
        UPDATE marketing.email_verification_log l SET person_unique_id = survivor WHERE l.person_unique_id = other
        RETURNING l.verification_id)
    INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
    SELECT merge, 'marketing.email_verification_log', m.verification_id::text, jsonb_build_object('person_unique_id', other),
           jsonb_build_object('person_unique_id', survivor)
    FROM moved m ORDER BY m.verification_id
$$;
REVOKE ALL ON FUNCTION shq.merge_results(BIGINT, TEXT, TEXT) FROM PUBLIC;
