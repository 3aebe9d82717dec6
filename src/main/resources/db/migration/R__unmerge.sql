-- One of these functions reads itself.
SET LOCAL check_function_bodies = off;

-- A cell as it is when a change of it is taken out: as before where nobody changed it since; of lists and objects, what came and went
-- since stays so; else what it is now.
CREATE OR REPLACE FUNCTION shq.reverted(before JSONB, after JSONB, now JSONB) RETURNS JSONB
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN now IS NOT DISTINCT FROM after THEN before
                WHEN before IS NOT DISTINCT FROM after THEN now
                WHEN jsonb_typeof(after) = 'array' AND jsonb_typeof(now) = 'array'
                     AND coalesce(jsonb_typeof(before), 'null') IN ('array', 'null') THEN
                    coalesce((SELECT jsonb_agg(k.value ORDER BY k.old DESC, k.n)
                              FROM (SELECT b.value, b.n, true AS old
                                    FROM jsonb_array_elements(CASE jsonb_typeof(before) WHEN 'array' THEN before ELSE '[]' END)
                                         WITH ORDINALITY AS b (value, n)
                                    WHERE now @> jsonb_build_array(b.value) OR NOT after @> jsonb_build_array(b.value)
                                    UNION ALL
                                    SELECT t.value, t.n, false FROM jsonb_array_elements(now) WITH ORDINALITY AS t (value, n)
                                    WHERE NOT after @> jsonb_build_array(t.value)
                                      AND NOT coalesce(before @> jsonb_build_array(t.value), false)) k),
                             CASE jsonb_typeof(before) WHEN 'array' THEN '[]'::jsonb ELSE before END)
                WHEN jsonb_typeof(after) = 'object' AND jsonb_typeof(now) = 'object'
                     AND coalesce(jsonb_typeof(before), 'null') IN ('object', 'null') THEN
                    coalesce((SELECT jsonb_object_agg(k.key, k.value)
                              FROM (SELECT n.key, shq.reverted(nullif(before, 'null') -> n.key, after -> n.key, now -> n.key) AS value
                                    FROM (SELECT jsonb_object_keys(now)
                                          UNION SELECT jsonb_object_keys(CASE jsonb_typeof(before) WHEN 'object' THEN before ELSE '{}' END))
                                         AS n (key)) k
                              WHERE k.value IS NOT NULL),
                             CASE jsonb_typeof(before) WHEN 'object' THEN '{}'::jsonb ELSE before END)
                ELSE now END
$$;

-- What was changed since a merge by hand, earlier merges have nothing to take out of any more.
CREATE OR REPLACE FUNCTION shq.settle_edited(merge BIGINT, of TEXT, row_key TEXT, cells TEXT[]) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE shq.merge_step s SET before = s.before - cells, after = s.after - cells
    WHERE s.key = row_key AND s.table_name = of AND s.before IS NOT NULL AND s.after IS NOT NULL AND s.merge_no < merge
      AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g)
$$;
REVOKE ALL ON FUNCTION shq.settle_edited(BIGINT, TEXT, TEXT, TEXT[]) FROM PUBLIC;

