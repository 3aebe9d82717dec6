-- After how many days the verification of an e-mail address is to be repeated.
ALTER TABLE shq.limit_setting ADD COLUMN recheck_days SMALLINT NOT NULL DEFAULT 180 CHECK (recheck_days BETWEEN 1 AND 3650);
