-- Names are found by more keys: also by how their rarest words sound, and short ones by what is left of them without a letter.
INSERT INTO shq.match_changed (record_id) SELECT m.company_unique_id FROM marketing.company_master m;
