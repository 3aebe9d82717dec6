-- The tables that refer to one of these, but for those that are known, with what makes a row `r` of theirs refer to a row `t`.
CREATE OR REPLACE FUNCTION shq.references_to(these REGCLASS[], known REGCLASS[])
RETURNS TABLE (referring TEXT, referred TEXT, same TEXT)
LANGUAGE sql STABLE AS $$
    SELECT f.conrelid::regclass::text, f.confrelid::regclass::text, string_agg(format('r.%I = t.%I', a.attname, b.attname), ' AND ')
    FROM pg_constraint f
    CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS k (own, their)
    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.own
    JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.their
    WHERE f.contype = 'f' AND f.conparentid = 0 AND f.confrelid = ANY (these) AND f.conrelid <> ALL (known)
    GROUP BY f.oid, f.conrelid, f.confrelid
$$;

-- The companies of a promotion run that master still has, each with what keeps it there, or NULL where nothing depends on it.
-- A company was changed later where `updated_at`, which triggers keep, is another instant than that of its promotion.
CREATE OR REPLACE FUNCTION shq.companies_of_run(run TEXT)
RETURNS TABLE (company_unique_id TEXT, company_name TEXT, kept_because TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reasons TEXT := $known$
        SELECT d.company, 1, CASE count(*) WHEN 1 THEN 'has 1 person' ELSE format('has %s people', count(*)) END
        FROM (SELECT m.company, p.unique_id FROM made m JOIN marketing.people_master p ON p.company_unique_id = m.company
              UNION
              SELECT m.company, p.unique_id FROM made m JOIN marketing.company_slots s ON s.company_unique_id = m.company
              JOIN marketing.people_master p ON p.company_slot_unique_id = s.company_slot_unique_id) d
        GROUP BY d.company
        UNION ALL
        SELECT m.company, 2, 'has a sidecar' FROM made m JOIN marketing.company_sidecar c ON c.company_unique_id = m.company
        UNION ALL
        SELECT m.company, 3, CASE count(*) WHEN 1 THEN 'has a slot that was changed' WHEN 2 THEN 'has an additional slot'
                                           ELSE format('has %s additional slots', count(*) - 1) END
        FROM made m JOIN marketing.company_slots s ON s.company_unique_id = m.company
        GROUP BY m.company
        HAVING count(*) > 1 OR bool_or(s.slot_type IS DISTINCT FROM 'default' OR s.slot_label IS DISTINCT FROM 'Primary Slot')
        UNION ALL
        SELECT m.company, 4, 'was changed later' FROM made m WHERE m.changed
        UNION ALL
        SELECT m.company, 5, coalesce('its row was cleared from intake in run ' || c.cleared_in || ', which can be restored',
                                      'its row is not in intake any more')
        FROM made m
        LEFT JOIN (SELECT k.intake_id::text AS record, max(k.validation_run_id) AS cleared_in
                   FROM shq.cleared_intake k
                   WHERE NOT EXISTS (SELECT FROM shq.run_detail r WHERE r.kind = 'restoring' AND r.of_run = k.validation_run_id)
                   GROUP BY k.intake_id) c ON c.record = m.record
        WHERE NOT EXISTS (SELECT FROM intake.company_raw_intake i WHERE i.id::text = m.record)$known$;
    other RECORD;
BEGIN
    FOR other IN
        SELECT f.referring, f.referred, f.same
        FROM shq.references_to(ARRAY['marketing.company_master', 'marketing.company_slots']::regclass[],
            ARRAY['marketing.company_slots', 'marketing.people_master', 'marketing.company_sidecar']::regclass[]) f
    LOOP
        reasons := reasons || format($other$
        UNION ALL
        SELECT DISTINCT m.company, 6, %L FROM made m JOIN %s t ON t.company_unique_id = m.company
        WHERE EXISTS (SELECT FROM %s r WHERE %s)$other$,
            'is referred to by ' || other.referring, other.referred, other.referring, other.same);
    END LOOP;
    RETURN QUERY EXECUTE $companies$
        WITH made AS MATERIALIZED (
            SELECT m.company_unique_id::text AS company, m.company_name::text AS name, m.source_record_id::text AS record,
                   m.updated_at IS NOT NULL AND m.updated_at::timestamptz IS DISTINCT FROM m.created_at::timestamptz
                       AND m.updated_at::timestamptz IS DISTINCT FROM m.promoted_from_intake_at::timestamptz AS changed
            FROM marketing.company_master m
            WHERE m.source_system = 'intake_promotion'
              AND m.promotion_audit_log_id = (SELECT d.run_no FROM shq.run_detail d
                                              WHERE d.validation_run_id = $1 AND d.kind = 'promotion')),
        reason (company, place, because) AS ($companies$ || reasons || $companies$)
        SELECT m.company, m.name, k.because
        FROM made m
        LEFT JOIN (SELECT r.company, string_agg(r.because, '; ' ORDER BY r.place, r.because) AS because
                   FROM reason r GROUP BY r.company) k ON k.company = m.company$companies$
    USING run;
END $$;

-- The people of a promotion run that master still has, each with what keeps them there, or NULL where nothing depends on them.
CREATE OR REPLACE FUNCTION shq.people_of_run(run TEXT)
RETURNS TABLE (unique_id TEXT, full_name TEXT, kept_because TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reasons TEXT := $known$
        SELECT m.person, 1, 'has a sidecar' FROM made m JOIN marketing.people_sidecar c ON c.person_unique_id = m.person
        UNION ALL
        SELECT DISTINCT m.person, 2, 'has results of e-mail verification'
        FROM made m JOIN marketing.email_verification_log v ON v.person_unique_id = m.person
        UNION ALL
        SELECT m.person, 3, 'was changed later' FROM made m WHERE m.changed
        UNION ALL
        SELECT m.person, 4, 'the row is not in intake any more' FROM made m
        WHERE NOT EXISTS (SELECT FROM intake.people_raw_intake i WHERE i.id::text = m.record)$known$;
    other RECORD;
BEGIN
    FOR other IN
        SELECT f.referring, f.same
        FROM shq.references_to(ARRAY['marketing.people_master']::regclass[],
            ARRAY['marketing.people_sidecar', 'marketing.email_verification_log']::regclass[]) f
    LOOP
        reasons := reasons || format($other$
        UNION ALL
        SELECT DISTINCT m.person, 5, %L FROM made m JOIN marketing.people_master t ON t.unique_id = m.person
        WHERE EXISTS (SELECT FROM %s r WHERE %s)$other$, 'is referred to by ' || other.referring, other.referring, other.same);
    END LOOP;
    RETURN QUERY EXECUTE $people$
        WITH made AS MATERIALIZED (
            SELECT m.unique_id::text AS person, m.full_name::text AS name, m.source_record_id::text AS record,
                   m.updated_at IS NOT NULL AND m.updated_at::timestamptz IS DISTINCT FROM m.created_at::timestamptz
                       AND m.updated_at::timestamptz IS DISTINCT FROM m.promoted_from_intake_at::timestamptz AS changed
            FROM marketing.people_master m
            WHERE m.source_system = 'intake_promotion'
              AND m.promotion_audit_log_id = (SELECT d.run_no FROM shq.run_detail d
                                              WHERE d.validation_run_id = $1 AND d.kind = 'people-promotion')),
        reason (person, place, because) AS ($people$ || reasons || $people$)
        SELECT m.person, m.name, k.because
        FROM made m
        LEFT JOIN (SELECT r.person, string_agg(r.because, '; ' ORDER BY r.place, r.because) AS because
                   FROM reason r GROUP BY r.person) k ON k.person = m.person$people$
    USING run;
END $$;

-- What the run, whichever of both kinds it is, made and master still has.
CREATE OR REPLACE FUNCTION shq.records_of_run(run TEXT) RETURNS TABLE (id TEXT, name TEXT, kept_because TEXT)
LANGUAGE sql STABLE AS $$
    SELECT c.company_unique_id, c.company_name, c.kept_because FROM shq.companies_of_run($1) c
    UNION ALL
    SELECT p.unique_id, p.full_name, p.kept_because FROM shq.people_of_run($1) p
$$;

-- Takes the companies of a run that nothing depends on and their slots out of master, and keeps each of them whole in shq.taken_back.
CREATE OR REPLACE FUNCTION shq.take_companies_back(run TEXT, run_no INTEGER, run_id TEXT, executor TEXT, OUT any_left BOOLEAN,
                                                   OUT removed INTEGER, OUT kept INTEGER, OUT named TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Whoever adds something that depends on them waits from here on, and what was added before is seen by the next statement.
    PERFORM FROM marketing.company_master m
    WHERE m.promotion_audit_log_id = run_no AND m.source_system = 'intake_promotion'
    ORDER BY m.company_unique_id FOR UPDATE;
    any_left := FOUND;
    PERFORM FROM marketing.company_slots s
    JOIN marketing.company_master m ON m.company_unique_id = s.company_unique_id
    WHERE m.promotion_audit_log_id = run_no AND m.source_system = 'intake_promotion'
    ORDER BY s.company_slot_unique_id FOR UPDATE OF s;

    WITH outlook AS MATERIALIZED (
        SELECT c.company_unique_id, c.company_name, c.kept_because FROM shq.companies_of_run(run) c),
    slots AS (
        DELETE FROM marketing.company_slots s USING outlook o
        WHERE s.company_unique_id = o.company_unique_id AND o.kept_because IS NULL
        RETURNING 'marketing.company_slots' AS table_name, s.company_slot_unique_id::text AS key, to_jsonb(s) AS whole),
    companies AS (
        DELETE FROM marketing.company_master m USING outlook o
        WHERE m.company_unique_id = o.company_unique_id AND o.kept_because IS NULL
        RETURNING 'marketing.company_master' AS table_name, m.company_unique_id::text AS key, to_jsonb(m) AS whole),
    copies AS (
        INSERT INTO shq.taken_back (table_name, key, row_data, validation_run_id, executor)
        SELECT g.table_name, g.key, g.whole, run_id, executor
        FROM (SELECT c.table_name, c.key, c.whole FROM companies c
              UNION ALL SELECT s.table_name, s.key, s.whole FROM slots s) g)
    SELECT (SELECT count(*) FROM companies), (SELECT count(*) FROM outlook o WHERE o.kept_because IS NOT NULL),
           (SELECT string_agg(format('%s %s %s', n.company_unique_id, n.company_name, n.kept_because), ', ')
            FROM (SELECT o.company_unique_id, o.company_name, o.kept_because FROM outlook o
                  WHERE o.kept_because IS NOT NULL ORDER BY o.company_name, o.company_unique_id LIMIT 20) n)
    INTO removed, kept, named;
END $$;
REVOKE ALL ON FUNCTION shq.take_companies_back(TEXT, INTEGER, TEXT, TEXT) FROM PUBLIC;

-- The same of people.
CREATE OR REPLACE FUNCTION shq.take_people_back(run TEXT, run_no INTEGER, run_id TEXT, executor TEXT, OUT any_left BOOLEAN,
                                                OUT removed INTEGER, OUT kept INTEGER, OUT named TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM marketing.people_master m
    WHERE m.promotion_audit_log_id = run_no AND m.source_system = 'intake_promotion'
    ORDER BY m.unique_id FOR UPDATE;
    any_left := FOUND;

    WITH outlook AS MATERIALIZED (
        SELECT p.unique_id, p.full_name, p.kept_because FROM shq.people_of_run(run) p),
    people AS (
        DELETE FROM marketing.people_master m USING outlook o
        WHERE m.unique_id = o.unique_id AND o.kept_because IS NULL
        RETURNING m.unique_id::text AS key, to_jsonb(m) AS whole),
    copies AS (
        INSERT INTO shq.taken_back (table_name, key, row_data, validation_run_id, executor)
        SELECT 'marketing.people_master', p.key, p.whole, run_id, executor FROM people p)
    SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM outlook o WHERE o.kept_because IS NOT NULL),
           (SELECT string_agg(format('%s %s %s', n.unique_id, n.full_name, n.kept_because), ', ')
            FROM (SELECT o.unique_id, o.full_name, o.kept_because FROM outlook o
                  WHERE o.kept_because IS NOT NULL ORDER BY o.full_name, o.unique_id LIMIT 20) n)
    INTO removed, kept, named;
END $$;
REVOKE ALL ON FUNCTION shq.take_people_back(TEXT, INTEGER, TEXT, TEXT) FROM PUBLIC;

-- Takes what a promotion run made out of master again, companies with their slots, or people, and returns how many. Those on which
-- something depends stay, and the notes of the run name them. Their rows of intake can be promoted again. Where all of them stay,
-- nothing is written.
CREATE OR REPLACE FUNCTION shq.take_back_promotion(run TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := 'TBK-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    promotion RECORD;
    done_before INTEGER := shq.begin_run('Taking back needs a run and an executor', run, executor);
    entity TEXT;
    made TEXT;
    done RECORD;
BEGIN
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'What depends on a record is seen at READ COMMITTED only. Nothing was written.'
            USING ERRCODE = '55000', HINT = 'Take it back at READ COMMITTED.';
    END IF;
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;

    SELECT d.run_no, d.kind, d.batch INTO promotion FROM shq.run_detail d WHERE d.validation_run_id = run;
    IF NOT FOUND THEN
        IF EXISTS (SELECT FROM public.shq_validation_log l WHERE l.validation_run_id = run) THEN
            RAISE EXCEPTION 'Of run % it is not kept which records it made, so it cannot be taken back. Nothing was written.', run
                USING ERRCODE = '22023';
        END IF;
        RAISE EXCEPTION 'The validation log has no run %. Nothing was written.', run USING ERRCODE = '22023';
    END IF;
    IF promotion.kind NOT IN ('promotion', 'people-promotion') THEN
        RAISE EXCEPTION 'Run % is no promotion (%), so there is nothing to take back from master. Nothing was written.',
            run, promotion.kind USING ERRCODE = '22023';
    END IF;

    entity := CASE promotion.kind WHEN 'promotion' THEN 'company' ELSE 'person' END;
    made := CASE entity WHEN 'company' THEN 'companies' ELSE 'people' END;
    IF entity = 'company' THEN
        SELECT t.any_left, t.removed, t.kept, t.named INTO done FROM shq.take_companies_back(run, promotion.run_no, run_id, executor) t;
    ELSE
        SELECT t.any_left, t.removed, t.kept, t.named INTO done FROM shq.take_people_back(run, promotion.run_no, run_id, executor) t;
    END IF;
    IF NOT done.any_left THEN
        RAISE EXCEPTION 'Master has no % of run % any more%. Nothing was written.', made, run,
            coalesce((SELECT ': they were taken back in run ' || string_agg(d.validation_run_id, ', ' ORDER BY d.run_no)
                      FROM shq.run_detail d WHERE d.of_run = run AND d.kind = 'take-back'), '') USING ERRCODE = '55000';
    END IF;
    IF done.removed = 0 THEN
        RETURN 0;
    END IF;

    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, shq.master_of(entity), shq.intake_of(entity), done.removed + done.kept, done.removed, 0, executor, now(),
            format('%s %s of run %s taken back.', done.removed,
                   CASE WHEN done.removed <> 1 THEN made WHEN entity = 'company' THEN 'company' ELSE 'person' END, run)
            || CASE WHEN done.kept > 0 THEN format(' %s %s (at most 20 are named): %s.', done.kept,
                                                   CASE done.kept WHEN 1 THEN 'stays' ELSE 'stay' END, done.named) ELSE '' END);
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, request_id, session_user_name, of_run)
    VALUES (run_id, 'take-back', promotion.batch, request, session_user, run);
    RETURN done.removed;
END $$;
REVOKE ALL ON FUNCTION shq.take_back_promotion(TEXT, TEXT) FROM PUBLIC;
