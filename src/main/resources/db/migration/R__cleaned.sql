-- The cleaned forms of what records say, NULL where there is none: rules, promotion, pairs and fixes ask here what a value is. Of text it is
-- shq.trimmed, of a host shq.host_2, of a phone shq.phone, of a state shq.state_abbrev, of a country shq.country; here are the others.

-- The same as shq.host_2 at less cost for addresses as most are written. An index knows the other one, which is never changed.
CREATE OR REPLACE FUNCTION shq.host_of(address TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 50 AS $$
DECLARE
    host TEXT := lower(split_part(CASE WHEN left(address, 8) = 'https://' THEN substr(address, 9)
                                       WHEN left(address, 7) = 'http://' THEN substr(address, 8) END, '/', 1) COLLATE "C");
BEGIN
    IF host <> '' AND length(host) <= 255 AND right(host, 1) <> '.' AND octet_length(address) = length(address)
       AND translate(host, 'abcdefghijklmnopqrstuvwxyz0123456789-.', '') = '' THEN
        RETURN CASE WHEN left(host, 4) = 'www.' AND strpos(substr(host, 5), '.') > 1 THEN substr(host, 5) ELSE host END;
    END IF;
    RETURN shq.host_2(address);
END $$;

-- The host of a web address that can be on the web: no e-mail address, no other scheme, and under a domain that there is.
CREATE OR REPLACE FUNCTION shq.web_host(address TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT COST 500 AS $$
DECLARE
    written TEXT := shq.trimmed(address);
    host TEXT;
BEGIN
    -- As most are written: what every record asks is cheap, and has few of the regular expressions of which the database keeps 32 at hand.
    host := lower(split_part(translate(CASE WHEN lower(left(written, 8)) = 'https://' THEN substr(written, 9)
                                            WHEN lower(left(written, 7)) = 'http://' THEN substr(written, 8) ELSE written END, '?#', '//'), '/', 1));
    IF host ~ '^[a-z0-9.-]+$' AND written ~ '^[!-~]+$' AND strpos(host, '.') > 1 AND strpos(host, '..') = 0 AND strpos(host, '-.') = 0
       AND strpos(host, '.-') = 0 AND left(host, 1) <> '-' AND right(host, 1) ~ '[a-z]' AND length(host) <= 63 THEN
        IF left(host, 4) = 'www.' AND strpos(substr(host, 5), '.') > 0 THEN
            host := substr(host, 5);
        END IF;
        IF right(host, 4) IN ('.com', '.org', '.net', '.edu', '.gov') OR shq.is_under_suffix(host) THEN
            RETURN host;
        END IF;
        RETURN NULL;
    END IF;
    IF written ~ '[[:space:]]' OR written ~* '^(?!https?://)[a-z][a-z0-9+.-]*:/?/' OR written ~* '^(?:mailto|tel|javascript|file|data|callto|sms|about):'
       OR written ~* '^https?:?/*(?:https?|mailto|tel):' OR written ~ '^[^/?#:]*@' OR written ~* '^https?(?:/|:[^/]|:/[^/])' THEN
        RETURN NULL;
    END IF;
    host := shq.host_2(written);
    RETURN CASE WHEN shq.is_public_host(host) THEN host END;
END $$;

-- What a web address is instead of one: an email, or something with another scheme; NULL where it is neither.
CREATE OR REPLACE FUNCTION shq.web_fault(address TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN strpos(address, '@') = 0
                 AND (left(address, 8) = 'https://' AND strpos(substr(address, 9), ':') = 0
                      OR left(address, 7) = 'http://' AND strpos(substr(address, 8), ':') = 0 OR strpos(address, ':') = 0) THEN NULL
                WHEN address ~* '^\s*(?:mailto:)?[^/?#@\s:]+@[^/?#@\s]+\s*$' THEN 'email'
                WHEN address ~* '^\s*(?!https?://)[a-z][a-z0-9+.-]*:/|^\s*https?:?/*https?:' THEN 'scheme' END
$$;

-- Whether a host in ASCII can be on the web: labels that are possible, under a top level that there is, and not itself one of those
-- under which others register.
CREATE OR REPLACE FUNCTION shq.is_public_host(host TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN coalesce(length(host) <= 253 AND host ~ '^(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$'
                    AND shq.is_under_suffix(host), false);
END $$;

-- Whether a host is under a domain that there is, and is not itself one of those under which others register; only what is as short as
-- co.uk can be such a one.
CREATE OR REPLACE FUNCTION shq.is_under_suffix(host TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN right(host, 4) IN ('.com', '.org', '.net', '.edu', '.gov')
        OR EXISTS (SELECT FROM shq.public_suffix s WHERE s.name = reverse(split_part(reverse(host), '.', 1)))
           AND NOT (substr(host, length(host) - 2, 1) = '.' AND length(host) - length(replace(host, '.', '')) = 1
                    AND EXISTS (SELECT FROM shq.public_suffix s WHERE s.name = host));
END $$;

-- An e-mail address, its host in ASCII and in lower case throughout, as one is compared: exactly one with nothing around it.
CREATE OR REPLACE FUNCTION shq.email(address TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT COST 500 AS $$
DECLARE
    mailbox TEXT := substring(address FROM '^([^@]+)@[^@]+$');
    host TEXT;
BEGIN
    IF mailbox IS NULL OR octet_length(mailbox) > 64 OR octet_length(address) > 254
       OR mailbox ~ '[[:space:][:cntrl:]\u0080-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"(),:;<>\[\]\\]|^[.''=`*]|[.'']$|\.\.' THEN
        RETURN NULL;
    END IF;
    host := substr(address, length(mailbox) + 2);
    IF octet_length(host) <> length(host) THEN
        IF host ~ '[\u0080-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]' THEN
            RETURN NULL;
        END IF;
        host := shq.ascii_host_1(host);
    END IF;
    host := lower(host);
    RETURN CASE WHEN host !~ '_' AND shq.is_public_host(host) THEN lower(mailbox) || '@' || host END;
END $$;

-- A postal code in the shape that those of a country have, in capitals; as it stands where it is not known which have.
-- Source: the country pages of the Universal Postal Union and the patterns that the CLDR published until its version 26.
CREATE OR REPLACE FUNCTION shq.postcode_shapes() RETURNS JSONB
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '{
        "US": "[0-9]{5}(?:-?[0-9]{4})?", "PR": "00[679][0-9]{2}(?:-?[0-9]{4})?", "VI": "008[0-9]{2}(?:-?[0-9]{4})?",
        "GU": "969[0-9]{2}(?:-?[0-9]{4})?", "AS": "96799(?:-?[0-9]{4})?", "MP": "9695[012](?:-?[0-9]{4})?",
        "CA": "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?-?[0-9][ABCEGHJ-NPRSTV-Z][0-9]", "MX": "[0-9]{5}", "BR": "[0-9]{5}-?[0-9]{3}",
        "AR": "(?:[A-HJ-NP-Z])?[0-9]{4}(?:[A-Z]{3})?", "CL": "[0-9]{3}-?[0-9]{4}", "CO": "[0-9]{6}", "PE": "[0-9]{5}", "EC": "[0-9]{6}",
        "UY": "[0-9]{5}", "PY": "[0-9]{4}", "VE": "[0-9]{4}", "CR": "[0-9]{5}", "GT": "[0-9]{5}", "DO": "[0-9]{5}", "CU": "[0-9]{5}",
        "GB": "(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})", "IE": "(?:[AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}",
        "DE": "(?:D-)?[0-9]{5}", "FR": "(?:F-)?[0-9]{2} ?[0-9]{3}", "IT": "(?:I-)?[0-9]{5}", "ES": "(?:E-)?[0-5][0-9]{4}",
        "PT": "[0-9]{4}(?:[- ][0-9]{3})?", "NL": "(?:NL-)?[1-9][0-9]{3} ?[A-Z]{2}", "BE": "(?:B-)?[1-9][0-9]{3}", "LU": "(?:L-)?[0-9]{4}",
        "CH": "(?:CH-)?[1-9][0-9]{3}", "LI": "94[89][0-9]", "AT": "(?:A-)?[1-9][0-9]{3}", "DK": "(?:DK-)?[0-9]{4}", "NO": "(?:NO?-)?[0-9]{4}",
        "SE": "(?:SE?-)?[0-9]{3} ?[0-9]{2}", "FI": "(?:FI?-)?[0-9]{5}", "IS": "[0-9]{3}", "PL": "[0-9]{2}-[0-9]{3}", "CZ": "[0-9]{3} ?[0-9]{2}",
        "SK": "[0-9]{3} ?[0-9]{2}", "HU": "(?:H-)?[0-9]{4}", "RO": "[0-9]{6}", "BG": "[0-9]{4}", "GR": "(?:GR-)?[0-9]{3} ?[0-9]{2}",
        "CY": "[0-9]{4}", "MT": "[A-Z]{3} ?[0-9]{2,4}", "SI": "(?:SI-)?[0-9]{4}", "HR": "(?:HR-)?[0-9]{5}", "RS": "[0-9]{5,6}", "BA": "[0-9]{5}",
        "ME": "[0-9]{5}", "MK": "[0-9]{4}", "AL": "[0-9]{4}", "EE": "[0-9]{5}", "LV": "(?:LV-)?[0-9]{4}", "LT": "(?:LT-)?[0-9]{5}",
        "UA": "[0-9]{5}", "BY": "[0-9]{6}", "MD": "(?:MD-?)?[0-9]{4}", "RU": "[0-9]{6}", "TR": "[0-9]{5}", "GE": "[0-9]{4}", "AM": "[0-9]{4}",
        "AZ": "(?:AZ ?)?[0-9]{4}", "KZ": "(?:[0-9]{6}|[A-Z][0-9]{2}[A-Z][0-9][A-Z][0-9])", "UZ": "[0-9]{6}", "IL": "[0-9]{5}(?:[0-9]{2})?",
        "SA": "[0-9]{5}(?:-[0-9]{4})?", "JO": "[0-9]{5}", "LB": "[0-9]{4}(?: ?[0-9]{4})?", "EG": "[0-9]{5,7}", "MA": "[0-9]{5}",
        "TN": "[0-9]{4}", "DZ": "[0-9]{5}", "ZA": "[0-9]{4}", "NG": "[0-9]{6}", "KE": "[0-9]{5}", "IN": "[1-9][0-9]{2} ?[0-9]{3}",
        "PK": "[0-9]{5}", "BD": "[0-9]{4}", "LK": "[0-9]{5}", "NP": "[0-9]{5}", "CN": "[0-9]{6}", "TW": "[0-9]{3}(?:-?[0-9]{2,3})?",
        "JP": "[0-9]{3}-?[0-9]{4}", "KR": "(?:[0-9]{5}|[0-9]{3}-[0-9]{3})", "SG": "[0-9]{6}", "MY": "[0-9]{5}", "TH": "[0-9]{5}",
        "VN": "[0-9]{5,6}", "ID": "[0-9]{5}", "PH": "[0-9]{4}", "KH": "[0-9]{5,6}", "AU": "[0-9]{4}", "NZ": "[0-9]{4}"
    }'::jsonb
$$;
CREATE OR REPLACE FUNCTION shq.postcode(written TEXT, country TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 500 AS $$
DECLARE
    code TEXT := upper(btrim(written, shq.blanks()));
    shape TEXT;
BEGIN
    IF code ~ '^[0-9]{5}$' AND (country IS NULL OR country IN ('United States', 'USA', 'US')) THEN
        RETURN code;
    END IF;
    shape := shq.postcode_shapes() ->> shq.region(country);
    RETURN CASE WHEN shape IS NULL OR code ~ ('^(?:' || shape || ')$') THEN code END;
END $$;

-- Text that was UTF-8 and was read as windows-1252, in part at least: pairs of its signs that stand for one letter.
CREATE OR REPLACE FUNCTION shq.is_mojibake(value TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value ~ ('[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039'
                    || '\u203a\u20ac\u2122]|[\u00c4-\u00c6\u00ce-\u00d1\u00d8-\u00db][\u0080-\u00bf\u0192\u02c6\u2020\u2021\u2030\u20ac\u2122]'
                    || '|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152\u0153\u0161\u017e\u02dc\u2013\u201c\u201d\u2122]|\u00ef\u00bf\u00bd|\u00ef\u00bb\u00bf|\ufffd')
$$;

-- Whether text has characters that cannot be seen at its ends or, where they join no letters, within. Controls are another matter.
CREATE OR REPLACE FUNCTION shq.has_invisible(value TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value ~ '[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffc]|^[\u200c\u200d]|[\u200c\u200d]$|[ -~][\u200c\u200d]'
$$;
CREATE OR REPLACE FUNCTION shq.has_controls(value TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value ~ '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]'
$$;
CREATE OR REPLACE FUNCTION shq.has_entities(value TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT value ~* '&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|hellip|mdash|ndash|lsquo|rsquo|ldquo|rdquo|bull|middot|euro|pound|eacute|egrave|ecirc|agrave|aacute|acirc|auml|aring|ouml|uuml|ccedil|ntilde|oacute|ograve|ocirc|otilde|atilde|iacute|icirc|uacute|ugrave|szlig|oslash|aelig|#[0-9]{1,7}|#x[0-9a-f]{1,6});'
$$;