-- Takes a merge out of one row that it changed. What later merges that stand know of the row before and after them changes alike, so that
-- they can be taken out in any order; a cell that one of them changed is its own.
CREATE OR REPLACE FUNCTION shq.unmerge_row(step shq.merge_step, key_column TEXT) RETURNS TEXT[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    cell TEXT;
    later RECORD;
    touched BOOLEAN;
    now_is JSONB;
    wanted JSONB := '{}';
    staying TEXT[] := '{}';
BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %s t WHERE t.%I = $1', step.table_name, key_column) INTO now_is USING step.key;
    FOR cell IN SELECT jsonb_object_keys(step.after) LOOP
        touched := false;
        FOR later IN
            SELECT s.merge_no, s.step_no, s.before, s.after FROM shq.merge_step s
            WHERE s.table_name = step.table_name AND s.key = step.key AND s.after ? cell AND s.before ? cell
              AND s.merge_no > step.merge_no AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g)
            ORDER BY s.merge_no, s.step_no
        LOOP
            UPDATE shq.merge_step s
            SET before = CASE WHEN touched AND jsonb_typeof(s.before -> cell) NOT IN ('array', 'object') THEN s.before
                              ELSE s.before
                                  || jsonb_build_object(cell, shq.reverted(step.before -> cell, step.after -> cell, s.before -> cell))
                         END,
                after = CASE WHEN jsonb_typeof(s.after -> cell) NOT IN ('array', 'object') THEN s.after
                             ELSE s.after
                                 || jsonb_build_object(cell, shq.reverted(step.before -> cell, step.after -> cell, s.after -> cell))
                        END
            WHERE s.merge_no = later.merge_no AND s.step_no = later.step_no;
            touched := true;
        END LOOP;
        IF touched AND jsonb_typeof(now_is -> cell) NOT IN ('array', 'object') THEN
            CONTINUE;
        END IF;
        wanted := wanted || jsonb_build_object(cell, shq.reverted(step.before -> cell, step.after -> cell, now_is -> cell));
        IF now_is -> cell IS DISTINCT FROM step.after -> cell THEN
            staying := staying || cell;
            IF NOT touched AND jsonb_typeof(now_is -> cell) NOT IN ('array', 'object') THEN
                PERFORM shq.settle_edited(step.merge_no, step.table_name, step.key, ARRAY[cell]);
            END IF;
        END IF;
    END LOOP;
    PERFORM shq.merge_row(NULL, step.table_name, key_column, step.key, wanted);
    RETURN staying;
END $$;
REVOKE ALL ON FUNCTION shq.unmerge_row(shq.merge_step, TEXT) FROM PUBLIC;

-- Where a person of a company belongs now whose company was merged since, and its slot perhaps with it. Those merges will know of the
-- person as of one that followed.
CREATE OR REPLACE FUNCTION shq.follow_merges(person TEXT, INOUT company TEXT, INOUT slot TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    hop RECORD;
    there TEXT;
    known BIGINT;
    hops BIGINT[] := '{}';
    followed JSONB;
    place JSONB;
BEGIN
    LOOP
        SELECT g.survivor, g.merge_no INTO hop FROM shq.merged g WHERE g.key = company;
        EXIT WHEN NOT FOUND;
        there := coalesce((SELECT g.survivor FROM shq.merged g WHERE g.key = slot AND g.merge_no = hop.merge_no), slot);
        INSERT INTO shq.merge_step (merge_no, table_name, key, before, after)
        VALUES (hop.merge_no, 'marketing.people_master', person,
                jsonb_build_object('company_unique_id', company, 'company_slot_unique_id', slot),
                jsonb_build_object('company_unique_id', hop.survivor, 'company_slot_unique_id', there))
        RETURNING step_no INTO known;
        hops := hops || known;
        company := hop.survivor;
        slot := there;
    END LOOP;
    followed := jsonb_build_object('company_unique_id', company, 'company_slot_unique_id', slot);
    -- A slot that went back to another company meanwhile takes the person along.
    company := coalesce((SELECT s.company_unique_id FROM marketing.company_slots s WHERE s.company_slot_unique_id = slot), company);
    slot := coalesce((SELECT s.company_slot_unique_id FROM marketing.company_slots s WHERE s.company_slot_unique_id = slot),
                     (SELECT s.company_slot_unique_id FROM marketing.company_slots s WHERE s.company_unique_id = company
                      ORDER BY lower(btrim(coalesce(s.slot_type, ''))) <> 'default', s.created_at, s.company_slot_unique_id LIMIT 1));
    IF slot IS NULL THEN
        RAISE EXCEPTION 'The company % of % is not in master any more. Nothing was unmerged.', company, person USING ERRCODE = '55000';
    END IF;
    IF company <> followed ->> 'company_unique_id' THEN
        -- So it followed none of those merges, and none of them has to put it back.
        DELETE FROM shq.merge_step s WHERE s.step_no = ANY (hops);
    END IF;
    place := jsonb_build_object('company_unique_id', company, 'company_slot_unique_id', slot);
    IF place <> followed THEN
        -- Merges that stand and brought the person there know where it is now, so that they can be taken out too.
        UPDATE shq.merge_step s
        SET before = CASE WHEN s.before @> followed THEN s.before || place ELSE s.before END,
            after = CASE WHEN s.after @> followed THEN s.after || place ELSE s.after END
        WHERE s.table_name = 'marketing.people_master' AND s.key = person AND s.before IS NOT NULL AND s.after IS NOT NULL
          AND (s.before @> followed OR s.after @> followed) AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g);
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.follow_merges(TEXT, TEXT, TEXT) FROM PUBLIC;

