-- What enrichments found beside the fields of a record of intake: for its sidecar, once it is promoted. It only grows; of
-- a record the latest counts whose action was not taken back. Rows that are cleared from intake and restored keep it, since their number stays.
CREATE TABLE shq.intake_enrichment (
    enrichment_id     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entity            TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id         BIGINT NOT NULL,
    payload           JSONB NOT NULL,
    source            TEXT,
    confidence        NUMERIC(5,2) CHECK (confidence BETWEEN 0 AND 100),
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    enriched_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    action_id         BIGINT REFERENCES shq.action (action_id)
);

-- The latest of a record: one entry for each enrichment, read by previews and promotions that take it along.
CREATE INDEX idx_intake_enrichment_record ON shq.intake_enrichment (entity, intake_id, enrichment_id DESC);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.intake_enrichment
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
