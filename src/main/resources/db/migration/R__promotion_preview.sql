-- What master asks of the rows that a promotion would insert, read from the catalogue, so that a database's own constraints count too:
-- NOT NULL, the length and range of its types, CHECK constraints and foreign keys, and unique indexes, against master and among the rows.
-- A query over the promotable records of batch $1, were they promoted by $2, that gives the id and the reason of each that master would
-- refuse.
-- Triggers of others and what is drawn at random are not foreseen; the promotion asks master itself.
DROP FUNCTION IF EXISTS shq.refusals_query(), shq.promotion_refusals(TEXT), shq.promotion_rows(TEXT);
CREATE OR REPLACE FUNCTION shq.refusals_query(entity TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    master CONSTANT REGCLASS := shq.master_of(entity)::regclass;
    name_of_master CONSTANT TEXT := split_part(shq.master_of(entity), '.', 2);
    key_of_master CONSTANT TEXT := (SELECT e.key FROM shq.entities() e WHERE e.entity = refusals_query.entity);
    mapped CONSTANT TEXT[] := shq.mapped_columns(entity);
    columns TEXT;
    generated TEXT;
    conditions TEXT;
    keys TEXT;
    doubles TEXT;
    double_reasons TEXT;
BEGIN
    SELECT string_agg(format('%s AS %I', CASE
               WHEN a.attname = ANY (mapped) THEN format('r.%I::%s', a.attname, shq.open_type(a.atttypid))
               WHEN a.attname = 'source_system' THEN quote_literal('intake_promotion')
               WHEN a.attname = 'source_record_id' THEN 'r.intake_id::text'
               WHEN a.attname = 'promoted_from_intake_at' THEN 'now()'
               WHEN d.adbin IS NOT NULL AND a.attgenerated = '' AND NOT shq.is_drawn(pg_get_expr(d.adbin, d.adrelid))
                   THEN format('(%s)', pg_get_expr(d.adbin, d.adrelid))
               ELSE format('NULL::%s', shq.open_type(a.atttypid)) END, a.attname), ', ') FILTER (WHERE a.attgenerated = ''),
           string_agg(format(', %s AS %I', pg_get_expr(d.adbin, d.adrelid), a.attname), '') FILTER (WHERE a.attgenerated <> '')
    INTO columns, generated
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = master AND a.attnum > 0 AND NOT a.attisdropped;

    SELECT string_agg(format('WHEN %s THEN %L', c.broken, c.reason), ' ' ORDER BY c.kind, c.reason) INTO conditions
    FROM (SELECT 1 AS kind, format('%I IS NULL', a.attname) AS broken, format('has no %s', replace(a.attname, '_', ' ')) AS reason
          FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE a.attrelid = master AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull AND d.adbin IS NULL AND a.attidentity = ''
            AND a.attname NOT IN (key_of_master, 'promoted_from_intake_at')
          UNION ALL
          SELECT 2, format('btrim(substr(%I::text, %s)) <> %L', a.attname, a.atttypmod - 3, ''),
                 format('has more than %s characters in %s', a.atttypmod - 4, replace(a.attname, '_', ' '))
          FROM pg_attribute a
          WHERE a.attrelid = master AND a.attname = ANY (mapped || 'source_record_id'::text) AND a.atttypmod > 4
            AND a.atttypid IN ('varchar'::regtype, 'bpchar'::regtype)
          UNION ALL
          SELECT 2, format('%I NOT BETWEEN -32768 AND 32767', a.attname), format('has too large a number in %s', replace(a.attname, '_', ' '))
          FROM pg_attribute a WHERE a.attrelid = master AND a.attname = ANY (mapped) AND a.atttypid = 'int2'::regtype
          UNION ALL
          SELECT 3, format('NOT (%s)', pg_get_expr(c.conbin, c.conrelid)),
                 format('breaks a rule of master about %s', coalesce((
                     SELECT string_agg(replace(a.attname, '_', ' '), ' and ' ORDER BY a.attnum)
                     FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)), 'the whole row'))
          FROM pg_constraint c WHERE c.conrelid = master AND c.contype = 'c'
          UNION ALL
          SELECT 4, format('%s AND NOT EXISTS (SELECT FROM %s f WHERE %s)',
                           string_agg(format('%I.%I IS NOT NULL', name_of_master, a.attname), ' AND '),
                           c.confrelid::regclass, string_agg(format('f.%I = %I.%I', f.attname, name_of_master, a.attname), ' AND ')),
                 format('breaks a rule of master: there is no such %s', string_agg(replace(a.attname, '_', ' '), ' and '))
          FROM pg_constraint c, unnest(c.conkey, c.confkey) AS k (own, other),
               pg_attribute a, pg_attribute f
          WHERE c.conrelid = master AND c.contype = 'f' AND a.attrelid = master AND a.attnum = k.own
            AND f.attrelid = c.confrelid AND f.attnum = k.other
          GROUP BY c.oid, c.conname, c.confrelid) c;

    -- A row that something else refuses takes no key from the others.
    SELECT string_agg(format(', coalesce(%s, false) AS possible_%s', x.possible, x.n) || x.key_columns, ''),
           string_agg(format(', CASE WHEN l.reason IS NULL AND l.possible_%1$s THEN row_number() OVER (PARTITION BY l.reason IS NULL,'
                             || ' l.possible_%1$s, %2$s ORDER BY l.intake_id) > 1'
                             || ' OR EXISTS (SELECT FROM %4$s WHERE %3$s) END AS double_%1$s', x.n, x.keys, x.taken, master), ''),
           string_agg(format(' WHEN d.double_%s THEN %L', x.n, format('breaks a rule of master: another row has the same %s', x.words)), '')
    INTO keys, doubles, double_reasons
    FROM (SELECT i.words, i.n,
                 concat_ws(' AND ', i.predicate, CASE WHEN NOT i.nulls_meet THEN string_agg(format('(%s) IS NOT NULL', k.key), ' AND ') END,
                           'true') AS possible,
                 string_agg(format(', %s AS key_%s_%s', k.key, i.n, k.position), '') AS key_columns,
                 string_agg(format('l.key_%s_%s', i.n, k.position), ', ') AS keys,
                 concat_ws(' AND ', i.predicate, string_agg(format('(%s) %s l.key_%s_%s', k.key,
                     CASE WHEN i.nulls_meet THEN 'IS NOT DISTINCT FROM' ELSE '=' END, i.n, k.position), ' AND ')) AS taken
          FROM (SELECT x.indexrelid, coalesce((SELECT string_agg(replace(a.attname, '_', ' '), ' and ' ORDER BY a.attnum)
                                               FROM pg_attribute a WHERE a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey)), 'values')
                                          AS words, x.indnkeyatts, row_number() OVER (ORDER BY x.indexrelid) AS n, x.indnullsnotdistinct AS nulls_meet,
                       '(' || pg_get_expr(x.indpred, x.indrelid) || ')' AS predicate
                FROM pg_index x
                WHERE x.indrelid = master AND x.indisunique AND NOT x.indisprimary
                  AND x.indexrelid IS DISTINCT FROM to_regclass(shq.promoted_once(entity))) i,
               LATERAL (SELECT p AS position, pg_get_indexdef(i.indexrelid, p, false) AS key
                        FROM generate_series(1, i.indnkeyatts) p) k
          GROUP BY i.indexrelid, i.words, i.n, i.predicate, i.nulls_meet) x;
    RETURN format($query$
        WITH l AS MATERIALIZED (
            SELECT %s.intake_id, CASE %s END AS reason%s
            FROM (SELECT r.intake_id, %s
                  %s AND NOT EXISTS (SELECT FROM %s m WHERE m.source_record_id = r.intake_id::text)
                  OFFSET 0) %s,
                 LATERAL (SELECT true AS a_row%s) made)
        SELECT d.intake_id, coalesce(d.reason, CASE%s END)
        FROM (SELECT l.intake_id, l.reason%s FROM l) d
        WHERE d.reason IS NOT NULL OR CASE%s END IS NOT NULL$query$,
        name_of_master, coalesce(conditions, 'WHEN false THEN NULL'), coalesce(keys, ''), columns, shq.rows_to_copy(entity), master,
        name_of_master, coalesce(generated, ''),
        coalesce(double_reasons, ' WHEN false THEN NULL'), coalesce(doubles, ''), coalesce(double_reasons, ' WHEN false THEN NULL'));
