-- Whether a run promoted every batch that there was, without anybody who looked at this one.
ALTER TABLE shq.run_detail ADD COLUMN unattended BOOLEAN NOT NULL DEFAULT false;
