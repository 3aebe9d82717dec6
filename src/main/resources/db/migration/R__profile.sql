-- What a text looks like: every digit is 9, every capital letter A, every small one a, every other letter x; of letters that follow each
-- other four are enough, so that "Concord University" and "Potomac Engineering" look alike, and "304-555-0101" is 999-999-9999.
CREATE OR REPLACE FUNCTION shq.shape(value TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 100 AS $$
DECLARE
    looks TEXT := translate(left(value, 200), '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                            '9999999999AAAAAAAAAAAAAAAAAAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaaaaa');
BEGIN
    IF octet_length(looks) <> char_length(looks) THEN
        looks := regexp_replace(regexp_replace(regexp_replace(regexp_replace(looks,
                 '[[:digit:]]', '9', 'g'), '[[:upper:]]', 'A', 'g'), '[[:lower:]]', 'a', 'g'), '(?![Aa])[[:alpha:]]', 'x', 'g');
    END IF;
    RETURN regexp_replace(regexp_replace(regexp_replace(regexp_replace(looks,
           'A{4,}', 'AAAA', 'g'), 'a{4,}', 'aaaa', 'g'), 'Aaaaa', 'Aaaa', 'g'), 'x{4,}', 'xxxx', 'g');
END $$;
