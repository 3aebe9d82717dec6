-- A validation is of what a record says. Content is what promotion maps; where it really changes, by whatever client, the validation
-- falls and a note says what changed, and a rejection becomes a plain note. An update that itself names `validated` and sets it to true
-- is a validation. A state abbreviation that follows from the state says nothing new, whether it is filled in or emptied.
--
-- The three row triggers fire in the order of their names. NEW.validated IS NULL stands for “true, but perhaps only left over”
-- between them: the first sets it, the second, which fires only where `validated` is named, makes it true again, the third lets the
-- rest fall. Their conditions keep updates cheap that touch no validated content.
CREATE FUNCTION shq.same_content(was JSONB, now JSONB, content TEXT[]) RETURNS BOOLEAN
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM unnest(content) AS c (name)
        WHERE was -> c.name IS DISTINCT FROM now -> c.name
          AND NOT (c.name = 'state_abbrev'
                   AND coalesce(nullif(was ->> 'state_abbrev', ''), shq.state_abbrev(now ->> 'company_state'))
                       IS NOT DISTINCT FROM coalesce(nullif(now ->> 'state_abbrev', ''), shq.state_abbrev(now ->> 'company_state'))));
END $$;

CREATE FUNCTION shq.validation_asked() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF shq.same_content(to_jsonb(OLD), to_jsonb(NEW), TG_ARGV) THEN
        NEW.validated := coalesce(NEW.validated, false);
    ELSE
        NEW.validated := CASE WHEN NEW.validated THEN NULL ELSE false END;
    END IF;
    RETURN NEW;
END $$;

-- Whoever validates a record has answered its rejection and its edits.
CREATE FUNCTION shq.validation_named() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.validated := true;
    NEW.validation_notes := shq.answered_notes(NEW.validation_notes);
    RETURN NEW;
END $$;

-- Lines of notes that say that a record was rejected, or edited since it was validated, as plain notes of what was.
CREATE FUNCTION shq.answered_notes(notes TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(regexp_replace(notes, '^[ \t]*rejected:', 'note: was rejected:', 'gni'),
                          '^note: edited since validation', 'note: was edited', 'gn')
$$;

CREATE FUNCTION shq.is_rejected(notes TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(notes ~* '(?n)^[ \t]*rejected:', false)
$$;

CREATE FUNCTION shq.validation_falls() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was JSONB := to_jsonb(OLD);
    now JSONB := to_jsonb(NEW);
BEGIN
    IF (OLD.validated IS NOT TRUE OR NEW.validated IS NOT NULL) AND shq.same_content(was, now, TG_ARGV) THEN
        RETURN NEW;
    END IF;
    IF NEW.validated IS NOT TRUE AND NEW.validation_notes = OLD.validation_notes AND shq.is_rejected(OLD.validation_notes) THEN
        NEW.validation_notes := shq.answered_notes(NEW.validation_notes);
    END IF;
    IF OLD.validated AND NEW.validated IS NULL THEN
        NEW.validated := false;
        NEW.validated_at := NULL;
        NEW.validated_by := NULL;
        NEW.validation_notes := concat_ws(E'\n', nullif(NEW.validation_notes, ''), 'note: edited since validation: ' || (
            SELECT string_agg(format('%s from %s to %s', c.name, shq.quoted(was -> c.name), shq.quoted(now -> c.name)), '; ' ORDER BY c.n)
            FROM unnest(TG_ARGV) WITH ORDINALITY AS c (name, n)
            WHERE was -> c.name IS DISTINCT FROM now -> c.name));
    END IF;
    RETURN NEW;
END $$;

-- A value in a line of notes.
CREATE FUNCTION shq.quoted(value JSONB) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN coalesce(jsonb_typeof(value), 'null') = 'null' THEN 'nothing'
                WHEN length(value #>> '{}') > 80 THEN '"' || left(regexp_replace(value #>> '{}', '\s+', ' ', 'g'), 80) || '…"'
                WHEN jsonb_typeof(value) = 'number' THEN value #>> '{}'
                ELSE '"' || regexp_replace(value #>> '{}', '\s+', ' ', 'g') || '"' END
$$;

-- Makes the triggers on a table of intake anew, which name its columns: the type of such a column is changed without them.
CREATE FUNCTION shq.guard_validation() RETURNS VOID
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
            'department', 'company_name', 'company_unique_id', 'linkedin_url', 'twitter_url', 'facebook_url', 'bio', 'skills',
            'education', 'certifications'])) AS t (name, content)
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
