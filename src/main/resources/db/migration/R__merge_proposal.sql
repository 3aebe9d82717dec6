-- The functions of this file are parts of statements and read others of scripts that come later.
SET LOCAL check_function_bodies = off;

-- In what kinds of record differ when they are merged, beside what shq.entities says: the sidecar and its key; when a record `m` with its
-- sidecar `c` counts as verified, and how good it is; columns of which one says little without the others, so that they stay together.
CREATE OR REPLACE FUNCTION shq.merge_kinds()
RETURNS TABLE (entity TEXT, sidecar TEXT, sidecar_key TEXT, verified TEXT, quality TEXT, together JSONB)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES ('company', 'marketing.company_sidecar', 'company_unique_id', 'm.validated_at IS NOT NULL', 'm.data_quality_score',
            '[["address_street", "address_city", "address_state", "address_zip", "address_country", "state_abbrev"],
              ["last_enriched_at", "enrichment_source", "confidence_score"]]'::jsonb),
           ('person', 'marketing.people_sidecar', 'person_unique_id', 'm.email_verified',
            'coalesce((SELECT l.quality_score FROM marketing.email_verification_log l WHERE l.person_unique_id = m.unique_id
                       ORDER BY l.verified_at DESC NULLS LAST, l.verification_id DESC LIMIT 1), c.confidence_score)',
            '[["company_unique_id", "company_slot_unique_id"], ["email", "email_verified"],
              ["last_enriched_at", "enrichment_source", "confidence_score"]]'::jsonb)
$$;

-- The columns of a table whose values a merge decides: not those that say where a row comes from, or what is kept about it.
CREATE OR REPLACE FUNCTION shq.merged_columns(of REGCLASS, key TEXT) RETURNS TABLE (name TEXT, place INTEGER)
LANGUAGE sql STABLE AS $$
    SELECT a.attname::text, a.attnum::integer
    FROM pg_attribute a
    WHERE a.attrelid = of AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' AND a.attname <> key
      AND a.attname <> ALL ('{source_system,source_record_id,promoted_from_intake_at,promotion_audit_log_id,created_at,updated_at,'
                            'import_batch_id,validated_at,validated_by,data_quality_score}'::text[])
$$;

