-- What counts as a value. Everything that asks whether something is filled in asks here: rules, promotion, scores, pairs, fixes, imports.

-- Blanks and characters that cannot be seen: controls, every space of Unicode, joiners, marks of direction, soft hyphens, fillers.
CREATE OR REPLACE FUNCTION shq.blanks() RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT E'\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018'
        || E'\u0019\u001a\u001b\u001c\u001d\u001e\u001f \u007f\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c'
        || E'\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0\u00ad'
        || E'\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008'
        || E'\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064'
        || E'\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u2800\u3000\u3164\ufe0e\ufe0f\ufeff\uffa0\ufff9\ufffa\ufffb'
        || E'\ufffc'
$$;

-- Text that can be seen, without what cannot be seen around it; NULL where nothing is left.
CREATE OR REPLACE FUNCTION shq.trimmed(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(CASE WHEN ascii(value) BETWEEN 33 AND 126 AND ascii(right(value, 1)) BETWEEN 33 AND 126 THEN value
                       ELSE btrim(value, shq.blanks()) END, '')
$$;

-- Text that can be seen, as it stands; NULL where it is blank. Of what is no content, as the name of a batch or of who did something.
CREATE OR REPLACE FUNCTION shq.visible(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ascii(value) BETWEEN 33 AND 126 OR btrim(value, shq.blanks()) <> '' THEN value END
$$;

-- Makes of the list of placeholders the constants that look-ups go by, and what are values all the same in some fields. What is not ASCII
-- is there in capitals, too. A function that is STABLE is written into the statements that call it, which are planned anew when it changes.
CREATE OR REPLACE FUNCTION shq.learn_placeholders() RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    listed TEXT[];
    excepted TEXT[];
BEGIN
    LOCK TABLE shq.placeholder IN SHARE ROW EXCLUSIVE MODE;
    SELECT array_agg(DISTINCT lower(w.written COLLATE "C") COLLATE "C" ORDER BY lower(w.written COLLATE "C") COLLATE "C") INTO listed
    FROM shq.placeholder p,
         unnest(ARRAY[p.value, upper(p.value), initcap(p.value), upper(left(p.value, 1)) || substr(p.value, 2)]) AS w (written);
    SELECT array_agg(u.field || ' ' || p.value COLLATE "C" ORDER BY u.field || ' ' || p.value COLLATE "C") INTO excepted
    FROM shq.placeholder p, unnest(p.unless) AS u (field);
    EXECUTE format('CREATE OR REPLACE FUNCTION shq.placeholders() RETURNS TEXT[] LANGUAGE sql STABLE PARALLEL SAFE AS %L',
                   format('SELECT %L::text[]', coalesce(listed, '{}')));
    EXECUTE format('CREATE OR REPLACE FUNCTION shq.values_all_the_same() RETURNS TEXT[] LANGUAGE sql STABLE PARALLEL SAFE AS %L',
                   format('SELECT %L::text[]', coalesce(excepted, '{}')));
END $$;
REVOKE ALL ON FUNCTION shq.learn_placeholders() FROM PUBLIC;
SELECT shq.learn_placeholders();

-- The same for the few texts that are not settled at a look; see below.
CREATE OR REPLACE FUNCTION shq.filled_otherwise(value TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
DECLARE
    seen TEXT := btrim(value, shq.blanks());
    bare TEXT;
BEGIN
    IF length(seen) > 80 THEN
        RETURN value;
    END IF;
    IF btrim(seen, shq.blanks() || '-._/\?*#~,;:|=''"`´()[]{}<>@+…–—―‐‑−·•・、。，．／？＊＃－＿：；｜“”„‘’‚«»') = '' THEN
        RETURN NULL;
    END IF;
    seen := lower(replace(replace(translate(seen, E'\u00a0\u3000\t', '   '), '  ', ' '), '  ', ' ') COLLATE "C");
    bare := btrim(btrim(seen, '''"`´()[]{}<>-*=“”„‘’‚«»'));
    RETURN CASE WHEN NOT (seen = ANY (shq.placeholders()) OR bare = ANY (shq.placeholders())) THEN value END;
END $$;

-- What is filled in, as it stands, and NULL for what is no value: text that is blank or cannot be seen, signs that say nothing, and
-- placeholders, also in quotes or brackets. Visible ASCII that begins with a letter or digit, or ends with a digit after + ( or #, as most
-- texts do, is only looked up.
CREATE OR REPLACE FUNCTION shq.filled(value TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN (ascii(value) BETWEEN 48 AND 57 OR ascii(value) BETWEEN 65 AND 90 OR ascii(value) BETWEEN 97 AND 122
                      OR ascii(value) IN (35, 40, 43))
                 AND ascii(right(value, 1)) BETWEEN 33 AND 126
                 AND (ascii(value) NOT IN (35, 40, 43) OR ascii(right(value, 1)) BETWEEN 48 AND 57)
                 AND octet_length(value) = length(value) AND strpos(value, '  ') = 0
                THEN CASE WHEN NOT lower(value COLLATE "C") = ANY (shq.placeholders()) THEN value END
                ELSE shq.filled_otherwise(value) END
$$;

-- The same in a field, of which some have values that are placeholders elsewhere.
CREATE OR REPLACE FUNCTION shq.filled(value TEXT, field TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN shq.filled(value) IS NOT NULL
                  OR field || ' ' || lower(shq.trimmed(value) COLLATE "C") = ANY (shq.values_all_the_same()) THEN value END
$$;

CREATE OR REPLACE FUNCTION shq.filled_in(value TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT shq.filled(value) IS NOT NULL
$$;
CREATE OR REPLACE FUNCTION shq.filled_in(value TEXT, field TEXT) RETURNS BOOLEAN
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT shq.filled(value, field) IS NOT NULL
$$;
