-- Use: the people who come last in the order of names: hardly any.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_no_name;
CREATE INDEX CONCURRENTLY idx_people_no_name ON marketing.people_master (unique_id) WHERE (length(full_name) <= 600) IS NOT TRUE;
