ALTER TABLE marketing.people_master ADD COLUMN email_verified BOOLEAN DEFAULT false;

CREATE INDEX idx_people_email_verified ON marketing.people_master (email_verified) WHERE email_verified = true;
