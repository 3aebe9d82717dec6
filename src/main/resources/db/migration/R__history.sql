-- On which page of the history of an action the record at a place among its records stands, from 1 on.
CREATE OR REPLACE FUNCTION shq.history_page(place BIGINT) RETURNS BIGINT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (place - 1) / 256
$$;
