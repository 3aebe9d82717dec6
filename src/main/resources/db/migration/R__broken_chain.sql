-- What of the history and the validation log is not as it was written, in words; nothing where all of it is. Reads all of it.
CREATE OR REPLACE FUNCTION shq.broken_chain() RETURNS TABLE (what TEXT)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH link AS MATERIALIZED (
        SELECT c.entry_no, c.kind, c.key, c.sealed_at, c.hash, lag(c.hash) OVER (ORDER BY c.entry_no) AS follows,
               lag(c.entry_no, 1, 0::bigint) OVER (ORDER BY c.entry_no) AS before, shq.entry_digest(c.kind, c.key) AS digest
        FROM shq.chain c)
    SELECT CASE WHEN l.digest IS NULL THEN format('%s %s, which was removed', l.kind, l.key)
                ELSE format('%s %s, which was changed, or what it follows', l.kind, l.key) END
    FROM link l
    WHERE l.hash IS DISTINCT FROM shq.chain_hash(l.follows, l.entry_no, l.kind, l.key, l.sealed_at, l.digest)
    UNION ALL
    SELECT format('entry %s of the chain, which is missing', CASE WHEN l.entry_no - l.before = 2 THEN (l.before + 1)::text
                  ELSE l.before + 1 || '–' || l.entry_no - 1 END)
    FROM link l WHERE l.entry_no <> l.before + 1
    UNION ALL
    SELECT format('action %s, of which the page of %s was changed', c.action_id, c.keys[1])
    FROM shq.change c WHERE c.digest IS DISTINCT FROM shq.page_digest(c.keys, c.before, c.after)
    UNION ALL
    SELECT format('%s %s, which was removed before it was sealed', u.kind, u.key)
    FROM shq.unsealed u WHERE shq.entry_digest(u.kind, u.key) IS NULL
    UNION ALL
    SELECT format('%s %s, which was slipped in', e.kind, e.key)
    FROM (SELECT 'action' AS kind, a.action_id::text AS key FROM shq.action a
          UNION ALL SELECT 'run', l.validation_run_id FROM public.shq_validation_log l) e
    WHERE NOT EXISTS (SELECT FROM shq.chain c WHERE c.kind = e.kind AND c.key = e.key)
      AND NOT EXISTS (SELECT FROM shq.unsealed u WHERE u.kind = e.kind AND u.key = e.key)
$$;
