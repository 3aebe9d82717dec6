-- Notes without some of their lines; NULL where nothing is left.
CREATE OR REPLACE FUNCTION shq.notes_without(notes TEXT, lines TEXT[]) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(l.line, E'\n' ORDER BY l.n)
    FROM string_to_table(notes, E'\n') WITH ORDINALITY AS l (line, n)
    WHERE btrim(l.line) <> '' AND l.line <> ALL (coalesce(lines, '{}'))
$$;

-- The batch's records `i` that are not promoted, with the numbers of the rules that each of them breaks, as SQL; $1 is the batch.
CREATE OR REPLACE FUNCTION shq.judging(entity TEXT, checks shq.validation_rule[]) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    joins TEXT;
    broken TEXT;
BEGIN
    SELECT coalesce(string_agg(k.joined, ' ' ORDER BY r.n), ''),
           coalesce(string_agg(format('CASE WHEN %s THEN %s END', k.broken, r.n), ', ' ORDER BY r.n), 'NULL::integer')
    INTO joins, broken
    FROM unnest(checks) WITH ORDINALITY AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position, n),
         shq.rule_check(r.entity, r.field, r.kind, r.parameters, r.n::integer) AS k;
    RETURN format($sql$
        SELECT i.id::bigint AS id, array_remove(ARRAY[%s], NULL) AS broken
        FROM %s i %s
        WHERE i.import_batch_id = $1
          AND NOT EXISTS (SELECT FROM %s p WHERE p.source_record_id = i.id::text AND p.source_system = 'intake_promotion')$sql$,
        broken, shq.intake_of(entity), joins, shq.master_of(entity));
END $$;

-- The enabled rules of a set for an entity, in their order.
CREATE OR REPLACE FUNCTION shq.rules_of(entity TEXT, rules TEXT) RETURNS shq.validation_rule[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM shq.validation_rule r WHERE r.rule_set = rules AND r.entity = rules_of.entity) THEN
        RAISE EXCEPTION 'There is no set of rules “%” for %. Nothing was written.', rules,
            CASE entity WHEN 'person' THEN 'people' ELSE 'companies' END USING ERRCODE = '22023';
    END IF;
    RETURN ARRAY(SELECT r FROM shq.validation_rule r
                 WHERE r.rule_set = rules AND r.entity = rules_of.entity AND r.enabled ORDER BY r.position, r.code);
END $$;

-- Judges every record of a batch that is not promoted by a set of rules: its findings and the lines of its notes that come from
-- findings are replaced, and it is validated where it has neither an error nor a standing rejection. One statement for all of it,
-- made for the rules and planned for the rows that there are now, of which the planner must know: it would join for ever
-- what it takes for a handful. An unknown batch is no run. With `only_these`, the other records of the batch are left as they are.
DROP FUNCTION IF EXISTS shq.validate_records(TEXT, TEXT, TEXT, TEXT);
CREATE OR REPLACE FUNCTION shq.validate_records(entity TEXT, batch TEXT, executor TEXT, rules TEXT, only_these BIGINT[] DEFAULT NULL)
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    intake TEXT := shq.intake_of(entity);
    checks shq.validation_rule[];
    number INTEGER;
    promoted BIGINT;
    plan JSON;
