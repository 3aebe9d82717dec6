-- What telephone numbers and the countries of records are. The numbering plans of the world are the program's: it writes into
-- shq.known_phone what it finds, where that is something else than the database would say.

-- The name of a country without case, accents, blanks and punctuation, in any script.
CREATE OR REPLACE FUNCTION shq.country_key(name TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(lower(normalize(name, NFKD)),
                          '[\s!-/:-@\[-`{-~\u0080-\u00a0\u00ad\u00b7\u0300-\u036f\u200b-\u200f\u2010-\u201d\u202a-\u202f\u2060\u02bb\u02bc\u30fb\ufeff]+', '', 'g')
$$;

-- The code of a country by its code or its name in one of many languages, also with its code or more in brackets or after a comma; NULL
-- where none is given or none is understood.
CREATE OR REPLACE FUNCTION shq.country_otherwise(said TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
DECLARE
    found TEXT;
BEGIN
    SELECT c.code INTO found FROM shq.country_name c WHERE c.name = shq.country_key(said);
    IF found IS NULL AND said ~ '[,;(/|\u2013-]' AND length(said) <= 100 THEN
        SELECT CASE WHEN count(DISTINCT c.code) = 1 THEN min(c.code) END INTO found
        FROM regexp_split_to_table(said, '[,;()/|\u2013-]') AS p (part) JOIN shq.country_name c ON c.name = shq.country_key(p.part);
    END IF;
    RETURN found;
END $$;
CREATE OR REPLACE FUNCTION shq.country(said TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN said IN ('United States', 'USA', 'US', 'United States of America') THEN 'US'
                ELSE shq.country_otherwise(shq.filled(said, 'country')) END
$$;

-- The country by which a record's numbers, states and postal codes are read: the US where it names none, and ? where it names one that
-- is not understood, which is never taken for the US.
CREATE OR REPLACE FUNCTION shq.region(country TEXT) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN country IS NULL OR country IN ('United States', 'USA', 'US', 'United States of America') THEN 'US'
                ELSE coalesce(shq.country(country), CASE WHEN shq.filled(country, 'country') IS NULL THEN 'US' ELSE '?' END) END
$$;

-- The digits of a telephone number, behind a + where it has one: without an extension, tel:, quotes, marks that cannot be seen, what
-- parts its digits, and the (0) that is left out from abroad. NULL where it says anything else.
CREATE OR REPLACE FUNCTION shq.phone_digits(written TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(translate(regexp_replace(regexp_replace(regexp_replace(
               translate(written, E'０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹＋（）．／\u2010\u2011\u2012\u2013\u2014\u2015\u2212－' || shq.blanks(),
                         '012345678901234567890123456789+()./--------' || repeat(' ', length(shq.blanks()))),
               '\s*(?:;\s*(?:ext|isub|phone-context)=.*|(?:x|ext|extn|extension|poste|durchwahl|ramal|anexo)\s*[.:]?\s*[0-9]{1,7}|#\s*[0-9]{1,7})\s*$', '', 'i'),
               '^[\s''"=`´‘’“”]*(?:(?:tel|telephone|phone|ph|mobile|cell|office|work|direct|main)[\s.:]+|[tmpdo]:\s*|tel:)?', '', 'i'),
               '^(\s*(?:\+|00|011)[^(]*)\(0\)', '\1'),
               ' ().-/''"=`´‘’“”[]', ''), '^\+?[0-9]+$')
$$;

-- Whether there is an extension behind a number, which E.164 would lose.
CREATE OR REPLACE FUNCTION shq.has_extension(written TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT written ~* '(?:;\s*(?:ext|isub)=.*|(?:x|ext|extn|extension|poste|durchwahl|ramal|anexo)\s*[.:]?\s*[0-9]{1,7}|#\s*[0-9]{1,7})\s*$'
$$;

-- Whether a region is of the North American plan.
CREATE OR REPLACE FUNCTION shq.is_north_american(region TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT region = ANY ('{US,CA,PR,VI,GU,AS,MP,BS,BB,AI,AG,VG,KY,BM,GD,TC,MS,LC,DM,VC,DO,TT,KN,JM,SX}'::text[])
$$;

-- A number of North America whose area is wholly in use, as its ten digits; else NULL. Source: the metadata of libphonenumber 9.0, with
-- which a test compares it.
CREATE OR REPLACE FUNCTION shq.north_american(digits TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(digits) BETWEEN 10 AND 12 AND digits IN (right(digits, 10), '1' || right(digits, 10), '+1' || right(digits, 10))
                 AND translate(right(digits, 10), '0123456789', '') = '' AND left(right(digits, 7), 1) >= '2'
                 AND left(right(digits, 10), 3) = ANY ('{201,202,203,204,205,206,207,208,209,210,212,213,214,215,216,217,218,219,220,223,224,225,226,227,228,229,231,234,235,236,239,
                    240,248,249,250,251,252,253,254,256,257,260,262,263,267,269,270,272,273,274,276,279,281,283,289,301,302,303,304,305,306,307,
                    308,309,310,312,313,314,315,316,317,318,319,320,321,323,324,325,326,327,329,330,331,332,334,336,337,339,341,343,346,347,350,
                    351,352,353,354,360,361,363,364,365,367,368,369,380,382,385,386,401,402,403,404,405,406,407,408,409,410,412,413,414,415,416,
                    417,418,419,423,424,425,428,430,431,432,434,435,437,438,440,442,443,445,447,448,450,458,463,464,468,469,470,472,474,475,478,
                    479,480,484,500,501,502,503,504,505,506,507,508,509,510,512,513,514,515,516,517,518,519,520,521,522,525,526,527,528,529,530,
                    531,532,533,534,539,540,541,544,548,551,557,559,561,562,563,564,566,567,570,571,572,573,574,575,577,579,580,581,582,584,585,
                    586,587,588,600,601,602,603,604,605,606,607,608,609,610,612,613,614,615,616,617,618,619,620,622,623,626,628,629,630,631,633,
                    636,639,640,641,645,646,647,650,651,656,657,658,659,660,661,662,667,669,672,678,680,681,682,683,686,689,701,702,703,704,705,
                    706,707,708,709,712,713,714,715,716,717,718,719,720,724,725,726,727,728,730,731,732,734,737,738,740,742,743,747,748,753,754,
                    757,760,762,763,765,769,770,771,772,773,774,775,778,779,780,781,782,785,786,787,800,801,802,803,804,805,806,807,808,809,810,
                    812,813,814,815,816,817,818,819,820,821,825,826,828,829,830,831,832,833,835,838,839,840,843,844,845,847,848,849,850,854,855,
                    856,857,858,859,860,862,863,864,865,866,867,870,872,873,877,878,879,888,900,901,902,903,904,905,906,907,908,909,910,912,913,
                    914,915,916,917,918,919,920,925,928,929,930,931,934,936,937,938,939,940,941,942,943,945,947,948,949,951,952,954,956,959,970,
                    971,972,973,975,978,979,980,984,985,986,989}'::text[])
                THEN right(digits, 10) END
$$;

-- As E.164, as far as digits tell without the plans of the world: numbers of North America, and what names its country.
CREATE OR REPLACE FUNCTION shq.e164(digits TEXT, region TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN digits ~ '^\+[2-9][0-9]{6,14}$' THEN digits
                WHEN digits LIKE '+1%' OR shq.is_north_american(region) AND digits ~ '^[1-9]'
                THEN '+1' || coalesce(shq.north_american(digits), substring(digits FROM '^(?:\+?1)?((?:242|246|264|268|284|340|345|441|473|523|524|649|'
                                      || '664|670|671|684|721|758|767|784|868|869|876|983)[2-9][0-9]{6})$'))
                WHEN shq.is_north_american(region) AND digits LIKE '0111%' THEN '+1' || shq.north_american(substr(digits, 4))
                WHEN shq.is_north_american(region) AND digits ~ '^011[2-9][0-9]{6,14}$' THEN '+' || substr(digits, 4)
                WHEN digits ~ CASE WHEN shq.is_north_american(region) THEN '^00[2-9][0-9]{9,14}$' ELSE '^00[2-9][0-9]{7,14}$' END THEN '+' || substr(digits, 3)
                WHEN digits LIKE '001%' AND NOT shq.is_north_american(region) THEN '+1' || shq.north_american(substr(digits, 3)) END
$$;

-- A phone number as E.164, where it is one or can be one of North America; else NULL.
CREATE OR REPLACE FUNCTION shq.e164(phone TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.e164(shq.phone_digits(phone), 'US')
$$;

-- A phone number of a record of that country as E.164 without its extension; NULL where it is none.
DROP FUNCTION IF EXISTS shq.phone(TEXT);
CREATE OR REPLACE FUNCTION shq.phone(written TEXT, country TEXT) RETURNS TEXT
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 500 AS $$
DECLARE
    of_region TEXT;
    digits TEXT;
    known TEXT;
BEGIN
    IF written IS NULL THEN
        RETURN NULL;
    END IF;
    of_region := shq.region(country);
    -- As most are written in North America. What all records ask has few regular expressions, of which the database keeps 32 at hand.
    digits := translate(written, ' ().-/', '');
    IF digits LIKE '+1%' OR shq.is_north_american(of_region) THEN
        known := shq.north_american(digits);
        IF known IS NOT NULL THEN
            RETURN '+1' || known;
        END IF;
    END IF;
    IF translate(ltrim(digits, '+'), '0123456789', '') <> '' OR digits LIKE '++%' OR digits IN ('', '+') OR strpos(written, '(0)') > 0 THEN
        digits := shq.phone_digits(written);
    END IF;
    known := CASE WHEN digits LIKE '+1%' OR shq.is_north_american(of_region) THEN shq.north_american(digits) END;
    IF known IS NOT NULL THEN
        RETURN '+1' || known;
    END IF;
    SELECT k.e164 INTO known FROM shq.known_phone k WHERE k.written = phone.written AND k.region = of_region;
    RETURN CASE WHEN FOUND THEN known ELSE shq.e164(digits, of_region) END;
END $$;
