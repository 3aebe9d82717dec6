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

-- Earlier shapes of functions of this file.
DROP FUNCTION IF EXISTS shq.copy_to_master(TEXT, TEXT, INTEGER, BIGINT, BIGINT, BIGINT, BOOLEAN);
DROP FUNCTION IF EXISTS shq.refused_rows(TEXT, TEXT, INTEGER, BIGINT, BIGINT, INTEGER);

-- The rows `r` of batch $1 that promotion copies, apart from those that master has already.
CREATE OR REPLACE FUNCTION shq.rows_to_copy(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT CASE entity WHEN 'company' THEN 'FROM shq.promotion_mapping($1) r WHERE r.validated AND NOT r.held_by_match'
                       WHEN 'person' THEN 'FROM shq.people_mapping($1) r WHERE r.validated AND r.fault IS NULL' END
        || CASE WHEN shq.is_unattended()
                THEN format(' AND NOT EXISTS (SELECT FROM shq.taken_back_rows(%L) k WHERE k.intake_id = r.intake_id)', entity) ELSE '' END
$$;

-- The unique index behind promotion.
CREATE OR REPLACE FUNCTION shq.promoted_once(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.master_of(entity) || '_promoted_once'
$$;

-- The statement that copies: of batch $1, by executor $2 in run $3, the ids from $4 to $5; whether master is known to have none of them
-- ($6), and whether IDs are drawn anew ($7) or follow from the clock ($8) and a start ($9).
CREATE OR REPLACE FUNCTION shq.copying(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT CASE entity WHEN 'company' THEN $company$
    INSERT INTO marketing.company_master (
        company_unique_id, company_name, website_url, industry, employee_count, company_phone, address_street, address_city,
        address_state, address_zip, address_country, linkedin_url, facebook_url, twitter_url, sic_codes, founded_year,
        source_system, source_record_id, promoted_from_intake_at, promotion_audit_log_id, state_abbrev, import_batch_id,
        validated_at, validated_by, data_quality_score)
    SELECT shq.next_id('04.04.01', $7, $8, $9, r.intake_id),
           r.company_name, r.website_url, r.industry, r.employee_count, r.company_phone, r.address_street, r.address_city,
           r.address_state, r.address_zip, r.address_country, r.linkedin_url, r.facebook_url, r.twitter_url, r.sic_codes, r.founded_year,
           'intake_promotion', r.intake_id::text, now(), $3, r.state_abbrev, r.import_batch_id,
           coalesce(r.validated_at, now()), coalesce(r.validated_by, $2), r.data_quality_score
    $company$ WHEN 'person' THEN $person$
    INSERT INTO marketing.people_master (
        unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, title, seniority, department, email,
        work_phone_e164, personal_phone_e164, linkedin_url, twitter_url, facebook_url, bio, skills, education, certifications,
        source_system, source_record_id, promoted_from_intake_at, promotion_audit_log_id)
    SELECT shq.next_id('04.04.02', $7, $8, $9, r.intake_id),
           r.company_unique_id, r.company_slot_unique_id, r.first_name, r.last_name, r.title, r.seniority, r.department, r.email,
           r.work_phone_e164, r.personal_phone_e164, r.linkedin_url, r.twitter_url, r.facebook_url, r.bio, r.skills, r.education,
           r.certifications, 'intake_promotion', r.intake_id::text, now(), $3
    $person$ END || shq.rows_to_copy(entity) || format($rest$
      AND r.intake_id BETWEEN $4 AND $5
      AND ($6 AND NOT $7 OR NOT EXISTS (SELECT FROM %s m WHERE m.source_record_id = r.intake_id::text))$rest$, shq.master_of(entity))
$$;

-- The ID of a row that is promoted, part of the statement.
CREATE OR REPLACE FUNCTION shq.next_id(entity TEXT, drawn BOOLEAN, clock BIGINT, start BIGINT, intake_id BIGINT) RETURNS TEXT
LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN drawn THEN shq.barton_id(entity, floor(random() * 100)::bigint, floor(random() * 100000)::bigint, intake_id)
                ELSE shq.barton_id(entity, clock, start + abs(intake_id) / 1000, intake_id) END
$$;

-- Copies the batch's promotable rows of an id range into master. IDs cannot meet within a run: inside a bucket of
-- 100,000 (same clock, same id mod 1000) the five digits go up with id / 1000 from a random start, for ids up to 100 million apart.
-- A row whose ID is taken all the same is drawn again, from the buckets of every clock value; what no round can place is refused.
CREATE OR REPLACE FUNCTION shq.copy_to_master(entity TEXT, batch TEXT, executor TEXT, run INTEGER, first_id BIGINT, last_id BIGINT,
                                              expected BIGINT, all_new BOOLEAN) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    clock BIGINT := floor(extract(epoch FROM clock_timestamp()));
    start BIGINT := floor(random() * 100000);
    master REGCLASS := shq.master_of(entity)::regclass;
    copied BIGINT := 0;
    placed BIGINT;
    rows_left BOOLEAN;
    fruitless INTEGER := 0;
    redrawn BOOLEAN := false;
    -- EXECUTE plans it for the rows that there are now, where a kept plan may be from a time when master was empty.
    copying CONSTANT TEXT := shq.copying(entity);
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
        EXECUTE format('SELECT EXISTS (SELECT %s AND r.intake_id BETWEEN $2 AND $3'
                       || ' AND NOT EXISTS (SELECT FROM %s m WHERE m.source_record_id = r.intake_id::text))',
                       shq.rows_to_copy(entity), master)
        INTO rows_left USING batch, first_id, last_id;
        EXIT WHEN NOT rows_left;
        IF fruitless = 5 THEN
            RAISE EXCEPTION 'no free Barton ID was found, or another unique index of % has the value already (%)',
                (SELECT c.relname FROM pg_class c WHERE c.oid = master),
                (SELECT coalesce(string_agg(x.indexrelid::regclass::text, ', '), 'there is none')
                 FROM pg_index x
                 WHERE x.indrelid = master AND x.indisunique AND NOT x.indisprimary
                   AND x.indexrelid IS DISTINCT FROM to_regclass(shq.promoted_once(entity)))
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
REVOKE ALL ON FUNCTION shq.copy_to_master(TEXT, TEXT, TEXT, INTEGER, BIGINT, BIGINT, BIGINT, BOOLEAN) FROM PUBLIC;

-- Whether an error is about the row itself: its data, a constraint, or a trigger that raises one.
CREATE OR REPLACE FUNCTION shq.is_about_a_row(state TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(state, 2) IN ('22', '23', 'P0')
$$;

-- Finds the intake rows of an id range that master refuses, at most so many, by halving the range.
-- It leaves the rows that master takes, so the caller must raise an error afterwards.
CREATE OR REPLACE FUNCTION shq.refused_rows(entity TEXT, batch TEXT, executor TEXT, run INTEGER, first_id BIGINT, last_id BIGINT,
                                            most INTEGER)
RETURNS TABLE (intake_id BIGINT, reason TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    middle BIGINT := first_id + (last_id - first_id) / 2;
    found_left INTEGER;
BEGIN
    BEGIN
        PERFORM shq.copy_to_master(entity, batch, executor, run, first_id, last_id, NULL, false);
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
    RETURN QUERY SELECT r.intake_id, r.reason FROM shq.refused_rows(entity, batch, executor, run, first_id, middle, most) r;
    GET DIAGNOSTICS found_left = ROW_COUNT;
    IF found_left < most THEN
        RETURN QUERY SELECT r.intake_id, r.reason
                     FROM shq.refused_rows(entity, batch, executor, run, middle + 1, last_id, most - found_left) r;
    END IF;
END $$;
REVOKE ALL ON FUNCTION shq.refused_rows(TEXT, TEXT, TEXT, INTEGER, BIGINT, BIGINT, INTEGER) FROM PUBLIC;

-- Copies what can be promoted of the ids from first to last, or raises an error that names the rows that master refuses.
CREATE OR REPLACE FUNCTION shq.copy_or_refuse(entity TEXT, batch TEXT, executor TEXT, run INTEGER, first_id BIGINT, last_id BIGINT,
                                              expected BIGINT, all_new BOOLEAN) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    refusals TEXT;
    refusal_state TEXT;
BEGIN
    IF expected = 0 THEN
        RETURN 0;
    END IF;
    BEGIN
        RETURN shq.copy_to_master(entity, batch, executor, run, first_id, last_id, expected, all_new);
    EXCEPTION WHEN OTHERS THEN
        IF NOT shq.is_about_a_row(SQLSTATE) THEN
            RAISE;
        END IF;
        refusal_state := SQLSTATE;
        refusals := SQLERRM;
    END;
    SELECT coalesce(string_agg('intake id ' || r.intake_id || ': ' || r.reason, '; ' ORDER BY r.intake_id), refusals) INTO refusals
    FROM shq.refused_rows(entity, batch, executor, run, first_id, last_id, 20) r;
    RAISE EXCEPTION 'Batch % was not promoted and nothing was written, because master refuses (at most 20 are named): %.',
        batch, refusals USING ERRCODE = refusal_state;
END $$;
REVOKE ALL ON FUNCTION shq.copy_or_refuse(TEXT, TEXT, TEXT, INTEGER, BIGINT, BIGINT, BIGINT, BOOLEAN) FROM PUBLIC;

-- How every promotion begins: as every run, and it refuses what is not safe. Gives how many the run of this request promoted, where there
-- is one already.
CREATE OR REPLACE FUNCTION shq.begin_promotion(entity TEXT, batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fixed_snapshot BOOLEAN := current_setting('transaction_isolation') IN ('repeatable read', 'serializable');
    done_before INTEGER := shq.begin_run('A promotion needs a batch and an executor', batch, executor);
BEGIN
    IF fixed_snapshot
       AND NOT EXISTS (SELECT FROM pg_index x WHERE x.indexrelid = to_regclass(shq.promoted_once(entity)) AND x.indisvalid) THEN
        RAISE EXCEPTION 'Intake rows were promoted more than once before, so promotion is safe at READ COMMITTED only. Nothing was written.'
            USING ERRCODE = '55000', HINT = 'Promote at READ COMMITTED, or remove the duplicates that the doctor names.';
    END IF;
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;
    -- Whoever changes what is held back has ended now, see V062; what they changed is seen, or this promotion ends. So it does where the
    -- records are others than it sees.
    IF entity = 'company' THEN
        PERFORM FROM shq.match_setting FOR SHARE;
    END IF;
    IF fixed_snapshot THEN
        EXECUTE format('SELECT FROM %s i WHERE i.import_batch_id = $1 ORDER BY i.id FOR SHARE', shq.intake_of(entity)) USING batch;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.begin_promotion(TEXT, TEXT, TEXT) FROM PUBLIC;

-- The promotion itself, behind the function that clients call.
CREATE OR REPLACE FUNCTION shq.promote_batch(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    done_before CONSTANT INTEGER := shq.begin_promotion('company', batch, executor);
    total BIGINT;
    not_validated BIGINT;
    earlier BIGINT;
    held BIGINT;
    matched BIGINT;
    taken_back BIGINT;
    promotable BIGINT;
    first_id BIGINT;
    last_id BIGINT;
    promoted BIGINT;
    run INTEGER;
    run_id TEXT := batch;
BEGIN
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;

    SELECT count(*), count(*) FILTER (WHERE s.validated IS NOT TRUE), count(*) FILTER (WHERE s.standing = 'already_promoted'),
           count(*) FILTER (WHERE s.standing = 'held_by_other_source'), count(*) FILTER (WHERE s.standing = 'held_by_match'),
           count(*) FILTER (WHERE s.standing = 'taken_back'), count(*) FILTER (WHERE s.standing = 'promotable'), min(s.intake_id),
           max(s.intake_id)
    INTO total, not_validated, earlier, held, matched, taken_back, promotable, first_id, last_id
    FROM shq.promotion_standing(batch) s;
    IF total = 0 THEN
        RETURN 0;
    END IF;

    run := nextval('shq.run_detail_run_no_seq');
    promoted := shq.copy_or_refuse('company', batch, executor, run, first_id, last_id, promotable, earlier + held = 0);
    FOR attempt IN 2..1000000 LOOP
        INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                               failed_records, executed_by, executed_at, notes)
        VALUES (run_id, 'intake.company_raw_intake', 'marketing.company_master', total, promoted, not_validated, executor, now(),
                format('%s promoted now, %s promoted earlier, %s held back by a master row of another source system, %s not validated.',
                       promoted, earlier, held, not_validated)
                || CASE WHEN matched > 0 THEN format(' %s held back by a match.', matched) ELSE '' END
                || CASE WHEN taken_back > 0 THEN format(' %s passed over, because they were taken back.', taken_back) ELSE '' END)
        ON CONFLICT DO NOTHING;
        EXIT WHEN FOUND;
        run_id := batch || '#' || attempt;
    END LOOP;
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, promoted_earlier,
                                held_by_other_source, unattended)
    VALUES (run, run_id, 'promotion', batch, nullif(current_setting('steward.request_id', true), '')::uuid, session_user, earlier, held,
            shq.is_unattended());
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