BEGIN
    IF shq.begin_run('A validation needs a batch, an executor and a set of rules', batch, executor, rules) IS NOT NULL THEN
        RETURN QUERY
        SELECT l.validation_run_id::text, l.total_records, l.passed_records, l.failed_records, d.findings
        FROM shq.run_detail d JOIN public.shq_validation_log l ON l.validation_run_id = d.validation_run_id
        WHERE d.request_id = request;
        RETURN;
    END IF;
    checks := shq.rules_of(entity, rules);

    EXECUTE format('SELECT count(*) FROM %s i WHERE i.import_batch_id = $1', intake) INTO promoted USING batch;
    IF promoted = 0 THEN
        RETURN QUERY SELECT NULL::text, 0, 0, 0, '{}'::jsonb;
        RETURN;
    END IF;
    EXECUTE format('EXPLAIN (FORMAT JSON) SELECT FROM %s i WHERE i.import_batch_id = %L', intake, batch) INTO plan;
    IF promoted > 1000 + 10 * (plan #>> '{0,Plan,Plan Rows}')::bigint THEN
        EXECUTE 'ANALYZE (SKIP_LOCKED) ' || intake;
    END IF;
    number := nextval('shq.run_detail_run_no_seq');
    EXECUTE format($sql$
        WITH judged AS MATERIALIZED (%1$s AND ($7 IS NULL OR i.id = ANY ($7)) ORDER BY i.id FOR NO KEY UPDATE OF i),
        rule AS MATERIALIZED (
            SELECT r.n::integer AS n, r.code, r.field, r.severity, r.message
            FROM unnest($5) WITH ORDINALITY AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position, n)),
        said AS MATERIALIZED (
            SELECT array_agg(shq.finding_line(r.field, r.severity, r.message) ORDER BY r.n) AS lines,
                   array_agg(r.n ORDER BY r.n) FILTER (WHERE r.severity = 'error') AS errors
            FROM rule r),
        gone AS (
            DELETE FROM shq.finding f USING judged j WHERE f.entity = $6 AND f.record_id = j.id
            RETURNING f.record_id, shq.finding_line(f.field, f.severity, f.message) AS line),
        old AS (SELECT g.record_id, array_agg(g.line) AS lines FROM gone g GROUP BY g.record_id),
        added AS (
            INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT $6, j.id, $3, $4, r.code, r.field, r.severity, r.message
            FROM judged j, unnest(j.broken) AS b (n) JOIN rule r ON r.n = b.n
            RETURNING rule_code),
        verdict AS (
            SELECT j.id, coalesce(j.broken && s.errors, false) AS wrong,
                   (SELECT string_agg(s.lines[b.n], E'\n') FROM unnest(j.broken) AS b (n)) AS notes, o.lines AS old_lines
            FROM judged j CROSS JOIN said s LEFT JOIN old o ON o.record_id = j.id),
        marked AS (
            UPDATE %2$s t
            SET validated = NOT v.wrong AND NOT shq.is_rejected(t.validation_notes),
                validated_at = CASE WHEN NOT v.wrong AND NOT shq.is_rejected(t.validation_notes) THEN now() END,
                validated_by = CASE WHEN NOT v.wrong AND NOT shq.is_rejected(t.validation_notes) THEN $2 END,
                validation_notes = CASE WHEN t.validation_notes IS NULL THEN v.notes
                    ELSE nullif(concat_ws(E'\n', shq.judged_notes(shq.notes_without(t.validation_notes,
                        v.old_lines || string_to_array(v.notes, E'\n'))), v.notes), '') END
            FROM verdict v WHERE t.id = v.id
            RETURNING t.validated)
        SELECT count(*), count(*) FILTER (WHERE m.validated),
               (SELECT coalesce(jsonb_object_agg(c.rule_code, c.n ORDER BY c.rule_code), '{}')
                FROM (SELECT a.rule_code, count(*) AS n FROM added a GROUP BY a.rule_code) c)
        FROM marked m$sql$, shq.judging(entity, checks), intake)
    INTO checked, passed, findings
    USING batch, executor, number, rules, checks, entity, only_these;
    failed := checked - passed;
    promoted := promoted - checked;
    run := 'VLD-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run, intake, intake, checked, passed, failed, executor, now(),
            CASE WHEN only_these IS NULL
                 THEN format('Batch %s judged by the rules “%s”: %s passed, %s failed; %s promoted rows were left alone.',
                             batch, rules, passed, failed, promoted)
                 ELSE format('Enriched records of batch %s judged by the rules “%s”: %s passed, %s failed.', batch, rules, passed, failed)
            END);
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, rule_set, findings)
    VALUES (number, run, 'validation', batch, request, session_user, rules, findings);
    RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION shq.validate_records(TEXT, TEXT, TEXT, TEXT, BIGINT[]) FROM PUBLIC;

