-- A score is computed from a company's other fields, so that computing it anew is no change of the company, and `updated_at` stays.
-- Any other change moves it to an instant that is not the beginning of a transaction, so that it never equals that of the promotion.
CREATE FUNCTION shq.touch_company() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.data_quality_score IS DISTINCT FROM OLD.data_quality_score THEN
        OLD.data_quality_score := NEW.data_quality_score;
        IF OLD *= NEW THEN
            RETURN NEW;
        END IF;
    END IF;
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$;

-- A trigger of its own that an adopted database had under this name stays: there, a score counts as a change.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_trigger t
               WHERE t.tgrelid = 'marketing.company_master'::regclass AND t.tgname = 'company_master_updated_at'
                 AND t.tgfoid = 'shq.touch_updated_at()'::regprocedure) THEN
        CREATE OR REPLACE TRIGGER company_master_updated_at BEFORE UPDATE ON marketing.company_master
            FOR EACH ROW EXECUTE FUNCTION shq.touch_company();
    END IF;
END $$;
