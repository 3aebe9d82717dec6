-- What a run of rules changed is an action, which is taken back as others are. NULL where it changed nothing, and for what ran before.
ALTER TABLE shq.run_detail ADD COLUMN action_id BIGINT REFERENCES shq.action (action_id);

-- The findings in whose place an action put others, which come back with it. An action changes many records, so that each of these
-- rows names it without a foreign key: it is written with its action or not at all.
CREATE TABLE shq.replaced_finding (
    action_id BIGINT NOT NULL,
    entity    TEXT NOT NULL,
    record_id BIGINT NOT NULL,
    run_no    INTEGER NOT NULL,
    rule_set  TEXT NOT NULL,
    rule_code TEXT NOT NULL,
    field     TEXT NOT NULL,
    severity  TEXT NOT NULL,
    message   TEXT NOT NULL
);
CREATE INDEX idx_replaced_finding_action_id ON shq.replaced_finding (action_id);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.replaced_finding
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
