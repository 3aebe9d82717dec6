-- Below which share of people with a sidecar that wants attention; 0 asks for nothing.
ALTER TABLE shq.limit_setting
    ADD COLUMN least_people_coverage SMALLINT NOT NULL DEFAULT 50 CHECK (least_people_coverage BETWEEN 0 AND 100);
