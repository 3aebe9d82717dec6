-- Use: hands out the companies that are not validated to who reviews them, those of which the least is known first.
-- Cost: an entry for each row that is imported, or marked as anything but validated.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_intake_risk;
CREATE INDEX CONCURRENTLY idx_intake_risk ON intake.company_raw_intake (shq.company_risk(validation_notes::text, website::text,
    company_phone::text, company_linkedin_url::text, industry::text, company_city::text), id) WHERE validated IS NOT TRUE;
