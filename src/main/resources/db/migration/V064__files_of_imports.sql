-- Which files an import took, by the SHA-256 of their bytes, so that the same file is known again, whatever it is called then. A file
-- whose rows somebody wanted in one batch several times is there by its turn. Of imports that were made before, nothing is known.
CREATE TABLE shq.import_file (
    import_no  BIGINT NOT NULL REFERENCES shq.import_detail (import_no),
    sha256     TEXT NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    table_name TEXT NOT NULL,
    batch      TEXT NOT NULL,
    turn       INTEGER NOT NULL DEFAULT 1,
    file_name  TEXT NOT NULL,
    row_count  BIGINT NOT NULL,
    executor   TEXT NOT NULL,
    PRIMARY KEY (import_no, table_name),
    UNIQUE (sha256, table_name, batch, turn)
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.import_file
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
