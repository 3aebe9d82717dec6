-- Earlier shapes of what is one for every kind of record now.
DROP FUNCTION IF EXISTS shq.companies_of_run(TEXT), shq.people_of_run(TEXT), shq.take_companies_back(TEXT, INTEGER, TEXT, TEXT),
    shq.take_people_back(TEXT, INTEGER, TEXT, TEXT);

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

-- What a promotion run made and master still has, each with what keeps it there, or NULL where nothing depends on it. A record was changed
-- later where `updated_at`, which triggers keep, is another instant than that of its promotion.
CREATE OR REPLACE FUNCTION shq.records_of_run(run TEXT) RETURNS TABLE (id TEXT, name TEXT, kept_because TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind RECORD;
    reasons TEXT;
BEGIN
    SELECT d.run_no, e.entity, e.intake, e.master, e.key, e.name, e.part, e.its_row INTO kind
    FROM shq.run_detail d JOIN shq.entities() e ON e.promotion = d.kind WHERE d.validation_run_id = run;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT string_agg(format('SELECT o.key, %s, o.because FROM (%s) o (key, because)', r.place, r.reasons), ' UNION ALL ') INTO reasons
    FROM (SELECT o.place, o.reasons FROM shq.obstacles() o WHERE o.entity = kind.entity
          UNION ALL
          SELECT 4, 'SELECT m.key, ''was changed later'' FROM made m WHERE m.changed'
          UNION ALL
          SELECT 5, format($gone$
              SELECT m.key, coalesce(%2$L || ' was cleared from intake in run ' || c.cleared_in || ', which can be restored',
                                     %2$L || ' is not in intake any more')
              FROM made m
              LEFT JOIN (SELECT k.intake_id::text AS record, max(k.validation_run_id) AS cleared_in
                         FROM shq.cleared_intake k
                         WHERE k.entity = %3$L
                           AND NOT EXISTS (SELECT FROM shq.run_detail r WHERE r.kind = 'restoring' AND r.of_run = k.validation_run_id)
                         GROUP BY k.intake_id) c ON c.record = m.record
              WHERE NOT EXISTS (SELECT FROM %1$s i WHERE i.id::text = m.record)$gone$, kind.intake, kind.its_row, kind.entity)
          UNION ALL
          SELECT 6, 'SELECT m.key, format(''was merged into %s in run %s'', g.survivor, r.validation_run_id) FROM made m
                     JOIN shq.merged g ON g.key = m.key JOIN shq.merge r ON r.merge_no = g.merge_no
                     UNION ALL
                     SELECT DISTINCT m.key, ''is what others were merged into in run '' || r.validation_run_id
                     FROM made m JOIN shq.merge r ON r.survivor = m.key
                     WHERE r.merge_no IN (SELECT g.merge_no FROM shq.merged g)'
          UNION ALL
          SELECT 7, format('SELECT DISTINCT m.key, %L FROM made m JOIN %s t ON t.%I = m.key WHERE EXISTS (SELECT FROM %s r WHERE %s)',
                           'is referred to by ' || f.referring, f.referred, kind.key, f.referring, f.same)
          FROM shq.references_to(array_remove(ARRAY[kind.master, kind.part], NULL)::regclass[],
                                 ARRAY(SELECT o.looked_at::regclass FROM shq.obstacles() o WHERE o.entity = kind.entity)) f) r;
    RETURN QUERY EXECUTE format($records$
        WITH made AS MATERIALIZED (
            SELECT m.%2$I::text AS key, m.%3$I::text AS name, m.source_record_id::text AS record,
                   m.updated_at IS NOT NULL AND m.updated_at::timestamptz IS DISTINCT FROM m.created_at::timestamptz
                       AND m.updated_at::timestamptz IS DISTINCT FROM m.promoted_from_intake_at::timestamptz AS changed
            FROM %1$s m
            WHERE m.source_system = 'intake_promotion' AND m.promotion_audit_log_id = $1
            UNION ALL
            SELECT g.key, coalesce(s.before ->> %3$L, g.key), g.source_record_id, false
            FROM shq.merged g
            JOIN shq.merge_step s ON s.merge_no = g.merge_no AND s.key = g.key AND s.table_name = %1$L
            WHERE g.entity = %5$L AND g.source_system = 'intake_promotion' AND g.promotion_audit_log_id = $1),
        reason (key, place, because) AS (%4$s)
        SELECT m.key, m.name, k.because
        FROM made m
        LEFT JOIN (SELECT r.key, string_agg(r.because, '; ' ORDER BY r.place, r.because) AS because
                   FROM reason r GROUP BY r.key) k ON k.key = m.key$records$, kind.master, kind.key, kind.name, reasons, kind.entity)
    USING kind.run_no;
END $$;

-- Takes the records of a run that nothing depends on, and their parts, out of master, and keeps each of them whole in shq.taken_back.
CREATE OR REPLACE FUNCTION shq.take_records_back(entity TEXT, run TEXT, run_no INTEGER, run_id TEXT, executor TEXT, OUT any_left BOOLEAN,
                                                 OUT removed INTEGER, OUT kept INTEGER, OUT named TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kind RECORD;
    parts TEXT := '';
    locked BIGINT;
BEGIN
    SELECT e.master, e.key, e.part, e.part_key INTO kind FROM shq.entities() e WHERE e.entity = take_records_back.entity;
    -- Whoever adds something that depends on them waits from here on, and what was added before is seen by the next statement.
    EXECUTE format($lock$
        SELECT FROM %1$s m WHERE m.promotion_audit_log_id = $1 AND m.source_system = 'intake_promotion'
        ORDER BY m.%2$I FOR UPDATE$lock$, kind.master, kind.key) USING run_no;
    GET DIAGNOSTICS locked = ROW_COUNT;
    any_left := locked > 0 OR EXISTS (SELECT FROM shq.merged g
                                      WHERE g.entity = take_records_back.entity AND g.promotion_audit_log_id = run_no
                                        AND g.source_system = 'intake_promotion');
    IF kind.part IS NOT NULL THEN
        EXECUTE format($lock$
            SELECT FROM %3$s s JOIN %1$s m ON m.%2$I = s.%2$I
            WHERE m.promotion_audit_log_id = $1 AND m.source_system = 'intake_promotion'
            ORDER BY s.%4$I FOR UPDATE OF s$lock$, kind.master, kind.key, kind.part, kind.part_key) USING run_no;
        parts := format($parts$ parts AS (
            DELETE FROM %1$s s USING outlook o WHERE s.%2$I = o.id AND o.kept_because IS NULL
            RETURNING %1$L AS table_name, s.%3$I::text AS key, to_jsonb(s) AS whole),$parts$, kind.part, kind.key, kind.part_key);
    END IF;

    EXECUTE format($back$
        WITH outlook AS MATERIALIZED (
            SELECT r.id, r.name, r.kept_because FROM shq.records_of_run($1) r),
        %3$s
        records AS (
            DELETE FROM %1$s m USING outlook o WHERE m.%2$I = o.id AND o.kept_because IS NULL
            RETURNING %1$L AS table_name, m.%2$I::text AS key, to_jsonb(m) AS whole),
        copies AS (
            INSERT INTO shq.taken_back (table_name, key, row_data, validation_run_id, executor)
            SELECT g.table_name, g.key, g.whole, $2, $3 FROM (SELECT r.table_name, r.key, r.whole FROM records r %4$s) g)
        SELECT (SELECT count(*) FROM records), (SELECT count(*) FROM outlook o WHERE o.kept_because IS NOT NULL),
               (SELECT string_agg(format('%%s %%s %%s', n.id, n.name, n.kept_because), ', ')
                FROM (SELECT o.id, o.name, o.kept_because FROM outlook o
                      WHERE o.kept_because IS NOT NULL ORDER BY o.name, o.id LIMIT 20) n)$back$,
        kind.master, kind.key, parts, CASE WHEN parts <> '' THEN 'UNION ALL SELECT p.table_name, p.key, p.whole FROM parts p' ELSE '' END)
    INTO removed, kept, named USING run, run_id, executor;
END $$;
REVOKE ALL ON FUNCTION shq.take_records_back(TEXT, TEXT, INTEGER, TEXT, TEXT) FROM PUBLIC;

-- Takes what a promotion run made out of master again, companies with their slots, or people, and returns how many. Those on which
-- something depends stay, and the notes of the run name them. Their rows of intake can be promoted again. Where all of them stay,
-- nothing is written.
CREATE OR REPLACE FUNCTION shq.take_back_promotion(run TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    run_id TEXT := shq.new_run_id('TBK');
    promotion RECORD;
    done_before INTEGER := shq.begin_run('Taking back needs a run and an executor', run, executor);
    done RECORD;
BEGIN
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'What depends on a record is seen at READ COMMITTED only. Nothing was written.'
            USING ERRCODE = '55000', HINT = 'Take it back at READ COMMITTED.';
    END IF;
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;

    SELECT d.run_no, d.kind, d.batch, e.entity, e.intake, e.master, e.one, e.many INTO promotion
    FROM shq.run_detail d LEFT JOIN shq.entities() e ON e.promotion = d.kind WHERE d.validation_run_id = run;
    IF NOT FOUND THEN
        IF EXISTS (SELECT FROM public.shq_validation_log l WHERE l.validation_run_id = run) THEN
            RAISE EXCEPTION 'Of run % it is not kept which records it made, so it cannot be taken back. Nothing was written.', run
                USING ERRCODE = '22023';
        END IF;
        RAISE EXCEPTION 'The validation log has no run %. Nothing was written.', run USING ERRCODE = '22023';
    END IF;
    IF promotion.entity IS NULL THEN
        RAISE EXCEPTION 'Run % is no promotion (%), so there is nothing to take back from master. Nothing was written.',
            run, promotion.kind USING ERRCODE = '22023';
    END IF;

    SELECT t.any_left, t.removed, t.kept, t.named INTO done
    FROM shq.take_records_back(promotion.entity, run, promotion.run_no, run_id, executor) t;
    IF NOT done.any_left THEN
        RAISE EXCEPTION 'Master has no % of run % any more%. Nothing was written.', promotion.many, run,
            coalesce((SELECT ': they were taken back in run ' || string_agg(d.validation_run_id, ', ' ORDER BY d.run_no)
                      FROM shq.run_detail d WHERE d.of_run = run AND d.kind = 'take-back'), '') USING ERRCODE = '55000';
    END IF;
    IF done.removed = 0 THEN
        RETURN 0;
    END IF;

    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, promotion.master, promotion.intake, done.removed + done.kept, done.removed, 0, executor, now(),
            format('%s %s of run %s taken back.', done.removed,
                   CASE done.removed WHEN 1 THEN promotion.one ELSE promotion.many END, run)
            || CASE WHEN done.kept > 0 THEN format(' %s %s (at most 20 are named): %s.', done.kept,
                                                   CASE done.kept WHEN 1 THEN 'stays' ELSE 'stay' END, done.named) ELSE '' END);
    INSERT INTO shq.run_detail (validation_run_id, kind, batch, request_id, session_user_name, of_run)
    VALUES (run_id, 'take-back', promotion.batch, request, session_user, run);
    RETURN done.removed;
END $$;
REVOKE ALL ON FUNCTION shq.take_back_promotion(TEXT, TEXT) FROM PUBLIC;
