-- The run that this one takes back or restores from. What was cleared is restored once.
ALTER TABLE shq.run_detail ADD COLUMN of_run TEXT REFERENCES public.shq_validation_log (validation_run_id);
CREATE UNIQUE INDEX run_detail_restored_once ON shq.run_detail (of_run) WHERE kind = 'restoring';
CREATE INDEX idx_run_detail_of_run ON shq.run_detail (of_run);

-- Companies and slots that were taken back from master, whole, with whatever columns an adopted database has:
-- jsonb_populate_record(NULL::marketing.company_master, row_data) is the row again.
CREATE TABLE shq.taken_back (
    taken_back_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    table_name        TEXT NOT NULL,
    key               TEXT NOT NULL,
    row_data          JSONB NOT NULL,
    validation_run_id TEXT NOT NULL,
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    taken_back_at     TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_taken_back_key ON shq.taken_back (key);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.taken_back
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
