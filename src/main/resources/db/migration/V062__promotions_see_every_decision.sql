-- What holds rows back from a promotion: the settings, searches and decisions. Each change of it changes the one row of the settings,
-- which a promotion locks: it waits for who is at it, and one whose snapshot is older ends with a serialization failure (40001)
-- instead of promoting what was decided to be the same meanwhile.
ALTER TABLE shq.match_setting ADD COLUMN changes BIGINT NOT NULL DEFAULT 0;

CREATE FUNCTION shq.holds_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE shq.match_setting SET changes = changes + 1;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.holds_change() FROM PUBLIC;

-- Who takes a decision back may bring back the one before it.
CREATE FUNCTION shq.undone_holds_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM shq.match_decision d WHERE d.action_id = NEW.undoes) THEN
        UPDATE shq.match_setting SET changes = changes + 1;
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.undone_holds_change() FROM PUBLIC;

CREATE TRIGGER holds_change AFTER INSERT ON shq.match_decision
    FOR EACH STATEMENT EXECUTE FUNCTION shq.holds_change();
CREATE TRIGGER holds_change AFTER INSERT ON shq.match_run
    FOR EACH STATEMENT EXECUTE FUNCTION shq.holds_change();
CREATE TRIGGER holds_change AFTER INSERT ON shq.action
    FOR EACH ROW WHEN (NEW.undoes IS NOT NULL) EXECUTE FUNCTION shq.undone_holds_change();
