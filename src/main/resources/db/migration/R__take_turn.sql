-- Waits up to `patience` for the turn that promotions, runs of rules and their like have alone and changes of intake share. Where somebody
-- else has it for longer, it says who, as their connection calls itself; who has it is told by `purpose` until the transaction ends.
CREATE OR REPLACE FUNCTION shq.take_turn(alone BOOLEAN, purpose TEXT, patience TEXT, OUT taken BOOLEAN, OUT application TEXT, OUT role TEXT)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    turn CONSTANT BIGINT := hashtextextended('shq.promote_company_records', 0);
    usual CONSTANT TEXT := current_setting('lock_timeout');
BEGIN
    IF purpose IS NOT NULL THEN
        PERFORM set_config('application_name', purpose, true);
    END IF;
    PERFORM set_config('lock_timeout', patience, true);
    BEGIN
        IF alone THEN
            PERFORM pg_advisory_xact_lock(turn);
        ELSE
            PERFORM pg_advisory_xact_lock_shared(turn);
        END IF;
        taken := true;
    EXCEPTION WHEN lock_not_available THEN
        taken := false;
        SELECT a.application_name, a.usename INTO application, role
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_backend_pid()
          AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
          AND (l.classid::bigint << 32 | l.objid::bigint) = turn
        ORDER BY l.mode, l.pid LIMIT 1;
    END;
    PERFORM set_config('lock_timeout', usual, true);
END $$;
