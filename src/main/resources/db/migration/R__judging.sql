-- Functions that are part of statements read others of scripts that come later.
SET LOCAL check_function_bodies = off;

-- Rules as SQL. Of each record of a batch, `i`, the forms that the rules look at are made once, `v`; what they find fault with is a list of
-- their numbers. A few rules compare a record with others, of its batch or of master; all others ask a record alone, and so their answer
-- stands until the record is another.

-- The forms that a piece of SQL speaks of, each as SQL and by its name.
CREATE OR REPLACE FUNCTION shq.forms_for(entity TEXT, sql TEXT) RETURNS TABLE (name TEXT, made TEXT)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT f.name, shq.form(shq.intake_of($1), 'i', f.of_column, f.form)
    FROM shq.forms_in(sql) f JOIN pg_attribute a ON a.attname = f.of_column
    WHERE a.attrelid = shq.intake_of($1)::regclass AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT 'odd', format($odd$concat_ws(' ', %s) ~ '[^ -~]|&#?[0-9A-Za-z]+;'$odd$, string_agg(format('i.%I::text', c.name), ', '))
    FROM shq.text_columns($1) c
    HAVING strpos(sql, 'v.odd') > 0
$$;

-- The same as columns.
CREATE OR REPLACE FUNCTION shq.forms_of(entity TEXT, sql TEXT) RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(f.made || ' AS ' || f.name, ', ' ORDER BY f.name) FROM shq.forms_for($1, sql) f
$$;

-- What rules ask, as SQL: which of those that ask a record alone it breaks, `alone`, and of the others what is joined, `joined`, which
-- it breaks then, `compared`, and of which forms all that speaks, `keys`; NULL where there are none.
CREATE OR REPLACE FUNCTION shq.questions(checks shq.validation_rule[], OUT alone TEXT, OUT joined TEXT, OUT compared TEXT, OUT keys TEXT)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH asked AS MATERIALIZED (
        SELECT r.n, k.joined, format('CASE WHEN %s THEN %s END', k.broken, r.n) AS broken
        FROM unnest(checks) WITH ORDINALITY AS r (rule_set, code, entity, field, kind, parameters, severity, message, enabled, position, n),
             shq.rule_check(r.entity, r.field, r.kind, r.parameters, r.n::integer) AS k),
    texts AS (
        SELECT coalesce(string_agg(a.broken, ', ' ORDER BY a.n) FILTER (WHERE a.joined = ''), 'NULL::integer') AS alone,
               coalesce(string_agg(a.joined, ' ' ORDER BY a.n), '') AS joined,
               coalesce(string_agg(a.broken, ', ' ORDER BY a.n) FILTER (WHERE a.joined <> ''), 'NULL::integer') AS compared,
               string_agg(a.joined || a.broken, ' ' ORDER BY a.n) FILTER (WHERE a.joined <> '') AS comparing
        FROM asked a)
    SELECT format('array_remove(ARRAY[%s], NULL)', t.alone), t.joined, format('array_remove(ARRAY[%s], NULL)', t.compared),
           (SELECT string_agg(f.name, ', ' ORDER BY f.name) FROM shq.forms_in(t.comparing) f)
    FROM texts t
$$;