-- Company and slot of a person, as a step or a row has them.
CREATE OR REPLACE FUNCTION shq.place_of(person JSONB) RETURNS JSONB
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_build_object('company_unique_id', person -> 'company_unique_id',
                              'company_slot_unique_id', person -> 'company_slot_unique_id')
$$;

-- Takes a step out that put one person elsewhere. Where nobody but companies' merges moved the person since, back it goes, to where its
-- company is now; where a people merge decided since or took it away, that knows of the place before. Else it was put elsewhere by hand and
-- stays: then this is true, and no earlier merge has anything to put back.
CREATE OR REPLACE FUNCTION shq.unplace(step shq.merge_step) RETURNS BOOLEAN
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    later RECORD;
    place RECORD;
    reached JSONB := shq.place_of(step.after);
    followed BIGINT[] := '{}';
    edited BOOLEAN := false;
BEGIN
    FOR later IN
        SELECT s.step_no, m.entity, s.before, s.after FROM shq.merge_step s JOIN shq.merge m ON m.merge_no = s.merge_no
        WHERE s.table_name = 'marketing.people_master' AND s.key = step.key AND s.step_no > step.step_no
          AND s.before ? 'company_unique_id' AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g)
        ORDER BY s.step_no
    LOOP
        edited := shq.place_of(later.before) <> reached;
        EXIT WHEN edited;
        IF later.entity = 'person' THEN
            UPDATE shq.merge_step s SET before = s.before || shq.place_of(step.before) WHERE s.step_no = later.step_no;
            DELETE FROM shq.merge_step s WHERE s.step_no = ANY (followed);
            RETURN false;
        END IF;
        followed := followed || later.step_no;
        reached := shq.place_of(later.after);
    END LOOP;
    IF NOT edited AND EXISTS (
               SELECT FROM marketing.people_master p
               WHERE p.unique_id = step.key AND p.company_unique_id = reached ->> 'company_unique_id'
                 AND p.company_slot_unique_id = reached ->> 'company_slot_unique_id') THEN
        DELETE FROM shq.merge_step s WHERE s.step_no = ANY (followed);
        SELECT f.company, f.slot INTO place
        FROM shq.follow_merges(step.key, step.before ->> 'company_unique_id', step.before ->> 'company_slot_unique_id') f;
        UPDATE marketing.people_master p SET company_unique_id = place.company, company_slot_unique_id = place.slot
        WHERE p.unique_id = step.key;
        RETURN false;
    END IF;
    UPDATE shq.merge_step s SET before = s.before - k.names, after = s.after - k.names
    FROM (SELECT '{company_unique_id,company_slot_unique_id}'::text[] AS names) k
    WHERE s.table_name = 'marketing.people_master' AND s.key = step.key AND s.step_no < step.step_no AND s.after IS NOT NULL
      AND s.merge_no <> step.merge_no AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g);
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION shq.unplace(shq.merge_step) FROM PUBLIC;

