-- By which a decision about a pair tells whether a side became another company since. Nothing stored depends on these functions.

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
