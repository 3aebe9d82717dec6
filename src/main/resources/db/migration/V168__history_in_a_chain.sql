-- Entries of the history and of the validation log hang together: each has a hash of itself and of the one before it, so that a byte that
-- was changed, and an entry that was removed or slipped in, is found; the doctor does. Pages of the history have a digest of what stands
-- on them, made when they are written.
--
-- An entry is put into the chain after its transaction, by the next one that makes an entry, since transactions do not end in the order
-- of their numbers; until then it stands in shq.unsealed. Whoever finds another at it leaves it to that one, so nobody waits.
CREATE FUNCTION shq.page_digest(keys TEXT[], before JSONB[], after JSONB[]) RETURNS BYTEA
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(convert_to(to_jsonb(keys)::text || E'\n' || array_to_string(before, E'\n', '') || E'\n\n'
                             || array_to_string(after, E'\n', ''), 'UTF8'))
$$;

ALTER TABLE shq.change ADD COLUMN digest BYTEA GENERATED ALWAYS AS (shq.page_digest(keys, before, after)) STORED;
ALTER TABLE shq.change ALTER COLUMN digest DROP EXPRESSION;

CREATE FUNCTION shq.digest_page() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.digest := shq.page_digest(NEW.keys, NEW.before, NEW.after);
    RETURN NEW;
END $$;
CREATE TRIGGER digest_page BEFORE INSERT ON shq.change FOR EACH ROW WHEN (shq.owns_history()) EXECUTE FUNCTION shq.digest_page();

CREATE TABLE shq.chain (
    entry_no  BIGINT PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind IN ('action', 'run')),
    key       TEXT NOT NULL,
    sealed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    hash      BYTEA NOT NULL,
    UNIQUE (kind, key)
);
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.chain FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- What is not in the chain yet, and the transaction that made it, whose own entries are not whole before it ends.
CREATE TABLE shq.unsealed (
    place BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    xact  XID8 NOT NULL DEFAULT pg_current_xact_id()
);

-- All that an entry says; NULL where it is not there. Times are numbers, as text they would be as the session's zone has them.
CREATE FUNCTION shq.entry_digest(kind TEXT, key TEXT) RETURNS BYTEA
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE kind
        WHEN 'action' THEN (
            SELECT sha256(convert_to(jsonb_build_array(a.action_id, a.kind, a.summary, a.table_name, a.row_count, a.executor,
                       a.session_user_name, extract(epoch FROM a.happened_at), a.undoes, a.request_id,
                       (SELECT jsonb_agg(jsonb_build_array(c.change_id, encode(c.digest, 'hex')) ORDER BY c.change_id)
                        FROM shq.change c WHERE c.action_id = a.action_id))::text, 'UTF8'))
            FROM shq.action a WHERE a.action_id = CASE WHEN key ~ '^[0-9]{1,18}$' THEN key::bigint END)
        WHEN 'run' THEN (
            SELECT sha256(convert_to(jsonb_build_array(l.validation_run_id, l.source_table, l.target_table, l.total_records,
                       l.passed_records, l.failed_records, l.executed_by, extract(epoch FROM l.executed_at), l.notes, d.run_no, d.kind,
                       d.batch, d.request_id, d.session_user_name, d.promoted_earlier, d.held_by_other_source,
                       extract(epoch FROM d.created_at), d.rule_set, d.findings, d.of_run, d.action_id, d.unattended)::text, 'UTF8'))
            FROM public.shq_validation_log l LEFT JOIN shq.run_detail d ON d.validation_run_id = l.validation_run_id
            WHERE l.validation_run_id = key) END
$$;

-- The hash of an entry, which follows another; that of the first follows nothing.
CREATE FUNCTION shq.chain_hash(follows BYTEA, entry_no BIGINT, kind TEXT, key TEXT, sealed_at TIMESTAMPTZ, digest BYTEA) RETURNS BYTEA
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(coalesce(follows, '') || convert_to(jsonb_build_array(entry_no, kind, key, extract(epoch FROM sealed_at))::text, 'UTF8')
                  || digest)
$$;

-- Puts entries of transactions that have ended into the chain, at most so many, and returns how many; none where another is at it.
CREATE FUNCTION shq.seal(most INTEGER DEFAULT 100) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    follows BYTEA;
    last BIGINT;
    waiting RECORD;
    sealed INTEGER := 0;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' OR NOT pg_try_advisory_xact_lock(hashtextextended('shq.chain', 0)) THEN
        RETURN 0;
    END IF;
    SELECT c.entry_no, c.hash INTO last, follows FROM shq.chain c ORDER BY c.entry_no DESC LIMIT 1;
    last := coalesce(last, 0);
    -- One that is gone stays where it is, for the doctor to name it.
    FOR waiting IN SELECT w.place, w.kind, w.key, w.digest
                   FROM (SELECT u.place, u.kind, u.key, shq.entry_digest(u.kind, u.key) AS digest FROM shq.unsealed u
                         WHERE u.xact <> pg_current_xact_id()) w
                   WHERE w.digest IS NOT NULL ORDER BY w.place LIMIT most
    LOOP
        DELETE FROM shq.unsealed u WHERE u.place = waiting.place;
        -- One that was put back in place of itself has its place already.
        CONTINUE WHEN EXISTS (SELECT FROM shq.chain c WHERE c.kind = waiting.kind AND c.key = waiting.key);
        last := last + 1;
        follows := shq.chain_hash(follows, last, waiting.kind, waiting.key, now(), waiting.digest);
        INSERT INTO shq.chain (entry_no, kind, key, hash) VALUES (last, waiting.kind, waiting.key, follows);
        sealed := sealed + 1;
    END LOOP;
    RETURN sealed;
END $$;
REVOKE ALL ON FUNCTION shq.seal(INTEGER) FROM PUBLIC;

CREATE FUNCTION shq.await_seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'action' THEN INSERT INTO shq.unsealed (kind, key) SELECT 'action', m.action_id::text FROM made m ORDER BY m.action_id;
        ELSE INSERT INTO shq.unsealed (kind, key) SELECT 'run', m.validation_run_id FROM made m ORDER BY m.validation_run_id;
    END CASE;
    PERFORM shq.seal();
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.await_seal() FROM PUBLIC;
CREATE TRIGGER await_seal AFTER INSERT ON shq.action REFERENCING NEW TABLE AS made FOR EACH STATEMENT
    EXECUTE FUNCTION shq.await_seal();
CREATE TRIGGER await_seal AFTER INSERT ON public.shq_validation_log REFERENCING NEW TABLE AS made FOR EACH STATEMENT
    EXECUTE FUNCTION shq.await_seal();

-- What is there already goes into the chain as it is, in the order of its time.
INSERT INTO shq.unsealed (kind, key, xact)
SELECT e.kind, e.key, '0'
FROM (SELECT 'action' AS kind, a.action_id::text AS key, a.happened_at AS at, a.action_id AS place FROM shq.action a
      UNION ALL
      SELECT 'run', l.validation_run_id, l.executed_at::timestamptz, 0 FROM public.shq_validation_log l) e
ORDER BY e.at, e.place, e.key;
SELECT shq.seal(2147483647);
