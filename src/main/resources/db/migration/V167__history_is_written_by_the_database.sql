-- Who edits writes no history: the database does, from the rows themselves. A client tells what it does in two views, of which the first
-- makes an action under the session's own role and at its own time, and the second is taken at its word only from whoever owns the
-- history. Of everybody else the rows that a statement changed are compared as they were and as they are, and belong to the action that
-- was told in the same transaction for their table; where none was, to one that says that it was done by SQL.
--
-- Cost: nothing for the owner, and for what functions with the owner's rights do. For others a statement reads what it changed twice more.
CREATE VIEW shq.told_action AS
SELECT a.action_id, a.kind, a.summary, a.table_name, a.row_count, a.executor, a.undoes, a.request_id FROM shq.action a;
CREATE VIEW shq.told_change AS
SELECT c.action_id, c.keys, c.before, c.after FROM shq.change c;

-- Whether the present role writes history by itself. The catalogue is named, as a session's own table may be called like it.
CREATE FUNCTION shq.owns_history() RETURNS BOOLEAN
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_catalog.pg_has_role(current_user, c.relowner, 'USAGE') FROM pg_catalog.pg_class c WHERE c.oid = 'shq.action'::regclass
$$;

-- The actions of a transaction are remembered by it. Others of them than the session's own of this transaction are not believed.
CREATE FUNCTION shq.remember_action() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('steward.actions', concat_ws(',', nullif(current_setting('steward.actions', true), ''), NEW.action_id), true);
    RETURN NEW;
END $$;
CREATE TRIGGER remember_action BEFORE INSERT ON shq.action FOR EACH ROW WHEN (NOT shq.owns_history())
    EXECUTE FUNCTION shq.remember_action();

