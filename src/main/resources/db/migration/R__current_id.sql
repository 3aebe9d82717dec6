-- The ID under which a record, or a slot, is in master now: that of the survivor, also where that was merged again; its own where it was
-- not merged.
CREATE OR REPLACE FUNCTION shq.current_id(id TEXT) RETURNS TEXT
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE hop (id, n) AS (
        SELECT $1, 0
        UNION ALL
        SELECT g.survivor, h.n + 1 FROM hop h JOIN shq.merged g ON g.key = h.id)
    SELECT h.id FROM hop h ORDER BY h.n DESC LIMIT 1
$$;
