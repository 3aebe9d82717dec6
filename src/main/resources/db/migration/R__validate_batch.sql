-- Notes without some of their lines; NULL where nothing is left.
CREATE OR REPLACE FUNCTION shq.notes_without(notes TEXT, lines TEXT[]) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT string_agg(l.line, E'\n' ORDER BY l.n)
    FROM string_to_table(notes, E'\n') WITH ORDINALITY AS l (line, n)
    WHERE btrim(l.line) <> '' AND l.line <> ALL (coalesce(lines, '{}'))
$$;

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

-- Looks at the records of a batch into a table of the session, `judged`: which rules each of them breaks that ask it alone, its forms for
-- those that compare it, its mark, whether it is `asked` about, and whether it is `known`: neither the record nor the rules changed
-- since it was last checked, and nothing of it is looked at again. A statement of its own, which several processes may share.
CREATE OR REPLACE FUNCTION shq.look_at(entity TEXT, batch TEXT, checks shq.validation_rule[], only_these BIGINT[]) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    q RECORD;
    m RECORD;
    keys TEXT;
    look TEXT;
    spoken TEXT;
    columns CONSTANT TEXT := (SELECT string_agg(format('i.%I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                              WHERE a.attrelid = shq.intake_of(entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped);
BEGIN
    SELECT a.alone, a.joined, a.compared, a.keys INTO q FROM shq.questions(checks) a;
    SELECT c.mark, coalesce(c.joined, '') AS joined INTO m FROM shq.content_mark(entity, concat_ws(' ', q.alone, q.joined, q.compared)) c;
    keys := coalesce('ARRAY[v.' || replace(q.keys, ', ', ', v.') || ']::text[]', 'NULL::text[]');
    spoken := concat_ws(' ', q.alone, keys);
    -- Steps that keep their OFFSET are done once for each record, and by several processes, which what is joined LATERAL would forbid.
    look := format($sql$
        SELECT i.id, i.place, i.validated, i.asked, i.known, i.content,
               CASE WHEN i.known THEN i.broken WHEN i.asked THEN %1$s END AS broken, CASE WHEN i.known THEN i.keys ELSE %2$s END AS keys
        FROM (SELECT %3$s, i.place, i.asked, i.known, i.content, i.broken, i.keys, %4$s
              FROM (SELECT %3$s, i.place, i.asked, i.content, i.broken, i.keys,
                           coalesce(i.rules = %5$s AND i.mark = shq.record_mark(i.content, i.validated, i.validation_notes::text), false) AS known
                    FROM (SELECT %3$s, i.ctid AS place, p.source_record_id IS NULL AND g.source_record_id IS NULL %12$s AS asked, %7$s AS content, c.rules, c.mark, c.broken, c.keys
                          FROM %8$s i LEFT JOIN shq.checked_record c ON c.entity = %9$L AND c.record_id = i.id %10$s
                               %6$s
                          WHERE i.import_batch_id = %11$L OFFSET '0') i OFFSET '0') i OFFSET '0') i
             CROSS JOIN LATERAL (SELECT %13$s) v$sql$,
        q.alone, keys, columns,
        (SELECT string_agg(format('CASE WHEN NOT i.known %s THEN %s END AS %s',
                                  CASE WHEN f.name IN (SELECT k.name FROM shq.forms_in(keys) k) THEN '' ELSE 'AND i.asked' END, f.made, f.name), ', ')
         FROM shq.forms_for(entity, spoken) f),
        shq.rules_mark(checks), shq.promoted_joined(entity), m.mark,
        shq.intake_of(entity), entity, m.joined, batch, CASE WHEN only_these IS NULL THEN '' ELSE 'AND i.id = ANY ($1)' END,
        (SELECT string_agg(format('i.%1$s AS %1$s', f.name), ', ') FROM shq.forms_for(entity, spoken) f));
    IF only_these IS NULL THEN
        EXECUTE 'CREATE TEMPORARY TABLE judged ON COMMIT DROP AS ' || look;
    ELSE
        CREATE TEMPORARY TABLE judged (id BIGINT, place TID, validated BOOLEAN, asked BOOLEAN, known BOOLEAN, content BIGINT, broken INTEGER[], keys TEXT[])
        ON COMMIT DROP;
        EXECUTE 'INSERT INTO judged (id, place, validated, asked, known, content, broken, keys) ' || look USING only_these;
    END IF;
    ANALYZE pg_temp.judged;
END $$;
REVOKE ALL ON FUNCTION shq.look_at(TEXT, TEXT, shq.validation_rule[], BIGINT[]) FROM PUBLIC;

-- Checks every record of a batch that is not promoted by a set of rules: its findings and the lines of its notes that come from
-- findings are replaced, and it is validated where it has neither an error nor a standing rejection. A record that is known is
-- left alone where nothing else is found in it; a record that somebody changed while it was looked at is left as it is now. One statement for all of it,
-- made for the rules and planned for the rows that there are now, of which the planner must know: it would join for ever
-- what it takes for a handful. An unknown batch is no run. With `only_these`, the other records of the batch are left as they are.
-- What it changes is kept as an action, so that it can be taken back: of the records that are not as they were, grouped as they
-- changed, how they were validated and what was found in them.
DROP FUNCTION IF EXISTS shq.validate_records(TEXT, TEXT, TEXT, TEXT);
CREATE OR REPLACE FUNCTION shq.validate_records(entity TEXT, batch TEXT, executor TEXT, rules TEXT, only_these BIGINT[] DEFAULT NULL)
RETURNS TABLE (run TEXT, checked INTEGER, passed INTEGER, failed INTEGER, findings JSONB)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off SET work_mem = '64MB' AS $$
DECLARE
    request UUID := nullif(current_setting('steward.request_id', true), '')::uuid;
    intake TEXT := shq.intake_of(entity);
    checks shq.validation_rule[];
    number INTEGER;
    promoted BIGINT;
    plan JSON;
    action BIGINT;
    q RECORD;
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
    PERFORM shq.look_at(entity, batch, checks, only_these);
    SELECT a.alone, a.joined, a.compared, a.keys INTO q FROM shq.questions(checks) a;
    EXECUTE format($sql$
        WITH keyed AS MATERIALIZED (
            SELECT i.id, i.place, i.validated, i.asked, i.known, i.content, i.broken, i.keys %3$s FROM pg_temp.judged i),
        verdict AS MATERIALIZED (
            SELECT v.id, v.place, v.validated, v.known, v.content, v.broken AS alone, v.keys, v.broken || %5$s AS broken
            FROM keyed v CROSS JOIN LATERAL (SELECT v.id) i %4$s
            WHERE v.asked),
        rule AS MATERIALIZED (
            SELECT r.n::integer AS n, r.code, r.field, r.severity, r.message,
                   hashtextextended(concat_ws(' ', $4, r.code, r.field, r.severity, r.message), 0) AS mark
            FROM unnest($5) WITH ORDINALITY AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position, n)),
        said AS MATERIALIZED (
            SELECT array_agg(shq.finding_line(r.field, r.severity, r.message) ORDER BY r.n) AS lines,
                   array_agg(r.code ORDER BY r.n) AS codes, array_agg(r.field ORDER BY r.n) AS fields,
                   array_agg(r.severity ORDER BY r.n) AS severities, array_agg(r.message ORDER BY r.n) AS messages,
                   array_agg(r.mark ORDER BY r.n) AS marks, array_agg(r.n ORDER BY r.n) FILTER (WHERE r.severity = 'error') AS errors
            FROM rule r),
        old AS MATERIALIZED (
            SELECT f.record_id, array_agg(shq.finding_line(f.field, f.severity, f.message)) AS lines, count(*) AS n,
                   bit_xor(hashtextextended(concat_ws(' ', f.rule_set, f.rule_code, f.field, f.severity, f.message), 0)) AS mark
            FROM verdict v JOIN shq.finding f ON f.entity = $6 AND f.record_id = v.id
            GROUP BY f.record_id),
        -- What is known and found again as it was found is as it should be.
        news AS MATERIALIZED (
            SELECT v.id, v.place, v.known, v.content, v.alone, v.keys, v.broken, o.lines AS old_lines,
                   coalesce(v.broken && s.errors, false) AS wrong,
                   (o.n, o.mark) IS DISTINCT FROM (nullif(cardinality(v.broken), 0)::bigint, m.mark) AS other_findings
            FROM verdict v CROSS JOIN said s LEFT JOIN old o ON o.record_id = v.id
                 CROSS JOIN LATERAL (SELECT bit_xor(s.marks[b.n]) AS mark FROM unnest(v.broken) AS b (n)) m
            WHERE NOT v.known OR (o.n, o.mark) IS DISTINCT FROM (nullif(cardinality(v.broken), 0)::bigint, m.mark)),
        held AS MATERIALIZED (
            SELECT n.id, n.known, n.content, n.alone, n.keys, n.broken, n.old_lines, n.wrong, n.other_findings, t.validated AS was,
                   t.validated_at AS was_at, t.validated_by AS was_by, t.validation_notes AS was_noted
            FROM news n JOIN %2$s t ON t.id = n.id AND t.ctid = n.place
            ORDER BY t.id FOR NO KEY UPDATE OF t),
        thought AS MATERIALIZED (
            SELECT h.id, h.known, h.content, h.alone, h.keys, h.broken, h.other_findings, h.was, h.was_at, h.was_by, h.was_noted,
                   NOT h.wrong AND NOT shq.is_rejected(h.was_noted) AS will_be,
                   CASE WHEN h.was_noted IS NULL THEN w.notes
                        ELSE nullif(concat_ws(E'\n', shq.judged_notes(shq.notes_without(h.was_noted,
                                 h.old_lines || string_to_array(w.notes, E'\n'))), w.notes), '') END AS will_say
            FROM held h CROSS JOIN said s
                 CROSS JOIN LATERAL (SELECT string_agg(s.lines[b.n], E'\n') AS notes FROM unnest(h.broken) AS b (n)) w),
        wanted AS MATERIALIZED (
            SELECT w.id, w.known, w.content, w.alone, w.keys, w.broken, w.other_findings, w.was, w.was_at, w.was_by, w.was_noted,
                   w.will_be, w.will_say, w.will_be OR w.was IS DISTINCT FROM false OR w.was_noted IS DISTINCT FROM w.will_say AS changes
            FROM thought w),
        gone AS (
            DELETE FROM shq.finding f USING wanted w WHERE w.other_findings AND f.entity = $6 AND f.record_id = w.id
            RETURNING f.record_id, f.run_no, f.rule_set, f.rule_code, f.field, f.severity, f.message),
        added AS (
            INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT $6, w.id, $3, $4, s.codes[b.n], s.fields[b.n], s.severities[b.n], s.messages[b.n]
            FROM wanted w CROSS JOIN said s CROSS JOIN LATERAL unnest(w.broken) AS b (n)
            WHERE w.other_findings),
        marked AS (
            UPDATE %2$s t
            SET validated = w.will_be, validated_at = CASE WHEN w.will_be THEN now() END,
                validated_by = CASE WHEN w.will_be THEN $2 END, validation_notes = w.will_say
            FROM wanted w
            WHERE t.id = w.id AND w.changes
            RETURNING w.id, w.alone, w.keys, w.was, w.was_at, w.was_by, w.was_noted, t.validated AS is, t.validated_at AS is_at,
                      t.validated_by AS is_by, t.validation_notes AS is_noted,
                      shq.record_mark(w.content, t.validated, t.validation_notes::text) AS mark),
        changed AS MATERIALIZED (
            SELECT m.id, m.was, m.was_at, m.was_by, m.was_noted, m.is, m.is_at, m.is_by, m.is_noted FROM marked m
            UNION ALL
            SELECT w.id, w.was, w.was_at, w.was_by, w.was_noted, w.was, w.was_at, w.was_by, w.was_noted FROM wanted w
            WHERE w.other_findings AND NOT w.changes),
        remembered AS (
            INSERT INTO shq.checked_record AS c (entity, record_id, rules, mark, broken, keys)
            SELECT $6, r.id, $9, r.mark, r.alone, r.keys
            FROM (SELECT m.id, m.mark, m.alone, m.keys FROM marked m
                  UNION ALL
                  SELECT w.id, shq.record_mark(w.content, w.was, w.was_noted::text), w.alone, w.keys FROM wanted w
                  WHERE NOT w.changes AND NOT w.known) r
            ON CONFLICT ON CONSTRAINT checked_record_pkey DO UPDATE
            SET rules = EXCLUDED.rules, mark = EXCLUDED.mark, broken = EXCLUDED.broken, keys = EXCLUDED.keys),
        act AS (
            INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
            SELECT 'validate', format(CASE WHEN $7 IS NULL THEN 'Checked batch %%s by the rules “%%s”'
                                           ELSE 'Checked changed records of batch %%s by the rules “%%s”' END, $1, $4), $8, c.n, $2
            FROM (SELECT count(*) AS n FROM changed) c WHERE c.n > 0
            RETURNING action_id),
        kept AS (
            INSERT INTO shq.change (action_id, keys, before, after)
            SELECT (SELECT a.action_id FROM act a), array_agg(c.id::text),
                   array_agg(CASE WHEN NOT c.was AND num_nonnulls(c.was_at, c.was_by, c.was_noted) = 0 THEN k.untouched ELSE
                                  jsonb_build_object('validated', c.was, 'validated_at', c.was_at, 'validated_by', c.was_by,
                                                     'validation_notes', c.was_noted) END),
                   array_agg(jsonb_build_object('validated', c.is, 'validated_at', c.is_at, 'validated_by', c.is_by,
                                                'validation_notes', c.is_noted))
            FROM (SELECT d.id, d.was, d.was_at, d.was_by, d.was_noted, d.is, d.is_at, d.is_by, d.is_noted,
                         shq.history_page(row_number() OVER (ORDER BY d.id)) AS page FROM changed d) c
                 CROSS JOIN (SELECT jsonb_build_object('validated', false, 'validated_at', NULL, 'validated_by', NULL,
                                                       'validation_notes', NULL) AS untouched) k
            GROUP BY c.page),
        replaced AS (
            INSERT INTO shq.replaced_finding (action_id, entity, record_id, run_no, rule_set, rule_code, field, severity, message)
            SELECT a.action_id, $6, g.record_id, g.run_no, g.rule_set, g.rule_code, g.field, g.severity, g.message
            FROM act a CROSS JOIN gone g)
        SELECT count(*), count(*) FILTER (WHERE v.validated)
                         + (SELECT count(*) FILTER (WHERE m.is) - count(*) FILTER (WHERE m.was) FROM marked m), (SELECT a.action_id FROM act a),
               (SELECT coalesce(jsonb_object_agg(c.code, c.n ORDER BY c.code), '{}')
                FROM (SELECT r.code, count(DISTINCT v.id) AS n FROM verdict v, unnest(v.broken) AS b (n) JOIN rule r ON r.n = b.n
                      GROUP BY r.code) c)
        FROM verdict v$sql$,
        entity, intake,
        (SELECT string_agg(format(', i.keys[%s] AS %s', k.n, k.name), '' ORDER BY k.n)
         FROM regexp_split_to_table(q.keys, ', ') WITH ORDINALITY AS k (name, n)),
        q.joined, q.compared)
    INTO checked, passed, action, findings
    USING batch, executor, number, rules, checks, entity, only_these, intake, shq.rules_mark(checks);
    DROP TABLE pg_temp.judged;
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
-- changed; what is found there now is kept in its place. Only for an action of the session's own that takes
-- the other back.
CREATE OR REPLACE FUNCTION shq.put_findings_back(undone BIGINT, undoing BIGINT) RETURNS VOID
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE step AS (
        SELECT a.kind, a.undoes, a.table_name FROM shq.action a WHERE a.action_id = undone
        UNION ALL
        SELECT a.kind, a.undoes, a.table_name FROM step s JOIN shq.action a ON a.action_id = s.undoes),
    run AS (
        SELECT e.entity FROM step s JOIN shq.entities() e ON e.intake = s.table_name
        WHERE s.kind = 'validate'
          AND EXISTS (SELECT FROM shq.action a WHERE a.action_id = undoing AND a.undoes = undone AND a.happened_at = now()
                                                 AND a.session_user_name = session_user)),
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
REVOKE ALL ON FUNCTION shq.put_findings_back(BIGINT, BIGINT) FROM PUBLIC;

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