CREATE FUNCTION shq.actions_at_hand() RETURNS TABLE (action_id BIGINT, table_name TEXT, undoes BIGINT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told TEXT := current_setting('steward.actions', true);
BEGIN
    IF told ~ '^[0-9]{1,18}(,[0-9]{1,18})*$' THEN
        RETURN QUERY SELECT a.action_id, a.table_name, a.undoes FROM shq.action a
                     WHERE a.action_id = ANY (string_to_array(told, ',')::bigint[]) AND a.session_user_name = session_user
                       AND a.happened_at = now();
    END IF;
END $$;

-- Rows that came, until the transaction ends or its client tells of them: which action they belong to is told after they came.
CREATE TABLE shq.arrival (
    arrival_no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name TEXT NOT NULL,
    key        TEXT NOT NULL,
    keys       TEXT[] NOT NULL
);

-- The action to which rows of a table belong.
CREATE FUNCTION shq.action_for(place TEXT, rows BIGINT, did TEXT) RETURNS BIGINT
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    act BIGINT := (SELECT max(a.action_id) FROM shq.actions_at_hand() a WHERE a.table_name = place);
BEGIN
    IF act IS NULL THEN
        INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
        VALUES ('sql', format('%s %s by SQL', did, CASE rows WHEN 1 THEN '1 row' ELSE rows || ' rows' END), place, rows, session_user)
        RETURNING action_id INTO act;
    END IF;
    RETURN act;
END $$;
REVOKE ALL ON FUNCTION shq.action_for(TEXT, BIGINT, TEXT) FROM PUBLIC;

-- A row as the history has it whole: without what the table makes of the rest by itself.
CREATE FUNCTION shq.row_as_json(place REGCLASS, alias TEXT) RETURNS TEXT
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format('(to_jsonb(%s) - %L::text[])', alias, ARRAY(
        SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = place AND a.attgenerated <> '' ORDER BY a.attnum))
$$;

-- Keeps the rows that came, but those that an import or the return of discarded rows keeps already.
CREATE FUNCTION shq.keep_arrivals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    arrived shq.arrival;
    lost TEXT[];
    act BIGINT;
BEGIN
    FOR arrived IN DELETE FROM shq.arrival r USING (SELECT min(m.arrival_no) AS first FROM shq.arrival m) f
                   WHERE r.arrival_no >= f.first RETURNING r.*
    LOOP
        lost := arrived.keys;
        IF arrived.table_name LIKE 'intake.%' THEN
            lost := ARRAY(SELECT k.key FROM unnest(arrived.keys) AS k (key)
                          WHERE NOT EXISTS (SELECT FROM shq.import_file f JOIN shq.actions_at_hand() a ON a.action_id = f.action_id
                                            WHERE f.table_name = arrived.table_name AND f.intake_ids @> k.key::bigint)
                            AND NOT EXISTS (SELECT FROM shq.discarded_intake d JOIN shq.actions_at_hand() a ON a.undoes = d.action_id
                                            WHERE d.intake_id = k.key::bigint AND d.entity = CASE arrived.table_name
                                                WHEN 'intake.company_raw_intake' THEN 'company' ELSE 'person' END));
        END IF;
        CONTINUE WHEN cardinality(lost) = 0;
        act := shq.action_for(arrived.table_name, cardinality(lost), 'Added');
        EXECUTE format($keep$
            INSERT INTO shq.change (action_id, keys, before, after)
            SELECT $1, array_agg(n.key), array_agg('null'::jsonb), array_agg(n.row)
            FROM (SELECT %2$s AS key, %3$s AS row, shq.history_page(row_number() OVER (ORDER BY %2$s)) AS page
                  FROM %1$s t WHERE %2$s = ANY ($2)) n GROUP BY n.page$keep$, arrived.table_name, arrived.key,
            shq.row_as_json(arrived.table_name::regclass, 't')) USING act, lost;
    END LOOP;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.keep_arrivals() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER keep_arrivals AFTER INSERT ON shq.arrival DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION shq.keep_arrivals();

-- What a client tells of rows is written by the database of whoever does not own the history; here it is told that rows have come.
CREATE FUNCTION shq.leave_to_the_database() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.before[1] = 'null' THEN
        SET CONSTRAINTS shq.keep_arrivals IMMEDIATE;
        SET CONSTRAINTS shq.keep_arrivals DEFERRED;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER leave_to_the_database BEFORE INSERT ON shq.change FOR EACH ROW WHEN (NOT shq.owns_history())
    EXECUTE FUNCTION shq.leave_to_the_database();

-- Compares the rows that a statement changed, `gone` with `made`, and keeps what is another. The key of a row `t` is its first argument;
-- with a second one, rows are kept whole and not by the fields that changed. Runs with the rights of the history's owner.
CREATE FUNCTION shq.watch_rows() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place CONSTANT TEXT := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
    key CONSTANT TEXT := TG_ARGV[0];
    whole CONSTANT BOOLEAN := TG_NARGS > 1;
    paged CONSTANT TEXT := ' INSERT INTO shq.change (action_id, keys, before, after) SELECT $1, array_agg(p.key), array_agg(p.before),'
        || ' array_agg(p.after) FROM (SELECT n.key, n.before, n.after, n.shape, shq.history_page(row_number() OVER (PARTITION BY n.shape'
        || ' ORDER BY n.key)) AS page FROM new n) p GROUP BY p.shape, p.page';
    was CONSTANT TEXT := replace(key, 't.', 'g.');
    becomes CONSTANT TEXT := replace(key, 't.', 'm.');
    kept CONSTANT TEXT := CASE place WHEN 'intake.company_raw_intake' THEN 'company' WHEN 'intake.people_raw_intake' THEN 'person' END;
    fields TEXT[];
    changed TEXT[];
    rows BIGINT;
    new TEXT;
BEGIN
    IF TG_OP = 'INSERT' THEN
        EXECUTE format('INSERT INTO shq.arrival (table_name, key, keys) SELECT $1, $2, array_agg(n.key) FROM (SELECT %1$s AS key,'
                       || ' (row_number() OVER () - 1) / 10000 AS part FROM made t) n GROUP BY n.part', key) USING place, key;
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' THEN
        new := format('SELECT %s AS key, %s AS before, ''null''::jsonb AS after, 0 AS shape FROM gone t', key,
                      shq.row_as_json(TG_RELID, 't'));
        IF kept IS NOT NULL THEN
            new := new || format(' WHERE NOT EXISTS (SELECT FROM shq.discarded_intake d JOIN shq.actions_at_hand() a'
                                 || ' ON a.action_id = d.action_id WHERE d.entity = %L AND d.intake_id = t.id AND d.row_data = to_jsonb(t))',
                                 kept);
        END IF;
        EXECUTE 'SELECT count(*) FROM (' || new || ') n' INTO rows;
        IF rows > 0 THEN
            EXECUTE 'WITH new AS (' || new || ')' || paged USING shq.action_for(place, rows, 'Removed');
        END IF;
        RETURN NULL;
    END IF;
    SELECT array_agg(a.attname::text ORDER BY a.attnum) INTO fields
    FROM pg_attribute a
    WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attname <> 'updated_at';
    EXECUTE format('SELECT count(*) FILTER (WHERE ROW(%1$s) IS DISTINCT FROM ROW(%2$s)), array_remove(ARRAY[%3$s], NULL)'
                   || ' FROM gone g FULL JOIN made m ON %4$s = %5$s',
                   (SELECT string_agg(format('g.%I', f.name), ', ') FROM unnest(fields) AS f (name)),
                   (SELECT string_agg(format('m.%I', f.name), ', ') FROM unnest(fields) AS f (name)),
                   (SELECT string_agg(format('CASE WHEN bool_or(g.%1$I IS DISTINCT FROM m.%1$I) THEN %1$L END', f.name), ', ')
                    FROM unnest(fields) AS f (name)), was, becomes) INTO rows, changed;
    IF rows = 0 THEN
        RETURN NULL;
    END IF;
    IF whole THEN
        new := format('SELECT coalesce(%1$s, %2$s) AS key, coalesce(to_jsonb(g), ''null'') AS before, coalesce(to_jsonb(m), ''null'') AS after,'
                      || ' 0 AS shape FROM gone g FULL JOIN made m ON %1$s = %2$s WHERE to_jsonb(g) IS DISTINCT FROM to_jsonb(m)', was,
                      becomes);
    ELSE
        new := format($each$
            SELECT %1$s AS key, jsonb_build_object(%3$s) - s.same AS before, jsonb_build_object(%4$s) - s.same AS after, s.same AS shape
            FROM gone g JOIN made m ON %1$s = %2$s CROSS JOIN LATERAL (SELECT array_remove(ARRAY[%5$s]::text[], NULL) AS same) s
            WHERE cardinality(s.same) < %6$s
            UNION ALL
            SELECT %1$s, %7$s, 'null', '{gone}' FROM gone g WHERE NOT EXISTS (SELECT FROM made m WHERE %1$s = %2$s)
            UNION ALL
            SELECT %2$s, 'null', %8$s, '{made}' FROM made m WHERE NOT EXISTS (SELECT FROM gone g WHERE %1$s = %2$s)$each$, was, becomes,
            (SELECT string_agg(format('%1$L, g.%1$I', f.name), ', ') FROM unnest(changed) AS f (name)),
            (SELECT string_agg(format('%1$L, m.%1$I', f.name), ', ') FROM unnest(changed) AS f (name)),
            (SELECT string_agg(format('CASE WHEN g.%1$I IS NOT DISTINCT FROM m.%1$I THEN %1$L END', f.name), ', ')
             FROM unnest(changed) AS f (name)),
            cardinality(changed), shq.row_as_json(TG_RELID, 'g'), shq.row_as_json(TG_RELID, 'm'));
    END IF;
    EXECUTE 'WITH new AS (' || new || ')' || paged USING shq.action_for(place, rows, 'Changed');
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.watch_rows() FROM PUBLIC;

DO $$
DECLARE
    watched RECORD;
    event RECORD;
BEGIN
    FOR watched IN SELECT w.place, w.arguments FROM (VALUES
        ('intake.company_raw_intake', $k$'t.id::text'$k$), ('intake.people_raw_intake', $k$'t.id::text'$k$),
        ('marketing.company_master', $k$'t.company_unique_id::text'$k$), ('marketing.people_master', $k$'t.unique_id::text'$k$),
        ('marketing.company_slots', $k$'t.company_slot_unique_id::text'$k$),
        ('marketing.company_sidecar', $k$'t.company_unique_id::text'$k$),
        ('marketing.people_sidecar', $k$'t.person_unique_id::text'$k$),
        ('shq.validation_rule', $k$'t.rule_set || '' '' || t.code', 'whole'$k$), ('shq.placeholder', $k$'t.value', 'whole'$k$)
        ) AS w (place, arguments)
    LOOP
        FOR event IN SELECT e.name, e.does, e.tables FROM (VALUES
            ('watch_added', 'INSERT', 'NEW TABLE AS made'), ('watch_changed', 'UPDATE', 'OLD TABLE AS gone NEW TABLE AS made'),
            ('watch_removed', 'DELETE', 'OLD TABLE AS gone')) AS e (name, does, tables)
        LOOP
            EXECUTE format('CREATE TRIGGER %s AFTER %s ON %s REFERENCING %s FOR EACH STATEMENT WHEN (NOT shq.owns_history())'
                           || ' EXECUTE FUNCTION shq.watch_rows(%s)', event.name, event.does, watched.place, event.tables,
                           watched.arguments);
        END LOOP;
    END LOOP;
END $$;

-- What each role was given as a viewer, a steward or an admin, so that it gets what later versions bring.
CREATE TABLE shq.role_kind (
    role TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('viewer', 'steward', 'admin'))
);

