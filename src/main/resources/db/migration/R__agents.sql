-- What agents call that write by SQL (docs/agents.md). Each call has a key, a UUID of the caller's own: it is done once, and the same call
-- again, as after a lost reply, is answered as the first one was. All run with the owner's rights, so that who may call them needs no
-- right to the tables; the history has the role that was connected beside the executor.
SET LOCAL check_function_bodies = off;

-- What the call was answered, NULL where it was not made yet. Waits while the same call runs elsewhere, as one may whose connection broke.
CREATE OR REPLACE FUNCTION shq.earlier_answer(request UUID, called TEXT, given TEXT) RETURNS JSONB
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    earlier RECORD;
BEGIN
    IF request IS NULL THEN
        RAISE EXCEPTION 'A call needs a key, so that it is done once. Nothing was written.'
            USING ERRCODE = '22023', HINT = 'Give it a UUID, and keep that until you have the answer.';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(request::text, 0));
    SELECT a.called, a.given, a.answer INTO earlier FROM shq.answered_call a WHERE a.request_id = request;
    IF FOUND AND (earlier.called, earlier.given) = (earlier_answer.called, md5(earlier_answer.given)) THEN
        RETURN earlier.answer;
    END IF;
    IF FOUND OR EXISTS (SELECT FROM shq.action a WHERE a.request_id = request)
             OR EXISTS (SELECT FROM shq.run_detail d WHERE d.request_id = request) THEN
        RAISE EXCEPTION 'The key % was used for something else. Nothing was written.', request
            USING ERRCODE = '22023', HINT = 'Every call has a key of its own; only the same call again has the same.';
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.earlier_answer(UUID, TEXT, TEXT) FROM PUBLIC;

CREATE OR REPLACE FUNCTION shq.keep_answer(request UUID, called TEXT, given TEXT, answer JSONB) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO shq.answered_call (request_id, called, given, answer) VALUES (request, called, md5(given), answer)
$$;
REVOKE ALL ON FUNCTION shq.keep_answer(UUID, TEXT, TEXT, JSONB) FROM PUBLIC;

-- The executor is not blank, and there is such a kind of record.
CREATE OR REPLACE FUNCTION shq.check_call(entity TEXT, executor TEXT) RETURNS VOID
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF shq.visible(executor) IS NULL THEN
        RAISE EXCEPTION 'A call needs an executor, who did it. Nothing was written.' USING ERRCODE = '22023';
    ELSIF entity IS NULL OR shq.intake_of(entity) IS NULL THEN
        RAISE EXCEPTION 'There is no kind of record “%”, but company and person. Nothing was written.', entity USING ERRCODE = '22023';
    END IF;
END $$;

