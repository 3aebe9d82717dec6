-- Use: what comes after all names where people in intake are shown in the order of their last names.
-- Cost: an entry for each person without a last name.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_people_intake_no_name;
CREATE INDEX CONCURRENTLY idx_people_intake_no_name ON intake.people_raw_intake (id) WHERE (length(last_name) <= 600) IS NOT TRUE;
