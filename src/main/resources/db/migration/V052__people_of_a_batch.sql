-- Use: the people of a batch, to look at, judge and promote.
-- Cost: one entry for each row of people intake.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_people_intake_batch_id;
CREATE INDEX CONCURRENTLY idx_people_intake_batch_id ON intake.people_raw_intake (import_batch_id);
