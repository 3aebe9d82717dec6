-- People of whom it cannot be told to which company they belong once a merge is taken out: who came to the survivor since, into a slot
-- that goes back to another. `company` is that one's.
CREATE OR REPLACE FUNCTION shq.undecided_people(merge BIGINT, others TEXT[]) RETURNS TABLE (id TEXT, name TEXT, company TEXT, slot TEXT)
LANGUAGE sql STABLE AS $$
    SELECT p.unique_id::text, p.full_name::text, s.company_unique_id::text, s.company_slot_unique_id::text
    FROM shq.merge_step t
    JOIN marketing.company_slots s ON s.company_slot_unique_id = t.key AND s.company_unique_id = ANY (others)
    JOIN marketing.people_master p ON p.company_slot_unique_id = s.company_slot_unique_id AND p.company_unique_id <> s.company_unique_id
    WHERE t.merge_no = merge AND t.table_name = 'marketing.company_slots'
      AND NOT EXISTS (SELECT FROM shq.merge_step b WHERE b.merge_no = merge AND b.table_name = 'marketing.people_master'
                      AND b.key = p.unique_id AND b.before @> jsonb_build_object('company_unique_id', p.company_unique_id::text))
    ORDER BY 1
$$;

-- Who was promoted into the survivor since, but for a company that comes back by name of its ID: it goes there.
CREATE OR REPLACE FUNCTION shq.unmerge_promoted(merge BIGINT, survivor TEXT, others TEXT[]) RETURNS TEXT[]
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (
        UPDATE marketing.people_master p
        SET company_unique_id = btrim(i.company_unique_id),
            company_slot_unique_id = (SELECT s.company_slot_unique_id FROM marketing.company_slots s
                                      WHERE s.company_unique_id = btrim(i.company_unique_id)
                                      ORDER BY s.company_slot_unique_id = btrim(i.company_slot_unique_id) DESC NULLS LAST,
                                               lower(btrim(coalesce(s.slot_type, ''))) <> 'default', s.created_at,
                                               s.company_slot_unique_id LIMIT 1)
        FROM intake.people_raw_intake i
        WHERE p.company_unique_id = survivor AND p.source_system = 'intake_promotion' AND p.source_record_id = i.id::text
          AND btrim(i.company_unique_id) = ANY (others)
          AND p.promoted_from_intake_at > (SELECT m.merged_at FROM shq.merge m WHERE m.merge_no = merge)
          AND NOT EXISTS (SELECT FROM shq.merge_step s
                          WHERE s.merge_no = merge AND s.table_name = 'marketing.people_master' AND s.key = p.unique_id)
        RETURNING p.unique_id::text AS id)
    SELECT coalesce(array_agg(g.id ORDER BY g.id), '{}') FROM gone g
$$;
REVOKE ALL ON FUNCTION shq.unmerge_promoted(BIGINT, TEXT, TEXT[]) FROM PUBLIC;

-- Settles the undecided: `survivor` leaves a person with it, in its default slot, `other` lets the person go with the slot. An answer is
-- by the person's ID, or * for all others. Returns who they are; where one has no answer, it refuses and names them.
CREATE OR REPLACE FUNCTION shq.settle_undecided(merge BIGINT, survivor TEXT, others TEXT[], answers JSONB) RETURNS JSONB
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    person RECORD;
    answer TEXT;
    here CONSTANT TEXT := (SELECT s.company_slot_unique_id FROM marketing.company_slots s WHERE s.company_unique_id = survivor
                           ORDER BY lower(btrim(coalesce(s.slot_type, ''))) <> 'default', s.created_at, s.company_slot_unique_id LIMIT 1);
    open TEXT;
    asked JSONB := '[]';
