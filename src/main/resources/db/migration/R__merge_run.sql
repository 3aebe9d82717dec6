-- Refuses what cannot be merged, naming it, and locks what would be: the records, in the order of their IDs, and what follows them.
CREATE OR REPLACE FUNCTION shq.lock_for_merge(entity TEXT, survivor TEXT, others TEXT[]) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind RECORD;
    found TEXT[];
    missing TEXT;
    because TEXT;
BEGIN
    SELECT e.master, e.key, e.part, e.part_key, e.many INTO kind FROM shq.entities() e WHERE e.entity = lock_for_merge.entity;
    EXECUTE format($lock$
        SELECT array_agg(l.id) FROM (SELECT m.%2$I::text AS id FROM %1$s m WHERE m.%2$I = ANY ($1) ORDER BY m.%2$I FOR UPDATE) l$lock$,
        kind.master, kind.key) INTO found USING survivor || others;
    SELECT i.id INTO missing FROM unnest(survivor || others) AS i (id) WHERE i.id <> ALL (coalesce(found, '{}')) ORDER BY i.id LIMIT 1;
    IF missing IS NOT NULL THEN
        SELECT format('%s was merged into %s in run %s', missing, g.survivor, r.validation_run_id) INTO because
        FROM shq.merged g JOIN shq.merge r ON r.merge_no = g.merge_no WHERE g.key = missing;
        RAISE EXCEPTION '%. Nothing was merged.', coalesce(because, format('Master has no %s %s', (SELECT e.one FROM shq.entities() e
            WHERE e.entity = lock_for_merge.entity), missing)) USING ERRCODE = '55000', HINT = 'Look at the records again.';
    END IF;
    IF kind.part IS NOT NULL THEN
        EXECUTE format('SELECT FROM %s s WHERE s.%I = ANY ($1) ORDER BY s.%I FOR UPDATE', kind.part, kind.key, kind.part_key)
        USING survivor || others;
        PERFORM FROM marketing.people_master p
        WHERE p.company_unique_id = ANY (survivor || others) ORDER BY p.unique_id FOR UPDATE;
    END IF;
    SELECT string_agg(format('%s is referred to by %s', b.id, b.referring), ', ' ORDER BY b.id, b.referring) INTO because
    FROM shq.hindering_references(entity, survivor, others) b;
    IF because IS NOT NULL THEN
        RAISE EXCEPTION 'These are not merged, because that would break tables that are not ours: %. Nothing was merged.', because
            USING ERRCODE = '55000', HINT = 'Let those rows refer to the survivor first, or let the other record survive.';
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.lock_for_merge(TEXT, TEXT, TEXT[]) FROM PUBLIC;

-- The rows of tables that are not ours to which a merge would leave nothing: those that refer to the others, or to a slot that goes.
CREATE OR REPLACE FUNCTION shq.hindering_references(entity TEXT, survivor TEXT, others TEXT[]) RETURNS TABLE (id TEXT, referring TEXT)
LANGUAGE sql STABLE AS $$
    SELECT b.id, b.referring
    FROM shq.entities() e, shq.broken_references(e.master::regclass, e.key, others, shq.merge_followers()) b WHERE e.entity = $1
    UNION
    SELECT b.id, b.referring
    FROM shq.broken_references('marketing.company_slots', 'company_slot_unique_id', ARRAY(
             SELECT s.company_slot_unique_id::text FROM marketing.company_slots s
             WHERE s.company_unique_id = ANY (others)
               AND EXISTS (SELECT FROM marketing.company_slots k
                           WHERE k.company_unique_id = ANY (survivor || others) AND k.company_unique_id <> s.company_unique_id
                             AND lower(btrim(coalesce(k.slot_type, ''))) = lower(btrim(coalesce(s.slot_type, '')))
                             AND (lower(btrim(coalesce(k.slot_type, ''))) = 'default'
                                  OR lower(btrim(coalesce(k.slot_label, ''))) = lower(btrim(coalesce(s.slot_label, '')))))),
         shq.merge_followers()) b
    WHERE $1 = 'company'
$$;

-- Refuses a choice that names what there is not.
CREATE OR REPLACE FUNCTION shq.check_choice(entity TEXT, records TEXT[], choice JSONB) RETURNS VOID
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong TEXT;
BEGIN
    IF jsonb_typeof(choice) <> 'object' OR jsonb_typeof(coalesce(choice -> 'sidecar', '{}')) <> 'object' THEN
        RAISE EXCEPTION 'What stays is an object of columns and IDs. Nothing was merged.' USING ERRCODE = '22023';
    END IF;
    SELECT format('%s = %s', c.part || c.field, c.id) INTO wrong
    FROM (SELECT '' AS part, o.field, o.id FROM jsonb_each_text(choice - 'sidecar') AS o (field, id)
          UNION ALL
          SELECT 'sidecar.', s.field, s.id FROM jsonb_each_text(coalesce(choice -> 'sidecar', '{}')) AS s (field, id)) c
    JOIN shq.entities() e ON e.entity = check_choice.entity JOIN shq.merge_kinds() k ON k.entity = e.entity
    WHERE c.id IS NULL OR c.id <> ALL (records)
       OR c.part = '' AND c.field NOT IN (SELECT n.name FROM shq.merged_columns(e.master::regclass, e.key) n)
       OR c.part <> '' AND c.field NOT IN (SELECT n.name FROM shq.merged_columns(k.sidecar::regclass, k.sidecar_key) n)
    ORDER BY 1 LIMIT 1;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'There is no such value to stay: %. Nothing was merged.', wrong
            USING ERRCODE = '22023', HINT = 'A choice names a column and the ID of one of the records.';
    END IF;
