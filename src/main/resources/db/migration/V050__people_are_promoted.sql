-- People of intake may name one of their company's slots; who names none gets into the default slot.
ALTER TABLE intake.people_raw_intake ADD COLUMN IF NOT EXISTS company_slot_unique_id TEXT;

-- Makes the triggers on a table of intake anew, which name its columns: the type of such a column is changed without them.
CREATE OR REPLACE FUNCTION shq.guard_validation() RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake RECORD;
    columns TEXT;
    arguments TEXT;
    differs TEXT;
BEGIN
    FOR intake IN SELECT t.name, t.content FROM (VALUES
        ('intake.company_raw_intake', ARRAY['company', 'company_name_for_emails', 'num_employees', 'industry', 'website',
            'company_linkedin_url', 'facebook_url', 'twitter_url', 'company_street', 'company_city', 'company_state', 'company_country',
            'company_postal_code', 'company_phone', 'sic_codes', 'founded_year', 'state_abbrev']),
        ('intake.people_raw_intake', ARRAY['first_name', 'last_name', 'email', 'work_phone', 'personal_phone', 'title', 'seniority',
            'department', 'company_name', 'company_unique_id', 'company_slot_unique_id', 'linkedin_url', 'twitter_url', 'facebook_url',
            'bio', 'skills', 'education', 'certifications'])) AS t (name, content)
    LOOP
        SELECT string_agg(c, ', '), string_agg(quote_literal(c), ', '),
               format('(%s) IS DISTINCT FROM (%s)', string_agg('OLD.' || c, ', '), string_agg('NEW.' || c, ', '))
        INTO columns, arguments, differs FROM unnest(intake.content) c;
        EXECUTE format('DROP TRIGGER IF EXISTS validation_1_asked ON %1$s; DROP TRIGGER IF EXISTS validation_2_named ON %1$s;'
                       || ' DROP TRIGGER IF EXISTS validation_3_falls ON %1$s', intake.name);
        EXECUTE format('CREATE TRIGGER validation_1_asked BEFORE UPDATE OF %s ON %s FOR EACH ROW WHEN (OLD.validated AND %s)'
                       || ' EXECUTE FUNCTION shq.validation_asked(%s)', columns, intake.name, differs, arguments);
        EXECUTE format('CREATE TRIGGER validation_2_named BEFORE UPDATE OF validated ON %s FOR EACH ROW'
                       || ' WHEN (NEW.validated IS NULL AND OLD.validated AND %s OR NEW.validated AND ('
                       || 'NEW.validation_notes ILIKE ''%%rejected:%%'' OR NEW.validation_notes LIKE ''%%edited since validation%%''))'
                       || ' EXECUTE FUNCTION shq.validation_named()', intake.name, differs);
        EXECUTE format('CREATE TRIGGER validation_3_falls BEFORE UPDATE OF %s ON %s FOR EACH ROW'
                       || ' WHEN ((OLD.validated AND NEW.validated IS NULL OR OLD.validation_notes ILIKE ''%%rejected:%%'') AND %s)'
                       || ' EXECUTE FUNCTION shq.validation_falls(%s)', columns, intake.name, differs, arguments);
    END LOOP;
END $$;

SELECT shq.guard_validation();

-- The last guard against promoting a person twice, where an adopted database has no duplicates already; the doctor says so.
DO $$
BEGIN
    CREATE UNIQUE INDEX people_master_promoted_once ON marketing.people_master (source_record_id)
        WHERE source_system = 'intake_promotion';
EXCEPTION WHEN unique_violation THEN
    RAISE NOTICE 'People of intake were promoted more than once, so the index people_master_promoted_once was not made.';
END $$;

CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON intake.people_raw_intake
    FOR EACH STATEMENT EXECUTE FUNCTION shq.tell_change();

INSERT INTO shq.validation_rule (rule_set, code, entity, field, kind, parameters, severity, message, position)
SELECT 'standard', r.code, 'person', r.field, 'regex', '{"as": "phone", "pattern": "^\\+"}', 'warning',
       'is no possible number, so that master gets none', r.position
FROM (VALUES ('work_phone_possible', 'work_phone', 80), ('personal_phone_possible', 'personal_phone', 90)) AS r (code, field, position)
ON CONFLICT DO NOTHING;
