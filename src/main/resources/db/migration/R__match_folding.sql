-- What two spellings of one company have in common. Nothing stored depends on these functions: whoever compares folds both sides.

-- Letters without accents, in lower case; apostrophes and dots vanish, other punctuation parts words, & and + say "and".
CREATE OR REPLACE FUNCTION shq.match_words(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 200 AS $$
DECLARE
    word TEXT := value;
BEGIN
    IF octet_length(word) <> char_length(word) THEN
        word := regexp_replace(normalize(word, NFKD), '[\u0300-\u036f]', '', 'g');
        word := translate(word, 'øØłŁđĐðÐħıŧ’‘`´', 'oolLdDdDhit');
        word := replace(replace(replace(replace(replace(word, 'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    END IF;
    word := replace(replace(translate(lower(word), '.''’', ''), '&', ' and '), '+', ' and ');
    RETURN btrim(regexp_replace(word, '[^[:alnum:]]+', ' ', 'g'));
END $$;

-- The name of a company in intake, as promotion takes it.
CREATE OR REPLACE FUNCTION shq.match_company(company TEXT, company_name_for_emails TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(shq.filled(company), shq.filled(company_name_for_emails))
$$;

-- A company's name without legal forms at its end and "the" in front, usual abbreviations written out. A name of nothing else stays.
CREATE OR REPLACE FUNCTION shq.match_name(name TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 200 AS $$
DECLARE
    words TEXT[] := string_to_array(shq.match_words(replace(name, 'S.p.A.', '')), ' ');
    first INTEGER := CASE WHEN words[1] = 'the' THEN 2 ELSE 1 END;
    last INTEGER := cardinality(words);
    drop INTEGER;
BEGIN
    LOOP
        drop := CASE WHEN words[last] = ANY ('{inc,incorporated,corp,corporation,co,company,llc,llp,lllp,lp,ltd,limited,plc,pllc,pc,na,gmbh,mbh,
                         ag,kg,kgaa,ohg,ug,ev,eg,se,sa,sas,sarl,srl,sl,bv,nv,ab,as,asa,aps,oy,oyj,pty,pte,pvt,kk,sro,doo,ltda}'::text[])
                     THEN 1
                     WHEN words[last] = 'and' AND last < cardinality(words) THEN 1
                     WHEN words[last] = 'association' AND words[last - 1] = 'national' THEN 2 END;
        EXIT WHEN last - drop < first IS NOT FALSE;
        last := last - drop;
    END LOOP;
    words := words[first:last];
    IF words && '{intl,mfg,natl,assn,assoc,svcs,svc,univ,hosp,ctr,centre,bros,mgmt,eng,st,mt,ft,grp}'::text[] THEN
        words := ARRAY(SELECT coalesce('{"intl": "international", "mfg": "manufacturing", "natl": "national", "assn": "association",
                                         "assoc": "associates", "svcs": "services", "svc": "service", "univ": "university",
                                         "hosp": "hospital", "ctr": "center", "centre": "center", "bros": "brothers",
                                         "mgmt": "management", "eng": "engineering", "st": "saint", "mt": "mount", "ft": "fort",
                                         "grp": "group"}'::jsonb ->> w.word, w.word)
                       FROM unnest(words) WITH ORDINALITY AS w (word, n) ORDER BY w.n);
    END IF;
    RETURN nullif(array_to_string(words, ' '), '');
END $$;

-- The host of a web address without www; NULL where there is none or where it belongs to nobody in particular.
CREATE OR REPLACE FUNCTION shq.match_host(website TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 200 AS $$
DECLARE
    host TEXT := rtrim(substring(lower(btrim(website)) FROM '^(?:[a-z][a-z0-9+.-]*://)?(?:[^/?#]*@)?(?:www[0-9]?\.)?([^/:?#[:space:]]+)'), '.');
BEGIN
    RETURN CASE WHEN position('.' IN host) > 0
                 AND host NOT IN ('example.com', 'facebook.com', 'm.facebook.com', 'linkedin.com', 'twitter.com', 'x.com', 'instagram.com',
                                  'youtube.com', 'sites.google.com', 'yelp.com', 'linktr.ee', 'bit.ly') THEN host END;
END $$;

-- The digits of a phone number without the North American 1, zeros in front and any extension; NULL where they are too few to tell.
CREATE OR REPLACE FUNCTION shq.match_phone(phone TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 100 AS $$
    SELECT substring(ltrim(regexp_replace(split_part(lower(phone), 'x', 1), '[^0-9]+', '', 'g'), '0') FROM '^1?([0-9]{7,})$')
$$;

-- The two letters of a state, or what else is said, folded.
CREATE OR REPLACE FUNCTION shq.match_state(abbrev TEXT, state TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 200 AS $$
DECLARE
    said TEXT := btrim(coalesce(nullif(btrim(abbrev), ''), state));
BEGIN
    RETURN CASE WHEN said ~ '^[A-Z]{2}$' THEN said
                ELSE coalesce(shq.state_abbrev(said), nullif(upper(replace(shq.match_words(said), ' ', '')), '')) END;
END $$;

CREATE OR REPLACE FUNCTION shq.match_city(city TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 200 AS $$
    SELECT nullif(regexp_replace(regexp_replace(shq.match_words(city), '^saint ', 'st '), ' ', '', 'g'), '')
$$;

-- The keys by which a company is found, of which equal companies have at least one in common: its host, its phone, its name, each
-- word of it, how it begins; names and words that many have are told apart by the place.
CREATE OR REPLACE FUNCTION shq.match_keys(name TEXT, host TEXT, phone TEXT, state TEXT, city TEXT) RETURNS BIGINT[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
DECLARE
    one TEXT := replace(name, ' ', '');
BEGIN
    RETURN ARRAY(
        SELECT DISTINCT hashtextextended(k.key, 0)
        FROM unnest(ARRAY['h ' || host, 'p ' || phone, 'n ' || one, 'n ' || one || ' ' || state, 'n ' || one || ' ' || city,
                          'b ' || left(one, 6) || ' ' || state, 'b ' || left(one, 8)]) AS k (key)
        WHERE k.key IS NOT NULL
        UNION ALL
        SELECT hashtextextended('w ' || w.word || coalesce(place.suffix, ''), 0)
        FROM string_to_table(name, ' ') AS w (word)
        CROSS JOIN (VALUES (''), (' ' || city)) AS place (suffix)
        WHERE char_length(w.word) > 2 AND w.word NOT IN ('and', 'the', 'for') AND place.suffix IS NOT NULL);
END $$;

-- How much two folded names are alike, 0 to 1: the share of their three-letter pieces that both have, as pg_trgm's similarity, which is
-- many times as fast, but which not every database has.
CREATE OR REPLACE FUNCTION shq.match_pieces(name TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 400 AS $$
    SELECT ARRAY(SELECT DISTINCT substr('  ' || w.word || ' ', n.n, 3)
                 FROM string_to_table(name, ' ') AS w (word), generate_series(1, char_length(w.word) + 1) AS n (n))
$$;
CREATE OR REPLACE FUNCTION shq.match_likeness(one TEXT[], other TEXT[]) RETURNS REAL
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 400 AS $$
    SELECT (shared.n::real / nullif(cardinality(one) + cardinality(other) - shared.n, 0))::real
    FROM (SELECT count(*) AS n FROM unnest(one) AS a (piece) WHERE a.piece = ANY (other)) AS shared
$$;

-- What a company says of itself, folded, with its keys.
CREATE OR REPLACE FUNCTION shq.match_told(company TEXT, website TEXT, company_phone TEXT, state_abbrev TEXT, company_state TEXT,
                                          company_city TEXT, OUT name TEXT, OUT host TEXT, OUT phone TEXT, OUT state TEXT, OUT city TEXT,
                                          OUT keys BIGINT[])
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 2000 AS $$
BEGIN
    name := shq.match_name(shq.filled(company));
    host := shq.match_host(shq.filled(website));
    phone := shq.match_phone(shq.filled(company_phone));
    state := shq.match_state(shq.filled(state_abbrev, 'state_abbrev'), shq.filled(company_state, 'company_state'));
    city := shq.match_city(shq.filled(company_city, 'company_city'));
    keys := shq.match_keys(name, host, phone, state, city);
END $$;

-- The points that two names are worth, by how much they are alike: 60 at most, and less than none where they have little in common.
-- Names that differ in a number are rarely the same.
CREATE OR REPLACE FUNCTION shq.match_name_points(one TEXT, other TEXT, likeness REAL) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN one = other THEN 60
                WHEN one IS NULL OR other IS NULL THEN 0
                ELSE greatest(-5, round((likeness - 0.3) / 0.7 * 60)::integer)
                     - CASE WHEN concat(one, other) ~ '[0-9]'
                             AND regexp_replace(one, '[^0-9]+', ' ', 'g') <> regexp_replace(other, '[^0-9]+', ' ', 'g') THEN 20 ELSE 0 END END
$$;

-- Points for what two companies say alike, or against each other.
CREATE OR REPLACE FUNCTION shq.match_points(one TEXT, other TEXT, alike INTEGER, against INTEGER) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN one = other THEN alike WHEN one <> other THEN against ELSE 0 END
$$;
