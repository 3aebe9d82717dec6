-- What agents asked for, each by a key of their own, and what they were answered: the same key again is answered the same and does
-- nothing. `given` stands for what it was asked with, so that a key is not taken for another call.
CREATE TABLE shq.answered_call (
    request_id        UUID PRIMARY KEY,
    called            TEXT NOT NULL,
    given             TEXT NOT NULL,
    answer            JSONB NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    answered_at       TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.answered_call
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();
