-- Lists are arrays, but text in some adopted databases: one value, several with commas or semicolons between them, or an array
-- written as text.
CREATE OR REPLACE FUNCTION shq.text_list(list TEXT[]) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT list
$$;

CREATE OR REPLACE FUNCTION shq.text_list(list TEXT) RETURNS TEXT[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF list LIKE '{%}' THEN
        RETURN list::text[];
    END IF;
    RETURN array_remove(regexp_split_to_array(btrim(list), '\s*[,;]\s*'), '');
EXCEPTION WHEN invalid_text_representation THEN
    RETURN ARRAY[list];
END $$;
