-- Notes are one a line. Lines that begin with "note:" or "warning:" are no errors; every other line is one.
CREATE OR REPLACE FUNCTION shq.has_error_note(notes TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(notes ~ '(?ni)^(?![ \t\r]*(note:|warning:|$)).', false)
$$;

-- new, failed, validated or promoted.
CREATE OR REPLACE FUNCTION shq.intake_status(validated BOOLEAN, notes TEXT, promoted BOOLEAN) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN promoted THEN 'promoted'
                WHEN validated THEN 'validated'
                WHEN shq.has_error_note(notes) THEN 'failed'
                ELSE 'new' END
$$;
