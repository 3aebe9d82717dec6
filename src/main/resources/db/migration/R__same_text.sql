-- Blanks of every kind around a text, and how its lines end, are lost on the way through a spreadsheet.
CREATE OR REPLACE FUNCTION shq.travelled(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(btrim(regexp_replace(value, E'\r\n?', E'\n', 'g'), E' \t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009'
        || E'\u200a\u202f\u205f\u3000\u200b\ufeff'), '')
$$;

-- Whether a file that was exported with the first text and went through a spreadsheet may say the second: without zeros, a plus or blanks
-- in front, as a number of 15 digits, with .0, with signs between its thousands or in powers of ten, as a date in another order or as the number of a
-- day, as a truth in the spreadsheet's language, held as a text by an apostrophe or ="…", or cut to what a cell holds. What says more than
-- the record did is another text.
CREATE OR REPLACE FUNCTION shq.same_text(record TEXT, file TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a CONSTANT TEXT := shq.travelled(record);
    b CONSTANT TEXT := shq.travelled(file);
    months CONSTANT TEXT := 'janfebmaraprmayjunjulaugsepoctnovdec';
    x TEXT[];
    y TEXT[];
    first INTEGER;
    second INTEGER;
BEGIN
    IF a IS NULL OR b IS NULL OR a = b THEN
        RETURN a IS NOT DISTINCT FROM b;
    ELSIF length(b) >= 32767 THEN
        RETURN left(a, length(b)) = b;
    ELSIF b ~ '^[=''’]' AND a = shq.unwrapped(b) THEN
        RETURN true;
    ELSIF lower(a) IN ('true', 'false') THEN
        RETURN lower(b) = ANY (CASE lower(a) WHEN 'true' THEN ARRAY['true', 'wahr', 'vrai', 'verdadero', 'verdadeiro', 'vero', 'waar']
                               ELSE ARRAY['false', 'falsch', 'faux', 'falso', 'onwaar'] END);
    ELSIF a ~ '^[0-9]{1,15}$' AND b ~ '^[0-9]{1,3}(?:[,  ''’][0-9]{3})+$' THEN
        RETURN ltrim(a, '0') = ltrim(translate(b, E',\u00a0\u202f''\u2019', ''), '0');
    ELSIF a ~ '^[+]?[0-9]{1,100}$' AND b ~ '^[0-9]{1,100}[.]0{1,20}$' THEN
        RETURN shq.same_text(a, split_part(b, '.', 1));
    ELSIF a ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND b ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]00:00(:00([.]0+)?)?Z?$' THEN
        RETURN a = left(b, 10);
    ELSIF a ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' AND b ~ '^[1-9][0-9]{0,4}$' THEN
        -- The number of a day, of which a spreadsheet calls 2 January 1900 the third.
        RETURN to_char(DATE '1899-12-30' + b::integer, 'YYYY-MM-DD') = a;
    ELSIF a ~ '^[+]?[0-9]{1,200}$' AND b ~ '^[0-9]{1,200}$' THEN
        RETURN length(b) <= length(a) AND (ltrim(a, '+0') = ltrim(b, '0') OR length(ltrim(a, '+0')) > 15
            AND ltrim(b, '0') = rpad(left(ltrim(a, '+0'), 15), length(ltrim(a, '+0')), '0'));
    ELSIF a ~ '^[+-]?[0-9]{1,100}[.]?[0-9]{0,100}$' AND b ~ '^-?[0-9]{1,100}([.][0-9]{1,100})?$' THEN
        RETURN length(b) <= length(a) AND a::numeric = b::numeric;
    ELSIF a ~ '^[+]?[0-9]{1,100}$' AND b ~* '^[0-9](?:[.,][0-9]{1,15})?e[+]?[0-9]{1,2}$' THEN
        x := regexp_match(replace(b, ',', '.'), '^[0-9](?:[.]([0-9]+))?[eE][+]?([0-9]+)$');
        RETURN abs(a::numeric - replace(b, ',', '.')::numeric) <= 0.5 * 10::numeric ^ (x[2]::integer - coalesce(length(x[1]), 0));
    END IF;
    -- A date: which of its numbers is the month, no spreadsheet says.
    x := regexp_match(a, '^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$');
    y := regexp_match(b, '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{2}|[0-9]{4})$');
    IF x IS NOT NULL AND y IS NOT NULL THEN
        RETURN right(x[1], length(y[3])) = y[3]
            AND (x[2]::integer, x[3]::integer) IN ((y[1]::integer, y[2]::integer), (y[2]::integer, y[1]::integer));
    END IF;
    -- What only looked like a day of a year: 3-4, MAR1.
    x := coalesce(regexp_match(a, '^([0-9]{1,2})[-/]([0-9]{1,2})$'), regexp_match(lower(a), '^([a-z]{3})[a-z]*[- ]?([0-9]{1,2})$'));
    y := coalesce(regexp_match(lower(b), '^([0-9]{1,2})-([a-z]{3})$'), regexp_match(b, '^[0-9]{4}-([0-9]{2})-([0-9]{2})$'));
    IF x IS NULL OR y IS NULL THEN
        RETURN false;
    END IF;
    first := CASE WHEN x[1] ~ '^[0-9]' THEN x[1]::integer ELSE (strpos(months, x[1]) + 2) / 3 END;
    second := x[2]::integer;
    x := ARRAY[CASE WHEN y[2] ~ '^[0-9]' THEN y[1] ELSE ((strpos(months, y[2]) + 2) / 3)::text END,
               CASE WHEN y[2] ~ '^[0-9]' THEN y[2] ELSE y[1] END];
    RETURN (first, second) IN ((x[1]::integer, x[2]::integer), (x[2]::integer, x[1]::integer));
END $$;

-- Whether a phone of a record's country is the same number, however it is written; an extension is part of it.
CREATE OR REPLACE FUNCTION shq.same_phone(record TEXT, file TEXT, country TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT shq.same_text(record, file)
        OR coalesce(shq.phone(record, country) = shq.phone(file, country) AND NOT shq.has_extension(record) AND NOT shq.has_extension(file),
                    false)
$$;

-- Whether two addresses on the web are the same page: neither the case of the host, www., a slash at the end nor a scheme that only one of
-- them has make them others.
CREATE OR REPLACE FUNCTION shq.same_address(record TEXT, file TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.same_text(record, file) OR coalesce(
        shq.host(record) = shq.host(file)
        AND coalesce(lower(a.parts[1]), lower(b.parts[1]), '') = coalesce(lower(b.parts[1]), lower(a.parts[1]), '')
        AND a.parts[2] !~ '[@:]' AND b.parts[2] !~ '[@:]' AND rtrim(a.parts[3], '/') = rtrim(b.parts[3], '/'), false)
    FROM (SELECT regexp_match(shq.travelled(record), '^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)(.*)$') AS parts) a,
         (SELECT regexp_match(shq.travelled(file), '^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)(.*)$') AS parts) b
$$;

-- Whether two e-mail addresses are one.
CREATE OR REPLACE FUNCTION shq.same_email(record TEXT, file TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.same_text(record, file) OR coalesce(shq.email(shq.travelled(record)) = shq.email(shq.travelled(file)), false)
$$;
