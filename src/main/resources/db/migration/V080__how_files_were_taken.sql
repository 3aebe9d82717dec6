-- How a file was taken: which header filled each column, how many of its rows were refused, and how many have a note because a value did
-- not fit. NULL for files that were taken before this was kept.
ALTER TABLE shq.import_file ADD COLUMN mapping JSONB, ADD COLUMN refused BIGINT, ADD COLUMN noted BIGINT;
