-- What is filled in, and NULL for blank text. The first character settles it for most.
CREATE OR REPLACE FUNCTION shq.filled(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ascii(value) > 32 AND ascii(value) <> 160 OR btrim(value, E' \t\r\n\f\u00a0') <> '' THEN value END
$$;

-- 30 for a website that is not the placeholder, 30 for LinkedIn, 20 for a phone, 20 for an industry.
CREATE OR REPLACE FUNCTION shq.quality_score(website TEXT, linkedin TEXT, phone TEXT, industry TEXT) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN rtrim(lower(shq.filled(website) COLLATE "C"), '/ ') <> 'https://example.com' THEN 30 ELSE 0 END
         + CASE WHEN shq.filled(linkedin) IS NOT NULL THEN 30 ELSE 0 END
         + CASE WHEN shq.filled(phone) IS NOT NULL THEN 20 ELSE 0 END
         + CASE WHEN shq.filled(industry) IS NOT NULL THEN 20 ELSE 0 END
$$;

-- Copies the batch's promotable rows of an id range into master. IDs cannot meet within a run: inside a bucket of
-- 100,000 (same clock, same id mod 1000) the five digits go up with id / 1000 from a random start, for ids up to 100 million apart.
-- A row whose ID is taken all the same is drawn again, from the buckets of every clock value; what no round can place is refused.
CREATE OR REPLACE FUNCTION shq.copy_to_master(batch TEXT, executor TEXT, run INTEGER, first_id BIGINT, last_id BIGINT,
                                              expected BIGINT, all_new BOOLEAN) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clock BIGINT := floor(extract(epoch FROM clock_timestamp()));
    start BIGINT := floor(random() * 100000);
    copied BIGINT := 0;
    placed BIGINT;
    fruitless INTEGER := 0;
    redrawn BOOLEAN := false;
    -- EXECUTE plans it for the rows that there are now, where a kept plan may be from a time when master was empty.
    copying CONSTANT TEXT := $insert$
    INSERT INTO marketing.company_master (
        company_unique_id, company_name, website_url, industry, employee_count, company_phone, address_street, address_city,
        address_state, address_zip, address_country, linkedin_url, facebook_url, twitter_url, sic_codes, founded_year,
        source_system, source_record_id, promoted_from_intake_at, promotion_audit_log_id, state_abbrev, import_batch_id,
        validated_at, validated_by, data_quality_score)
    SELECT CASE WHEN $7
                THEN shq.barton_id('04.04.01', floor(random() * 100)::bigint, floor(random() * 100000)::bigint, i.intake_id)
                ELSE shq.barton_id('04.04.01', $8, $9 + abs(i.intake_id) / 1000, i.intake_id) END,
           i.company_name, i.website_url, i.industry, i.employee_count, i.company_phone, i.address_street, i.address_city,
           i.address_state, i.address_zip, i.address_country, i.linkedin_url, i.facebook_url, i.twitter_url, i.sic_codes, i.founded_year,
           'intake_promotion', i.intake_id::text, now(), $3, i.state_abbrev, i.import_batch_id,
           coalesce(i.validated_at, now()), coalesce(i.validated_by, $2), i.data_quality_score
    FROM shq.promotion_mapping($1) i
    WHERE i.validated AND NOT i.held_by_match AND i.intake_id BETWEEN $4 AND $5
      AND ($6 AND NOT $7
           OR NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = i.intake_id::text))$insert$;
