-- The notes of a record that was edited since it was validated, after it is edited once more: of each field its value then and its value
-- now, with no word of those between.
CREATE OR REPLACE FUNCTION shq.notes_of_edits(notes TEXT, was JSONB, now JSONB, columns TEXT[]) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lines TEXT[] := string_to_array(notes, E'\n');
    line TEXT;
    place INTEGER;
    name TEXT;
    before TEXT;
    says INTEGER;
    ends INTEGER;
BEGIN
    SELECT max(i) INTO place FROM generate_subscripts(lines, 1) i WHERE lines[i] LIKE 'note: edited since validation%';
    line := lines[place];
    FOREACH name IN ARRAY columns LOOP
        CONTINUE WHEN was -> name IS NOT DISTINCT FROM now -> name;
        before := ' to ' || shq.quoted(was -> name);
        says := greatest(strpos(line, format(': %s from ', name)), strpos(line, format('; %s from ', name)));
        ends := CASE WHEN says > 0 THEN nullif(strpos(substr(line, says) || '; ', before || '; '), 0) END + says - 1;
        line := CASE WHEN ends IS NULL THEN line || format('; %s from %s to %s', name, shq.quoted(was -> name), shq.quoted(now -> name))
                     ELSE overlay(line PLACING ' to ' || shq.quoted(now -> name) FROM ends FOR length(before)) END;
    END LOOP;
    lines[place] := line;
    RETURN array_to_string(lines, E'\n');
END $$;