BEGIN
    SELECT string_agg(format('%s %s', u.id, u.name), ', ' ORDER BY u.id) INTO open
    FROM shq.undecided_people(merge, others) u WHERE coalesce(answers ->> u.id, answers ->> '*', '') NOT IN ('survivor', 'other');
    IF open IS NOT NULL THEN
        RAISE EXCEPTION 'Of those who came since into a slot that goes back it cannot be told where they belong: %. Nothing was unmerged.',
            open USING ERRCODE = '55000', HINT = 'Say of each whether it stays with the survivor, or goes with the slot to the other.';
    END IF;
    FOR person IN SELECT u.id, u.name, u.company, u.slot FROM shq.undecided_people(merge, others) u LOOP
        answer := coalesce(answers ->> person.id, answers ->> '*');
        asked := asked || jsonb_build_object('id', person.id, 'name', person.name, 'slot', person.slot, 'company', person.company,
                                             'answer', answer);
        -- Merges that stand and brought the person there know where it is now, so that they can be taken out too.
        UPDATE shq.merge_step s
        SET after = s.after || CASE answer WHEN 'survivor' THEN jsonb_build_object('company_slot_unique_id', here)
                                           ELSE jsonb_build_object('company_unique_id', person.company) END
        WHERE s.table_name = 'marketing.people_master' AND s.key = person.id AND s.after ->> 'company_slot_unique_id' = person.slot
          AND s.merge_no <> merge AND s.merge_no IN (SELECT g.merge_no FROM shq.merged g);
        IF answer = 'survivor' THEN
            UPDATE marketing.people_master p SET company_slot_unique_id = here WHERE p.unique_id = person.id;
        ELSE
            UPDATE marketing.people_master p SET company_unique_id = person.company WHERE p.unique_id = person.id;
        END IF;
    END LOOP;
    -- A slot whose people went into one that goes back has it no more.
    UPDATE shq.merged g SET survivor = here
    WHERE g.entity = 'slot' AND g.merge_no <> merge
      AND g.survivor IN (SELECT s.company_slot_unique_id FROM marketing.company_slots s WHERE s.company_unique_id = ANY (others))
      AND EXISTS (SELECT FROM shq.merge m WHERE m.merge_no = g.merge_no AND m.survivor = settle_undecided.survivor);
    RETURN asked;
END $$;
REVOKE ALL ON FUNCTION shq.settle_undecided(BIGINT, TEXT, TEXT[], JSONB) FROM PUBLIC;

-- Refuses what cannot be taken out, with what is in the way.
CREATE OR REPLACE FUNCTION shq.refuse_unmerge(merge shq.merge) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind RECORD;
    because TEXT;
BEGIN
    SELECT e.master, e.key INTO kind FROM shq.entities() e WHERE e.entity = merge.entity;
    IF NOT EXISTS (SELECT FROM shq.merged g WHERE g.merge_no = merge.merge_no) THEN
        RAISE EXCEPTION 'Run % was unmerged already, in run %. Nothing was unmerged.', merge.validation_run_id,
            (SELECT max(d.validation_run_id) FROM shq.run_detail d WHERE d.of_run = merge.validation_run_id AND d.kind = 'unmerge')
            USING ERRCODE = '55000';
    END IF;
    SELECT format('%s was merged into %s since, in run %s', merge.survivor, g.survivor, m.validation_run_id) INTO because
    FROM shq.merged g JOIN shq.merge m ON m.merge_no = g.merge_no WHERE g.key = merge.survivor;
    IF because IS NOT NULL THEN
        RAISE EXCEPTION '%. Nothing was unmerged.', because USING ERRCODE = '55000', HINT = 'Unmerge that run first.';
    END IF;
    EXECUTE format('SELECT string_agg(m.%1$I, '', '') FROM %2$s m WHERE m.%1$I = ANY ($1)', kind.key, kind.master)
    INTO because USING merge.others;
    IF because IS NOT NULL THEN
        RAISE EXCEPTION 'Master has other records with the IDs of those that would come back: %. Nothing was unmerged.', because
            USING ERRCODE = '23505';
    END IF;
    EXECUTE format('SELECT m.%1$I FROM %2$s m WHERE m.%1$I = $1 FOR UPDATE', kind.key, kind.master) INTO because USING merge.survivor;
    IF because IS NULL THEN
        RAISE EXCEPTION 'The survivor % is not in master any more. Nothing was unmerged.', merge.survivor USING ERRCODE = '55000';
    END IF;
    PERFORM FROM marketing.company_slots s WHERE s.company_unique_id = merge.survivor ORDER BY s.company_slot_unique_id FOR UPDATE;
    PERFORM FROM marketing.people_master p WHERE p.company_unique_id = merge.survivor ORDER BY p.unique_id FOR UPDATE;