BEGIN
    -- The first round goes by the order of intake, and looks for master rows and for IDs that are taken only where there are any:
    -- both cost time. A unique violation, also one by a row that this transaction cannot see, is for the next round.
    BEGIN
        EXECUTE copying USING batch, executor, run, first_id, last_id, all_new, false, clock, start;
        GET DIAGNOSTICS copied = ROW_COUNT;
    EXCEPTION WHEN unique_violation THEN
        copied := 0;
    END;
    WHILE copied IS DISTINCT FROM expected LOOP
        PERFORM FROM shq.promotion_mapping(batch) i
        WHERE i.validated AND NOT i.held_by_match AND i.intake_id BETWEEN first_id AND last_id
          AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = i.intake_id::text);
        EXIT WHEN NOT FOUND;
        IF fruitless = 5 THEN
            RAISE EXCEPTION 'no free Barton ID was found, or another unique index of company_master has the value already (%)',
                (SELECT coalesce(string_agg(x.indexrelid::regclass::text, ', '), 'there is none')
                 FROM pg_index x
                 WHERE x.indrelid = 'marketing.company_master'::regclass AND x.indisunique AND NOT x.indisprimary
                   AND x.indexrelid IS DISTINCT FROM to_regclass('marketing.company_master_promoted_once'))
                USING ERRCODE = '23505';
        END IF;
        EXECUTE copying || ' ON CONFLICT DO NOTHING'
        USING batch, executor, run, first_id, last_id, false, redrawn, clock, start;
        GET DIAGNOSTICS placed = ROW_COUNT;
        copied := copied + placed;
        fruitless := CASE WHEN placed > 0 THEN 0 ELSE fruitless + 1 END;
        redrawn := true;
    END LOOP;
    RETURN copied;
END $$;
REVOKE ALL ON FUNCTION shq.copy_to_master(TEXT, TEXT, INTEGER, BIGINT, BIGINT, BIGINT, BOOLEAN) FROM PUBLIC;

