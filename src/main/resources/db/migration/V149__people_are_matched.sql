-- People are matched as companies are: searches, pairs, decisions and keys of master say of which kind of record they are.
ALTER TABLE shq.match_run ADD COLUMN entity TEXT NOT NULL DEFAULT 'company' CHECK (entity IN ('company', 'person'));
ALTER TABLE shq.match_pair ADD COLUMN entity TEXT NOT NULL DEFAULT 'company' CHECK (entity IN ('company', 'person'));
ALTER TABLE shq.match_decision ADD COLUMN entity TEXT NOT NULL DEFAULT 'company' CHECK (entity IN ('company', 'person'));
ALTER TABLE shq.match_changed ADD COLUMN entity TEXT NOT NULL DEFAULT 'company';
ALTER TABLE shq.match_record ADD COLUMN entity TEXT NOT NULL DEFAULT 'company';
ALTER TABLE shq.match_record DROP CONSTRAINT match_record_pkey;
ALTER TABLE shq.match_record ADD CONSTRAINT match_record_pkey PRIMARY KEY (record_id, entity);

-- From which scores on pairs of people are shown, and hold their row back.
ALTER TABLE shq.match_setting ADD COLUMN people_shown SMALLINT NOT NULL DEFAULT 55 CHECK (people_shown BETWEEN 40 AND 100);
ALTER TABLE shq.match_setting ADD COLUMN people_held SMALLINT CHECK (people_held BETWEEN 40 AND 100);

CREATE OR REPLACE FUNCTION shq.match_record_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('INSERT INTO shq.match_changed (record_id, entity) SELECT c.%I, %L FROM changed c', TG_ARGV[0],
                   coalesce(TG_ARGV[1], 'company'));
    RETURN NULL;
END $$;

CREATE TRIGGER match_record_added AFTER INSERT ON marketing.people_master REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('unique_id', 'person');
CREATE TRIGGER match_record_changed AFTER UPDATE ON marketing.people_master REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('unique_id', 'person');
CREATE TRIGGER match_record_gone AFTER DELETE ON marketing.people_master REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shq.match_record_changed('unique_id', 'person');

INSERT INTO shq.match_changed (record_id, entity) SELECT m.unique_id, 'person' FROM marketing.people_master m;
