-- What stewards and verification services said of people's e-mail addresses. Each result stays, whatever becomes of the address or
-- the person. A database that has such a table already keeps it and gets the score.
CREATE TABLE IF NOT EXISTS marketing.email_verification_log (
    verification_id      SERIAL PRIMARY KEY,
    person_unique_id     TEXT REFERENCES marketing.people_master (unique_id) ON DELETE SET NULL,
    email                TEXT NOT NULL,
    verification_service TEXT,
    verification_result  TEXT,
    verified_at          TIMESTAMPTZ DEFAULT now()
);
ALTER TABLE marketing.email_verification_log
    ADD COLUMN IF NOT EXISTS quality_score NUMERIC(5,2) CHECK (quality_score BETWEEN 0 AND 100);
CREATE INDEX IF NOT EXISTS idx_email_verification_log_person ON marketing.email_verification_log (person_unique_id);

CREATE OR REPLACE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON marketing.email_verification_log
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Each file of results that was taken, by its request, so that it is taken once.
CREATE TABLE shq.email_check (
    check_no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id        UUID NOT NULL UNIQUE,
    service           TEXT NOT NULL,
    results           BIGINT NOT NULL,
    of_nobody         BIGINT NOT NULL,
    people            BIGINT NOT NULL,
    verified          BIGINT NOT NULL,
    unverified        BIGINT NOT NULL,
    action_id         BIGINT REFERENCES shq.action (action_id),
    executor          TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    taken_at          TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.email_check
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- A verification is of one address: where another takes its place, by whatever client, the person is not verified any more. An update
-- that writes the flag too counts as a verification of the new address only where it turns the flag on; a flag that was on before is
-- taken for left over. The trigger names no column, which would forbid the owner to change the column's type.
CREATE FUNCTION shq.unverify_changed_email() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.email_verified AND NEW.email_verified AND NEW.email::text IS DISTINCT FROM OLD.email::text THEN
        NEW.email_verified := false;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER unverify_changed_email BEFORE UPDATE ON marketing.people_master
    FOR EACH ROW EXECUTE FUNCTION shq.unverify_changed_email();
