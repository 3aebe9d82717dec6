-- Rejections of records of intake: who rejected which, when and why. The notes of the record say it too, in the line that
-- shq.rejection_line makes, and it stands for as long as they do and the record is not validated; the fact stays whatever becomes of both.
-- Of rejections that somebody wrote into the notes before there was this table, it may not be known who did so, or when.
CREATE TABLE shq.rejection (
    entity            TEXT NOT NULL CHECK (entity IN ('company', 'person')),
    intake_id         BIGINT NOT NULL,
    rejection_no      BIGINT GENERATED ALWAYS AS IDENTITY,
    why               TEXT NOT NULL,
    rejected_by       TEXT,
    rejected_at       TIMESTAMPTZ DEFAULT now(),
    session_user_name TEXT DEFAULT session_user,
    -- One action rejects many records, so that it is named without a foreign key: it is written with it or not at all.
    action_id         BIGINT,
    PRIMARY KEY (entity, intake_id, rejection_no)
);

CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON shq.rejection
    FOR EACH STATEMENT EXECUTE FUNCTION shq.refuse_rewriting();

-- Who may keep or read the history may keep or read what became a part of it.
DO $$
DECLARE
    allowed RECORD;
BEGIN
    FOR allowed IN SELECT a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                   FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) AS a
                   WHERE c.oid = 'shq.action'::regclass AND a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON shq.rejection TO %s', allowed.privilege_type, allowed.grantee);
    END LOOP;
END $$;

CREATE FUNCTION shq.rejection_line(why TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'rejected: ' || why
$$;

-- The reasons in the lines of notes that say that a record is rejected, in their order.
CREATE FUNCTION shq.rejection_reasons(notes TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT btrim(r.found[1], E' \t\r')
                 FROM regexp_matches(notes, '^[ \t]*rejected:(.*)$', 'gni') WITH ORDINALITY AS r (found, n) ORDER BY r.n)
$$;

-- A rejection that another client writes into the notes is one too; who made it is known where it names somebody in the same breath.
-- A row that comes with its notes, as one that was cleared and is restored, may have been rejected before.
CREATE FUNCTION shq.rejection_noted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    known TEXT[] := shq.rejection_reasons(OLD.validation_notes::text);
BEGIN
    IF TG_OP = 'INSERT' THEN
        known := ARRAY(SELECT r.why FROM shq.rejection r WHERE r.entity = TG_ARGV[0] AND r.intake_id = NEW.id);
    END IF;
    INSERT INTO shq.rejection (entity, intake_id, why, rejected_by)
    SELECT DISTINCT TG_ARGV[0], NEW.id::bigint, w.why,
           CASE WHEN NEW.validated_by IS DISTINCT FROM OLD.validated_by THEN NEW.validated_by::text END
    FROM unnest(shq.rejection_reasons(NEW.validation_notes::text)) AS w (why)
    WHERE w.why <> ALL (known);
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION shq.rejection_noted() FROM PUBLIC;

-- What the notes said before; who, when and in which action is known of what the history kept, and else of what the record says itself.
INSERT INTO shq.rejection (entity, intake_id, why, rejected_by, rejected_at, session_user_name, action_id)
WITH noted AS (
    SELECT DISTINCT 'company' AS entity, 'intake.company_raw_intake' AS table_name, i.id::bigint AS id, w.why,
           i.validated_by::text AS rejected_by, i.validated_at::timestamptz AS rejected_at
    FROM intake.company_raw_intake i CROSS JOIN LATERAL unnest(shq.rejection_reasons(i.validation_notes::text)) AS w (why)
    WHERE i.validated IS NOT TRUE AND i.validation_notes ILIKE '%rejected:%'
    UNION ALL
    SELECT DISTINCT 'person', 'intake.people_raw_intake', i.id::bigint, w.why, i.validated_by::text, i.validated_at::timestamptz
    FROM intake.people_raw_intake i CROSS JOIN LATERAL unnest(shq.rejection_reasons(i.validation_notes::text)) AS w (why)
    WHERE i.validated IS NOT TRUE AND i.validation_notes ILIKE '%rejected:%'),
marked AS (
    SELECT DISTINCT ON (a.table_name, k.key, n.reasons[cardinality(n.reasons)])
           a.table_name, k.key::bigint AS id, n.reasons[cardinality(n.reasons)] AS why, a.executor, a.happened_at, a.session_user_name,
           a.action_id
    FROM shq.action a
    JOIN shq.change c ON c.action_id = a.action_id
    CROSS JOIN LATERAL shq.rejection_reasons(c.after ->> 'validation_notes') AS n (reasons)
    CROSS JOIN LATERAL unnest(c.keys) AS k (key)
    WHERE a.kind = 'mark' AND a.summary LIKE 'Rejected%' AND a.table_name IN (SELECT n.table_name FROM noted n)
    ORDER BY a.table_name, k.key, n.reasons[cardinality(n.reasons)], a.action_id DESC)
SELECT n.entity, n.id, n.why, coalesce(m.executor, n.rejected_by), coalesce(m.happened_at, n.rejected_at), m.session_user_name, m.action_id
FROM noted n LEFT JOIN marked m ON (m.table_name, m.id, m.why) = (n.table_name, n.id, n.why)
ORDER BY n.entity, n.id;