-- What is given is an array of objects, each with its own key and with nothing but these members, and what goes into columns of a table
-- can: a list only where the column has lists, an object only where it has JSON.
CREATE OR REPLACE FUNCTION shq.check_given(records JSONB, key TEXT, members TEXT[], path TEXT[], place REGCLASS, columns TEXT[]) RETURNS VOID
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wrong TEXT;
BEGIN
    IF jsonb_typeof(records) IS DISTINCT FROM 'array' THEN
        RAISE EXCEPTION 'What is given is no array of records. Nothing was written.' USING ERRCODE = '22023';
    END IF;
    SELECT format('Record %s', r.n) || CASE
               WHEN jsonb_typeof(r.value) <> 'object' THEN ' is no object'
               WHEN r.value ->> key IS NULL THEN format(' has no “%s”', key)
               WHEN m.name IS NOT NULL THEN format(' has “%s”, which is not known here', m.name)
               WHEN r.times > 1 THEN format(' has the same “%s” as another', key)
               WHEN jsonb_typeof(r.value #> path) IS DISTINCT FROM 'object' THEN format(' has “%s”, which is no object', path[1])
               ELSE format(' has “%s”, which %s', v.name, CASE WHEN v.known THEN 'is of another type' ELSE 'cannot be set' END) END
    INTO wrong
    FROM (SELECT e.value, e.n, count(*) OVER (PARTITION BY e.value ->> key) AS times
          FROM jsonb_array_elements(records) WITH ORDINALITY AS e (value, n)) r
    LEFT JOIN LATERAL (
        SELECT k.name FROM jsonb_object_keys(CASE jsonb_typeof(r.value) WHEN 'object' THEN r.value ELSE '{}' END) AS k (name)
        WHERE k.name <> ALL (members || key) LIMIT 1) m ON true
    LEFT JOIN LATERAL (
        SELECT f.name, f.name = ANY (columns) AS known
        FROM jsonb_each(CASE jsonb_typeof(r.value #> path) WHEN 'object' THEN (r.value #> path) - (ARRAY(SELECT unnest(members) EXCEPT SELECT unnest(columns)) || key)
                               ELSE '{}' END)
             AS f (name, value)
        LEFT JOIN pg_attribute a ON a.attrelid = place AND a.attname = f.name AND NOT a.attisdropped
        WHERE f.name <> ALL (columns)
           OR jsonb_typeof(f.value) NOT IN ('null', CASE WHEN format_type(a.atttypid, NULL) ~ '\[\]$' THEN 'array' ELSE 'string' END)
              AND format_type(a.atttypid, NULL) <> 'jsonb'
              AND NOT (jsonb_typeof(f.value) = 'number' AND format_type(a.atttypid, NULL) IN ('integer', 'bigint', 'numeric'))
        LIMIT 1) v ON true
    WHERE jsonb_typeof(r.value) <> 'object' OR r.value ->> key IS NULL OR r.times > 1 OR m.name IS NOT NULL OR v.name IS NOT NULL
       OR jsonb_typeof(r.value #> path) IS DISTINCT FROM 'object'
    ORDER BY r.n LIMIT 1;
    IF wrong IS NOT NULL THEN
        RAISE EXCEPTION '%. Nothing was written.', wrong USING ERRCODE = '22023';
    END IF;
END $$;

-- Keeps rows `{key, was, is}` in the history of an action: of those that were there, the fields that changed.
CREATE OR REPLACE FUNCTION shq.keep_changed(action BIGINT, rows JSONB) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO shq.change (action_id, keys, before, after)
    SELECT keep_changed.action, array_agg(p.key ORDER BY p.place), array_agg(p.before ORDER BY p.place), array_agg(p.after ORDER BY p.place)
    FROM (SELECT d.key, d.before, d.after, d.shape, d.place,
                 shq.history_page(row_number() OVER (PARTITION BY d.shape ORDER BY d.place)) AS page
          FROM (SELECT r.value ->> 'key' AS key, r.place, f.shape,
                       CASE jsonb_typeof(r.value -> 'was') WHEN 'object' THEN f.before ELSE 'null' END AS before,
                       CASE jsonb_typeof(r.value -> 'was') WHEN 'object' THEN f.after ELSE (r.value -> 'is') - 'updated_at' END AS after
                FROM jsonb_array_elements(rows) WITH ORDINALITY AS r (value, place)
                CROSS JOIN LATERAL (
                    SELECT jsonb_object_agg(k.name, r.value -> 'was' -> k.name) AS before, jsonb_object_agg(k.name, k.value) AS after,
                           array_agg(k.name ORDER BY k.name) AS shape
                    FROM jsonb_each(r.value -> 'is') AS k (name, value)
                    WHERE k.name <> 'updated_at' AND jsonb_typeof(r.value -> 'was') = 'object'
                      AND r.value -> 'was' -> k.name IS DISTINCT FROM k.value) f
                WHERE jsonb_typeof(r.value -> 'was') IS DISTINCT FROM 'object' OR f.shape IS NOT NULL) d) p
    GROUP BY p.shape, p.page
$$;
REVOKE ALL ON FUNCTION shq.keep_changed(BIGINT, JSONB) FROM PUBLIC;

-- Where the sidecars of a kind of record are, and what of them can be set.
CREATE OR REPLACE FUNCTION shq.sidecars() RETURNS TABLE (entity TEXT, place TEXT, key TEXT, columns TEXT[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES ('company', 'marketing.company_sidecar', 'company_unique_id', ARRAY['ein_number', 'dun_and_bradstreet_number', 'clay_tags',
                'clay_segments', 'enrichment_payload', 'last_enriched_at', 'enrichment_source', 'confidence_score']),
           ('person', 'marketing.people_sidecar', 'person_unique_id', ARRAY['clay_insight_summary', 'clay_segments', 'social_profiles',
                'enrichment_payload', 'last_enriched_at', 'enrichment_source', 'confidence_score'])
$$;

-- Makes and changes sidecars, as one action. What a record gives is set, what it does not give stays; without a time, the enrichment is of
-- now. Told and left alone are records of nobody in master and those that are a conflict: older than the sidecar, or with an `updated_at`
-- that is not the sidecar's.
CREATE OR REPLACE FUNCTION shq.upsert_sidecars(entity TEXT, records JSONB, executor TEXT, request UUID)
RETURNS TABLE (made INTEGER, changed INTEGER, same INTEGER, conflicts TEXT[], unknown TEXT[], action BIGINT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given CONSTANT TEXT := jsonb_build_array(entity, records, executor)::text;
    kind RECORD;
    owner RECORD;
    judged JSONB;
    written JSONB;
    answer JSONB;
    set_columns TEXT;
    act BIGINT;
BEGIN
    PERFORM shq.check_call(entity, executor);
    answer := shq.earlier_answer(request, 'upsert_sidecars', given);
    IF answer IS NULL THEN
        SELECT s.place, s.key, s.columns INTO kind FROM shq.sidecars() s WHERE s.entity = upsert_sidecars.entity;
        SELECT e.master, e.key INTO owner FROM shq.entities() e WHERE e.entity = upsert_sidecars.entity;
        PERFORM shq.check_given(records, kind.key, kind.columns || '{updated_at}', '{}', kind.place::regclass, kind.columns);
        EXECUTE format($sql$
            WITH given AS MATERIALIZED (
                SELECT g.n, g.value ->> %3$L AS key, (g.value ->> 'updated_at')::timestamptz AS state,
                       (g.value ->> 'last_enriched_at')::timestamptz AS at,
                       g.value - %3$L::text - 'updated_at' || CASE WHEN g.value ->> 'last_enriched_at' IS NULL THEN '{}'
                           ELSE jsonb_build_object('last_enriched_at', (g.value ->> 'last_enriched_at')::timestamptz::timestamp) END AS sets
                FROM jsonb_array_elements($1) WITH ORDINALITY AS g (value, n)),
            old AS MATERIALIZED (
                SELECT t.%3$I::text AS key, t.updated_at::timestamptz AS state, t.last_enriched_at::timestamptz AS at, to_jsonb(t) AS was,
                       t AS there
                FROM %1$s t WHERE t.%3$I IN (SELECT g.key FROM given g) ORDER BY t.%3$I FOR NO KEY UPDATE OF t)
            SELECT coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'sets', g.sets, 'was', o.was, 'verdict', CASE
                       WHEN m.%4$I IS NULL THEN 'unknown'
                       WHEN o.key IS NULL THEN CASE WHEN g.state IS NULL THEN 'made' ELSE 'conflict' END
                       WHEN to_jsonb(jsonb_populate_record(o.there, g.sets)) = o.was THEN 'same'
                       WHEN g.state <> o.state OR g.at < o.at THEN 'conflict' ELSE 'changed' END) ORDER BY g.n), '[]')
            FROM given g LEFT JOIN %2$s m ON m.%4$I = g.key LEFT JOIN old o ON o.key = g.key$sql$,
            kind.place, owner.master, kind.key, owner.key) INTO judged USING records;
        SELECT jsonb_build_object('made', count(*) FILTER (WHERE j.verdict = 'made'), 'changed', count(*) FILTER (WHERE j.verdict = 'changed'),
                   'same', count(*) FILTER (WHERE j.verdict = 'same'),
                   'conflicts', coalesce(jsonb_agg(j.key) FILTER (WHERE j.verdict = 'conflict'), '[]'),
                   'unknown', coalesce(jsonb_agg(j.key) FILTER (WHERE j.verdict = 'unknown'), '[]'))
        INTO answer FROM jsonb_to_recordset(judged) AS j (key TEXT, verdict TEXT);
        IF (answer ->> 'made')::integer + (answer ->> 'changed')::integer > 0 THEN
            INSERT INTO shq.action (kind, summary, table_name, row_count, executor, request_id)
            VALUES ('sidecar', CASE '0' WHEN answer ->> 'made' THEN 'Changed sidecars' WHEN answer ->> 'changed' THEN 'Made sidecars'
                                        ELSE 'Made and changed sidecars' END, kind.place,
                    (answer ->> 'made')::integer + (answer ->> 'changed')::integer, executor, request)
            RETURNING action_id INTO act;
            set_columns := (SELECT string_agg(format('%I', c), ', ' ORDER BY c) FROM unnest(kind.columns) c);
            EXECUTE format($sql$
                WITH judged AS MATERIALIZED (
                    SELECT j.key, j.verdict, j.was, CASE WHEN j.sets ->> 'last_enriched_at' IS NULL
                               THEN j.sets || jsonb_build_object('last_enriched_at', now()::timestamp) ELSE j.sets END AS sets
                    FROM jsonb_to_recordset($1) AS j (key TEXT, verdict TEXT, was JSONB, sets JSONB)),
                made AS (
                    INSERT INTO %1$s AS t (%2$I, %3$s)
                    SELECT j.key, %4$s FROM judged j CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, j.sets) r WHERE j.verdict = 'made'
                    RETURNING t.%2$I::text AS key, NULL::jsonb AS was, %5$s AS is),
                changed AS (
                    UPDATE %1$s t SET (%3$s) = (SELECT %4$s FROM jsonb_populate_record(t, j.sets) r)
                    FROM judged j WHERE j.verdict = 'changed' AND t.%2$I = j.key
                    RETURNING j.key, j.was, %5$s AS is)
                SELECT jsonb_agg(jsonb_build_object('key', w.key, 'was', w.was, 'is', w.is) ORDER BY w.key)
                FROM (SELECT m.key, m.was, m.is FROM made m UNION ALL SELECT c.key, c.was, c.is FROM changed c) w$sql$,
                kind.place, kind.key, set_columns,
                (SELECT string_agg(format('r.%I', c), ', ' ORDER BY c) FROM unnest(kind.columns) c),
                shq.row_as_json(kind.place::regclass, 't')) INTO written USING judged;
            PERFORM shq.keep_changed(act, written);
        END IF;
        answer := answer || jsonb_build_object('action', act);
        PERFORM shq.keep_answer(request, 'upsert_sidecars', given, answer);
    END IF;
    RETURN QUERY SELECT a.made, a.changed, a.same, a.conflicts, a.unknown, a.action
        FROM jsonb_to_record(answer) AS a (made INTEGER, changed INTEGER, same INTEGER, conflicts TEXT[], unknown TEXT[], action BIGINT);
END $$;
REVOKE ALL ON FUNCTION shq.upsert_sidecars(TEXT, JSONB, TEXT, UUID) FROM PUBLIC;

-- The fields of a record of intake that can be filled in.
CREATE OR REPLACE FUNCTION shq.fillable_columns(entity TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE entity
        WHEN 'company' THEN ARRAY['company', 'company_name_for_emails', 'num_employees', 'industry', 'website', 'company_linkedin_url',
            'facebook_url', 'twitter_url', 'company_street', 'company_city', 'company_state', 'company_country', 'company_postal_code',
            'company_address', 'company_phone', 'sic_codes', 'founded_year', 'state_abbrev']
        WHEN 'person' THEN ARRAY['first_name', 'last_name', 'full_name', 'email', 'work_phone', 'personal_phone', 'title', 'seniority',
            'department', 'company_name', 'company_unique_id', 'company_slot_unique_id', 'linkedin_url', 'twitter_url', 'facebook_url',
            'bio', 'skills', 'education', 'certifications', 'city', 'state', 'state_abbrev', 'country', 'source_system',
            'source_record_id'] END
$$;

CREATE OR REPLACE FUNCTION shq.fillable(entity TEXT, record JSONB) RETURNS JSONB
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT jsonb_object_agg(c.name, record -> c.name) FROM unnest(shq.fillable_columns(entity)) AS c (name)
$$;

-- Stands for what a record says, and whether it is validated or rejected: the same as files of enrichment have.
CREATE OR REPLACE FUNCTION shq.enrichment_state(entity TEXT, record JSONB) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT md5((shq.fillable(entity, record) || jsonb_build_object('validated', (record ->> 'validated')::boolean IS TRUE,
                                                                   'rejected', shq.is_rejected(record ->> 'validation_notes')))::text)
$$;

-- The records of a batch that failed and are not promoted, for agents to fill in. Those that a steward rejected stay: what they lack is no
-- data.
CREATE OR REPLACE FUNCTION shq.records_to_enrich(entity TEXT, batch TEXT)
RETURNS TABLE (id BIGINT, state TEXT, fields JSONB, findings JSONB, notes TEXT[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shq.check_call(entity, 'anybody');
    RETURN QUERY EXECUTE format($sql$
        SELECT t.id, shq.enrichment_state($1, to_jsonb(t)), shq.fillable($1, to_jsonb(t)),
               coalesce((SELECT jsonb_agg(jsonb_build_object('rule', f.rule_code, 'field', f.field, 'severity', f.severity,
                                                             'message', f.message) ORDER BY f.rule_code)
                         FROM shq.finding f WHERE f.entity = $1 AND f.record_id = t.id), '[]'),
               array_remove(string_to_array(t.validation_notes::text, E'\n'), '')
        FROM %1$s t
        WHERE t.import_batch_id = $2 AND t.validated IS NOT TRUE AND shq.has_error_note(t.validation_notes)
          AND NOT shq.is_rejected(t.validation_notes) AND NOT %2$s
        ORDER BY t.id$sql$, shq.intake_of(entity), shq.is_promoted(entity)) USING entity, batch;
END $$;
REVOKE ALL ON FUNCTION shq.records_to_enrich(TEXT, TEXT) FROM PUBLIC;

-- Whether a record `t` of intake is promoted, or was and is merged into another.
CREATE OR REPLACE FUNCTION shq.is_promoted(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT format('(EXISTS (SELECT FROM %1$s m WHERE m.source_record_id = t.id::text AND m.source_system = ''intake_promotion'')'
                  || ' OR EXISTS (SELECT FROM shq.merged g WHERE g.entity = %2$L AND g.source_record_id = t.id::text))', shq.master_of(entity), entity)
$$;

-- Takes records of a batch back as `{id, state, fields, enrichment}`: the fields that they give are filled, and those records checked by
-- the rules again. A field that is left out stays, null or a blank text empties it. What an enrichment brings beside (`payload`, and
-- perhaps `source` and `confidence`) is kept for the record's sidecar. Told and left alone are records that the batch does not have, and those
-- that were changed, validated, rejected or promoted since their state was read.
CREATE OR REPLACE FUNCTION shq.fill_enriched(entity TEXT, batch TEXT, records JSONB, executor TEXT, request UUID,
                                             rules TEXT DEFAULT 'standard')
RETURNS TABLE (filled INTEGER, kept INTEGER, same INTEGER, conflicts BIGINT[], unknown BIGINT[], action BIGINT, run TEXT, passed INTEGER,
               failed INTEGER)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given CONSTANT TEXT := jsonb_build_array(entity, batch, records, executor, rules)::text;
    before CONSTANT TEXT := coalesce(current_setting('steward.request_id', true), '');
    intake CONSTANT TEXT := shq.intake_of(entity);
    judged JSONB;
    written JSONB;
    answer JSONB;
    act BIGINT;
    wrong BIGINT;
BEGIN
    PERFORM shq.check_call(entity, executor);
    answer := shq.earlier_answer(request, 'fill_enriched', given);
    IF answer IS NULL THEN
        PERFORM shq.check_given(records, 'id', '{state,fields,enrichment}', '{fields}', intake::regclass, shq.fillable_columns(entity));
        SELECT r.n INTO wrong FROM jsonb_array_elements(records) WITH ORDINALITY AS r (value, n)
        WHERE r.value ->> 'state' IS NULL OR r.value ->> 'id' !~ '^[0-9]{1,18}$'
           OR jsonb_exists(r.value, 'enrichment') AND (coalesce(jsonb_typeof(r.value #> '{enrichment,payload}') NOT IN ('object', 'array'), true)
              OR coalesce(jsonb_typeof(r.value #> '{enrichment,source}') NOT IN ('string', 'null'), false)
              OR coalesce(jsonb_typeof(r.value #> '{enrichment,confidence}') NOT IN ('number', 'null'), false)
              OR (r.value -> 'enrichment') - '{payload,source,confidence}'::text[] <> '{}')
        ORDER BY r.n LIMIT 1;
        IF wrong IS NOT NULL THEN
            RAISE EXCEPTION 'Record % lacks its state or its number, or has another enrichment than payload, source and confidence.'
                ' Nothing was written.', wrong USING ERRCODE = '22023';
        END IF;
        PERFORM set_config('steward.request_id', request::text, true);
        PERFORM shq.begin_run('Filling in needs a batch, an executor and a set of rules', batch, executor, rules);
        EXECUTE format($sql$
            WITH given AS MATERIALIZED (
                SELECT g.n, (g.value ->> 'id')::bigint AS id, g.value ->> 'state' AS state, g.value -> 'enrichment' AS enrichment,
                       coalesce((SELECT jsonb_object_agg(f.name, CASE WHEN jsonb_typeof(f.value) = 'string'
                                            AND shq.visible(f.value #>> '{}') IS NULL THEN 'null' ELSE f.value END)
                                 FROM jsonb_each(g.value -> 'fields') AS f (name, value)), '{}') AS sets
                FROM jsonb_array_elements($1) WITH ORDINALITY AS g (value, n)),
            old AS MATERIALIZED (
                SELECT t.id, to_jsonb(t) AS was, t AS there FROM %1$s t
                WHERE t.id IN (SELECT g.id FROM given g) AND t.import_batch_id = $2 ORDER BY t.id FOR NO KEY UPDATE OF t),
            compared AS MATERIALIZED (
                SELECT g.n, g.id, g.state, g.sets, o.was, to_jsonb(jsonb_populate_record(o.there, g.sets)) = o.was AS says_it,
                       CASE WHEN NOT EXISTS (SELECT FROM shq.latest_enrichment($3, g.id) e
                                WHERE (e.payload, e.source, e.confidence) IS NOT DISTINCT FROM (g.enrichment -> 'payload',
                                    g.enrichment ->> 'source', (g.enrichment ->> 'confidence')::numeric(5,2))) THEN g.enrichment END AS news
                FROM given g LEFT JOIN old o ON o.id = g.id)
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'sets', t.sets, 'was', t.was, 'news', t.news, 'verdict', CASE
                       WHEN t.was IS NULL THEN 'unknown' WHEN t.says_it AND t.news IS NULL THEN 'same'
                       WHEN %2$s OR t.state <> shq.enrichment_state($3, t.was) THEN 'conflict'
                       WHEN t.says_it THEN 'kept' ELSE 'filled' END) ORDER BY t.n), '[]')
            FROM compared t$sql$, intake, shq.is_promoted(entity)) INTO judged USING records, batch, entity;
        SELECT jsonb_build_object('filled', count(*) FILTER (WHERE j.verdict = 'filled'), 'kept', count(*) FILTER (WHERE j.verdict = 'kept'),
                   'same', count(*) FILTER (WHERE j.verdict = 'same'),
                   'conflicts', coalesce(jsonb_agg(j.id) FILTER (WHERE j.verdict = 'conflict'), '[]'),
                   'unknown', coalesce(jsonb_agg(j.id) FILTER (WHERE j.verdict = 'unknown'), '[]'))
        INTO answer FROM jsonb_to_recordset(judged) AS j (id BIGINT, verdict TEXT);
        IF (answer ->> 'filled')::integer + (answer ->> 'kept')::integer > 0 THEN
            INSERT INTO shq.action (kind, summary, table_name, row_count, executor, request_id)
            VALUES ('enrich', 'Filled in by enrichment of batch ' || batch, intake, (answer ->> 'filled')::integer, executor, request)
            RETURNING action_id INTO act;
            EXECUTE format($sql$
                WITH filled AS (
                    UPDATE %1$s t SET (%2$s) = (SELECT %3$s FROM jsonb_populate_record(t, j.sets) r)
                    FROM jsonb_to_recordset($1) AS j (id BIGINT, verdict TEXT, was JSONB, sets JSONB)
                    WHERE j.verdict = 'filled' AND t.id = j.id
                    RETURNING t.id, j.was, %4$s AS is)
                SELECT jsonb_agg(jsonb_build_object('key', f.id::text, 'was', f.was, 'is', f.is) ORDER BY f.id) FROM filled f$sql$,
                intake, (SELECT string_agg(format('%I', c), ', ' ORDER BY c) FROM unnest(shq.fillable_columns(entity)) c),
                (SELECT string_agg(format('r.%I', c), ', ' ORDER BY c) FROM unnest(shq.fillable_columns(entity)) c),
                shq.row_as_json(intake::regclass, 't')) INTO written USING judged;
            PERFORM shq.keep_changed(act, coalesce(written, '[]'));
            INSERT INTO shq.intake_enrichment (entity, intake_id, payload, source, confidence, executor, action_id)
            SELECT fill_enriched.entity, j.id, j.news -> 'payload', j.news ->> 'source', (j.news ->> 'confidence')::numeric(5,2), executor, act
            FROM jsonb_to_recordset(judged) AS j (id BIGINT, verdict TEXT, news JSONB)
            WHERE j.verdict IN ('filled', 'kept') AND jsonb_typeof(j.news) = 'object';
        END IF;
        answer := answer || jsonb_build_object('action', act);
        IF (answer ->> 'filled')::integer > 0 THEN
            answer := answer || (SELECT jsonb_build_object('run', v.run, 'passed', v.passed, 'failed', v.failed)
                FROM shq.validate_records(entity, batch, executor, rules,
                    ARRAY(SELECT j.id FROM jsonb_to_recordset(judged) AS j (id BIGINT, verdict TEXT) WHERE j.verdict = 'filled')) v);
        END IF;
        PERFORM set_config('steward.request_id', before, true);
        PERFORM shq.keep_answer(request, 'fill_enriched', given, answer);
    END IF;
    RETURN QUERY SELECT a.filled, a.kept, a.same, a.conflicts, a.unknown, a.action, a.run, a.passed, a.failed
        FROM jsonb_to_record(answer) AS a (filled INTEGER, kept INTEGER, same INTEGER, conflicts BIGINT[], unknown BIGINT[], action BIGINT,
                                           run TEXT, passed INTEGER, failed INTEGER);
END $$;
REVOKE ALL ON FUNCTION shq.fill_enriched(TEXT, TEXT, JSONB, TEXT, UUID, TEXT) FROM PUBLIC;

-- Runs the rules on a batch and promotes it, both or neither; `run` is the promotion's in the validation log, NULL for a batch that has no
-- records.
CREATE OR REPLACE FUNCTION shq.validate_and_promote_once(entity TEXT, batch TEXT, executor TEXT, request UUID,
                                                         rules TEXT DEFAULT 'standard')
RETURNS TABLE (validated INTEGER, promoted INTEGER, failed INTEGER, run TEXT)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    given CONSTANT TEXT := jsonb_build_array(entity, batch, executor, rules)::text;
    before CONSTANT TEXT := coalesce(current_setting('steward.request_id', true), '');
    answer JSONB;
BEGIN
    PERFORM shq.check_call(entity, executor);
    answer := shq.earlier_answer(request, 'validate_and_promote_once', given);
    IF answer IS NULL THEN
        PERFORM set_config('steward.request_id', request::text, true);
        SELECT jsonb_build_object('validated', v.validated, 'promoted', v.promoted, 'failed', v.failed) INTO answer
        FROM shq.validate_and_promote_records(entity, batch, executor, rules) v;
        PERFORM set_config('steward.request_id', before, true);
        answer := answer || jsonb_build_object('run', (SELECT d.validation_run_id FROM shq.run_detail d WHERE d.request_id = request));
        PERFORM shq.keep_answer(request, 'validate_and_promote_once', given, answer);
    END IF;
    RETURN QUERY SELECT a.validated, a.promoted, a.failed, a.run
        FROM jsonb_to_record(answer) AS a (validated INTEGER, promoted INTEGER, failed INTEGER, run TEXT);
END $$;
REVOKE ALL ON FUNCTION shq.validate_and_promote_once(TEXT, TEXT, TEXT, UUID, TEXT) FROM PUBLIC;
