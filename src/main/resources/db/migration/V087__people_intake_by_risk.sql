-- Use and cost: as of 086, for people.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_people_intake_risk;
CREATE INDEX CONCURRENTLY idx_people_intake_risk ON intake.people_raw_intake (shq.person_risk(validation_notes::text, email::text,
    coalesce(company_unique_id::text, company_name::text), title::text, coalesce(work_phone::text, personal_phone::text),
    linkedin_url::text), id) WHERE validated IS NOT TRUE;