-- Once rules have judged a record anew, its edits since the last validation are history.
CREATE OR REPLACE FUNCTION shq.judged_notes(notes TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(notes, '^note: edited since validation', 'note: was edited', 'gn')
$$;

CREATE OR REPLACE FUNCTION shq.validate_company_batch(batch TEXT, executor TEXT, rules TEXT DEFAULT 'standard')
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.run, v.checked, v.passed, v.failed, v.findings FROM shq.validate_records('company', batch, executor, rules) v
$$;
REVOKE ALL ON FUNCTION shq.validate_company_batch(TEXT, TEXT, TEXT) FROM PUBLIC;

-- Judges some companies of a batch anew, as after an enrichment, and leaves alone what was decided about the others.
CREATE OR REPLACE FUNCTION shq.validate_companies(batch TEXT, ids BIGINT[], executor TEXT, rules TEXT DEFAULT 'standard')
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.run, v.checked, v.passed, v.failed, v.findings
    FROM shq.validate_records('company', batch, executor, rules, coalesce(ids, '{}')) v
$$;
REVOKE ALL ON FUNCTION shq.validate_companies(TEXT, BIGINT[], TEXT, TEXT) FROM PUBLIC;

CREATE OR REPLACE FUNCTION shq.validate_people_batch(batch TEXT, executor TEXT, rules TEXT DEFAULT 'standard')
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.run, v.checked, v.passed, v.failed, v.findings FROM shq.validate_records('person', batch, executor, rules) v
$$;
REVOKE ALL ON FUNCTION shq.validate_people_batch(TEXT, TEXT, TEXT) FROM PUBLIC;

-- The same of people.
CREATE OR REPLACE FUNCTION shq.validate_people(batch TEXT, ids BIGINT[], executor TEXT, rules TEXT DEFAULT 'standard')
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.run, v.checked, v.passed, v.failed, v.findings
    FROM shq.validate_records('person', batch, executor, rules, coalesce(ids, '{}')) v
$$;
REVOKE ALL ON FUNCTION shq.validate_people(TEXT, BIGINT[], TEXT, TEXT) FROM PUBLIC;

-- A request to judge and to promote has a run of each kind: the promotion has its id, the validation one that follows from it.
CREATE OR REPLACE FUNCTION shq.validation_request(request TEXT) RETURNS UUID
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT md5(nullif(request, '') || ' validation')::uuid
$$;

-- Runs the rules on a batch of companies, then promotes it, both or neither.
SELECT shq.make_way('validate_and_promote', 'batch text, executor text, validation_rules text DEFAULT ''standard''::text',
                    'TABLE(validated integer, promoted integer, failed integer)');
CREATE OR REPLACE FUNCTION shq.validate_and_promote(batch TEXT, executor TEXT, validation_rules TEXT DEFAULT 'standard')
RETURNS TABLE (validated INTEGER, promoted INTEGER, failed INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request TEXT := current_setting('steward.request_id', true);
BEGIN
    PERFORM set_config('steward.request_id', coalesce(shq.validation_request(request)::text, ''), true);
    SELECT v.passed, v.failed INTO validated, failed FROM shq.validate_records('company', batch, executor, validation_rules) v;
    PERFORM set_config('steward.request_id', coalesce(request, ''), true);
    promoted := shq.promote_batch(batch, executor);
    RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION shq.validate_and_promote(TEXT, TEXT, TEXT) FROM PUBLIC;

-- The records of a batch, which is $1, and whether a rule would find fault with each, as SQL; whether or not it is a rule that is kept.
CREATE OR REPLACE FUNCTION shq.trial(entity TEXT, field TEXT, kind TEXT, parameters JSONB) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    rule shq.validation_rule;
BEGIN
    rule.entity := entity;
    rule.field := field;
    rule.kind := kind;
    rule.parameters := parameters;
    RETURN format('SELECT j.id, cardinality(j.broken) > 0 AS fails FROM (%s) j', shq.judging(entity, ARRAY[rule]));
END $$;

CREATE OR REPLACE FUNCTION shq.try_rule(entity TEXT, field TEXT, kind TEXT, parameters JSONB, batch TEXT)
RETURNS TABLE (id BIGINT, fails BOOLEAN)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY EXECUTE shq.trial(entity, field, kind, parameters) USING batch;
END $$;

-- The same as the cursor `trial`, for who wants to know how far it is. It is read to its end, and planned so.
CREATE OR REPLACE FUNCTION shq.open_trial(entity TEXT, field TEXT, kind TEXT, parameters JSONB, batch TEXT) RETURNS REFCURSOR
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET cursor_tuple_fraction = 1 AS $$
DECLARE
    tried REFCURSOR := 'trial';
BEGIN
    OPEN tried NO SCROLL FOR EXECUTE shq.trial(entity, field, kind, parameters) USING batch;
    RETURN tried;
END $$;
