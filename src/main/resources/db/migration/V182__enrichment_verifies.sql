-- From which confidence on, in percent, what an enrichment says of a person's e-mail address verifies it; 0: never.
ALTER TABLE shq.limit_setting ADD COLUMN verifying_confidence SMALLINT NOT NULL DEFAULT 0
    CHECK (verifying_confidence = 0 OR verifying_confidence BETWEEN 50 AND 100);

-- An enrichment that comes with an e-mail confidence as high as the team's setting asks verifies the address, by whatever client it comes:
-- that is an action of its own, which can be taken back, and stands in the verification log.
-- The confidence is `email_confidence` in the payload (or `emailConfidence`, or `confidence` in an object `email`), from 0 to 100; where
-- the payload names an address (`email`, `email_address`, or `value` or `address` in that object), it is that one's. What an enrichment said
-- once of an address is not taken again, so that whoever overruled it is not overruled by its return.
CREATE FUNCTION shq.email_confidence(payload JSONB) RETURNS NUMERIC
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT max(rtrim(c.said, '% ')::numeric)
    FROM unnest(ARRAY[payload ->> 'email_confidence', payload ->> 'emailConfidence',
                      CASE jsonb_typeof(payload -> 'email') WHEN 'object' THEN payload -> 'email' ->> 'confidence' END]) AS c (said)
    WHERE c.said ~ '^ *[0-9]{1,3}([.][0-9]{1,6})? *%? *$'
$$;
CREATE FUNCTION shq.enriched_email(payload JSONB) RETURNS TEXT
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT lower(btrim(coalesce(CASE jsonb_typeof(payload -> 'email') WHEN 'string' THEN payload ->> 'email'
        WHEN 'object' THEN coalesce(payload -> 'email' ->> 'value', payload -> 'email' ->> 'address') END, payload ->> 'email_address')))
$$;

CREATE FUNCTION shq.verify_by_enrichment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    least CONSTANT SMALLINT := (SELECT l.verifying_confidence FROM shq.limit_setting l);
    sure TEXT[];
    emails TEXT[];
    services TEXT[];
    confidences NUMERIC[];
    were JSONB[];
    act BIGINT;
BEGIN
    IF least = 0 THEN
        RETURN NULL;
    END IF;
    SELECT array_agg(s.person), array_agg(s.email), array_agg(s.service), array_agg(s.confidence),
           array_agg(jsonb_build_object('email_verified', s.verified))
    INTO sure, emails, services, confidences, were
    FROM (SELECT p.unique_id::text AS person, p.email::text AS email, p.email_verified AS verified, e.service, e.confidence
          FROM (SELECT m.person_unique_id::text AS person,
                       concat_ws(' ', 'enrichment', nullif(btrim(m.enrichment_source::text), '')) AS service,
                       shq.email_confidence(m.enrichment_payload::jsonb) AS confidence,
                       shq.enriched_email(m.enrichment_payload::jsonb) AS email
                FROM made m) e
          JOIN marketing.people_master p ON p.unique_id::text = e.person
          WHERE e.confidence BETWEEN least AND 100 AND p.email_verified IS NOT TRUE AND p.email::text ~ '[^[:space:]]'
            AND coalesce(nullif(e.email, ''), lower(btrim(p.email::text))) = lower(btrim(p.email::text))
            AND NOT EXISTS (SELECT FROM marketing.email_verification_log l
                            WHERE l.person_unique_id::text = e.person AND lower(btrim(l.email::text)) = lower(btrim(p.email::text))
                              AND l.verification_service::text = e.service AND l.quality_score = round(e.confidence, 2))
          ORDER BY 1) s;
    IF sure IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE marketing.people_master p SET email_verified = true WHERE p.unique_id::text = ANY (sure);
    INSERT INTO marketing.email_verification_log (person_unique_id, email, verification_service, verification_result, quality_score)
    SELECT s.person, s.email, s.service, 'valid', s.confidence
    FROM unnest(sure, emails, services, confidences) AS s (person, email, service, confidence);
    INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
    VALUES ('verify', 'Verified e-mail addresses by enrichment', 'marketing.people_master', cardinality(sure),
            coalesce((SELECT a.executor FROM (SELECT h.table_name, h.executor, h.happened_at, h.session_user_name FROM shq.action h
                                              ORDER BY h.action_id DESC LIMIT 50) a
                      WHERE a.table_name = 'marketing.people_sidecar' AND a.happened_at = now() AND a.session_user_name = session_user
                      LIMIT 1), session_user))
    RETURNING action_id INTO act;
    INSERT INTO shq.change (action_id, keys, before, after)
    VALUES (act, sure, were, array_fill('{"email_verified": true}'::jsonb, ARRAY[cardinality(sure)]));
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.verify_by_enrichment() FROM PUBLIC;

CREATE TRIGGER verify_by_new_enrichment AFTER INSERT ON marketing.people_sidecar REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION shq.verify_by_enrichment();
CREATE TRIGGER verify_by_changed_enrichment AFTER UPDATE ON marketing.people_sidecar REFERENCING OLD TABLE AS gone NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION shq.verify_by_enrichment();
