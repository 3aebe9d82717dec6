-- By its request a client whose connection broke during the commit finds what became of it, instead of doing it again.
ALTER TABLE shq.action ADD COLUMN request_id UUID UNIQUE;

CREATE TABLE shq.import_detail (
    import_no         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id        UUID NOT NULL UNIQUE,
    batch             TEXT NOT NULL,
    row_count         BIGINT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    imported_at       TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.import_detail
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