END $$;
REVOKE ALL ON FUNCTION shq.refuse_unmerge(shq.merge) FROM PUBLIC;

-- Takes a merge out again: the records that were merged come back as they were, with what followed them; what was changed since stays
-- where it was made. `answers` settle what cannot be told apart. Returns what was done: the run, who came back, the cells of the survivor
-- that were changed since, who stays and which slots do, who went after all, and who was asked.
CREATE OR REPLACE FUNCTION shq.unmerge(run TEXT, executor TEXT, answers JSONB DEFAULT '{}') RETURNS JSONB
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := shq.new_run_id('UNM');
    merge shq.merge;
    kind RECORD;
    step shq.merge_step;
    whole JSONB;
    place RECORD;
    act BIGINT;
    cells TEXT[] := '{}';
    slots TEXT[] := '{}';
    people TEXT[] := '{}';
    went TEXT[] := '{}';
    none CONSTANT JSONB := '[]';
    asked JSONB := none;
BEGIN
    IF shq.begin_run('Unmerging needs a run and an executor', run, executor) IS NOT NULL THEN
        RETURN (SELECT jsonb_build_object('run', d.validation_run_id, 'back', to_jsonb(m.others), 'cells', none, 'people', none,
                                          'slots', none, 'went', none, 'asked', none)
                FROM shq.run_detail d JOIN shq.merge m ON m.validation_run_id = d.of_run WHERE d.request_id = request);
    END IF;
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'What follows a record is seen at READ COMMITTED only. Nothing was unmerged.'
            USING ERRCODE = '55000', HINT = 'Unmerge at READ COMMITTED.';
    END IF;
    SELECT m.merge_no, m.validation_run_id, m.entity, m.survivor, m.others, m.choice, m.action_id, m.executor, m.session_user_name,
           m.merged_at INTO merge FROM shq.merge m WHERE m.validation_run_id = run;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no merge %. Nothing was unmerged.', run USING ERRCODE = '22023', HINT = '`steward log` shows the runs.';
    END IF;
    PERFORM shq.refuse_unmerge(merge);
    DELETE FROM shq.merged g WHERE g.merge_no = merge.merge_no;
    SELECT e.master, e.key, e.one, e.many, k.sidecar, k.sidecar_key INTO kind
    FROM shq.entities() e JOIN shq.merge_kinds() k ON k.entity = e.entity WHERE e.entity = merge.entity;

    FOR step IN
        SELECT s.merge_no, s.step_no, s.table_name, s.key, s.before, s.after FROM shq.merge_step s
        WHERE s.merge_no = merge.merge_no AND s.key = merge.survivor AND s.before IS NOT NULL AND s.after IS NOT NULL
          AND s.table_name = kind.master ORDER BY s.step_no DESC
    LOOP
        IF merge.entity = 'person' AND step.before ? 'company_unique_id' THEN
            IF shq.unplace(step) THEN
                cells := cells || '{company_unique_id,company_slot_unique_id}'::text[];
            END IF;
            step.before := step.before - '{company_unique_id,company_slot_unique_id}'::text[];
            step.after := step.after - '{company_unique_id,company_slot_unique_id}'::text[];
        END IF;
        cells := cells || shq.unmerge_row(step, kind.key);
    END LOOP;
    FOR step IN
        SELECT s.merge_no, s.step_no, s.table_name, s.key, s.before, s.after FROM shq.merge_step s
        WHERE s.merge_no = merge.merge_no AND s.table_name = kind.master AND s.after IS NULL ORDER BY s.step_no
    LOOP
        whole := step.before;
        IF merge.entity = 'person' THEN
            SELECT f.company, f.slot INTO place
            FROM shq.follow_merges(step.key, whole ->> 'company_unique_id', whole ->> 'company_slot_unique_id') f;
            whole := whole || jsonb_build_object('company_unique_id', place.company, 'company_slot_unique_id', place.slot);
        END IF;
        PERFORM shq.put_row(kind.master, whole);
    END LOOP;
    IF merge.entity = 'company' THEN
        slots := shq.unmerge_slots(merge.merge_no, merge.survivor, merge.others);
        people := shq.unmerge_people(merge.merge_no);
        went := shq.unmerge_promoted(merge.merge_no, merge.survivor, merge.others);
        asked := shq.settle_undecided(merge.merge_no, merge.survivor, merge.others, coalesce(answers, '{}'));
    ELSE
        PERFORM shq.unmerge_results(merge.merge_no, merge.survivor);
    END IF;
    FOR step IN
        SELECT s.merge_no, s.step_no, s.table_name, s.key, s.before, s.after FROM shq.merge_step s
        WHERE s.merge_no = merge.merge_no AND s.table_name = kind.sidecar ORDER BY s.step_no DESC
    LOOP
        IF step.after IS NULL THEN
            PERFORM shq.put_row(kind.sidecar, step.before);
        ELSE
            cells := cells || ARRAY(SELECT 'sidecar.' || c.name FROM unnest(shq.unmerge_sidecar(step, kind.sidecar_key)) AS c (name));
        END IF;
    END LOOP;

    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, kind.master, kind.master, cardinality(merge.others), cardinality(merge.others), 0, executor, now(),
            format('Unmerged %s of run %s: %s.', CASE cardinality(merge.others) WHEN 1 THEN '1 ' || kind.one
                   ELSE cardinality(merge.others) || ' ' || kind.many END, run, array_to_string(merge.others[1:20], ', ')));
    INSERT INTO shq.action (kind, summary, table_name, row_count, executor, undoes)
    VALUES ('undo', 'Took back: ' || (SELECT a.summary FROM shq.action a WHERE a.action_id = merge.action_id), kind.master,
            cardinality(merge.others) + 1, executor, merge.action_id) RETURNING action_id INTO act;
    INSERT INTO shq.change (action_id, keys, before, after)
    SELECT act, ARRAY[s.key], ARRAY['null'::jsonb], ARRAY[s.before] FROM shq.merge_step s
    WHERE s.merge_no = merge.merge_no AND s.table_name = kind.master AND s.after IS NULL;
    INSERT INTO shq.run_detail (validation_run_id, kind, request_id, session_user_name, of_run, action_id)
    VALUES (run_id, 'unmerge', request, session_user, run, act);
    RETURN jsonb_build_object('run', run_id, 'back', to_jsonb(merge.others), 'cells', to_jsonb(cells), 'people', to_jsonb(people),
                              'slots', to_jsonb(slots), 'went', to_jsonb(went), 'asked', asked);
