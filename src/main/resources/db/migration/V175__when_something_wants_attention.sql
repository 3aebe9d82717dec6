-- When something wants the team's attention: below which shares, in percent, runs pass too few records, companies have too rarely a sidecar
-- and people a verified e-mail address; above which shares enrichments are stale or doubtful; after how many days records of intake wait
-- too long; and of how many days runs and imports are looked at. A least share of 0 asks for nothing.
ALTER TABLE shq.limit_setting
    ADD COLUMN least_success SMALLINT NOT NULL DEFAULT 90 CHECK (least_success BETWEEN 0 AND 100),
    ADD COLUMN least_coverage SMALLINT NOT NULL DEFAULT 50 CHECK (least_coverage BETWEEN 0 AND 100),
    ADD COLUMN least_verified SMALLINT NOT NULL DEFAULT 50 CHECK (least_verified BETWEEN 0 AND 100),
    ADD COLUMN most_stale SMALLINT NOT NULL DEFAULT 0 CHECK (most_stale BETWEEN 0 AND 100),
    ADD COLUMN most_doubtful SMALLINT NOT NULL DEFAULT 0 CHECK (most_doubtful BETWEEN 0 AND 100),
    ADD COLUMN waiting_days SMALLINT NOT NULL DEFAULT 14 CHECK (waiting_days BETWEEN 1 AND 3650),
    ADD COLUMN recent_days SMALLINT NOT NULL DEFAULT 30 CHECK (recent_days BETWEEN 1 AND 3650);
