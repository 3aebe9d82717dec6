CREATE TABLE public.shq_validation_log (
    validation_run_id TEXT PRIMARY KEY,
    source_table      TEXT,
    target_table      TEXT,
    total_records     INTEGER,
    passed_records    INTEGER,
    failed_records    INTEGER,
    executed_by       TEXT,
    executed_at       TIMESTAMPTZ DEFAULT now(),
    notes             TEXT
);

CREATE TABLE marketing.company_slots (
    company_slot_unique_id TEXT PRIMARY KEY,
    company_unique_id      TEXT REFERENCES marketing.company_master (company_unique_id),
    slot_type              TEXT DEFAULT 'default',
    slot_label             TEXT DEFAULT 'Primary Slot',
    created_at             TIMESTAMPTZ DEFAULT now()
);

INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id)
SELECT '04.04.05.' || substr(company_unique_id, 10), company_unique_id
FROM marketing.company_master;

ALTER TABLE marketing.people_master
    ADD CONSTRAINT people_master_company_slot_fkey
        FOREIGN KEY (company_slot_unique_id) REFERENCES marketing.company_slots (company_slot_unique_id);

CREATE INDEX idx_company_slots_company_id ON marketing.company_slots (company_unique_id);
CREATE INDEX idx_validation_log_source ON public.shq_validation_log (source_table);
CREATE INDEX idx_validation_log_executed ON public.shq_validation_log (executed_at DESC);