-- Whether a value of a cell says anything; what promotion puts where intake had nothing does not.
CREATE OR REPLACE FUNCTION shq.says_something(value JSONB) RETURNS BOOLEAN
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE jsonb_typeof(value)
               WHEN 'string' THEN shq.filled(value #>> '{}') IS NOT NULL
                   AND rtrim(lower((value #>> '{}') COLLATE "C"), '/ ') NOT IN ('https://example.com', 'unknown company')
               WHEN 'array' THEN value <> '[]' WHEN 'object' THEN value <> '{}' WHEN 'boolean' THEN value = 'true'
               ELSE coalesce(jsonb_typeof(value) = 'number', false) END
$$;

-- Two values as one: lists and objects together, in which the first comes first and wins, else the first that says something.
CREATE OR REPLACE FUNCTION shq.united(first JSONB, other JSONB) RETURNS JSONB
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN NOT shq.says_something(first) THEN CASE WHEN shq.says_something(other) THEN other ELSE first END
                WHEN jsonb_typeof(first) = 'array' AND jsonb_typeof(other) = 'array' THEN
                    first || coalesce((SELECT jsonb_agg(o.value ORDER BY o.n)
                                       FROM jsonb_array_elements(other) WITH ORDINALITY AS o (value, n)
                                       WHERE NOT EXISTS (SELECT FROM jsonb_array_elements(first) AS f (value) WHERE f.value = o.value)
                                         AND o.n = (SELECT min(d.n) FROM jsonb_array_elements(other) WITH ORDINALITY AS d (value, n)
                                                    WHERE d.value = o.value)), '[]')
                WHEN jsonb_typeof(first) = 'object' AND jsonb_typeof(other) = 'object' THEN
                    (SELECT jsonb_object_agg(k.key, shq.united(first -> k.key, other -> k.key))
                     FROM (SELECT jsonb_object_keys(first) UNION SELECT jsonb_object_keys(other)) AS k (key))
                ELSE first END
$$;

-- The records of these IDs, whole, with what rules tell them apart by; the higher the better.
CREATE OR REPLACE FUNCTION shq.merge_candidates(entity TEXT, ids TEXT[])
RETURNS TABLE (id TEXT, place BIGINT, name TEXT, whole JSONB, sidecar JSONB, source TEXT, facts JSONB)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
BEGIN
    RETURN QUERY EXECUTE (
        SELECT format($q$
            SELECT m.%2$I::text, i.place, m.%3$I::text, to_jsonb(m), CASE WHEN c.%5$I IS NOT NULL THEN to_jsonb(c) END,
                   m.source_system::text,
                   jsonb_build_object('verified', coalesce((%6$s)::boolean, false)::integer, 'quality', coalesce((%7$s)::numeric, -1),
                       'completeness', (SELECT count(*) FROM shq.merged_columns(%1$L::regclass, %2$L) n
                                        WHERE shq.says_something(to_jsonb(m) -> n.name)),
                       'newest', coalesce(extract(epoch FROM m.updated_at::timestamptz), 0),
                       'oldest', -coalesce(extract(epoch FROM m.created_at::timestamptz), 0))
            FROM unnest($1) WITH ORDINALITY AS i (id, place)
            JOIN %1$s m ON m.%2$I = i.id
            LEFT JOIN %4$s c ON c.%5$I = m.%2$I$q$, e.master, e.key, e.name, k.sidecar, k.sidecar_key, k.verified, k.quality)
        FROM shq.entities() e JOIN shq.merge_kinds() k ON k.entity = e.entity WHERE e.entity = merge_candidates.entity)
    USING ids;
END $$;

-- How a rule values a record, best first where this is sorted downwards.
CREATE OR REPLACE FUNCTION shq.merge_rank(rule shq.merge_rule, survivor TEXT, id TEXT, source TEXT, facts JSONB) RETURNS NUMERIC[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg(CASE b.by WHEN 'survivor' THEN (id = survivor)::integer
                               WHEN 'source' THEN -coalesce(array_position(rule.sources, source), 1000)
                               ELSE (facts ->> b.by)::numeric END ORDER BY b.n) || ARRAY[(id = survivor)::integer::numeric]
    FROM unnest(rule.by) WITH ORDINALITY AS b (by, n)
$$;

CREATE OR REPLACE FUNCTION shq.merge_rule_of(entity TEXT, field TEXT) RETURNS shq.merge_rule
LANGUAGE sql STABLE AS $$
    SELECT r FROM shq.merge_rule r WHERE r.entity = $1 AND r.field IN ($2, '*') ORDER BY r.field = '*' LIMIT 1
$$;

-- Which of these records the rules would have survive; NULL where master has none of them.
CREATE OR REPLACE FUNCTION shq.proposed_survivor(entity TEXT, ids TEXT[]) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT c.id FROM shq.merge_candidates(entity, ids) c
    ORDER BY shq.merge_rank(shq.merge_rule_of(entity, 'survivor'), NULL, c.id, c.source, c.facts) DESC NULLS LAST, c.place LIMIT 1
$$;

-- What the survivor would be, cell by cell: the value, whose it is (NULL: put together of several, or nobody's), and what each record has.
-- `choice` names for a column the ID of the record whose value stays, the columns of the sidecar under "sidecar"; the rest is by rules.
-- Without a sidecar on any side there are no cells of one.
CREATE OR REPLACE FUNCTION shq.merge_proposal(entity TEXT, survivor TEXT, others TEXT[], choice JSONB)
RETURNS TABLE (part TEXT, place INTEGER, field TEXT, value JSONB, from_id TEXT, chosen BOOLEAN, options JSONB)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    kind RECORD;
    cell RECORD;
    wanted TEXT;
    rule shq.merge_rule;
    ranked JSONB;
    one JSONB;
    kept JSONB;
    base JSONB;
    lead TEXT;
    winner TEXT;
    candidates CONSTANT JSONB := (SELECT jsonb_object_agg(c.id, jsonb_build_object('record', c.whole, 'sidecar', c.sidecar,
                                             'source', c.source, 'facts', c.facts, 'place', c.place))
                                  FROM shq.merge_candidates(entity, survivor || others) c);
BEGIN
    SELECT e.master, e.key, k.sidecar, k.sidecar_key, k.together INTO kind
    FROM shq.entities() e JOIN shq.merge_kinds() k ON k.entity = e.entity WHERE e.entity = merge_proposal.entity;
    FOR cell IN
        SELECT n.part, n.name, n.place, t.columns
        FROM (SELECT 'record' AS part, r.name, r.place FROM shq.merged_columns(kind.master::regclass, kind.key) r
              UNION ALL
              SELECT 'sidecar', s.name, s.place FROM shq.merged_columns(kind.sidecar::regclass, kind.sidecar_key) s
              WHERE EXISTS (SELECT FROM jsonb_each(candidates) AS c (id, record) WHERE jsonb_typeof(c.record -> 'sidecar') = 'object')) n
        LEFT JOIN jsonb_array_elements(kind.together) AS t (columns) ON t.columns ? n.name
        ORDER BY n.part, n.place
    LOOP
        part := cell.part;
        place := cell.place;
        field := cell.name;
        lead := coalesce(cell.columns ->> 0, field);
        SELECT jsonb_object_agg(c.id, coalesce(c.record -> part -> field, 'null')) INTO options
        FROM jsonb_each(candidates) AS c (id, record);
        wanted := CASE part WHEN 'record' THEN coalesce(choice ->> field, choice ->> lead)
                            ELSE coalesce(choice -> 'sidecar' ->> field, choice -> 'sidecar' ->> lead) END;
        chosen := wanted IS NOT NULL;
        IF chosen THEN
            value := options -> wanted;
            from_id := wanted;
            RETURN NEXT;
            CONTINUE;
        END IF;
        rule := shq.merge_rule_of(entity, lead);
        SELECT jsonb_agg(c.id ORDER BY CASE lead WHEN 'last_enriched_at' THEN c.record -> part ->> lead END DESC NULLS LAST,
                         shq.merge_rank(rule, survivor, c.id, c.record ->> 'source', c.record -> 'facts') DESC NULLS LAST,
                         (c.record ->> 'place')::bigint) INTO ranked
        FROM jsonb_each(candidates) AS c (id, record);
        value := 'null';
        from_id := NULL;
        base := NULL;
        winner := survivor;
        FOR one IN SELECT r.value FROM jsonb_array_elements(ranked) AS r (value) LOOP
            IF cell.columns IS NOT NULL THEN
                -- Of what belongs together another record fills gaps only where it says nothing else.
                SELECT jsonb_object_agg(n.name, candidates -> (one #>> '{}') -> part -> n.name) INTO kept
                FROM jsonb_array_elements_text(cell.columns) AS n (name)
                WHERE shq.says_something(candidates -> (one #>> '{}') -> part -> n.name);
                CONTINUE WHEN kept IS NULL
                    OR base IS NOT NULL AND NOT EXISTS (SELECT FROM jsonb_object_keys(kept) k (name) WHERE base ? k.name)
                    OR EXISTS (SELECT FROM jsonb_each_text(kept) AS k (name, value)
                               WHERE base ? k.name AND lower(base ->> k.name) <> lower(k.value));
                winner := CASE WHEN base IS NULL THEN one #>> '{}' ELSE winner END;
                base := kept || coalesce(base, '{}');
            END IF;
            IF jsonb_typeof(options -> (one #>> '{}')) IN ('array', 'object') THEN
                from_id := CASE WHEN NOT shq.says_something(value) THEN one #>> '{}'
                                WHEN shq.united(value, options -> (one #>> '{}')) = value THEN from_id END;
                value := shq.united(value, options -> (one #>> '{}'));
            ELSIF NOT shq.says_something(value) AND shq.says_something(options -> (one #>> '{}')) THEN
                value := options -> (one #>> '{}');
                from_id := one #>> '{}';
            END IF;
        END LOOP;
        IF NOT shq.says_something(value) THEN
            value := options -> winner;
            from_id := CASE WHEN value <> 'null' THEN winner END;
        END IF;
        RETURN NEXT;
    END LOOP;
END $$;
