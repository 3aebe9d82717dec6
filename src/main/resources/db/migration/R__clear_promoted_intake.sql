-- Takes the promoted rows of a batch out of intake, keeps each of them whole in shq.cleared_intake, and returns how many.
-- Where there is none, nothing is written.
CREATE OR REPLACE FUNCTION shq.clear_promoted(entity TEXT, batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := shq.new_run_id('CLR');
    intake CONSTANT TEXT := shq.intake_of(entity);
    done_before INTEGER := shq.begin_run('Clearing needs a batch and an executor', batch, executor);
    cleared BIGINT;
    staying BIGINT;
BEGIN
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;
    EXECUTE format($clear$
        WITH gone AS (
            DELETE FROM %s i
            WHERE i.import_batch_id = $1
              AND (EXISTS (SELECT FROM %s m WHERE m.source_record_id = i.id::text AND m.source_system = 'intake_promotion')
                   OR EXISTS (SELECT FROM shq.merged m WHERE m.entity = %L AND m.source_record_id = i.id::text
                                                         AND m.source_system = 'intake_promotion'))
            RETURNING i.id, i.import_batch_id, to_jsonb(i) AS whole)
        INSERT INTO shq.cleared_intake (entity, intake_id, import_batch_id, row_data, validation_run_id, executor)
        SELECT %L, g.id, g.import_batch_id, g.whole, $2, $3 FROM gone g$clear$, intake, shq.master_of(entity), entity, entity)
    USING batch, run_id, executor;
    GET DIAGNOSTICS cleared = ROW_COUNT;
    IF cleared = 0 THEN
        RETURN 0;
    END IF;
    EXECUTE format('SELECT count(*) FROM %s i WHERE i.import_batch_id = $1', intake) INTO staying USING batch;
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, intake, 'shq.cleared_intake', cleared, cleared, 0, executor, now(),
            format('%s of batch %s cleared from intake; %s.',
                   CASE cleared WHEN 1 THEN '1 promoted row' ELSE cleared || ' promoted rows' END, batch,
                   CASE staying WHEN 1 THEN '1 row stays' ELSE staying || ' rows stay' END));
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, request_id, session_user_name)
    VALUES (run_id, 'clearing', batch, request, session_user);
    RETURN cleared;
END $$;
REVOKE ALL ON FUNCTION shq.clear_promoted(TEXT, TEXT, TEXT) FROM PUBLIC;

-- Companies.
SELECT shq.make_way('clear_promoted_intake', 'batch text, executor text', 'integer');
CREATE OR REPLACE FUNCTION shq.clear_promoted_intake(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT shq.clear_promoted('company', batch, executor)
$$;
REVOKE ALL ON FUNCTION shq.clear_promoted_intake(TEXT, TEXT) FROM PUBLIC;

-- People.
SELECT shq.make_way('clear_promoted_people', 'batch text, executor text', 'integer');
CREATE OR REPLACE FUNCTION shq.clear_promoted_people(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT shq.clear_promoted('person', batch, executor)
$$;
REVOKE ALL ON FUNCTION shq.clear_promoted_people(TEXT, TEXT) FROM PUBLIC;

-- Puts the rows that a run cleared from intake back, whole and with their ids: all of them or none. Columns that intake was given
-- since get their default; where it lost one that had a value, or has one of the ids again, nothing is done.
CREATE OR REPLACE FUNCTION shq.restore_cleared_intake(run TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := shq.new_run_id('RST');
    clearing RECORD;
    done_before INTEGER := shq.begin_run('Restoring needs a run and an executor', run, executor);
    obstacle TEXT;
    columns TEXT;
    restored_values TEXT;
    restored BIGINT;
BEGIN
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;

    SELECT d.kind, d.batch, e.intake,
           (SELECT r.validation_run_id FROM shq.run_detail r WHERE r.kind = 'restoring' AND r.of_run = run) AS restored_in
    INTO clearing
    FROM shq.run_detail d
    LEFT JOIN shq.entities() e ON e.entity = (SELECT c.entity FROM shq.cleared_intake c WHERE c.validation_run_id = run LIMIT 1)
    WHERE d.validation_run_id = run;
    IF clearing.kind IS DISTINCT FROM 'clearing' THEN
        RAISE EXCEPTION 'The validation log has no run % that cleared rows from intake. Nothing was written.', run
            USING ERRCODE = '22023';
    END IF;
    IF clearing.restored_in IS NOT NULL THEN
        RAISE EXCEPTION 'What run % cleared was restored already, in run %. Nothing was written.', run, clearing.restored_in
            USING ERRCODE = '55000';
    END IF;

    EXECUTE format($other$
        SELECT string_agg(t.id::text, ', ')
        FROM (SELECT i.id FROM %s i JOIN shq.cleared_intake c ON c.intake_id = i.id
              WHERE c.validation_run_id = $1 ORDER BY i.id LIMIT 20) t$other$, clearing.intake) INTO obstacle USING run;
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION 'Nothing of run % was restored, because intake has other rows with these ids (at most 20 are named): %.',
            run, obstacle USING ERRCODE = '23505';
    END IF;
    SELECT string_agg(DISTINCT v.name, ', ') INTO obstacle
    FROM shq.cleared_intake c CROSS JOIN LATERAL jsonb_each(c.row_data) AS v (name, value)
    WHERE c.validation_run_id = run AND v.value <> 'null'
      AND NOT EXISTS (SELECT FROM pg_attribute a
                      WHERE a.attrelid = clearing.intake::regclass AND a.attname = v.name AND a.attnum > 0 AND NOT a.attisdropped);
    IF obstacle IS NOT NULL THEN
        RAISE EXCEPTION 'Nothing of run % was restored, because intake has no column any more for what these held: %.', run, obstacle
            USING ERRCODE = '55000';
    END IF;

    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), string_agg('r.' || quote_ident(a.attname), ', ' ORDER BY a.attnum)
    INTO columns, restored_values
    FROM pg_attribute a
    WHERE a.attrelid = clearing.intake::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      AND EXISTS (SELECT FROM shq.cleared_intake c WHERE c.validation_run_id = run AND c.row_data ? a.attname);
    EXECUTE format($restore$
        INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE
        SELECT %3$s
        FROM shq.cleared_intake c
        CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, c.row_data) AS r
        WHERE c.validation_run_id = $1
        ORDER BY c.cleared_id$restore$, clearing.intake, columns, restored_values) USING run;
    GET DIAGNOSTICS restored = ROW_COUNT;
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, 'shq.cleared_intake', clearing.intake, restored, restored, 0, executor, now(),
            format('%s of batch %s restored to intake, which run %s had cleared.',
                   CASE restored WHEN 1 THEN '1 row' ELSE restored || ' rows' END, clearing.batch, run));
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, request_id, session_user_name, of_run)
    VALUES (run_id, 'restoring', clearing.batch, request, session_user, run);
    RETURN restored;
END $$;
REVOKE ALL ON FUNCTION shq.restore_cleared_intake(TEXT, TEXT) FROM PUBLIC;
