-- A record that is edited once more after its validation fell says in its notes what it is now, not what it was in between.
CREATE OR REPLACE FUNCTION shq.validation_falls() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was JSONB := to_jsonb(OLD);
    now JSONB := to_jsonb(NEW);
    same_notes BOOLEAN := NEW.validation_notes IS NOT DISTINCT FROM OLD.validation_notes;
BEGIN
    IF (OLD.validated IS NOT TRUE OR NEW.validated IS NOT NULL) AND shq.same_content(was, now, TG_ARGV) THEN
        RETURN NEW;
    END IF;
    IF NEW.validated IS NOT TRUE AND same_notes AND shq.is_rejected(OLD.validation_notes) THEN
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
    ELSIF NEW.validated IS NOT TRUE AND same_notes AND shq.has_edit_note(NEW.validation_notes) THEN
        NEW.validation_notes := shq.notes_of_edits(NEW.validation_notes, was, now, TG_ARGV);
    END IF;
    RETURN NEW;
END $$;
