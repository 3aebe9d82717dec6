-- An adopted database has sidecar triggers of its own, or none.
CREATE OR REPLACE FUNCTION shq.touch_updated_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;

DO $$
DECLARE
    wanted RECORD;
BEGIN
    FOR wanted IN
        SELECT table_name, trigger_name FROM (VALUES ('marketing.company_master', 'company_master_updated_at'),
                              ('marketing.people_master', 'people_master_updated_at'),
                              ('intake.people_raw_intake', 'people_raw_intake_updated_at'),
                              ('marketing.company_sidecar', 'company_sidecar_updated_at'),
                              ('marketing.people_sidecar', 'people_sidecar_updated_at')) AS v (table_name, trigger_name)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_trigger t
                       WHERE t.tgrelid = wanted.table_name::regclass AND t.tgname = wanted.trigger_name) THEN
            EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION shq.touch_updated_at()',
                           wanted.trigger_name, wanted.table_name);
        END IF;
    END LOOP;
END $$;