END $$;

-- Merges the others into the survivor, as the proposal says: what follows them goes to it, they leave master, and their IDs go on being
-- known. `seen` is what shq.merge_seen gave when somebody looked, or NULL. Returns the id of the run.
CREATE OR REPLACE FUNCTION shq.merge_records(entity TEXT, survivor TEXT, others TEXT[], choice JSONB, executor TEXT, seen TEXT,
                                             undone BIGINT DEFAULT NULL) RETURNS TEXT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := shq.new_run_id('MRG');
    kind RECORD;
    other TEXT;
    whole JSONB;
    cells JSONB;
    of_sidecar JSONB;
    copied JSONB;
    merge BIGINT;
    what TEXT;
    act BIGINT;
BEGIN
    IF shq.begin_run('A merge needs a survivor, others and an executor', survivor, array_to_string(others, ''), executor) IS NOT NULL THEN
        RETURN (SELECT d.validation_run_id FROM shq.run_detail d WHERE d.request_id = request);
    END IF;
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'What follows a record is seen at READ COMMITTED only. Nothing was merged.'
            USING ERRCODE = '55000', HINT = 'Merge at READ COMMITTED.';
    END IF;
    survivor := btrim(survivor);
    others := ARRAY(SELECT o.id FROM (SELECT btrim(u.id) AS id, min(u.n) AS n FROM unnest(others) WITH ORDINALITY AS u (id, n) GROUP BY 1) o
                    WHERE o.id <> survivor ORDER BY o.n);
    choice := coalesce(choice, '{}');
    IF cardinality(others) = 0 OR array_position(others, NULL) IS NOT NULL THEN
        RAISE EXCEPTION 'A record is merged with others than itself. Nothing was merged.' USING ERRCODE = '22023';
    END IF;
    SELECT e.master, e.key, e.name, e.one, e.many, k.sidecar, k.sidecar_key INTO kind
    FROM shq.entities() e JOIN shq.merge_kinds() k ON k.entity = e.entity WHERE e.entity = merge_records.entity;
    PERFORM shq.lock_for_merge(entity, survivor, others);
    IF seen IS DISTINCT FROM shq.merge_seen(entity, survivor || others) AND seen IS NOT NULL THEN
        RAISE EXCEPTION 'These records, or what follows them, are not any more what was looked at. Nothing was merged.'
            USING ERRCODE = '55000', HINT = 'Look at them again, then merge.';
    END IF;
    PERFORM shq.check_choice(entity, survivor || others, choice);
    SELECT coalesce(jsonb_object_agg(p.field, p.value) FILTER (WHERE p.part = 'record'), '{}'),
           jsonb_object_agg(p.field, p.value) FILTER (WHERE p.part = 'sidecar')
    INTO cells, of_sidecar FROM shq.merge_proposal(entity, survivor, others, choice) p;

    EXECUTE format('SELECT m.%I FROM %s m WHERE m.%I = $1', kind.name, kind.master, kind.key) INTO what USING survivor;
    what := format('%s merged into %s %s', CASE cardinality(others) WHEN 1 THEN '1 ' || kind.one
                   ELSE cardinality(others) || ' ' || kind.many END, survivor, what);
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, kind.master, kind.master, cardinality(others), cardinality(others), 0, executor, now(),
            format('%s: %s.', what, array_to_string(others[1:20], ', ')));
    INSERT INTO shq.action (kind, summary, table_name, row_count, executor, undoes)
    VALUES (CASE WHEN undone IS NULL THEN 'merge' ELSE 'redo' END, initcap(left(what, 1)) || substr(what, 2), kind.master,
            cardinality(others) + 1, executor, undone) RETURNING action_id INTO act;
    INSERT INTO shq.run_detail (validation_run_id, kind, request_id, session_user_name, action_id)
    VALUES (run_id, 'merge', request, session_user, act);
    INSERT INTO shq.merge (validation_run_id, entity, survivor, others, choice, action_id, executor)
    VALUES (run_id, entity, survivor, others, choice, act, executor) RETURNING merge_no INTO merge;

    FOREACH other IN ARRAY others LOOP
        CASE entity WHEN 'company' THEN PERFORM shq.merge_slots(merge, survivor, other);
                    ELSE PERFORM shq.merge_results(merge, survivor, other); END CASE;
        whole := shq.merge_away(merge, kind.sidecar, kind.sidecar_key, other);
        copied := coalesce(copied, whole);
        whole := shq.merge_away(merge, kind.master, kind.key, other);
        INSERT INTO shq.merged (key, entity, survivor, merge_no, source_system, source_record_id, promotion_audit_log_id)
        VALUES (other, entity, survivor, merge, whole ->> 'source_system', whole ->> 'source_record_id',
                (whole ->> 'promotion_audit_log_id')::integer);
        INSERT INTO shq.change (action_id, keys, before, after) VALUES (act, ARRAY[other], ARRAY[whole], ARRAY['null'::jsonb]);
    END LOOP;
    PERFORM shq.merge_into_sidecar(merge, entity, survivor, of_sidecar, copied);
    PERFORM shq.merge_row(merge, kind.master, kind.key, survivor, cells);
    PERFORM shq.merge_score(merge, entity, survivor);
    INSERT INTO shq.change (action_id, keys, before, after)
    SELECT act, ARRAY[survivor], ARRAY[s.before], ARRAY[s.after] FROM shq.merge_step s
    WHERE s.merge_no = merge AND s.table_name = kind.master AND s.key = survivor AND s.after IS NOT NULL;
    RETURN run_id;
