-- Of which kind a row was that was cleared from intake. Up to now companies alone were.
ALTER TABLE shq.cleared_intake ADD COLUMN entity TEXT NOT NULL DEFAULT 'company' CHECK (entity IN ('company', 'person'));
ALTER TABLE shq.cleared_intake ALTER COLUMN entity DROP DEFAULT;
