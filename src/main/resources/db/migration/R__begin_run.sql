-- How every run begins: nothing that it needs is blank, it has its turn alone until the transaction ends, and where the same request
-- made it already, that is how many records it passed; else NULL.
CREATE OR REPLACE FUNCTION shq.begin_run(needs TEXT, VARIADIC given TEXT[]) RETURNS INTEGER
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(given) AS g (value) WHERE shq.visible(g.value) IS NULL) THEN
        RAISE EXCEPTION '%; none may be blank. Nothing was written.', needs USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('shq.promote_company_records', 0));
    RETURN (SELECT l.passed_records
            FROM shq.run_detail d JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
            WHERE d.request_id = nullif(current_setting('steward.request_id', true), '')::uuid);
END $$;
REVOKE ALL ON FUNCTION shq.begin_run(TEXT, TEXT[]) FROM PUBLIC;

-- An id of a run that is not called after its batch. NULL without a prefix.
CREATE OR REPLACE FUNCTION shq.new_run_id(prefix TEXT) RETURNS TEXT
LANGUAGE sql VOLATILE AS $$
    SELECT prefix || '-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8)
$$;
