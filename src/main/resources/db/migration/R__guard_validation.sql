-- Makes the triggers on the tables of intake anew, which name their columns: the type of such a column is changed without them.
-- The first three are those by which a validation follows the content of a record; the fourth keeps rejections that other clients write.
-- Who keeps a rejection itself, or puts notes back as they were, says so by steward.keeps_rejections.
CREATE OR REPLACE FUNCTION shq.guard_validation() RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake RECORD;
    columns TEXT;
    arguments TEXT;
    differs TEXT;
BEGIN
    FOR intake IN
        SELECT e.intake AS name, e.entity, array_agg(c.name ORDER BY a.attnum) AS content
        FROM shq.entities() e
        JOIN shq.content_column c ON c.entity = e.entity
        JOIN pg_attribute a ON a.attrelid = e.intake::regclass AND a.attname = c.name AND NOT a.attisdropped
        GROUP BY e.intake, e.entity
    LOOP
        SELECT string_agg(c, ', '), string_agg(quote_literal(c), ', '),
               format('(%s) IS DISTINCT FROM (%s)', string_agg('OLD.' || c, ', '), string_agg('NEW.' || c, ', '))
        INTO columns, arguments, differs FROM unnest(intake.content) c;
        EXECUTE format('DROP TRIGGER IF EXISTS validation_1_asked ON %1$s; DROP TRIGGER IF EXISTS validation_2_named ON %1$s;'
                       || ' DROP TRIGGER IF EXISTS validation_3_falls ON %1$s; DROP TRIGGER IF EXISTS validation_4_rejected ON %1$s',
                       intake.name);
        EXECUTE format('CREATE TRIGGER validation_1_asked BEFORE UPDATE OF %s ON %s FOR EACH ROW WHEN (OLD.validated AND %s)'
                       || ' EXECUTE FUNCTION shq.validation_asked(%s)', columns, intake.name, differs, arguments);
        EXECUTE format('CREATE TRIGGER validation_2_named BEFORE UPDATE OF validated ON %s FOR EACH ROW'
                       || ' WHEN (NEW.validated IS NULL AND OLD.validated AND %s OR NEW.validated AND ('
                       || 'NEW.validation_notes ILIKE ''%%rejected:%%'' OR NEW.validation_notes LIKE ''%%edited since validation%%''))'
                       || ' EXECUTE FUNCTION shq.validation_named()', intake.name, differs);
        EXECUTE format('CREATE TRIGGER validation_3_falls BEFORE UPDATE OF %s ON %s FOR EACH ROW'
                       || ' WHEN ((OLD.validated AND NEW.validated IS NULL OR OLD.validation_notes ILIKE ''%%rejected:%%'''
                       || ' OR OLD.validation_notes LIKE ''%%edited since validation%%'') AND %s)'
                       || ' EXECUTE FUNCTION shq.validation_falls(%s)', columns, intake.name, differs, arguments);
        EXECUTE format('CREATE TRIGGER validation_4_rejected AFTER INSERT OR UPDATE OF validation_notes, validated ON %s FOR EACH ROW'
                       || ' WHEN (NEW.validation_notes ILIKE ''%%rejected:%%'' AND NEW.validated IS NOT TRUE'
                       || ' AND current_setting(''steward.keeps_rejections'', true) IS DISTINCT FROM ''on'')'
                       || ' EXECUTE FUNCTION shq.rejection_noted(%L)', intake.name, intake.entity);
    END LOOP;
END $$;

SELECT shq.guard_validation();
