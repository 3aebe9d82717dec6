-- Notes without some of their lines; NULL where nothing is left.
CREATE OR REPLACE FUNCTION shq.notes_without(notes TEXT, lines TEXT[]) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(l.line, E'\n' ORDER BY l.n)
    FROM string_to_table(notes, E'\n') WITH ORDINALITY AS l (line, n)
    WHERE btrim(l.line) <> '' AND l.line <> ALL (coalesce(lines, '{}'))
$$;

-- The batch's records `i` that are not promoted, with the numbers of the rules that each of them breaks and how it is validated, as SQL;
-- $1 is the batch.
CREATE OR REPLACE FUNCTION shq.judging(entity TEXT, checks shq.validation_rule[]) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    joins TEXT;
    broken TEXT;
    -- Most records are plain ASCII, of which nothing else has to be asked.
    seen TEXT := '';
BEGIN
    SELECT coalesce(string_agg(k.joined, ' ' ORDER BY r.n), ''),
           coalesce(string_agg(format('CASE WHEN %s THEN %s END', k.broken, r.n), ', ' ORDER BY r.n), 'NULL::integer')
    INTO joins, broken
    FROM unnest(checks) WITH ORDINALITY AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position, n),
         shq.rule_check(r.entity, r.field, r.kind, r.parameters, r.n::integer) AS k;
    IF EXISTS (SELECT FROM unnest(checks) AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position)
               WHERE r.kind = 'clean') THEN
        SELECT format($q$ CROSS JOIN LATERAL (SELECT concat_ws(' ', %s) ~ '[^ -~]|&' AS odd OFFSET 0) q$q$,
                      string_agg(format('i.%I::text', c.name), ', '))
        INTO seen FROM shq.text_columns(entity) c;
    END IF;
    RETURN format($sql$
        SELECT i.id::bigint AS id, array_remove(ARRAY[%s], NULL) AS broken, i.validated, i.validated_at, i.validated_by,
               i.validation_notes
        FROM %s i %s
        WHERE i.import_batch_id = $1
          AND NOT EXISTS (SELECT FROM %s p WHERE p.source_record_id = i.id::text AND p.source_system = 'intake_promotion')
          AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.entity = %L AND g.source_record_id = i.id::text
                                                     AND g.source_system = 'intake_promotion')$sql$,
        broken, shq.intake_of(entity), joins || seen, shq.master_of(entity), entity);
END $$;

-- A rule as it is asked of each field: of one that has * for its field there are several.
CREATE OR REPLACE FUNCTION shq.asked(rule shq.validation_rule) RETURNS SETOF shq.validation_rule
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    one TEXT;
BEGIN
    IF rule.field <> '*' THEN
        RETURN NEXT rule;
        RETURN;
    END IF;
    FOR one IN SELECT c.name FROM shq.text_columns(rule.entity) c LOOP
        rule.field := one;
        RETURN NEXT rule;
    END LOOP;
END $$;

-- The enabled rules of a set for an entity, in their order, as they are asked.
CREATE OR REPLACE FUNCTION shq.rules_of(entity TEXT, rules TEXT) RETURNS shq.validation_rule[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM shq.validation_rule r WHERE r.rule_set = rules AND r.entity = rules_of.entity) THEN
        RAISE EXCEPTION 'There is no set of rules “%” for %. Nothing was written.', rules,
            (SELECT e.many FROM shq.entities() e WHERE e.entity = rules_of.entity) USING ERRCODE = '22023';
    END IF;
    RETURN ARRAY(SELECT a FROM shq.validation_rule r CROSS JOIN LATERAL shq.asked(r) a
                 WHERE r.rule_set = rules AND r.entity = rules_of.entity AND r.enabled ORDER BY r.position, r.code);
END $$;