END $$;
REVOKE ALL ON FUNCTION shq.unmerge(TEXT, TEXT, JSONB) FROM PUBLIC;

-- Merges anew what an unmerging took out.
CREATE OR REPLACE FUNCTION shq.merge_again(action BIGINT, executor TEXT) RETURNS TEXT
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    merge RECORD;
BEGIN
    SELECT m.entity, m.survivor, m.others, m.choice INTO STRICT merge
    FROM shq.run_detail d JOIN shq.merge m ON m.validation_run_id = d.of_run WHERE d.action_id = action;
    RETURN shq.merge_records(merge.entity, merge.survivor, merge.others, merge.choice, executor, NULL, action);
END $$;
REVOKE ALL ON FUNCTION shq.merge_again(BIGINT, TEXT) FROM PUBLIC;

-- Who may take promotions back may merge and unmerge.
DO $$
DECLARE
    allowed TEXT;
BEGIN
    FOR allowed IN SELECT DISTINCT a.grantee::regrole::text
                   FROM pg_proc p CROSS JOIN LATERAL aclexplode(p.proacl) AS a
                   WHERE p.oid = to_regprocedure('shq.take_back_promotion(text, text)') AND a.grantee NOT IN (0, p.proowner)
    LOOP
        EXECUTE 'GRANT EXECUTE ON FUNCTION shq.merge_records, shq.merge_companies, shq.merge_people, shq.unmerge, shq.merge_again TO '
            || allowed;
    END LOOP;
END $$;
