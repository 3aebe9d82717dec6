-- Functions that are part of statements read others of scripts that come later.
SET LOCAL check_function_bodies = off;

-- 30 for a website that is not the placeholder, 30 for LinkedIn, 20 for a phone, 20 for an industry.
CREATE OR REPLACE FUNCTION shq.quality_score(website TEXT, linkedin TEXT, phone TEXT, industry TEXT) RETURNS INTEGER
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN rtrim(lower(shq.filled(website) COLLATE "C"), '/ ') <> 'https://example.com' THEN 30 ELSE 0 END
         + CASE WHEN shq.filled(linkedin) IS NOT NULL THEN 30 ELSE 0 END
         + CASE WHEN shq.filled(phone) IS NOT NULL THEN 20 ELSE 0 END
         + CASE WHEN shq.filled(industry) IS NOT NULL THEN 20 ELSE 0 END
$$;

-- Earlier shapes of functions of this file.
DROP FUNCTION IF EXISTS shq.copy_to_master(TEXT, TEXT, INTEGER, BIGINT, BIGINT, BIGINT, BOOLEAN);
DROP FUNCTION IF EXISTS shq.refused_rows(TEXT, TEXT, INTEGER, BIGINT, BIGINT, INTEGER);

-- The rows `r` of batch $1 that promotion by $2 copies, apart from those that master has already; it has those whose record was merged, too.
CREATE OR REPLACE FUNCTION shq.rows_to_copy(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT format('FROM shq.%I($1, $2) r WHERE r.validated AND NOT r.hindered'
                  || ' AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.entity = %L AND g.source_record_id = r.intake_id::text)',
                  entity || '_mapping', entity)
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
    SELECT format($copy$
        INSERT INTO %1$s (%2$I, source_system, source_record_id, promoted_from_intake_at, promotion_audit_log_id, %3$s)
        SELECT shq.next_id(%4$L, $7, $8, $9, r.intake_id), 'intake_promotion', r.intake_id::text, now(), $3, %5$s
        %6$s
          AND r.intake_id BETWEEN $4 AND $5
          AND ($6 AND NOT $7 OR NOT EXISTS (SELECT FROM %1$s m WHERE m.source_record_id = r.intake_id::text))$copy$,
        e.master, e.key, c.names, e.ids, c.values, shq.rows_to_copy(e.entity))
    FROM shq.entities() e
    CROSS JOIN LATERAL (SELECT string_agg(format('%I', m.name), ', ') AS names, string_agg(format('r.%I', m.name), ', ') AS values
                        FROM unnest(shq.mapped_columns(e.entity)) AS m (name)) c
    WHERE e.entity = $1
$$;

-- The ID of a row that is promoted, part of the statement.
DROP FUNCTION IF EXISTS shq.next_id(TEXT, BOOLEAN, BIGINT, BIGINT, BIGINT);
CREATE FUNCTION shq.next_id(ids TEXT, drawn BOOLEAN, clock BIGINT, start BIGINT, intake_id BIGINT) RETURNS TEXT
LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN drawn THEN shq.barton_id(ids, floor(random() * 100)::bigint, floor(random() * 100000)::bigint, intake_id)
                ELSE shq.barton_id(ids, clock, start + abs(intake_id) / 1000, intake_id) END
$$;

-- Whether a run drew an ID of a record that was merged, which comes back with it when the merge is taken out.
CREATE OR REPLACE FUNCTION shq.has_merged_ids(entity TEXT, run INTEGER) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found BOOLEAN;
BEGIN
    EXECUTE (SELECT format('SELECT EXISTS (SELECT FROM shq.merged g JOIN %s m ON m.%I = g.key WHERE m.promotion_audit_log_id = $1)',
                           e.master, e.key)
             FROM shq.entities() e WHERE e.entity = has_merged_ids.entity) INTO found USING run;
    RETURN found;
END $$;

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
        -- An ID that a merge keeps for the day on which it is taken out is taken.
        IF shq.has_merged_ids(entity, run) THEN
            RAISE unique_violation;
        END IF;
    EXCEPTION WHEN unique_violation THEN
        copied := 0;
    END;
    WHILE copied IS DISTINCT FROM expected LOOP
        EXECUTE format('SELECT EXISTS (SELECT %s AND r.intake_id BETWEEN $3 AND $4'
                       || ' AND NOT EXISTS (SELECT FROM %s m WHERE m.source_record_id = r.intake_id::text))',
                       shq.rows_to_copy(entity), master)
        INTO rows_left USING batch, executor, first_id, last_id;
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
        BEGIN
            EXECUTE copying || ' ON CONFLICT DO NOTHING'
            USING batch, executor, run, first_id, last_id, false, redrawn, clock, start;
            GET DIAGNOSTICS placed = ROW_COUNT;
            IF shq.has_merged_ids(entity, run) THEN
                RAISE unique_violation;
            END IF;
        EXCEPTION WHEN unique_violation THEN
            placed := 0;
        END;
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
    IF EXISTS (SELECT FROM shq.hindrances() h WHERE h.entity = begin_promotion.entity AND h.hindrance = 'held_by_match') THEN
        PERFORM FROM shq.match_setting FOR SHARE;
    END IF;
    IF fixed_snapshot THEN
        EXECUTE format('SELECT FROM %s i WHERE i.import_batch_id = $1 ORDER BY i.id FOR SHARE', shq.intake_of(entity)) USING batch;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.begin_promotion(TEXT, TEXT, TEXT) FROM PUBLIC;

-- Keeps of each record of the batch that is at fault why it has no place in master, as a finding and in the notes; what an earlier run
-- said goes.
CREATE OR REPLACE FUNCTION shq.note_faults(entity TEXT, batch TEXT, run INTEGER) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format($sql$
        WITH gone AS (
            DELETE FROM shq.finding f USING %1$s i
            WHERE f.entity = %2$L AND f.rule_set = 'promotion' AND f.record_id = i.id AND i.import_batch_id = $1
            RETURNING f.record_id, shq.finding_line(f.field, f.severity, f.message) AS line),
        added AS (
            INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT %2$L, s.intake_id, $2, 'promotion', s.standing, s.fault_field, 'error', s.fault_says
            FROM shq.promotion_standing(%2$L, $1) s
            WHERE s.standing IN (SELECT h.hindrance FROM shq.hindrances() h WHERE h.entity = %2$L AND h.fault)
            RETURNING record_id, shq.finding_line(field, severity, message) AS line)
        UPDATE %1$s i
        SET validation_notes = nullif(concat_ws(E'\n',
            shq.notes_without(i.validation_notes::text, array_remove(ARRAY[t.was], NULL)), t.says), '')
        FROM (SELECT coalesce(g.record_id, n.record_id) AS id, g.line AS was, n.line AS says
              FROM gone g FULL JOIN added n ON n.record_id = g.record_id) t
        WHERE i.id = t.id AND t.was IS DISTINCT FROM t.says$sql$, shq.intake_of(entity), entity) USING batch, run;
END $$;
REVOKE ALL ON FUNCTION shq.note_faults(TEXT, TEXT, INTEGER) FROM PUBLIC;

-- The promotion itself, behind the functions that clients call. A run is called after its batch, or by an id of its own.
DROP FUNCTION IF EXISTS shq.promote_batch(TEXT, TEXT);
CREATE OR REPLACE FUNCTION shq.promote_batch(entity TEXT, batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    done_before CONSTANT INTEGER := shq.begin_promotion(entity, batch, executor);
    kind RECORD;
    rows RECORD;
    hindered RECORD;
    run INTEGER;
    run_id TEXT;
    promoted BIGINT;
    notes TEXT;
BEGIN
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;
    PERFORM shq.refuse_held_by_audit(entity, batch);
    EXECUTE format($sql$
        SELECT count(*) AS total, count(*) FILTER (WHERE s.validated IS NOT TRUE) AS not_validated,
               count(*) FILTER (WHERE s.standing = 'already_promoted') AS earlier,
               count(*) FILTER (WHERE s.standing = 'held_by_other_source') AS held,
               count(*) FILTER (WHERE s.standing = 'taken_back') AS taken_back,
               count(*) FILTER (WHERE s.standing = 'promotable') AS promotable,
               count(*) FILTER (WHERE s.standing = 'promotable' AND s.remarked) AS remarked,
               array_agg(s.standing) FILTER (WHERE s.standing IN (SELECT h.hindrance FROM shq.hindrances() h)) AS hindrances,
               min(s.intake_id) AS first_id, max(s.intake_id) AS last_id
        FROM shq.promotion_standing(%L, $1) s$sql$, entity) INTO rows USING batch;
    IF rows.total = 0 THEN
        RETURN 0;
    END IF;
    SELECT e.intake, e.master, e.promotion, e.run_prefix, e.remark INTO kind FROM shq.entities() e WHERE e.entity = promote_batch.entity;
    SELECT string_agg(format(', %s %s', h.n, h.told), '' ORDER BY h.place) FILTER (WHERE h.always) AS listed,
           string_agg(format(' %s %s.', h.n, h.told), '' ORDER BY h.place) FILTER (WHERE h.n > 0 AND NOT h.always) AS further,
           coalesce(sum(h.n) FILTER (WHERE h.fault), 0) AS failed, bool_or(h.fault) AS may_fail
    INTO hindered
    FROM (SELECT d.place, d.told, d.always, d.fault,
                 (SELECT count(*) FROM unnest(rows.hindrances) AS u (hindrance) WHERE u.hindrance = d.hindrance) AS n
          FROM shq.hindrances() WITH ORDINALITY AS d (entity, hindrance, told, always, fault, place)
          WHERE d.entity = promote_batch.entity) h;

    run := nextval('shq.run_detail_run_no_seq');
    promoted := shq.copy_or_refuse(entity, batch, executor, run, rows.first_id, rows.last_id, rows.promotable,
                                   rows.earlier + rows.held = 0);
    IF hindered.may_fail THEN
        PERFORM shq.note_faults(entity, batch, run);
    END IF;
    notes := CASE WHEN kind.run_prefix IS NULL THEN '' ELSE format('Batch %s: ', batch) END
        || format('%s promoted now, %s promoted earlier, %s held back by a master row of another source system, %s not validated%s.',
                  promoted, rows.earlier, rows.held, rows.not_validated, hindered.listed)
        || coalesce(hindered.further, '')
        || CASE WHEN rows.taken_back > 0 THEN format(' %s passed over, because they were taken back.', rows.taken_back) ELSE '' END
        || CASE WHEN rows.remarked > 0 THEN coalesce(' ' || format(kind.remark, rows.remarked), '') ELSE '' END;
    run_id := coalesce(shq.new_run_id(kind.run_prefix), batch);
    FOR attempt IN 2..1000000 LOOP
        INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                               failed_records, executed_by, executed_at, notes)
        VALUES (run_id, kind.intake, kind.master, rows.total, promoted, rows.not_validated + hindered.failed, executor, now(), notes)
        ON CONFLICT DO NOTHING;
        EXIT WHEN FOUND;
        run_id := batch || '#' || attempt;
    END LOOP;
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, promoted_earlier,
                                held_by_other_source, unattended)
    VALUES (run, run_id, kind.promotion, batch, nullif(current_setting('steward.request_id', true), '')::uuid, session_user,
            rows.earlier, rows.held, shq.is_unattended());
    RETURN promoted;
END $$;
REVOKE ALL ON FUNCTION shq.promote_batch(TEXT, TEXT, TEXT) FROM PUBLIC;

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
            RETURN shq.promote_batch('company', $1::text, $2::text);
        END $body$ $create$, pg_get_function_arguments(known));
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', known);
    EXECUTE format('GRANT EXECUTE ON FUNCTION shq.promote_batch(TEXT, TEXT, TEXT) TO %s',
                   (SELECT p.proowner::regrole FROM pg_proc p WHERE p.oid = known));
END $do$;
