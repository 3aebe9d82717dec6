-- Brings the search indexes of a table up to date with what a transaction collected beside them, which only their owner may; else each
-- search would read through it. Returns how many pages that were.
CREATE OR REPLACE FUNCTION shq.settle_search(rows REGCLASS) RETURNS BIGINT
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(sum(gin_clean_pending_list(x.indexrelid)), 0)::bigint
    FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_am a ON a.oid = c.relam
    WHERE x.indrelid = rows AND a.amname = 'gin' AND x.indisvalid AND pg_has_role(current_user, c.relowner, 'USAGE')
$$;
REVOKE ALL ON FUNCTION shq.settle_search(REGCLASS) FROM PUBLIC;
