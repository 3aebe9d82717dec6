-- The host in a web address, without `www.`; NULL where there is none. An index uses it: it is never changed in place.
CREATE FUNCTION shq.host(address TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(left(regexp_replace(lower(substring(btrim(address, E' \t\r\n\f\u00a0')
                  FROM '^(?:[A-Za-z][A-Za-z0-9+.-]*://|//)?(?:[^/?#@]*@)?([^/?#:]*)')), '^www\.(?=[^.]+\.)|\.+$', '', 'g'), 255), '')
$$;

-- A phone number as E.164, where it is one or can be one of North America; else NULL.
CREATE FUNCTION shq.e164(phone TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(regexp_replace(translate(replace(phone, '(0)', ''), E' \t().-/\u00a0\u2010\u2011\u2012\u2013\u2014', ''),
                                    '^(?:\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})$', '+1\1')
                     FROM '^\+1[2-9][0-9]{2}[2-9][0-9]{6}$|^\+[2-9][0-9]{6,14}$')
$$;

-- What a set of rules asks of the records of intake. The parameters are those of the kind, see shq.rule_check.
CREATE TABLE shq.validation_rule (
    rule_set   TEXT NOT NULL CHECK (rule_set ~ '^\S+$'),
    code       TEXT NOT NULL CHECK (code ~ '^[a-z0-9_]+$'),
    entity     TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    field      TEXT NOT NULL,
    kind       TEXT NOT NULL,
    parameters JSONB NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object'),
    severity   TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    message    TEXT NOT NULL CHECK (message ~ '\S' AND message !~ '[\r\n]'),
    enabled    BOOLEAN NOT NULL DEFAULT true,
    position   INTEGER NOT NULL DEFAULT 1000,
    PRIMARY KEY (rule_set, code)
);

-- What the last run that judged a record found in it. The line is how the record's notes say it.
CREATE TABLE shq.finding (
    entity    TEXT NOT NULL,
    record_id BIGINT NOT NULL,
    run_no    INTEGER NOT NULL,
    rule_set  TEXT NOT NULL,
    rule_code TEXT NOT NULL,
    field     TEXT NOT NULL,
    severity  TEXT NOT NULL,
    message   TEXT NOT NULL,
    PRIMARY KEY (entity, record_id, rule_code, run_no)
);
CREATE INDEX idx_finding_rule ON shq.finding (entity, rule_code, record_id);

CREATE FUNCTION shq.finding_line(field TEXT, severity TEXT, message TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE severity WHEN 'warning' THEN 'warning: ' ELSE '' END || field || ': ' || message
$$;

-- The rules by which a run judged, and how many records broke each of them.
ALTER TABLE shq.run_detail ADD COLUMN rule_set TEXT, ADD COLUMN findings JSONB;

CREATE FUNCTION shq.intake_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE entity WHEN 'company' THEN 'intake.company_raw_intake' WHEN 'person' THEN 'intake.people_raw_intake' END
$$;

CREATE FUNCTION shq.master_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE entity WHEN 'company' THEN 'marketing.company_master' WHEN 'person' THEN 'marketing.people_master' END
$$;

CREATE FUNCTION shq.refuse_rule(reason TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'The rule cannot be used: %', reason USING ERRCODE = '22023';
END $$;

-- A column of a table as SQL, for a rule that looks at it `as` something.
CREATE FUNCTION shq.rule_value(of_table TEXT, alias TEXT, of_column TEXT, looked_at_as TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain TEXT := format('shq.filled(%s.%I::text)', alias, of_column);
BEGIN
    IF of_column IS NULL OR NOT EXISTS (SELECT FROM pg_attribute a
                                        WHERE a.attrelid = of_table::regclass AND a.attname = of_column AND a.attnum > 0
                                          AND NOT a.attisdropped) THEN
        PERFORM shq.refuse_rule(format('%s has no column “%s”.', of_table, coalesce(of_column, '')));
    END IF;
    CASE coalesce(looked_at_as, '')
        WHEN '' THEN RETURN plain;
        WHEN 'host' THEN RETURN format('shq.host(%s.%I::text)', alias, of_column);
        WHEN 'phone' THEN
            RETURN format($f$shq.e164(regexp_replace(%s.%I::text, '\s*(?:x|ext\.?|extension|#)\s*[0-9]+\s*$', '', 'i'))$f$,
                          alias, of_column);
        WHEN 'state' THEN RETURN format('shq.state_abbrev(%s.%I::text)', alias, of_column);
        WHEN 'lower' THEN RETURN format('lower(btrim(%s))', plain);
        WHEN 'letters' THEN RETURN format($f$lower(regexp_replace(%s, '[^[:alpha:]]', '', 'g'))$f$, plain);
        ELSE PERFORM shq.refuse_rule(format('“as” is host, phone, state, lower or letters, but not “%s”.', looked_at_as));
    END CASE;
END $$;

CREATE FUNCTION shq.rule_list(parameters JSONB, name TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(parameters -> name) IS DISTINCT FROM 'array' OR jsonb_array_length(parameters -> name) = 0 THEN
        PERFORM shq.refuse_rule(format('it needs “%s”, a list of texts.', name));
    END IF;
    RETURN format('%L::text[]', ARRAY(SELECT jsonb_array_elements_text(parameters -> name)));
END $$;

-- NULL where there is none.
CREATE FUNCTION shq.rule_number(parameters JSONB, name TEXT) RETURNS NUMERIC
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF jsonb_typeof(parameters -> name) NOT IN ('number', 'null') THEN
        PERFORM shq.refuse_rule(format('“%s” is a number.', name));
    END IF;
    RETURN (parameters ->> name)::numeric;
END $$;

-- What a rule needs to be joined to the records `i` of a batch, which is $1, and the condition on which a record breaks it, both as
-- SQL. Blank counts as missing, and what is missing breaks no rule but `required` and `company found`.
--   required     or: [columns, of which one is enough]
--   regex        pattern, ignore_case, as
--   range        min, max: a number or "this year"; of a number
--   length       min, max: in characters
--   list         values, as: one of these
--   placeholder  values, as: none of these
--   unique       as: once in the batch
--   in_master    column, as: not in another row of master
--   agrees       with: another column, as
--   company_found  of people: by company_unique_id, else by the exact company_name
-- Every kind: when: {field, as, values, blank}, so that it is asked only where another column is one of these, or blank.
CREATE FUNCTION shq.rule_check(entity TEXT, field TEXT, kind TEXT, parameters JSONB, number INTEGER, OUT joined TEXT, OUT broken TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known CONSTANT JSONB := '{"required": ["or"], "regex": ["pattern", "ignore_case", "as"], "range": ["min", "max"],
                              "length": ["min", "max"], "list": ["values", "as"], "placeholder": ["values", "as"], "unique": ["as"],
                              "in_master": ["column", "as"], "agrees": ["with", "as"], "company_found": []}';
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
            broken := format('%s AND coalesce(%s, '''') = ANY(%s)', present, value, shq.rule_list(parameters, 'values'));
        WHEN 'unique' THEN
            joined := format($j$LEFT JOIN (SELECT %s AS value FROM %s d WHERE d.import_batch_id = $1 GROUP BY 1 HAVING count(*) > 1) %s
                                ON %s.value = %s$j$,
                             shq.rule_value(intake, 'd', field, looked_at_as), intake, alias, alias, value);
            broken := alias || '.value IS NOT NULL';
        WHEN 'in_master' THEN
            other := shq.rule_value(master, 'm', parameters ->> 'column', looked_at_as);
            joined := format($j$LEFT JOIN (SELECT %1$s AS value, count(*) AS n, min(m.source_record_id::text) AS source
                                           FROM %2$s m
                                           WHERE %1$s IN (SELECT %3$s FROM %4$s d WHERE d.import_batch_id = $1)
                                           GROUP BY 1) %5$s ON %5$s.value = %6$s$j$,
                             other, master, shq.rule_value(intake, 'd', field, looked_at_as), intake, alias, value);
            broken := format('(%1$s.n > 1 OR %1$s.n = 1 AND %1$s.source IS DISTINCT FROM i.id::text)', alias);
        WHEN 'agrees' THEN
            other := shq.rule_value(intake, 'i', parameters ->> 'with', looked_at_as);
            broken := format('%s AND %s IS NOT NULL AND %s IS DISTINCT FROM %s', present, other, value, other);
        WHEN 'company_found' THEN
            IF entity <> 'person' THEN
                PERFORM shq.refuse_rule('companies are looked for of people only.');
            END IF;
            joined := format($j$LEFT JOIN (SELECT m.company_unique_id::text AS value FROM marketing.company_master m) %1$sa
                                ON %1$sa.value = btrim(i.company_unique_id::text)
                                LEFT JOIN (SELECT m.company_name::text AS value, count(*) AS n FROM marketing.company_master m
                                           WHERE m.company_name IN (SELECT d.company_name FROM intake.people_raw_intake d
                                                                    WHERE d.import_batch_id = $1) GROUP BY 1) %1$sb
                                ON %1$sb.value = i.company_name::text$j$, alias);
            broken := format('CASE WHEN shq.filled(i.company_unique_id::text) IS NOT NULL THEN %1$sa.value IS NULL'
                             || ' ELSE %1$sb.n IS DISTINCT FROM 1 END', alias);
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

CREATE FUNCTION shq.check_rule() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shq.rule_check(NEW.entity, NEW.field, NEW.kind, NEW.parameters, 1);
    RETURN NEW;
END $$;

CREATE TRIGGER check_rule BEFORE INSERT OR UPDATE ON shq.validation_rule
    FOR EACH ROW EXECUTE FUNCTION shq.check_rule();

INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message, position)
SELECT 'standard', r.code, r.entity, r.field, r.kind, r.parameters::jsonb, r.severity, r.message,
       10 * row_number() OVER (PARTITION BY r.entity ORDER BY r.n)
FROM (VALUES
    (1, 'company', 'company_name_present', 'company', 'required', '{"or": ["company_name_for_emails"]}', 'error', 'is missing'),
    (2, 'company', 'website_present', 'website', 'required', '{}', 'error', 'is missing'),
    (3, 'company', 'website_host', 'website', 'regex', '{"as": "host", "pattern":
        "^(?:[a-z0-9\u00a1-\uffff](?:[a-z0-9_\u00a1-\uffff-]*[a-z0-9\u00a1-\uffff])?\\.)+(?:xn--[a-z0-9-]+|[a-z\u00a1-\uffff]{2,})$"}',
        'error', 'has no plausible public host name'),
    (4, 'company', 'website_placeholder', 'website', 'placeholder', '{"as": "host", "values": ["example.com"]}', 'error', 'is a placeholder'),
    (5, 'company', 'state_known', 'company_state', 'regex', '{"as": "state", "pattern": "^[A-Z]{2}$", "when": {"field": "company_country",
        "as": "letters", "values": ["us", "usa", "unitedstates", "unitedstatesofamerica"], "blank": true}}',
        'error', 'is no state, district or territory of the US'),
    (6, 'company', 'state_agrees', 'state_abbrev', 'agrees', '{"as": "state", "with": "company_state", "when": {"field": "company_country",
        "as": "letters", "values": ["us", "usa", "unitedstates", "unitedstatesofamerica"], "blank": true}}',
        'error', 'is not the abbreviation of the state'),
    (7, 'company', 'employees_not_negative', 'num_employees', 'range', '{"min": 0}', 'error', 'is negative'),
    (8, 'company', 'founded_plausible', 'founded_year', 'range', '{"min": 1700, "max": "this year"}', 'error',
        'is not between 1700 and this year'),
    (9, 'company', 'phone_possible', 'company_phone', 'regex', '{"as": "phone", "pattern": "^\\+"}', 'warning',
        'is no possible number, neither of North America nor with a country code'),
    (10, 'company', 'linkedin_site', 'company_linkedin_url', 'regex', '{"as": "host", "pattern": "(^|\\.)linkedin\\.com$"}', 'warning',
        'is not an address at linkedin.com'),
    (11, 'company', 'facebook_site', 'facebook_url', 'regex', '{"as": "host", "pattern": "(^|\\.)(facebook|fb)\\.com$"}', 'warning',
        'is not an address at facebook.com'),
    (12, 'company', 'twitter_site', 'twitter_url', 'regex', '{"as": "host", "pattern": "(^|\\.)(twitter|x)\\.com$"}', 'warning',
        'is not an address at twitter.com or x.com'),
    (13, 'company', 'host_once', 'website', 'unique', '{"as": "host"}', 'warning', 'has the host of another row of the batch'),
    (14, 'company', 'host_new', 'website', 'in_master', '{"as": "host", "column": "website_url"}', 'warning',
        'has the host of a company in master'),
    (1, 'person', 'first_name_present', 'first_name', 'required', '{}', 'error', 'is missing'),
    (2, 'person', 'last_name_present', 'last_name', 'required', '{}', 'error', 'is missing'),
    (3, 'person', 'email_well_formed', 'email', 'regex', '{"pattern": "^[^@\\s,;<>]+@(?:[^@\\s,;<>.]+\\.)+[^@\\s,;<>.]{2,}$"}', 'error',
        'is not well formed'),
    (4, 'person', 'title_present', 'title', 'required', '{}', 'warning', 'is missing'),
    (5, 'person', 'company_found', 'company_name', 'company_found', '{}', 'error',
        'is not exactly one company of master, by its ID or its exact name'),
    (6, 'person', 'email_once', 'email', 'unique', '{"as": "lower"}', 'warning', 'stands in another row of the batch'),
    (7, 'person', 'email_new', 'email', 'in_master', '{"as": "lower", "column": "email"}', 'warning', 'belongs to somebody in master')
) AS r (n, entity, code, field, kind, parameters, severity, message);
