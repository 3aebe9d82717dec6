-- Use and cost: as of 088, for people.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_people_intake_fault;
CREATE INDEX CONCURRENTLY idx_people_intake_fault ON intake.people_raw_intake (shq.first_fault(validation_notes::text), id)
    WHERE validated IS NOT TRUE AND shq.first_fault(validation_notes::text) IS NOT NULL;
