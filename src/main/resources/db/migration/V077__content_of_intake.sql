-- What counts as the content of a record of intake: a record loses its validation where one of these columns is changed. A new column
-- that is content is inserted here by its migration, which then makes the triggers anew (SELECT shq.guard_validation()).
CREATE TABLE shq.content_column (
    entity TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    name   TEXT NOT NULL,
    PRIMARY KEY (entity, name)
);

INSERT INTO shq.content_column (entity, name)
SELECT 'company', c.name FROM unnest(ARRAY[
    'company', 'company_name_for_emails', 'num_employees', 'industry', 'website', 'company_linkedin_url', 'facebook_url', 'twitter_url',
    'company_street', 'company_city', 'company_state', 'company_country', 'company_postal_code', 'company_phone', 'sic_codes',
    'founded_year', 'state_abbrev']) AS c (name)
UNION ALL
SELECT 'person', c.name FROM unnest(ARRAY[
    'first_name', 'last_name', 'email', 'work_phone', 'personal_phone', 'title', 'seniority', 'department', 'company_name',
    'company_unique_id', 'company_slot_unique_id', 'linkedin_url', 'twitter_url', 'facebook_url', 'bio', 'skills', 'education',
    'certifications']) AS c (name);
