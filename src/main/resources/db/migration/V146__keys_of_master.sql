-- By which numbers the records of master are found that may be the same as another: records that are alike have at least one in common.
-- The program reckons them before it searches, for the records that became others since it did so last.
CREATE TABLE shq.match_record (
    record_id TEXT PRIMARY KEY,
    keys      INTEGER[] NOT NULL
);
CREATE INDEX idx_match_record_keys ON shq.match_record USING gin (keys);

-- The records of master that are new, others or gone since; also more than once.
CREATE TABLE shq.match_changed (
    record_id TEXT NOT NULL
);

CREATE FUNCTION shq.match_record_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('INSERT INTO shq.match_changed (record_id) SELECT c.%I FROM changed c', TG_ARGV[0]);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.match_record_changed() FROM PUBLIC;

CREATE TRIGGER match_record_added AFTER INSERT ON marketing.company_master REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('company_unique_id');
CREATE TRIGGER match_record_changed AFTER UPDATE ON marketing.company_master REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('company_unique_id');
CREATE TRIGGER match_record_gone AFTER DELETE ON marketing.company_master REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('company_unique_id');

INSERT INTO shq.match_changed (record_id) SELECT m.company_unique_id FROM marketing.company_master m;
