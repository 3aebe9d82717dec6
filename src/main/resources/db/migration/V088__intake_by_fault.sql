-- Use: hands out the companies with which rules found fault, those with the same fault one after the other.
-- Cost: an entry for each row that a run of rules finds wrong; none for all others.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_intake_fault;
CREATE INDEX CONCURRENTLY idx_intake_fault ON intake.company_raw_intake (shq.first_fault(validation_notes::text), id)
    WHERE validated IS NOT TRUE AND shq.first_fault(validation_notes::text) IS NOT NULL;
