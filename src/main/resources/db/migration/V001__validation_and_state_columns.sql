ALTER TABLE intake.company_raw_intake
    ADD COLUMN state_abbrev     TEXT,
    ADD COLUMN import_batch_id  TEXT,
    ADD COLUMN validated        BOOLEAN DEFAULT false,
    ADD COLUMN validation_notes TEXT,
    ADD COLUMN validated_at     TIMESTAMPTZ,
    ADD COLUMN validated_by     TEXT;

ALTER TABLE marketing.company_master
    ADD COLUMN state_abbrev       TEXT,
    ADD COLUMN import_batch_id    TEXT,
    ADD COLUMN validated_at       TIMESTAMPTZ,
    ADD COLUMN validated_by       TEXT,
    ADD COLUMN data_quality_score NUMERIC(5,2);

CREATE INDEX idx_intake_batch_id ON intake.company_raw_intake (import_batch_id);
CREATE INDEX idx_intake_validated ON intake.company_raw_intake (validated);
CREATE INDEX idx_master_batch_id ON marketing.company_master (import_batch_id);
