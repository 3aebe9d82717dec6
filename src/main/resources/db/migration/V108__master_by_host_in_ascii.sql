-- Use: finds the companies of a host, by which a run of the rules asks whether master has the company of a record already.
-- Cost: one entry for each company that is promoted or gets another address.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_host_in_ascii;
CREATE INDEX CONCURRENTLY idx_master_host_in_ascii ON marketing.company_master (shq.host_2(website_url::text));
