-- What actions changed is kept by the page: up to 256 records of which one action changed the same fields stand in one row, the first of
-- `before` and `after` being of the first of `keys`, and so on. A record's page is found by the span of the places of its keys, of which
-- those of one action hardly overlap, so that little more than one page of each action is read.
--
-- What is there is packed, each action as it stands; nothing of it is lost, and all of it can be undone as before.
CREATE FUNCTION shq.key_place(key TEXT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN length(key) BETWEEN 1 AND 22 AND translate(key, '0123456789.', '') = ''
                THEN ('0' || left(replace(key, '.', ''), 18))::bigint
                ELSE hashtextextended(key, 0) >> 1 END
$$;

CREATE FUNCTION shq.key_span(keys TEXT[]) RETURNS INT8RANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT int8range(min(shq.key_place(k.key)), max(shq.key_place(k.key)), '[]') FROM unnest(keys) AS k (key)
$$;

CREATE TEMPORARY TABLE steward_pages ON COMMIT DROP AS
SELECT p.action_id, array_agg(p.key) AS keys, array_agg(p.before) AS before, array_agg(p.after) AS after
FROM (SELECT r.action_id, r.key, r.before, r.after, r.fields, r.place,
             (row_number() OVER (PARTITION BY r.action_id, r.fields ORDER BY r.place) - 1) / 256 AS page
      FROM (SELECT c.action_id, k.key, c.before, c.after, f.fields, shq.key_place(k.key) AS place
            FROM shq.change c
            CROSS JOIN LATERAL (
                SELECT string_agg(n.name, ' ' ORDER BY n.name)
                FROM jsonb_object_keys(CASE 'object' WHEN jsonb_typeof(c.after) THEN c.after WHEN jsonb_typeof(c.before) THEN c.before
                                                     ELSE '{}' END) AS n (name)) AS f (fields)
            CROSS JOIN LATERAL unnest(c.keys) AS k (key)) r) p
GROUP BY p.action_id, p.fields, p.page
ORDER BY p.action_id, min(p.place);

TRUNCATE shq.change;
DROP INDEX shq.idx_change_keys;
ALTER TABLE shq.change ALTER COLUMN before TYPE JSONB[] USING ARRAY[before], ALTER COLUMN after TYPE JSONB[] USING ARRAY[after],
    ADD CONSTRAINT change_of_each_key CHECK (cardinality(keys) > 0 AND cardinality(before) = cardinality(keys)
                                             AND cardinality(after) = cardinality(keys));
INSERT INTO shq.change (action_id, keys, before, after)
SELECT p.action_id, p.keys, p.before, p.after FROM pg_temp.steward_pages p;
CREATE INDEX idx_change_span ON shq.change USING gist (shq.key_span(keys));
ANALYZE shq.change;