END $$;
REVOKE ALL ON FUNCTION shq.merge_records(TEXT, TEXT, TEXT[], JSONB, TEXT, TEXT, BIGINT) FROM PUBLIC;

-- The survivor's sidecar gets the cells; where it had none it gets a copy of another's first.
CREATE OR REPLACE FUNCTION shq.merge_into_sidecar(merge BIGINT, entity TEXT, survivor TEXT, cells JSONB, copied JSONB) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    kind RECORD;
    there BOOLEAN;
    whole JSONB;
BEGIN
    IF copied IS NULL THEN
        RETURN;
    END IF;
    SELECT k.sidecar, k.sidecar_key INTO kind FROM shq.merge_kinds() k WHERE k.entity = merge_into_sidecar.entity;
    EXECUTE format('SELECT EXISTS (SELECT FROM %s c WHERE c.%I = $1)', kind.sidecar, kind.sidecar_key) INTO there USING survivor;
    IF there THEN
        PERFORM shq.merge_row(merge, kind.sidecar, kind.sidecar_key, survivor, cells);
        RETURN;
    END IF;
    PERFORM shq.put_row(kind.sidecar, copied || cells || jsonb_build_object(kind.sidecar_key, survivor));
    EXECUTE format('SELECT to_jsonb(c) FROM %s c WHERE c.%I = $1', kind.sidecar, kind.sidecar_key) INTO whole USING survivor;
    INSERT INTO shq.merge_step (merge_no, table_name, key, after) VALUES (merge, kind.sidecar, survivor, whole);
END $$;
REVOKE ALL ON FUNCTION shq.merge_into_sidecar(BIGINT, TEXT, TEXT, JSONB, JSONB) FROM PUBLIC;

-- A company that had a score has that of what it is now.
CREATE OR REPLACE FUNCTION shq.merge_score(merge BIGINT, entity TEXT, survivor TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    score JSONB;
BEGIN
    IF entity = 'company' THEN
        SELECT jsonb_build_object('data_quality_score', shq.quality_score(m.website_url::text, m.linkedin_url::text, m.company_phone::text,
                                                                          m.industry::text)::numeric(5,2)) INTO score
        FROM marketing.company_master m WHERE m.company_unique_id = survivor AND m.data_quality_score IS NOT NULL;
        IF score IS NOT NULL THEN
            PERFORM shq.merge_row(merge, 'marketing.company_master', 'company_unique_id', survivor, score);
        END IF;
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.merge_score(BIGINT, TEXT, TEXT) FROM PUBLIC;

-- Merges companies, and people: `survivor` stays, `others` go into it; `choice` names for a column the ID of the record whose value stays
-- (columns of the sidecar under "sidecar"), and rules decide the rest. What was looked at is checked where `seen` is given. Returns the id
-- of the run.
CREATE OR REPLACE FUNCTION shq.merge_companies(survivor TEXT, others TEXT[], choice JSONB, executor TEXT, seen TEXT DEFAULT NULL)
RETURNS TEXT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT shq.merge_records('company', survivor, others, choice, executor, seen)
$$;
REVOKE ALL ON FUNCTION shq.merge_companies(TEXT, TEXT[], JSONB, TEXT, TEXT) FROM PUBLIC;

CREATE OR REPLACE FUNCTION shq.merge_people(survivor TEXT, others TEXT[], choice JSONB, executor TEXT, seen TEXT DEFAULT NULL)
RETURNS TEXT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT shq.merge_records('person', survivor, others, choice, executor, seen)
$$;
REVOKE ALL ON FUNCTION shq.merge_people(TEXT, TEXT[], JSONB, TEXT, TEXT) FROM PUBLIC;