-- Checks every record of a batch that is not promoted by a set of rules: its findings and the lines of its notes that come from
-- findings are replaced, and it is validated where it has neither an error nor a standing rejection. One statement for all of it,
-- made for the rules and planned for the rows that there are now, of which the planner must know: it would join for ever
-- what it takes for a handful. An unknown batch is no run. With `only_these`, the other records of the batch are left as they are.
-- What it changes is kept as an action, so that it can be taken back: of the records that are not as they were, grouped as they
-- changed, how they were validated and what was found in them.
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
    action BIGINT;
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
            RETURNING f.record_id, f.run_no, f.rule_set, f.rule_code, f.field, f.severity, f.message),
        old AS (
            SELECT g.record_id, array_agg(shq.finding_line(g.field, g.severity, g.message)) AS lines,
                   array_agg(DISTINCT g.rule_set || ' ' || g.rule_code || ' ' || g.field) AS codes
            FROM gone g GROUP BY g.record_id),
        added AS (
            INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT $6, j.id, $3, $4, r.code, r.field, r.severity, r.message
            FROM judged j, unnest(j.broken) AS b (n) JOIN rule r ON r.n = b.n
            RETURNING record_id, rule_code),
        verdict AS (
            SELECT j.id, coalesce(j.broken && s.errors, false) AS wrong,
                   CASE WHEN cardinality(j.broken) > 0
                        THEN (SELECT string_agg(s.lines[b.n], E'\n') FROM unnest(j.broken) AS b (n)) END AS notes, o.lines AS old_lines,
                   CASE WHEN cardinality(j.broken) = 0 THEN o.codes IS NOT NULL ELSE
                   o.codes IS DISTINCT FROM (SELECT array_agg(DISTINCT $4 || ' ' || r.code || ' ' || r.field)
                                             FROM unnest(j.broken) AS b (n) JOIN rule r ON r.n = b.n) END AS other_findings,
                   j.validated AS was, j.validated_at AS was_at, j.validated_by AS was_by, j.validation_notes AS was_noted
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
            RETURNING v.id, v.other_findings, v.was, v.was_at, v.was_by, v.was_noted, t.validated AS is, t.validated_at AS is_at, t.validated_by AS is_by,
                      t.validation_notes AS is_noted),
        changed AS MATERIALIZED (
            SELECT m.id, m.was, m.was_at, m.was_by, m.was_noted, m.is, m.is_at, m.is_by, m.is_noted FROM marked m
            WHERE (m.was, m.was_at, m.was_by, m.was_noted) IS DISTINCT FROM (m.is, m.is_at, m.is_by, m.is_noted) OR m.other_findings),
        act AS (
            INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
            SELECT 'validate', format(CASE WHEN $7 IS NULL THEN 'Checked batch %%s by the rules “%%s”'
                                           ELSE 'Checked changed records of batch %%s by the rules “%%s”' END, $1, $4), $8, c.n, $2
            FROM (SELECT count(*) AS n FROM changed) c WHERE c.n > 0
            RETURNING action_id),
        kept AS (
            INSERT INTO shq.change (action_id, keys, before, after)
            SELECT (SELECT a.action_id FROM act a), array_agg(c.id::text),
                   array_agg(jsonb_build_object('validated', c.was, 'validated_at', c.was_at, 'validated_by', c.was_by,
                                                'validation_notes', c.was_noted)),
                   array_agg(jsonb_build_object('validated', c.is, 'validated_at', c.is_at, 'validated_by', c.is_by,
                                                'validation_notes', c.is_noted))
            FROM (SELECT d.id, d.was, d.was_at, d.was_by, d.was_noted, d.is, d.is_at, d.is_by, d.is_noted,
                         shq.history_page(row_number() OVER (ORDER BY d.id)) AS page FROM changed d) c
            GROUP BY c.page),
        replaced AS (
            INSERT INTO shq.replaced_finding (action_id, entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT a.action_id, $6, g.record_id, g.run_no, g.rule_set, g.rule_code, g.field, g.severity, g.message
            FROM act a CROSS JOIN gone g JOIN changed c ON c.id = g.record_id)
        SELECT count(*), count(*) FILTER (WHERE m.is), (SELECT a.action_id FROM act a),
               (SELECT coalesce(jsonb_object_agg(c.rule_code, c.n ORDER BY c.rule_code), '{}')
                FROM (SELECT a.rule_code, count(DISTINCT a.record_id) AS n FROM added a GROUP BY a.rule_code) c)
        FROM marked m$sql$, shq.judging(entity, checks), intake)
    INTO checked, passed, action, findings
    USING batch, executor, number, rules, checks, entity, only_these, intake;
    failed := checked - passed;
    promoted := promoted - checked;
    run := 'VLD-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run, intake, intake, checked, passed, failed, executor, now(),
            CASE WHEN only_these IS NULL
                 THEN format('Batch %s checked by the rules “%s”: %s passed, %s failed; %s promoted rows were left alone.',
                             batch, rules, passed, failed, promoted)
                 ELSE format('Changed records of batch %s checked by the rules “%s”: %s passed, %s failed.', batch, rules, passed, failed)
            END);
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, rule_set, findings, action_id)
    VALUES (number, run, 'validation', batch, request, session_user, rules, findings, action);
    RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION shq.validate_records(TEXT, TEXT, TEXT, TEXT, BIGINT[]) FROM PUBLIC;

