-- Use: the people of a company, also each time that the foreign key asks whether a company can go.
-- Cost: one entry for each person.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_company;
CREATE INDEX CONCURRENTLY idx_people_company ON marketing.people_master (company_unique_id);
