CREATE OR REPLACE FUNCTION shq.finding_line(field TEXT, severity TEXT, message TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE severity WHEN 'warning' THEN 'warning: ' ELSE '' END || field || ': ' || message
$$;

CREATE OR REPLACE FUNCTION shq.refuse_rule(reason TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The rule cannot be used: %', reason USING ERRCODE = '22023';
END $$;

-- What a rule looks at, as SQL: of a record of intake, `i`, the form that is made of it once for all rules, a column of `v`
-- that is called after the column and the form; of other tables the form itself.
CREATE OR REPLACE FUNCTION shq.rule_value(of_table TEXT, alias TEXT, of_column TEXT, looked_at_as TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    form TEXT := coalesce(nullif(looked_at_as, ''), 'value');
BEGIN
    IF of_column IS NULL OR NOT EXISTS (SELECT FROM pg_attribute a
                                        WHERE a.attrelid = of_table::regclass AND a.attname = of_column AND a.attnum > 0
                                          AND NOT a.attisdropped) THEN
        PERFORM shq.refuse_rule(format('%s has no column “%s”.', of_table, coalesce(of_column, '')));
    END IF;
    IF shq.form(of_table, alias, of_column, form) IS NULL OR looked_at_as IN ('value', 'written') THEN
        PERFORM shq.refuse_rule(format('“as” is host, web, web_fault, email, phone, state, country, region, postcode, lower or letters, but not “%s”.',
                                       looked_at_as));
    END IF;
    RETURN CASE alias WHEN 'i' THEN shq.form_name(of_column, form) ELSE shq.form(of_table, alias, of_column, form) END;
END $$;

CREATE OR REPLACE FUNCTION shq.rule_list(parameters JSONB, name TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(parameters -> name) IS DISTINCT FROM 'array' OR jsonb_array_length(parameters -> name) = 0 THEN
        PERFORM shq.refuse_rule(format('it needs “%s”, a list of texts.', name));
    END IF;
    RETURN format('%L::text[]', ARRAY(SELECT jsonb_array_elements_text(parameters -> name)));
END $$;

-- NULL where there is none.
CREATE OR REPLACE FUNCTION shq.rule_number(parameters JSONB, name TEXT) RETURNS NUMERIC
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(parameters -> name) NOT IN ('number', 'null') THEN
        PERFORM shq.refuse_rule(format('“%s” is a number.', name));
    END IF;
    RETURN (parameters ->> name)::numeric;
END $$;

-- What a rule needs to be joined to the records `i` of a batch, and the condition on which a record breaks it, both as SQL; with joins it
-- asks nothing of the record but its id and its forms, `v`, and finds those of the whole batch in `keyed`. Blank counts as missing, and what is missing breaks no rule but `required` and `company found`.
--   required     or: [columns, of which one is enough]
--   regex        pattern, ignore_case, as
--   range        min, max: a number or "this year"; of a number
--   length       min, max: in characters
--   list         values, as: one of these
--   placeholder  values, as: none of these; without values none of shq.placeholder
--   clean        of: what its text must not have, which is invisible, controls, entities or mojibake
--   unique       as: once in the batch
--   in_master    column, as: not in another row of master
--   agrees       with: another column, as
--   company_found  of people: by company_unique_id, else by the exact company_name
-- With * as its field, which placeholder and clean take, a rule is asked of every text of the record that is content.
-- Every kind: when: {field, as, values, blank}, so that it is asked only where another column is one of these, or blank.
CREATE OR REPLACE FUNCTION shq.rule_check(entity TEXT, field TEXT, kind TEXT, parameters JSONB, number INTEGER, OUT joined TEXT, OUT broken TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known CONSTANT JSONB := '{"required": ["or"], "regex": ["pattern", "ignore_case", "as"], "range": ["min", "max"],
                              "length": ["min", "max"], "list": ["values", "as"], "placeholder": ["values", "as"], "clean": ["of"],
                              "unique": ["as"], "in_master": ["column", "as"], "agrees": ["with", "as"], "company_found": []}';
    intake TEXT := shq.intake_of(entity);
    master TEXT := shq.master_of(entity);
    looked_at_as TEXT := parameters ->> 'as';
    present TEXT;
    value TEXT;
    condition TEXT;
    other TEXT;
    alias TEXT := 'j' || number;
BEGIN
    IF intake IS NULL THEN
        PERFORM shq.refuse_rule('it is about a company or a person.');
    END IF;
    IF kind IS NULL OR NOT known ? kind THEN
        PERFORM shq.refuse_rule(format('there is no kind “%s”.', coalesce(kind, '')));
    END IF;
    SELECT string_agg(p.name, ', ') INTO other FROM jsonb_object_keys(parameters) AS p (name)
    WHERE p.name <> 'when' AND NOT (known -> kind) ? p.name;
    IF other IS NOT NULL THEN
        PERFORM shq.refuse_rule(format('the kind “%s” has no parameter %s.', kind, other));
    END IF;
    IF field = '*' THEN
        IF kind NOT IN ('placeholder', 'clean') THEN
            PERFORM shq.refuse_rule(format('the kind “%s” is about one field.', kind));
        END IF;
        field := (SELECT min(t.name) FROM shq.text_columns(entity) t);
    END IF;
    present := shq.rule_value(intake, 'i', field, NULL) || ' IS NOT NULL';
    value := shq.rule_value(intake, 'i', field, looked_at_as);
    joined := '';
    CASE kind
        WHEN 'required' THEN
            broken := format('coalesce(%s) IS NULL', (
                SELECT string_agg(shq.rule_value(intake, 'i', c.name, NULL), ', ' ORDER BY c.n)
                FROM (SELECT field, 0 UNION ALL
                      SELECT a.name, a.n FROM jsonb_array_elements_text(coalesce(parameters -> 'or', '[]')) WITH ORDINALITY AS a (name, n)
                     ) AS c (name, n)));
        WHEN 'regex' THEN
            IF coalesce(parameters ->> 'pattern', '') = '' THEN
                PERFORM shq.refuse_rule('it needs “pattern”, a regular expression.');
            END IF;
            BEGIN
                PERFORM '' ~ (parameters ->> 'pattern');
            EXCEPTION WHEN invalid_regular_expression THEN
                PERFORM shq.refuse_rule(format('“%s” is no regular expression (%s).', parameters ->> 'pattern', SQLERRM));
            END;
            broken := format('%s AND coalesce(%s, '''') %s %L', present, value,
                             CASE WHEN coalesce((parameters ->> 'ignore_case')::boolean, false) THEN '!~*' ELSE '!~' END,
                             parameters ->> 'pattern');
        WHEN 'range' THEN
            IF NOT EXISTS (SELECT FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                           WHERE a.attrelid = intake::regclass AND a.attname = field AND t.typcategory = 'N') THEN
                PERFORM shq.refuse_rule(format('“%s” is not a number.', field));
            END IF;
            condition := concat_ws(' OR ',
                'i.' || quote_ident(field) || ' < ' || shq.rule_number(parameters, 'min'),
                'i.' || quote_ident(field) || ' > ' || CASE WHEN parameters ->> 'max' = 'this year' THEN 'extract(year FROM current_date)'
                                                         ELSE shq.rule_number(parameters, 'max')::text END);
            broken := '(' || condition || ')';
        WHEN 'length' THEN
            value := shq.rule_value(intake, 'i', field, NULL);
            broken := '(' || concat_ws(' OR ', 'length(' || value || ') < ' || shq.rule_number(parameters, 'min'),
                                       'length(' || value || ') > ' || shq.rule_number(parameters, 'max')) || ')';
        WHEN 'list' THEN
            broken := format('%s AND coalesce(%s, '''') <> ALL(%s)', present, value, shq.rule_list(parameters, 'values'));
        WHEN 'placeholder' THEN
            broken := CASE WHEN parameters ? 'values'
                THEN format('%s AND coalesce(%s, '''') = ANY(%s)', present, value, shq.rule_list(parameters, 'values'))
                ELSE format('i.%1$I IS NOT NULL AND NOT %2$s AND shq.visible(i.%1$I::text) IS NOT NULL', field, present) END;
        WHEN 'clean' THEN
            condition := '{"invisible": "has_invisible", "controls": "has_controls", "entities": "has_entities", "mojibake": "is_mojibake"}'::jsonb
                         ->> (parameters ->> 'of');
            IF condition IS NULL THEN
                PERFORM shq.refuse_rule('it needs “of”, which is invisible, controls, entities or mojibake.');
            END IF;
            broken := format('v.odd AND shq.%s(i.%I::text)', condition, field);
        WHEN 'unique' THEN
            joined := format($j$LEFT JOIN (SELECT %1$s AS value FROM keyed v GROUP BY 1 HAVING count(*) > 1) %2$s
                                ON %2$s.value = %1$s$j$, value, alias);
            broken := alias || '.value IS NOT NULL';
        WHEN 'in_master' THEN
            other := shq.rule_value(master, 'm', parameters ->> 'column', looked_at_as);
            joined := format($j$LEFT JOIN (SELECT %1$s AS value, count(*) AS n, min(m.source_record_id::text) AS source
                                           FROM %2$s m
                                           WHERE %1$s IN (SELECT %3$s FROM keyed v)
                                           GROUP BY 1) %4$s ON %4$s.value = %3$s$j$, other, master, value, alias);
            broken := format('(%1$s.n > 1 OR %1$s.n = 1 AND %1$s.source IS DISTINCT FROM i.id::text)', alias);
        WHEN 'agrees' THEN
            other := shq.rule_value(intake, 'i', parameters ->> 'with', looked_at_as);
            broken := format('%s AND %s IS NOT NULL AND %s IS DISTINCT FROM %s', present, other, value, other);
        WHEN 'company_found' THEN
            IF entity <> 'person' THEN
                PERFORM shq.refuse_rule('companies are looked for of people only.');
            END IF;
            joined := format($j$LEFT JOIN (SELECT m.company_unique_id::text AS value FROM marketing.company_master m) %1$sa
                                ON %1$sa.value = btrim(%2$s)
                                LEFT JOIN (SELECT m.company_name::text AS value, count(*) AS n FROM marketing.company_master m
                                           WHERE m.company_name::text IN (SELECT %3$s FROM keyed v) GROUP BY 1) %1$sb
                                ON %1$sb.value = %3$s$j$, alias, shq.form_name('company_unique_id', 'written'),
                             shq.form_name('company_name', 'written'));
            broken := format('CASE WHEN %2$s IS NOT NULL THEN %1$sa.value IS NULL ELSE %1$sb.n IS DISTINCT FROM 1 END', alias,
                             shq.form_name('company_unique_id', 'value'));
    END CASE;
    IF kind IN ('range', 'length') AND broken = '()' THEN
        PERFORM shq.refuse_rule('it needs “min” or “max”, or both.');
    END IF;
    IF parameters ? 'when' THEN
        condition := shq.rule_value(intake, 'i', parameters #>> '{when,field}', NULL) || ' IS NULL';
        broken := format('(%s) AND (%s OR coalesce(%s = ANY(%s), false))', broken,
                         CASE WHEN coalesce((parameters #>> '{when,blank}')::boolean, false) THEN condition ELSE 'false' END,
                         shq.rule_value(intake, 'i', parameters #>> '{when,field}', parameters #>> '{when,as}'),
                         shq.rule_list(parameters -> 'when', 'values'));
    END IF;
EXCEPTION WHEN invalid_text_representation THEN
    PERFORM shq.refuse_rule(SQLERRM || '.');
END $$;
