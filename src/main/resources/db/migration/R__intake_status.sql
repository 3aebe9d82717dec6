-- Notes are one a line. Lines that begin with "note:" or "warning:" are no errors; every other line is one.
CREATE OR REPLACE FUNCTION shq.has_error_note(notes TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(notes ~ '(?ni)^(?![ \t\r]*(note:|warning:|$)).', false)
$$;

-- Whether a record was edited since it was validated, as its notes say.
CREATE OR REPLACE FUNCTION shq.has_edit_note(notes TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(notes ~ '(?n)^note: edited since validation', false)
$$;

DROP FUNCTION IF EXISTS shq.intake_status(BOOLEAN, TEXT, BOOLEAN);

-- new, edited, failed, validated, matched, held or promoted. The place is promoted, held (another source system has a row of that
-- number in master), matched (a pair with another record holds the row back) or NULL. An edited record was validated before; one that was found wrong or rejected since is failed.
CREATE OR REPLACE FUNCTION shq.intake_status(validated BOOLEAN, notes TEXT, place TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN place = 'promoted' THEN 'promoted'
                WHEN validated THEN coalesce(place, 'validated')
                WHEN shq.has_error_note(notes) THEN 'failed'
                WHEN shq.has_edit_note(notes) THEN 'edited'
                ELSE 'new' END
$$;