-- Whoever wrote history tells of it from now on. Who could do what stewards do is a steward, and who could change rules too an admin.
DO $$
DECLARE
    editor RECORD;
BEGIN
    FOR editor IN
        SELECT r.rolname AS role, CASE WHEN has_table_privilege(r.oid, 'shq.validation_rule', 'INSERT') THEN 'admin' ELSE 'steward' END AS kind,
               has_table_privilege(r.oid, 'shq.match_run', 'INSERT')
               AND (SELECT bool_and(has_function_privilege(r.oid, p.oid, 'EXECUTE')) FROM pg_proc p
                    WHERE p.pronamespace = 'shq'::regnamespace AND p.proname IN ('take_back_promotion', 'validate_records')) AS works
        FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a JOIN pg_roles r ON r.oid = a.grantee
        WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type = 'INSERT'
    LOOP
        IF editor.works THEN
            INSERT INTO shq.role_kind (role, kind) VALUES (editor.role, editor.kind);
            EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON ALL TABLES IN SCHEMA shq FROM %I', editor.role);
            EXECUTE format('REVOKE INSERT, DELETE ON marketing.company_master, marketing.people_master FROM %I', editor.role);
            EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON marketing.email_verification_log FROM %I', editor.role);
        ELSE
            EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON shq.action, shq.change, shq.run_detail FROM %I', editor.role);
        END IF;
        EXECUTE format('GRANT SELECT, INSERT ON shq.told_action, shq.told_change TO %I', editor.role);
    END LOOP;
END $$;
