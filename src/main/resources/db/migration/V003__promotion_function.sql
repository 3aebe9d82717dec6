CREATE SCHEMA IF NOT EXISTS shq;

-- Only the signature is of the history; R__promote_company_records gives it its present body.
CREATE FUNCTION shq.promote_company_records(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The database is not fully migrated: batch % of % cannot be promoted yet.', batch, executor;
END $$;
