-- Use: shows people in intake in the order of their last names, and hands them out for review in it. Names of any length, see 040.
-- Cost: an entry for each person that is imported, and one more for each mark, as in the other indexes of the table: about a tenth of either.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_people_intake_name;
CREATE INDEX CONCURRENTLY idx_people_intake_name ON intake.people_raw_intake (last_name, id) WHERE length(last_name) <= 600;
