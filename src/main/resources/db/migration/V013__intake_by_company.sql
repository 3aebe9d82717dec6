-- Use: intake in the order of names, in both directions: any page is read from here, and the directory of all rows from here alone.
-- Cost: 56 MB for a million rows, and one entry for every row that is imported, or marked, since no mark of a row whose column
-- `validated` is indexed can leave the other indexes alone.
-- Other orders have no index of their own: by batch, idx_intake_batch_id serves; by anything else the first rows of a million are
-- picked out in half a second. A name of more than 2,700 bytes fits into no index; an import reports such rows.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_intake_company;
CREATE INDEX CONCURRENTLY idx_intake_company ON intake.company_raw_intake (company, id);
