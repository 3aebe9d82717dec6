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
        SELECT f.conrelid::regclass::text AS referring, f.confrelid::regclass::text AS referred,
               string_agg(format('r.%I = t.%I', a.attname, b.attname), ' AND ') AS same
        FROM pg_constraint f
        CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS k (own, their)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.own
        JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = k.their
        WHERE f.contype = 'f' AND f.conparentid = 0
          AND f.confrelid IN ('marketing.company_master'::regclass, 'marketing.company_slots'::regclass)
          AND f.conrelid NOT IN ('marketing.company_slots'::regclass, 'marketing.people_master'::regclass,
                                 'marketing.company_sidecar'::regclass)
        GROUP BY f.oid, f.conrelid, f.confrelid
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

-- Takes the companies of a promotion run and their slots out of master again, keeps each of them whole in shq.taken_back, and returns
-- how many companies. Those on which something depends stay, and the notes of the run name them. Their rows of intake can be promoted
-- again. Where all of them stay, nothing is written.
CREATE OR REPLACE FUNCTION shq.take_back_promotion(run TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := 'TBK-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    promotion RECORD;
    done_before INTEGER := shq.begin_run('Taking back needs a run and an executor', run, executor);
    removed INTEGER;
    kept INTEGER;
    named TEXT;
BEGIN
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'What depends on a company is seen at READ COMMITTED only. Nothing was written.'
            USING ERRCODE = '55000', HINT = 'Take it back at READ COMMITTED.';
    END IF;
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;

    SELECT d.run_no, d.kind, d.batch INTO promotion FROM shq.run_detail d WHERE d.validation_run_id = run;
    IF NOT FOUND THEN
        IF EXISTS (SELECT FROM public.shq_validation_log l WHERE l.validation_run_id = run) THEN
            RAISE EXCEPTION 'Of run % it is not kept which companies it made, so it cannot be taken back. Nothing was written.', run
                USING ERRCODE = '22023';
        END IF;
        RAISE EXCEPTION 'The validation log has no run %. Nothing was written.', run USING ERRCODE = '22023';
    END IF;
    IF promotion.kind <> 'promotion' THEN
        RAISE EXCEPTION 'Run % is no promotion of companies (%), so there is nothing to take back from master. Nothing was written.',
            run, promotion.kind USING ERRCODE = '22023';
    END IF;

    -- Whoever adds something that depends on them waits from here on, and what was added before is seen by the next statement.
    PERFORM FROM marketing.company_master m
    WHERE m.promotion_audit_log_id = promotion.run_no AND m.source_system = 'intake_promotion'
    ORDER BY m.company_unique_id FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Master has no company of run % any more%. Nothing was written.', run,
            (SELECT ': they were taken back in run ' || string_agg(d.validation_run_id, ', ' ORDER BY d.run_no)
             FROM shq.run_detail d WHERE d.of_run = run AND d.kind = 'take-back') USING ERRCODE = '55000';
    END IF;
    PERFORM FROM marketing.company_slots s
    JOIN marketing.company_master m ON m.company_unique_id = s.company_unique_id
    WHERE m.promotion_audit_log_id = promotion.run_no AND m.source_system = 'intake_promotion'
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
    IF removed = 0 THEN
        RETURN 0;
    END IF;

    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, 'marketing.company_master', 'intake.company_raw_intake', removed + kept, removed, 0, executor, now(),
            format('%s companies of run %s taken back.', removed, run)
            || CASE WHEN kept > 0 THEN format(' %s stay (at most 20 are named): %s.', kept, named) ELSE '' END);
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, request_id, session_user_name, of_run)
    VALUES (run_id, 'take-back', promotion.batch, request, session_user, run);
    RETURN removed;
END $$;
REVOKE ALL ON FUNCTION shq.take_back_promotion(TEXT, TEXT) FROM PUBLIC;
