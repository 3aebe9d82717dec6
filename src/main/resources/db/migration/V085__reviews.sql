-- What stewards decided about records of intake by looking at each, apart from what rules say of it: who, when, and about what. `seen` is
-- the content as it was then, so that a later change of it is no longer reviewed. A decision that changed the record is an action of the
-- history, whose taking back takes the review back too; who passes over a record changes nothing, and has no action.
CREATE TABLE shq.review (
    entity            TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id         BIGINT NOT NULL,
    review_no         BIGINT GENERATED ALWAYS AS IDENTITY,
    verdict           TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'skipped')),
    reason            TEXT,
    batch             TEXT,
    seen              TEXT NOT NULL,
    reviewed_by       TEXT NOT NULL,
    session_user_name TEXT NOT NULL DEFAULT session_user,
    reviewed_at       TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    request_id        UUID NOT NULL,
    -- Named without a foreign key, as by shq.rejection: it is written with it or not at all.
    action_id         BIGINT,
    PRIMARY KEY (entity, intake_id, review_no)
);
CREATE INDEX idx_review_batch ON shq.review (entity, batch, reviewed_at);
CREATE INDEX idx_review_request ON shq.review (request_id);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.review
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- The reasons of rejection that are offered. What was rejected says its reason itself, so that one that is retired keeps its history.
CREATE TABLE shq.review_reason (
    entity     TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    reason     TEXT NOT NULL CHECK (reason ~ '\S' AND reason !~ '[\r\n]'),
    position   INTEGER NOT NULL DEFAULT 1000,
    active     BOOLEAN NOT NULL DEFAULT true,
    changed_by TEXT,
    changed_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (entity, reason)
);
INSERT INTO shq.review_reason (entity, reason, position)
SELECT r.entity, r.reason, 10 * r.position
FROM (VALUES ('company', ARRAY['no such company', 'out of business', 'not in our market', 'already in master', 'website of another company',
                               'a person, not a company', 'too little to tell']),
             ('person', ARRAY['no such person', 'left the company', 'wrong company', 'already in master', 'role account, no person',
                              'e-mail of somebody else', 'too little to tell'])) AS d (entity, reasons),
     LATERAL (SELECT d.entity, u.reason, u.position FROM unnest(d.reasons) WITH ORDINALITY AS u (reason, position)) AS r;

-- Who has a record in hand, so that it is handed out to nobody else. It ends by itself where the window that has it does not renew it.
CREATE TABLE shq.review_lease (
    entity    TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id BIGINT NOT NULL,
    holder    UUID NOT NULL,
    steward   TEXT NOT NULL,
    until     TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (entity, intake_id)
);
CREATE INDEX idx_review_lease_holder ON shq.review_lease (holder);

-- Who may keep or read the history may review, or read what was reviewed.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.review TO %s', allowed.privilege_type, allowed.grantee);
        EXECUTE format('GRANT %s ON shq.review_reason, shq.review_lease TO %s',
                       CASE allowed.privilege_type WHEN 'INSERT' THEN 'INSERT, UPDATE, DELETE' ELSE 'SELECT' END, allowed.grantee);
    END LOOP;
END $$;

-- How little speaks for a record of intake: 10 for each rule that found fault with it, 3 for each that warned, 4 where it was edited since
-- it was validated, and what the facts that it lacks are worth. Indexes use these functions: they are never changed in place.
CREATE FUNCTION shq.risk_of_notes(notes TEXT) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN coalesce(notes, '') = '' THEN 0
                ELSE 10 * regexp_count(notes, '^(?![ \t\r]*(note:|warning:|rejected:|$)).', 1, 'ni')
                    + 3 * regexp_count(notes, '^[ \t]*warning:', 1, 'ni')
                    + CASE WHEN notes ~ '(?n)^note: edited since validation' THEN 4 ELSE 0 END END
$$;

CREATE FUNCTION shq.risk_of_missing(fact TEXT, points INTEGER) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ascii(fact) > 32 AND ascii(fact) <> 160 OR btrim(fact, E' \t\r\n\f\u00a0') <> '' THEN 0 ELSE points END
$$;

CREATE FUNCTION shq.company_risk(notes TEXT, website TEXT, phone TEXT, linkedin TEXT, industry TEXT, city TEXT) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.risk_of_notes(notes) + shq.risk_of_missing(website, 5) + shq.risk_of_missing(phone, 2) + shq.risk_of_missing(linkedin, 2)
         + shq.risk_of_missing(industry, 1) + shq.risk_of_missing(city, 1)
$$;

CREATE FUNCTION shq.person_risk(notes TEXT, email TEXT, company TEXT, title TEXT, phone TEXT, linkedin TEXT) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.risk_of_notes(notes) + shq.risk_of_missing(email, 5) + shq.risk_of_missing(company, 5) + shq.risk_of_missing(title, 2)
         + shq.risk_of_missing(phone, 1) + shq.risk_of_missing(linkedin, 1)
$$;

-- What the first rule says that found fault with a record, NULL where none did; cut so that an index has room for it.
CREATE FUNCTION shq.first_fault(notes TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(substring(notes FROM '(?ni)^(?![ \t\r]*(?:note:|warning:|rejected:|$)).+'), 200)
$$;