-- Whether an error is about the row itself: its data, a constraint, or a trigger that raises one.
CREATE OR REPLACE FUNCTION shq.is_about_a_row(state TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(state, 2) IN ('22', '23', 'P0')
$$;

-- Finds the intake rows of an id range that master refuses, at most so many, by halving the range.
-- It leaves the rows that master takes, so the caller must raise an error afterwards.
CREATE OR REPLACE FUNCTION shq.refused_rows(batch TEXT, executor TEXT, run INTEGER, first_id BIGINT, last_id BIGINT, most INTEGER)
RETURNS TABLE (intake_id BIGINT, reason TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    middle BIGINT := first_id + (last_id - first_id) / 2;
    found_left INTEGER;
BEGIN
    BEGIN
        PERFORM shq.copy_to_master(batch, executor, run, first_id, last_id, NULL, false);
        RETURN;
    EXCEPTION WHEN OTHERS THEN
        IF NOT shq.is_about_a_row(SQLSTATE) THEN
            RAISE;
        END IF;
        IF first_id = last_id THEN
            RETURN QUERY SELECT first_id, SQLERRM;
            RETURN;
        END IF;
    END;
    RETURN QUERY SELECT r.intake_id, r.reason FROM shq.refused_rows(batch, executor, run, first_id, middle, most) r;
    GET DIAGNOSTICS found_left = ROW_COUNT;
    IF found_left < most THEN
        RETURN QUERY SELECT r.intake_id, r.reason
                     FROM shq.refused_rows(batch, executor, run, middle + 1, last_id, most - found_left) r;
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.refused_rows(TEXT, TEXT, INTEGER, BIGINT, BIGINT, INTEGER) FROM PUBLIC;

-- The promotion itself, behind the function that clients call.
CREATE OR REPLACE FUNCTION shq.promote_batch(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    total BIGINT;
    not_validated BIGINT;
    earlier BIGINT;
    held BIGINT;
    matched BIGINT;
    promotable BIGINT;
    first_id BIGINT;
    last_id BIGINT;
    promoted BIGINT := 0;
    fixed_snapshot BOOLEAN := current_setting('transaction_isolation') IN ('repeatable read', 'serializable');
    done_before INTEGER := shq.begin_run('A promotion needs a batch and an executor', batch, executor);
    run INTEGER;
    run_id TEXT := batch;
    refusals TEXT;
    refusal_state TEXT;
BEGIN
    IF fixed_snapshot
       AND NOT EXISTS (SELECT FROM pg_index x
                       WHERE x.indexrelid = to_regclass('marketing.company_master_promoted_once') AND x.indisvalid) THEN
        RAISE EXCEPTION 'Intake rows were promoted more than once before, so promotion is safe at READ COMMITTED only. Nothing was written.'
            USING ERRCODE = '55000', HINT = 'Promote at READ COMMITTED, or remove the duplicates that the doctor names.';
    END IF;
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;
    -- Whoever changes what is held back has ended now, see V062; what they changed is seen, or this promotion ends. So it does where the
    -- records are others than it sees.
    PERFORM FROM shq.match_setting FOR SHARE;
    IF fixed_snapshot THEN
        PERFORM FROM intake.company_raw_intake i WHERE i.import_batch_id = batch ORDER BY i.id FOR SHARE;
    END IF;

    SELECT count(*), count(*) FILTER (WHERE s.validated IS NOT TRUE), count(*) FILTER (WHERE s.standing = 'already_promoted'),
           count(*) FILTER (WHERE s.standing = 'held_by_other_source'), count(*) FILTER (WHERE s.standing = 'held_by_match'),
           count(*) FILTER (WHERE s.standing = 'promotable'), min(s.intake_id), max(s.intake_id)
    INTO total, not_validated, earlier, held, matched, promotable, first_id, last_id
    FROM shq.promotion_standing(batch) s;
    IF total = 0 THEN
        RETURN 0;
    END IF;

    run := nextval('shq.run_detail_run_no_seq');
    IF promotable > 0 THEN
        BEGIN
            promoted := shq.copy_to_master(batch, executor, run, first_id, last_id, promotable, earlier + held = 0);
        EXCEPTION WHEN OTHERS THEN
            IF NOT shq.is_about_a_row(SQLSTATE) THEN
                RAISE;
            END IF;
            refusal_state := SQLSTATE;
            refusals := SQLERRM;
        END;
        IF refusal_state IS NOT NULL THEN
            SELECT coalesce(string_agg('intake id ' || r.intake_id || ': ' || r.reason, '; ' ORDER BY r.intake_id), refusals) INTO refusals
            FROM shq.refused_rows(batch, executor, run, first_id, last_id, 20) r;
            RAISE EXCEPTION 'Batch % was not promoted and nothing was written, because master refuses (at most 20 are named): %.',
                batch, refusals USING ERRCODE = refusal_state;
        END IF;
    END IF;

    FOR attempt IN 2..1000000 LOOP
        INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                               failed_records, executed_by, executed_at, notes)
        VALUES (run_id, 'intake.company_raw_intake', 'marketing.company_master', total, promoted, not_validated, executor, now(),
                format('%s promoted now, %s promoted earlier, %s held back by a master row of another source system, %s not validated.',
                       promoted, earlier, held, not_validated)
                || CASE WHEN matched > 0 THEN format(' %s held back by a match.', matched) ELSE '' END)
        ON CONFLICT DO NOTHING;
        EXIT WHEN FOUND;
        run_id := batch || '#' || attempt;
    END LOOP;
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, promoted_earlier,
                                held_by_other_source)
    VALUES (run, run_id, 'promotion', batch, request, session_user, earlier, held);
    RETURN promoted;
END $$;
REVOKE ALL ON FUNCTION shq.promote_batch(TEXT, TEXT) FROM PUBLIC;

-- The function that every client calls keeps the argument names and defaults, the owner and the grants that it has.
DO $do$
DECLARE
    known REGPROCEDURE := coalesce(to_regprocedure('shq.promote_company_records(text, text)'),
                                   to_regprocedure('shq.promote_company_records(varchar, varchar)'));
BEGIN
    EXECUTE format($create$
        CREATE OR REPLACE FUNCTION shq.promote_company_records(%s) RETURNS INTEGER
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
        BEGIN
            RETURN shq.promote_batch($1::text, $2::text);
        END $body$ $create$, pg_get_function_arguments(known));
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', known);
    EXECUTE format('GRANT EXECUTE ON FUNCTION shq.promote_batch(TEXT, TEXT) TO %s',
                   (SELECT p.proowner::regrole FROM pg_proc p WHERE p.oid = known));
END $do$;