-- That a record of intake `i` was promoted, as SQL; what it became may be merged into another since.
CREATE OR REPLACE FUNCTION shq.was_promoted(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($sql$(EXISTS (SELECT FROM %s p WHERE p.source_record_id = i.id::text AND p.source_system = 'intake_promotion')
                        OR EXISTS (SELECT FROM shq.merged g WHERE g.entity = %L AND g.source_record_id = i.id::text
                                                              AND g.source_system = 'intake_promotion'))$sql$, shq.master_of(entity), entity)
$$;

-- The same as a join of what was promoted, `p` and `g`, which several processes may share. Where intake rows were promoted more than once,
-- master is read as a whole.
CREATE OR REPLACE FUNCTION shq.promoted_joined(entity TEXT) RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(CASE WHEN EXISTS (SELECT FROM pg_index x WHERE x.indexrelid = to_regclass(shq.promoted_once(entity)) AND x.indisvalid)
                       THEN $sql$LEFT JOIN %1$s p ON p.source_record_id = i.id::text AND p.source_system = 'intake_promotion'$sql$
                       ELSE $sql$LEFT JOIN (SELECT m.source_record_id FROM %1$s m WHERE m.source_system = 'intake_promotion' GROUP BY 1) p
                                 ON p.source_record_id = i.id::text$sql$ END
                  || $sql$ LEFT JOIN (SELECT m.source_record_id FROM shq.merged m
                                      WHERE m.entity = %2$L AND m.source_system = 'intake_promotion' GROUP BY 1) g
                           ON g.source_record_id = i.id::text$sql$, shq.master_of(entity), entity)
$$;

-- The batch's records that are not promoted, with the numbers of the rules that each of them breaks, as SQL; $1 is the batch.
CREATE OR REPLACE FUNCTION shq.judging(entity TEXT, checks shq.validation_rule[]) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    q RECORD;
    keyed TEXT := '';
BEGIN
    SELECT a.alone, a.joined, a.compared, a.keys INTO q FROM shq.questions(checks) a;
    IF q.joined <> '' THEN
        keyed := format($sql$
            WITH keyed AS MATERIALIZED (
                SELECT %1$s FROM %2$s i CROSS JOIN LATERAL (SELECT %3$s) v WHERE i.import_batch_id = $1)$sql$,
            'v.' || replace(q.keys, ', ', ', v.'), shq.intake_of(entity), shq.forms_of(entity, 'v.' || replace(q.keys, ', ', ' v.')));
    END IF;
    RETURN format('%s SELECT i.id::bigint AS id, %s || %s AS broken FROM %s i CROSS JOIN LATERAL (SELECT %s OFFSET 0) v %s'
                  || ' WHERE i.import_batch_id = $1 AND NOT %s',
                  keyed, q.alone, q.compared, shq.intake_of(entity), shq.forms_of(entity, q.alone || q.joined || q.compared), q.joined,
                  shq.was_promoted(entity));
END $$;

-- A mark of all that a record of intake `i` says, as SQL: another one once anything of it is changed, by whomever. What is known of the
-- phones that rules look at belongs to it; `joined` is what that takes.
CREATE OR REPLACE FUNCTION shq.content_mark(entity TEXT, sql TEXT, OUT mark TEXT, OUT joined TEXT)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH phone AS (
        SELECT f.of_column, 'known_' || row_number() OVER (ORDER BY f.of_column) AS alias
        FROM (SELECT DISTINCT f.of_column FROM shq.forms_in(sql) f WHERE f.form = 'phone') f)
    SELECT format('hash_record_extended(ROW(%s), 0)', concat_ws(', ', string_agg(format('i.%I::text', a.attname), ', ' ORDER BY a.attnum),
                  (SELECT string_agg(p.alias || '.mark', ', ' ORDER BY p.alias) FROM phone p))),
           (SELECT string_agg(format('LEFT JOIN (SELECT k.written, bit_xor(hash_record_extended(ROW(k.region, k.e164), 0)) AS mark'
                                     || ' FROM shq.known_phone k GROUP BY 1) %1$s ON %1$s.written = i.%2$I::text', p.alias, p.of_column), ' ')
            FROM phone p)
    FROM pg_attribute a
    WHERE a.attrelid = shq.intake_of($1)::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname NOT IN ('id', 'created_at', 'validated', 'validated_at', 'validated_by', 'validation_notes')
$$;

-- The mark of a record, of its content and of whether and why it is validated.
CREATE OR REPLACE FUNCTION shq.record_mark(content BIGINT, validated BOOLEAN, notes TEXT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT hash_record_extended(ROW(content, validated, notes), 0)
$$;

-- A mark of rules and of all that they go by beside records: the functions of the product, which have the placeholders in them, the
-- names of countries, the suffixes of hosts, and the year.
CREATE OR REPLACE FUNCTION shq.rules_mark(checks shq.validation_rule[]) RETURNS BIGINT
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT hash_record_extended(ROW(
        checks::text, extract(year FROM current_date)::text,
        (SELECT bit_xor(hashtextextended(p.proname || p.prosrc, 0)) FROM pg_proc p WHERE p.pronamespace = 'shq'::regnamespace),
        (SELECT bit_xor(hash_record_extended(ROW(c.name, c.code), 0)) FROM shq.country_name c),
        (SELECT bit_xor(hashtextextended(s.name, 0)) FROM shq.public_suffix s)), 0)
$$;