-- Where an action that is taken back by another is a run of rules, or undid one, what was found before comes back in the records that it
-- changed; what is found there now is kept in its place.
CREATE OR REPLACE FUNCTION shq.put_findings_back(undone BIGINT, undoing BIGINT) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE step AS (
        SELECT a.kind, a.undoes, a.table_name FROM shq.action a WHERE a.action_id = undone
        UNION ALL
        SELECT a.kind, a.undoes, a.table_name FROM step s JOIN shq.action a ON a.action_id = s.undoes),
    run AS (
        SELECT e.entity FROM step s JOIN shq.entities() e ON e.intake = s.table_name
        WHERE s.kind = 'validate'),
    record AS MATERIALIZED (
        SELECT r.entity, k.key::bigint AS id FROM run r, shq.change c, unnest(c.keys) AS k (key) WHERE c.action_id = undone),
    gone AS (
        DELETE FROM shq.finding f USING record r WHERE f.entity = r.entity AND f.record_id = r.id
        RETURNING f.entity, f.record_id, f.run_no, f.rule_set, f.rule_code, f.field, f.severity, f.message),
    kept AS (
        INSERT INTO shq.replaced_finding (action_id, entity, record_id, run_no, rule_set, rule_code, field, severity, message)
        SELECT undoing, g.entity, g.record_id, g.run_no, g.rule_set, g.rule_code, g.field, g.severity, g.message FROM gone g)
    INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
    SELECT b.entity, b.record_id, b.run_no, b.rule_set, b.rule_code, b.field, b.severity, b.message
    FROM shq.replaced_finding b WHERE b.action_id = undone AND EXISTS (SELECT FROM run)
$$;

-- Once rules have checked a record anew, its edits since the last validation are history.
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

-- Checks some companies of a batch anew, as after an enrichment, and leaves alone what was decided about the others.
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

-- A request to check and to promote has a run of each kind: the promotion has its id, the validation one that follows from it.
CREATE OR REPLACE FUNCTION shq.validation_request(request TEXT) RETURNS UUID
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT md5(nullif(request, '') || ' validation')::uuid
$$;

-- Runs the rules on a batch, then promotes it, both or neither.
CREATE OR REPLACE FUNCTION shq.validate_and_promote_records(entity TEXT, batch TEXT, executor TEXT, rules TEXT)
RETURNS TABLE (validated INTEGER, promoted INTEGER, failed INTEGER)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    request TEXT := current_setting('steward.request_id', true);
BEGIN
    PERFORM set_config('steward.request_id', coalesce(shq.validation_request(request)::text, ''), true);
    SELECT v.passed, v.failed INTO validated, failed FROM shq.validate_records(entity, batch, executor, rules) v;
    PERFORM set_config('steward.request_id', coalesce(request, ''), true);
    promoted := shq.promote_batch(entity, batch, executor);
    RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION shq.validate_and_promote_records(TEXT, TEXT, TEXT, TEXT) FROM PUBLIC;

-- Companies.
SELECT shq.make_way('validate_and_promote', 'batch text, executor text, validation_rules text DEFAULT ''standard''::text',
                    'TABLE(validated integer, promoted integer, failed integer)');
CREATE OR REPLACE FUNCTION shq.validate_and_promote(batch TEXT, executor TEXT, validation_rules TEXT DEFAULT 'standard')
RETURNS TABLE (validated INTEGER, promoted INTEGER, failed INTEGER)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.validated, v.promoted, v.failed FROM shq.validate_and_promote_records('company', batch, executor, validation_rules) v
$$;
REVOKE ALL ON FUNCTION shq.validate_and_promote(TEXT, TEXT, TEXT) FROM PUBLIC;

-- People.
CREATE OR REPLACE FUNCTION shq.validate_and_promote_people(batch TEXT, executor TEXT, rules TEXT DEFAULT 'standard')
RETURNS TABLE (validated INTEGER, promoted INTEGER, failed INTEGER)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT v.validated, v.promoted, v.failed FROM shq.validate_and_promote_records('person', batch, executor, rules) v
$$;
REVOKE ALL ON FUNCTION shq.validate_and_promote_people(TEXT, TEXT, TEXT) FROM PUBLIC;

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
    RETURN format('SELECT j.id, cardinality(j.broken) > 0 AS fails FROM (%s) j',
                  shq.judging(entity, ARRAY(SELECT a FROM shq.asked(rule) a)));
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
