-- Makes the triggers on the tables of intake anew, and the functions behind them: both name the columns that count, so that nothing else of
-- a row is looked at, whoever changes it and however many; the type of such a column is changed without them. The first three are those by
-- which a validation follows the content of a record; the fourth keeps rejections that other clients write. Who keeps a rejection itself,
-- or puts notes back as they were, says so by steward.keeps_rejections.
--
-- They fire in the order of their names. NEW.validated IS NULL stands for “true, but perhaps only left over” between them: the first
-- sets it, the second, which fires only where `validated` is named, makes it true again, the third lets the rest fall. A state
-- abbreviation that follows from the state says nothing new, whether it is filled in or emptied.
CREATE OR REPLACE FUNCTION shq.guard_validation() RETURNS VOID
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    intake RECORD;
    columns TEXT;
    differs TEXT;
    news TEXT;
    said TEXT;
    changed TEXT;
BEGIN
    FOR intake IN
        SELECT e.intake AS name, e.entity, array_agg(c.name ORDER BY a.attnum) AS content
        FROM shq.entities() e
        JOIN shq.content_column c ON c.entity = e.entity
        JOIN pg_attribute a ON a.attrelid = e.intake::regclass AND a.attname = c.name AND NOT a.attisdropped
        GROUP BY e.intake, e.entity
    LOOP
        SELECT string_agg(quote_ident(c), ', '),
               format('(%s) IS DISTINCT FROM (%s)', string_agg(format('OLD.%I', c), ', '), string_agg(format('NEW.%I', c), ', ')),
               format('(%s) IS DISTINCT FROM (%s)', string_agg(format('OLD.%I', c), ', ') FILTER (WHERE c <> 'state_abbrev'),
                      string_agg(format('NEW.%I', c), ', ') FILTER (WHERE c <> 'state_abbrev')),
               string_agg(format('CASE WHEN OLD.%1$I IS DISTINCT FROM NEW.%1$I THEN %2$L || shq.quoted(to_jsonb(OLD.%1$I)) || '' to '''
                                 || ' || shq.quoted(to_jsonb(NEW.%1$I)) END', c, c || ' from '), ', '),
               string_agg(format('CASE WHEN OLD.%1$I IS DISTINCT FROM NEW.%1$I THEN %1$L END', c), ', ')
        INTO columns, differs, news, said, changed FROM unnest(intake.content) c;
        IF 'state_abbrev' = ANY (intake.content) THEN
            news := news || ' OR coalesce(nullif(OLD.state_abbrev, ''''), shq.state_abbrev(NEW.company_state))'
                || ' IS DISTINCT FROM coalesce(nullif(NEW.state_abbrev, ''''), shq.state_abbrev(NEW.company_state))';
        END IF;
        EXECUTE format($asked$
            CREATE OR REPLACE FUNCTION shq.%I() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                IF %s THEN
                    NEW.validated := CASE WHEN NEW.validated THEN NULL ELSE false END;
                ELSE
                    NEW.validated := coalesce(NEW.validated, false);
                END IF;
                RETURN NEW;
            END $body$ $asked$, intake.entity || '_validation_asked', news);
        EXECUTE format($falls$
            CREATE OR REPLACE FUNCTION shq.%I() RETURNS trigger LANGUAGE plpgsql AS $body$
            DECLARE
                same_notes BOOLEAN := NEW.validation_notes IS NOT DISTINCT FROM OLD.validation_notes;
            BEGIN
                IF (OLD.validated IS NOT TRUE OR NEW.validated IS NOT NULL) AND NOT (%s) THEN
                    RETURN NEW;
                END IF;
                IF NEW.validated IS NOT TRUE AND same_notes AND OLD.validation_notes IS NOT NULL
                   AND shq.is_rejected(OLD.validation_notes) THEN
                    NEW.validation_notes := shq.answered_notes(NEW.validation_notes);
                END IF;
                IF OLD.validated AND NEW.validated IS NULL THEN
                    NEW.validated := false;
                    NEW.validated_at := NULL;
                    NEW.validated_by := NULL;
                    NEW.validation_notes := concat_ws(E'\n', nullif(NEW.validation_notes, ''),
                                                      'note: edited since validation: ' || concat_ws('; ', %s));
                ELSIF NEW.validated IS NOT TRUE AND same_notes AND shq.has_edit_note(NEW.validation_notes) THEN
                    NEW.validation_notes := shq.notes_of_edits(NEW.validation_notes, to_jsonb(OLD), to_jsonb(NEW),
                                                               array_remove(ARRAY[%s], NULL));
                END IF;
                RETURN NEW;
            END $body$ $falls$, intake.entity || '_validation_falls', news, said, changed);
        EXECUTE format('DROP TRIGGER IF EXISTS validation_1_asked ON %1$s; DROP TRIGGER IF EXISTS validation_2_named ON %1$s;'
                       || ' DROP TRIGGER IF EXISTS validation_3_falls ON %1$s; DROP TRIGGER IF EXISTS validation_4_rejected ON %1$s',
                       intake.name);
        EXECUTE format('CREATE TRIGGER validation_1_asked BEFORE UPDATE OF %s ON %s FOR EACH ROW WHEN (OLD.validated AND %s)'
                       || ' EXECUTE FUNCTION shq.%I()', columns, intake.name, differs, intake.entity || '_validation_asked');
        EXECUTE format('CREATE TRIGGER validation_2_named BEFORE UPDATE OF validated ON %s FOR EACH ROW'
                       || ' WHEN (NEW.validated IS NULL AND OLD.validated AND %s OR NEW.validated AND ('
                       || 'NEW.validation_notes ILIKE ''%%rejected:%%'' OR NEW.validation_notes LIKE ''%%edited since validation%%''))'
                       || ' EXECUTE FUNCTION shq.validation_named()', intake.name, differs);
        EXECUTE format('CREATE TRIGGER validation_3_falls BEFORE UPDATE OF %s ON %s FOR EACH ROW'
                       || ' WHEN ((OLD.validated AND NEW.validated IS NULL OR OLD.validation_notes ILIKE ''%%rejected:%%'''
                       || ' OR OLD.validation_notes LIKE ''%%edited since validation%%'') AND %s)'
                       || ' EXECUTE FUNCTION shq.%I()', columns, intake.name, differs, intake.entity || '_validation_falls');
        EXECUTE format('CREATE TRIGGER validation_4_rejected AFTER INSERT OR UPDATE OF validation_notes, validated ON %s FOR EACH ROW'
                       || ' WHEN (NEW.validation_notes ILIKE ''%%rejected:%%'' AND NEW.validated IS NOT TRUE'
                       || ' AND current_setting(''steward.keeps_rejections'', true) IS DISTINCT FROM ''on'')'
                       || ' EXECUTE FUNCTION shq.rejection_noted(%L)', intake.name, intake.entity);
    END LOOP;
END $$;

SELECT shq.guard_validation();

-- Whoever validates a record has answered its rejection and its edits.
CREATE OR REPLACE FUNCTION shq.validation_named() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.validated := true;
    IF NEW.validation_notes IS NOT NULL THEN
        NEW.validation_notes := shq.answered_notes(NEW.validation_notes);
    END IF;
    RETURN NEW;
END $$;

-- What was behind the triggers before.
DROP FUNCTION IF EXISTS shq.validation_asked(), shq.validation_falls(), shq.same_content(JSONB, JSONB, TEXT[]);
