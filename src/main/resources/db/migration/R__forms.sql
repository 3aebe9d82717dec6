-- The forms in which rules look at what records say. Of a record of intake each is made once, and is a column of `v`.

-- A column of a table in one of its forms as SQL: its value where it is filled in, a cleaned form, or as it is written.
CREATE OR REPLACE FUNCTION shq.form(of_table TEXT, alias TEXT, of_column TEXT, form TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain TEXT := format('shq.filled(%s.%I::text, %L)', alias, of_column, of_column);
    raw TEXT := format('%s.%I::text', alias, of_column);
    country TEXT;
BEGIN
    SELECT format('%s.%I::text', alias, a.attname) INTO country
    FROM pg_attribute a
    WHERE a.attrelid = of_table::regclass AND a.attname IN ('company_country', 'country', 'address_country') AND NOT a.attisdropped
    ORDER BY a.attnum LIMIT 1;
    country := coalesce(country, 'NULL');
    RETURN CASE form
        WHEN 'value' THEN plain
        WHEN 'written' THEN raw
        WHEN 'host' THEN format(CASE alias WHEN 'i' THEN 'shq.host_of(%s)' ELSE 'shq.host_2(%s)' END, raw)
        WHEN 'web' THEN format('shq.web_host(%s)', raw)
        WHEN 'web_fault' THEN format('shq.web_fault(%s)', raw)
        WHEN 'email' THEN format('shq.email(%s)', raw)
        WHEN 'phone' THEN format('shq.phone(%s, %s)', raw, country)
        WHEN 'state' THEN format('shq.state_abbrev(%s, %s)', raw, country)
        WHEN 'country' THEN format('shq.country(%s)', raw)
        WHEN 'region' THEN format('shq.region(%s)', raw)
        WHEN 'postcode' THEN format('shq.postcode(%s, %s)', raw, country)
        WHEN 'lower' THEN format('lower(btrim(%s, shq.blanks()))', plain)
        WHEN 'letters' THEN format($f$lower(regexp_replace(%s, '[^[:alpha:]]', '', 'g'))$f$, plain) END;
END $$;

-- The name of such a column.
CREATE OR REPLACE FUNCTION shq.form_name(of_column TEXT, form TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT format('v."%s %s"', replace(of_column, '"', '""'), form)
$$;

-- The forms of which a piece of SQL speaks, by its columns of `v`, in an order that is always the same.
CREATE OR REPLACE FUNCTION shq.forms_in(sql TEXT) RETURNS TABLE (name TEXT, of_column TEXT, form TEXT)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT DISTINCT f.part[1] COLLATE "C", replace(f.part[2], '""', '"'), f.part[3]
    FROM regexp_matches(sql, 'v\.("((?:[^"]|"")+) ([a-z_]+)")', 'g') AS f (part)
    ORDER BY 1
$$;

-- The columns of an entity's intake that say something in words, in their order.
CREATE OR REPLACE FUNCTION shq.text_columns(entity TEXT) RETURNS TABLE (name TEXT)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.attname::text
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attrelid = shq.intake_of(entity)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND t.typcategory = 'S'
      AND (EXISTS (SELECT FROM shq.content_column c WHERE c.entity = $1 AND c.name = a.attname)
           OR a.attname IN ('full_name', 'company_address', 'city', 'state', 'country'))
    ORDER BY a.attnum
$$;
