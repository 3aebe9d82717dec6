-- What a steward sees of the pairs that were found, and from which score on undecided ones are held back; NULL: none is.
CREATE TABLE shq.match_setting (
    only_one BOOLEAN PRIMARY KEY DEFAULT true CHECK (only_one),
    shown    SMALLINT NOT NULL DEFAULT 55 CHECK (shown BETWEEN 40 AND 100),
    held     SMALLINT CHECK (held BETWEEN 40 AND 100),
    set_by   TEXT,
    set_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
INSERT INTO shq.match_setting DEFAULT VALUES;

-- Each search for pairs. Of every batch the pairs of its last one are there.
CREATE TABLE shq.match_run (
    match_run_id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch             TEXT NOT NULL,
    within_batch      BOOLEAN NOT NULL,
    compared          BIGINT NOT NULL,
    compared_with     BIGINT NOT NULL,
    candidates        BIGINT NOT NULL,
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    found_at          TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_match_run_batch ON shq.match_run (batch, match_run_id);

-- A row of intake and what may be the same company: a row of master or, where master_id is NULL, an older row of the batch.
-- A master row that came from intake has that row's id too, so that a pair is the same one before and after the promotion of a side.
CREATE TABLE shq.match_pair (
    pair_id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    match_run_id    BIGINT NOT NULL REFERENCES shq.match_run (match_run_id),
    batch           TEXT NOT NULL,
    intake_id       BIGINT NOT NULL,
    master_id       TEXT,
    other_intake_id BIGINT,
    pair            TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN other_intake_id IS NULL THEN intake_id || ' and ' || master_id
             ELSE least(intake_id, other_intake_id) || ' and ' || greatest(intake_id, other_intake_id) END) STORED,
    score           SMALLINT NOT NULL,
    likeness        REAL NOT NULL,
    name_points     SMALLINT NOT NULL,
    host_points     SMALLINT NOT NULL,
    phone_points    SMALLINT NOT NULL,
    state_points    SMALLINT NOT NULL,
    city_points     SMALLINT NOT NULL
);
CREATE INDEX idx_match_pair_batch ON shq.match_pair (batch, score DESC, pair_id);
CREATE INDEX idx_match_pair_intake_id ON shq.match_pair (intake_id);

-- What stewards decided about pairs, each with name and website of both sides as they were seen. The latest that was not taken back
-- counts; who takes back the action takes back the decision.
CREATE TABLE shq.match_decision (
    decision_id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    action_id         BIGINT NOT NULL UNIQUE REFERENCES shq.action (action_id),
    intake_id         BIGINT NOT NULL,
    master_id         TEXT,
    other_intake_id   BIGINT,
    pair              TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN other_intake_id IS NULL THEN intake_id || ' and ' || master_id
             ELSE least(intake_id, other_intake_id) || ' and ' || greatest(intake_id, other_intake_id) END) STORED,
    decision          TEXT NOT NULL CHECK (decision IN ('same', 'different', 'later')),
    seen_name         TEXT,
    seen_website      TEXT,
    seen_other_name   TEXT,
    seen_other_website TEXT,
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    decided_at        TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_match_decision_pair ON shq.match_decision (pair, decision_id);
CREATE INDEX idx_match_decision_intake_id ON shq.match_decision (intake_id);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.match_run
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.match_decision
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
