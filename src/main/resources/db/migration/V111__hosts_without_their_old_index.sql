-- Hosts are looked up in ASCII, by idx_master_host_in_ascii.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_host;
