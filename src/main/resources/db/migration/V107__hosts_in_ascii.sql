-- A host of another script and its punycode are one host. An index uses these functions: they are never changed in place.

-- A label of a host as the net writes it, by RFC 3492; the same where it is ASCII already, or too long to be one.
CREATE FUNCTION shq.punycode_1(label TEXT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 1000 SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    letters CONSTANT TEXT := 'abcdefghijklmnopqrstuvwxyz0123456789';
    points INTEGER[];
    encoded TEXT := '';
    n INTEGER := 128;
    delta BIGINT := 0;
    bias INTEGER := 72;
    done INTEGER;
    basic INTEGER;
    next INTEGER;
    point INTEGER;
    q BIGINT;
    k INTEGER;
    t INTEGER;
BEGIN
    IF octet_length(label) = length(label) OR length(label) > 63 THEN
        RETURN label;
    END IF;
    points := ARRAY(SELECT ascii(c.sign) FROM string_to_table(label, NULL) WITH ORDINALITY AS c (sign, place) ORDER BY c.place);
    encoded := coalesce((SELECT string_agg(chr(p.point), '' ORDER BY p.place)
                         FROM unnest(points) WITH ORDINALITY AS p (point, place) WHERE p.point < 128), '');
    basic := length(encoded);
    done := basic;
    IF basic > 0 THEN
        encoded := encoded || '-';
    END IF;
    WHILE done < cardinality(points) LOOP
        next := (SELECT min(p.point) FROM unnest(points) AS p (point) WHERE p.point >= n);
        delta := delta + (next - n)::bigint * (done + 1);
        n := next;
        FOREACH point IN ARRAY points LOOP
            IF point < n THEN
                delta := delta + 1;
            ELSIF point = n THEN
                q := delta;
                k := 36;
                LOOP
                    t := CASE WHEN k <= bias THEN 1 WHEN k >= bias + 26 THEN 26 ELSE k - bias END;
                    EXIT WHEN q < t;
                    encoded := encoded || substr(letters, (t + (q - t) % (36 - t))::integer + 1, 1);
                    q := (q - t) / (36 - t);
                    k := k + 36;
                END LOOP;
                encoded := encoded || substr(letters, q::integer + 1, 1);
                delta := CASE WHEN done = basic THEN delta / 700 ELSE delta / 2 END;
                delta := delta + delta / (done + 1);
                k := 0;
                WHILE delta > 455 LOOP
                    delta := delta / 35;
                    k := k + 36;
                END LOOP;
                bias := k + (36 * delta / (delta + 38))::integer;
                delta := 0;
                done := done + 1;
            END IF;
        END LOOP;
        delta := delta + 1;
        n := n + 1;
    END LOOP;
    RETURN 'xn--' || encoded;
END $$;

-- The labels of a host one by one, in the letters that stand for the same; what cannot be seen in it says nothing.
CREATE FUNCTION shq.ascii_host_1(host TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 2000 AS $$
    SELECT string_agg(shq.punycode_1(l.label), '.' ORDER BY l.place)
    FROM string_to_table(regexp_replace(normalize(replace(lower(translate(normalize(host, NFKC), E'\u3002\u200b\u200c\u200d\u2060\ufeff\u00ad', '.')),
                                                          'ß', 'ss'), NFC),
                                        '^www\.(?=[^.]+\.)|\.+$', '', 'g'), '.') WITH ORDINALITY AS l (label, place)
$$;

-- The host in a web address, without `www.` and in ASCII; NULL where there is none.
CREATE FUNCTION shq.host_2(address TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length(address) = length(address) THEN shq.host(address)
                ELSE nullif(left(shq.ascii_host_1(shq.host(btrim(translate(address,
                    E'\uff0e\uff1a\uff0f\u200b\u200e\u200f\u2060\ufeff\u00ad\u202a\u202c\u2066\u2069', '.:/'),
                    E' \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'))), 255), '') END
$$;
