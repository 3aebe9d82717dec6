-- Takes the promoted rows of a batch out of intake, keeps each of them whole in shq.cleared_intake, and returns how many.
CREATE OR REPLACE FUNCTION shq.clear_promoted_intake(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    run_id TEXT := 'CLR-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    total BIGINT;
    cleared BIGINT;
BEGIN
    IF shq.filled(batch) IS NULL OR shq.filled(executor) IS NULL THEN
        RAISE EXCEPTION 'Clearing needs a batch and an executor; neither may be blank. Nothing was written.' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('shq.promote_company_records', 0));
    SELECT count(*) INTO total FROM intake.company_raw_intake i WHERE i.import_batch_id = batch;
    IF total = 0 THEN
        RETURN 0;
    END IF;
    WITH gone AS (
        DELETE FROM intake.company_raw_intake i
        WHERE i.import_batch_id = batch
          AND EXISTS (SELECT FROM marketing.company_master m
                      WHERE m.source_record_id = i.id::text AND m.source_system = 'intake_promotion')
        RETURNING i.id, i.import_batch_id, to_jsonb(i) AS whole)
    INSERT INTO shq.cleared_intake (intake_id, import_batch_id, row_data, validation_run_id, executor)
    SELECT g.id, g.import_batch_id, g.whole, run_id, executor FROM gone g;
    GET DIAGNOSTICS cleared = ROW_COUNT;
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, 'intake.company_raw_intake', 'shq.cleared_intake', total, cleared, 0, executor, now(),
            format('%s promoted rows of batch %s cleared from intake; %s rows stay.', cleared, batch, total - cleared));
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, session_user_name)
    VALUES (run_id, 'clearing', batch, session_user);
    RETURN cleared;
END $$;
REVOKE ALL ON FUNCTION shq.clear_promoted_intake(TEXT, TEXT) FROM PUBLIC;
