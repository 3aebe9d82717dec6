-- What fixes make of text. Each gives a value that it has made back as it is, and NULL where nothing is left.

-- Without blanks of any kind around, and without what cannot be seen and controls within; joiners stay where letters need them.
CREATE OR REPLACE FUNCTION shq.tidied(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.trimmed(CASE WHEN value ~ '[^ -~]' THEN regexp_replace(regexp_replace(value,
               '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e'
               || '\u2060-\u2064\u2066-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc]+', '', 'g'), '([ -~])[\u200c\u200d]+', '\1', 'g')
           ELSE value END)
$$;

-- Out of quotes, ="…", an apostrophe of a spreadsheet, angle brackets and mailto:, of which there may be several around one another.
CREATE OR REPLACE FUNCTION shq.unwrapped(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    was TEXT;
    text TEXT := shq.trimmed(value);
BEGIN
    LOOP
        was := text;
        text := regexp_replace(text, '^="([^"]*)"$', '\1');
        text := regexp_replace(text, '^"([^"]*)"$|^“([^“”]*)”$|^„([^„“”]*)[“”]$|^«([^«»]*)»$|^‘([^‘’]*)’$|^`([^`]*)`$|^''([^'']*)''$',
                               '\1\2\3\4\5\6\7');
        text := regexp_replace(text, '^''(?!(?:s|t|n|til|tis|twas|em|cause|round)\M)(?=[^''])', '', 'i');
        text := regexp_replace(text, '^<([^<>]*)>$', '\1');
        text := regexp_replace(text, '^[^<>@]*<([^<>@\s]+@[^<>@\s]+)>$', '\1');
        text := regexp_replace(text, '^mailto:/*([^?]*)(\?.*)?$', '\1', 'i');
        text := regexp_replace(text, '^([^\s@/?#]+@[^\s@/?#]+?)[/,;.]+$', '\1');
        text := shq.trimmed(text);
        EXIT WHEN text IS NOT DISTINCT FROM was;
    END LOOP;
    RETURN text;
END $$;

-- Text that was UTF-8 and was read as windows-1252, as it was; as it stands where that is not possible for all of it.
CREATE OR REPLACE FUNCTION shq.without_mojibake(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    text TEXT := value;
BEGIN
    FOR times IN 1..3 LOOP
        EXIT WHEN NOT shq.is_mojibake(text);
        text := convert_from(convert_to(translate(text,
            E'\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178',
            E'\u0080\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008e\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009e\u009f'),
            'LATIN1'), 'UTF8');
    END LOOP;
    RETURN text;
EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
    RETURN text;
END $$;

-- Without entities of HTML and without mojibake, as far as either can be undone. Source of the names: the HTML standard.
CREATE OR REPLACE FUNCTION shq.decoded(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    names CONSTANT JSONB := '{"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "''", "nbsp": " ", "copy": "©", "reg": "®", "trade": "™",
        "hellip": "…", "mdash": "—", "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "middot": "·", "euro": "€",
        "pound": "£", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á", "acirc": "â", "auml": "ä", "aring": "å",
        "ouml": "ö", "uuml": "ü", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "otilde": "õ", "atilde": "ã",
        "iacute": "í", "icirc": "î", "uacute": "ú", "ugrave": "ù", "szlig": "ß", "oslash": "ø", "aelig": "æ"}';
    text TEXT := shq.trimmed(value);
    entity TEXT;
    name TEXT;
    sign TEXT;
    point INTEGER;
BEGIN
    FOR times IN 1..3 LOOP
        EXIT WHEN NOT shq.has_entities(text);
        FOR entity IN SELECT DISTINCT m[1] FROM regexp_matches(text, '&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});', 'g') AS m LOOP
            name := lower(entity);
            IF name LIKE '#%' THEN
                point := CASE WHEN name LIKE '#x%' THEN ('x' || lpad(substr(name, 3), 8, '0'))::bit(32)::integer ELSE substr(name, 2)::integer END;
                sign := CASE WHEN point BETWEEN 32 AND 1114111 AND point NOT BETWEEN 55296 AND 57343 AND point NOT BETWEEN 127 AND 159
                             THEN chr(point) END;
            ELSE
                sign := names ->> name;
                sign := CASE WHEN entity ~ '^[A-Z]' AND name ~ '(acute|grave|circ|uml|ring|cedil|tilde|slash|lig)$' THEN upper(sign) ELSE sign END;
            END IF;
            text := replace(text, '&' || entity || ';', coalesce(sign, '&' || entity || ';'));
        END LOOP;
    END LOOP;
    RETURN shq.trimmed(shq.without_mojibake(text));
END $$;

-- A web address with its scheme, and that written right; NULL where it is none, as where it is an e-mail address.
CREATE OR REPLACE FUNCTION shq.web_address(value TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
DECLARE
    text TEXT := replace(shq.unwrapped(shq.tidied(value)), '\', '/');
    scheme TEXT;
BEGIN
    IF text ~* '^mailto:' OR text ~ '^[^/?#:]*@' OR value ~* '^\W*mailto:' THEN
        RETURN NULL;
    END IF;
    text := regexp_replace(text, '^(?:https?[:;.]?/*)+(?=(?:https?)[:;]?/)', '', 'i');
    scheme := lower(substring(text FROM '(?i)^(h{0,2}t{1,3}p{1,2}s?)(?:[:;.]/{0,3}|/{2})'));
    IF scheme IS NOT NULL THEN
        text := CASE WHEN scheme LIKE '%s' THEN 'https://' ELSE 'http://' END
                || regexp_replace(text, '^(?:h{0,2}t{1,3}p{1,2}s?)(?:[:;.]/{0,3}|/{2})', '', 'i');
    ELSIF text !~* '^[a-z][a-z0-9+.-]*://' THEN
        text := 'https://' || ltrim(text, '/:');
    END IF;
    RETURN CASE WHEN shq.web_host(text) IS NOT NULL THEN text END;
END $$;

-- One word of a name with its usual capitals. `shouted`: no word of the text begins with a capital and goes on
-- without, so that its capitals say nothing.
CREATE OR REPLACE FUNCTION shq.title_word(word TEXT, first BOOLEAN, shouted BOOLEAN) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    known CONSTANT JSONB := '{"llc": "LLC", "llp": "LLP", "lllp": "LLLP", "pllc": "PLLC", "lp": "LP", "plc": "PLC", "pc": "PC", "pa": "PA", "na": "NA",
        "inc": "Inc", "corp": "Corp", "co": "Co", "ltd": "Ltd", "ltda": "Ltda", "pty": "Pty", "pte": "Pte", "pvt": "Pvt", "gmbh": "GmbH",
        "mbh": "mbH", "ag": "AG", "kg": "KG", "kgaa": "KGaA", "ohg": "OHG", "ug": "UG", "se": "SE", "sa": "SA", "sas": "SAS", "sarl": "SARL",
        "srl": "SRL", "spa": "SpA", "bv": "BV", "nv": "NV", "ab": "AB", "asa": "ASA", "aps": "ApS", "oy": "Oy", "oyj": "Oyj", "kk": "KK",
        "a/s": "A/S", "s.p.a": "S.p.A", "s.r.l": "S.r.l", "ibm": "IBM", "usa": "USA", "us": "US", "uk": "UK", "eu": "EU", "uae": "UAE", "nyc": "NYC",
        "at&t": "AT&T", "nasa": "NASA", "hvac": "HVAC", "cpa": "CPA", "cpas": "CPAs", "it": "IT", "hr": "HR", "ceo": "CEO", "cfo": "CFO", "cto": "CTO",
        "coo": "COO", "cmo": "CMO", "cio": "CIO", "ciso": "CISO", "vp": "VP", "svp": "SVP", "evp": "EVP", "avp": "AVP", "bmw": "BMW", "hp": "HP",
        "sap": "SAP", "ups": "UPS", "usps": "USPS", "aaa": "AAA", "ymca": "YMCA", "ywca": "YWCA", "aig": "AIG", "kpmg": "KPMG", "pnc": "PNC",
        "dds": "DDS", "md": "MD", "phd": "PhD", "mba": "MBA", "esq": "Esq", "rn": "RN", "po": "PO", "tv": "TV", "ai": "AI", "qa": "QA", "rv": "RV",
        "atv": "ATV", "bbq": "BBQ", "usda": "USDA", "ncr": "NCR", "adp": "ADP", "ebay": "eBay", "iphone": "iPhone", "linkedin": "LinkedIn",
        "youtube": "YouTube", "paypal": "PayPal", "fedex": "FedEx", "github": "GitHub", "saas": "SaaS", "b2b": "B2B", "b2c": "B2C"}';
    bare TEXT := btrim(lower(word), '.,;:()[]"');
    fitting TEXT;
    place INTEGER := strpos(lower(word), btrim(lower(word), '.,;:()[]"'));
    made TEXT;
BEGIN
    IF bare = '' THEN
        RETURN word;
    END IF;
    fitting := substr(word, place, length(bare));
    IF NOT shouted AND fitting <> lower(fitting) AND fitting <> upper(fitting) THEN
        RETURN word;
    END IF;
    made := CASE
        WHEN NOT shouted AND fitting ~ '^[A-Z]{2,4}$' THEN fitting
        WHEN NOT first AND bare = ANY ('{of,the,and,for,in,on,at,by,to,a,an,or,with,de,la,le,les,des,du,del,della,di,da,do,dos,das,e,y,van,von,der,den,ter,'
                                       'ten,zu,zur,und,et,en}'::text[]) THEN bare
        WHEN known ? bare AND NOT (bare = ANY ('{it,us,se,na,pa}'::text[]) AND fitting = lower(fitting)) THEN known ->> bare
        WHEN NOT first AND bare ~ '^(?=[ivx]{2,}$)x{0,3}(?:ix|iv|v?i{0,3})$' THEN upper(bare)
        WHEN bare ~ '^(?:[a-z]\.)+[a-z]?$' THEN upper(bare)
        WHEN bare ~ '^[0-9]+(?:st|nd|rd|th)$' THEN bare
        WHEN bare ~ '^[0-9]+[a-z]$' THEN upper(bare)
        WHEN bare ~ '^[bcdfghjklmnpqrstvwxz]{2,5}$' AND bare <> ALL ('{st,mr,mrs,ms,dr,jr,sr,mt,ft,rd,ln,blvd,hwy,pkwy,ctr,mfg,bros,dept,nth,svc,svcs,grp,mgmt,mgr,sgt,lt}'::text[])
             AND fitting = upper(fitting) THEN upper(bare)
        WHEN bare ~ '^o[''’][a-z]' THEN 'O' || substr(bare, 2, 1) || initcap(substr(bare, 3))
        WHEN bare ~ '^[dl][''’][a-z]' THEN CASE WHEN first THEN upper(left(bare, 1)) ELSE left(bare, 1) END || substr(bare, 2, 1)
                                           || upper(substr(bare, 3, 1)) || substr(bare, 4)
        WHEN bare ~ '^mc[a-z]{3,}' THEN 'Mc' || upper(substr(bare, 3, 1)) || substr(bare, 4)
        WHEN bare ~ '^mac(?:donald|arthur|gregor|intosh|kenzie|lean|leod|millan|neil|pherson|dougall|farlane|allister|aulay)' THEN
            'Mac' || upper(substr(bare, 4, 1)) || substr(bare, 5)
        ELSE upper(left(bare, 1)) || substr(bare, 2) END;
    RETURN left(lower(word), place - 1) || made || substr(lower(word), place + length(bare));
END $$;

-- A name with its usual capitals: it knows abbreviations, legal forms, Mc and O', particles and Roman numerals, and what has capitals of
-- its own keeps them where the text is not written in one case.
CREATE OR REPLACE FUNCTION shq.title_case(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
    shouted BOOLEAN := value !~ '[[:upper:]][[:lower:]]';
    text TEXT := '';
    part RECORD;
    first BOOLEAN := true;
    before TEXT := '';
BEGIN
    FOR part IN SELECT m.piece[1] AS word, lead(m.piece[1], 2) OVER (ORDER BY m.n) AS following
                FROM regexp_matches(value, '([^\s/–—-]+|[\s/–—-]+)', 'g') WITH ORDINALITY AS m (piece, n) ORDER BY m.n LOOP
        IF part.word ~ '^[\s/–—-]' THEN
            text := text || part.word;
            before := part.word;
        ELSE
            text := text || shq.title_word(part.word,
                first AND NOT (lower(part.word) IN ('van', 'von', 'de') AND lower(coalesce(part.following, '')) IN ('der', 'den', 'la', 'los', 'las'))
                OR before ~ '[/–—-]' AND lower(part.word) NOT IN ('and', 'of', 'the'), shouted);
            first := false;
            before := '';
        END IF;
    END LOOP;
    RETURN text;
END $$;
