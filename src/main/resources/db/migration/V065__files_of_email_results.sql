-- Which file the results came from, by the SHA-256 of its bytes, so that the same file is known again. Of files that were taken before,
-- nothing is known.
ALTER TABLE shq.email_check
    ADD COLUMN sha256    TEXT CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    ADD COLUMN file_name TEXT;
CREATE INDEX idx_email_check_sha256 ON shq.email_check (sha256);