END $$;

CREATE OR REPLACE FUNCTION shq.promotion_refusals(entity TEXT, batch TEXT) RETURNS TABLE (intake_id BIGINT, reason TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY EXECUTE shq.refusals_query(entity) USING batch, session_user::text;
END $$;

-- The type without a length, which takes what is too long or too large for the column.
CREATE OR REPLACE FUNCTION shq.open_type(type OID) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN type = 'int2'::regtype THEN 'integer' ELSE format_type(type, -1) END
$$;

-- Whether an expression draws something new each time.
CREATE OR REPLACE FUNCTION shq.is_drawn(expression TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM pg_proc p WHERE p.provolatile = 'v' AND expression LIKE '%' || p.proname || '(%')
$$;

-- The rows of a batch as a preview of its promotion counts them: where each stands, which may be `refused` too, whether it is at fault,
-- whether the mapping remarks it, and whether it has an undecided pair of the batch's last search, so that it looks like another company.
CREATE OR REPLACE FUNCTION shq.promotion_rows(entity TEXT, batch TEXT)
RETURNS TABLE (intake_id BIGINT, standing TEXT, at_fault BOOLEAN, remarked BOOLEAN, alike BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT s.intake_id, CASE WHEN r.intake_id IS NOT NULL THEN 'refused' ELSE s.standing END,
           s.standing = ANY (ARRAY(SELECT h.hindrance FROM shq.hindrances() h WHERE h.fault)), s.remarked, d.intake_id IS NOT NULL
    FROM shq.promotion_standing($1, $2) s
    LEFT JOIN (SELECT f.intake_id FROM shq.promotion_refusals($1, $2) f) r ON r.intake_id = s.intake_id
    LEFT JOIN (SELECT DISTINCT p.intake_id FROM shq.match_pair_state() p
               WHERE $1 = 'company' AND p.match_run_id = (SELECT max(l.match_run_id) FROM shq.match_run l WHERE l.batch = $2 AND l.entity = 'company')
                 AND p.state IN ('open', 'later') AND p.score >= (SELECT t.shown FROM shq.match_setting t)) d ON d.intake_id = s.intake_id
$$;

-- What promoting a batch would do now: how many of its rows stand where, and how many of these the mapping remarks and look like another
-- company. Where a row is refused, promotion refuses the batch.
CREATE OR REPLACE FUNCTION shq.promotion_counts(entity TEXT, batch TEXT)
RETURNS TABLE (standing TEXT, records BIGINT, remarked BIGINT, alike BIGINT)
LANGUAGE sql STABLE AS $$
    SELECT s.standing, count(*), count(*) FILTER (WHERE s.remarked), count(*) FILTER (WHERE s.alike)
    FROM shq.promotion_rows($1, $2) s
    GROUP BY s.standing
$$;

-- The same of companies in one row. The first seven are disjoint and add up to the batch's rows; placeholder and possible_duplicates lie
-- within promotable. Possible duplicates are as of the last search; NULL where pairs were never looked for.
CREATE OR REPLACE FUNCTION shq.promotion_preview(batch TEXT)
RETURNS TABLE (promotable BIGINT, already_promoted BIGINT, held_by_other_source BIGINT, held_by_match BIGINT, not_validated BIGINT,
               edited_since_validation BIGINT, refused BIGINT, placeholder BIGINT, possible_duplicates BIGINT,
               possible_duplicates_at TIMESTAMPTZ)
LANGUAGE sql STABLE AS $$
    WITH searched AS (SELECT r.found_at FROM shq.match_run r WHERE r.batch = $1 AND r.entity = 'company' ORDER BY r.match_run_id DESC LIMIT 1)
    SELECT count(*) FILTER (WHERE s.standing = 'promotable'),
           count(*) FILTER (WHERE s.standing = 'already_promoted'), count(*) FILTER (WHERE s.standing = 'held_by_other_source'),
           count(*) FILTER (WHERE s.standing = 'held_by_match'), count(*) FILTER (WHERE s.standing = 'not_validated'),
           count(*) FILTER (WHERE s.standing = 'edited_since_validation'), count(*) FILTER (WHERE s.standing = 'refused'),
           count(*) FILTER (WHERE s.standing = 'promotable' AND s.remarked),
           CASE WHEN EXISTS (SELECT FROM searched) THEN count(*) FILTER (WHERE s.standing = 'promotable' AND s.alike) END,
           (SELECT l.found_at FROM searched l)
    FROM shq.promotion_rows('company', $1) s
$$;