-- Puts the people of a company merge back, but for those that were put elsewhere since, and returns who they are.
CREATE OR REPLACE FUNCTION shq.unmerge_people(merge BIGINT) RETURNS TEXT[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step shq.merge_step;
    staying TEXT[] := '{}';
BEGIN
    -- Most of them in one statement: those of whom nothing is known since.
    UPDATE marketing.people_master p
    SET company_unique_id = s.before ->> 'company_unique_id', company_slot_unique_id = s.before ->> 'company_slot_unique_id'
    FROM shq.merge_step s
    WHERE s.merge_no = merge AND s.table_name = 'marketing.people_master' AND p.unique_id = s.key
      AND p.company_unique_id = s.after ->> 'company_unique_id' AND p.company_slot_unique_id = s.after ->> 'company_slot_unique_id'
      AND NOT EXISTS (SELECT FROM shq.merge_step l WHERE l.key = s.key AND l.step_no > s.step_no);
    FOR step IN
        SELECT s.merge_no, s.step_no, s.table_name, s.key, s.before, s.after
        FROM shq.merge_step s LEFT JOIN marketing.people_master p ON p.unique_id = s.key
        WHERE s.merge_no = merge AND s.table_name = 'marketing.people_master' AND s.before ? 'company_unique_id'
          AND (p.unique_id IS NULL OR p.company_unique_id IS DISTINCT FROM s.before ->> 'company_unique_id'
               OR p.company_slot_unique_id IS DISTINCT FROM s.before ->> 'company_slot_unique_id')
        ORDER BY s.step_no
    LOOP
        IF shq.unplace(step) THEN
            staying := staying || step.key;
        END IF;
    END LOOP;
    RETURN staying;
END $$;
REVOKE ALL ON FUNCTION shq.unmerge_people(BIGINT) FROM PUBLIC;

-- Puts the slots of a company merge back and returns those that are not there any more, or with another company by now. An inserted
-- company has got a default slot, which makes way for its own.
CREATE OR REPLACE FUNCTION shq.unmerge_slots(merge BIGINT, survivor TEXT, others TEXT[]) RETURNS TEXT[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    step shq.merge_step;
    staying TEXT[] := '{}';
BEGIN
    DELETE FROM marketing.company_slots s WHERE s.company_unique_id = ANY (others);
    FOR step IN
        SELECT s.merge_no, s.step_no, s.table_name, s.key, s.before, s.after FROM shq.merge_step s
        WHERE s.merge_no = merge AND s.table_name = 'marketing.company_slots' ORDER BY s.step_no
    LOOP
        IF step.after IS NULL THEN
            PERFORM shq.put_row(step.table_name, step.before);
        ELSE
            UPDATE marketing.company_slots s SET company_unique_id = step.before ->> 'company_unique_id'
            WHERE s.company_slot_unique_id = step.key AND s.company_unique_id = survivor;
            IF NOT FOUND THEN
                staying := staying || step.key;
            END IF;
        END IF;
    END LOOP;
    INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label, created_at)
    SELECT shq.draw_slot_id(o.id), o.id, 'default', 'Primary Slot', now()
    FROM unnest(others) AS o (id)
    WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                      WHERE s.company_unique_id = o.id AND lower(btrim(coalesce(s.slot_type, ''))) = 'default');
    RETURN staying;
END $$;
REVOKE ALL ON FUNCTION shq.unmerge_slots(BIGINT, TEXT, TEXT[]) FROM PUBLIC;

-- Puts the results of a people merge back.
CREATE OR REPLACE FUNCTION shq.unmerge_results(merge BIGINT, survivor TEXT) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE marketing.email_verification_log l
    SET person_unique_id = s.before ->> 'person_unique_id'
    FROM shq.merge_step s
    WHERE s.merge_no = merge AND s.table_name = 'marketing.email_verification_log' AND l.verification_id::text = s.key
      AND l.person_unique_id = survivor
$$;
REVOKE ALL ON FUNCTION shq.unmerge_results(BIGINT, TEXT) FROM PUBLIC;

-- Takes a merge out of the survivor's sidecar; one that it made goes, but for what was put into it since.
CREATE OR REPLACE FUNCTION shq.unmerge_sidecar(step shq.merge_step, key_column TEXT) RETURNS TEXT[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    staying TEXT[];
    made CONSTANT BOOLEAN := EXISTS (SELECT FROM shq.merge_step s
                                     WHERE s.table_name = step.table_name AND s.key = step.key AND s.before IS NULL);
BEGIN
    IF step.before IS NULL THEN
        SELECT jsonb_object_agg(c.name, 'null'::jsonb), jsonb_object_agg(c.name, step.after -> c.name) INTO step.before, step.after
        FROM shq.merged_columns(step.table_name::regclass, key_column) c;
    END IF;
    staying := shq.unmerge_row(step, key_column);
    IF made THEN
        EXECUTE format('DELETE FROM %s t WHERE t.%I = $1 AND NOT EXISTS (SELECT FROM shq.merged_columns($2, $3) c
                            WHERE coalesce(to_jsonb(t) -> c.name, ''null'') <> ''null'')', step.table_name, key_column)
        USING step.key, step.table_name::regclass, key_column;
    END IF;
    RETURN staying;
END $$;
REVOKE ALL ON FUNCTION shq.unmerge_sidecar(shq.merge_step, TEXT) FROM PUBLIC;
