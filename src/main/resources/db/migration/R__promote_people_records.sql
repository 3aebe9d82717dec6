-- Functions that are part of statements read others of scripts that come later.
SET LOCAL check_function_bodies = off;

-- What promotion makes of the people of a batch: the columns of master by their names there. The company is the one with the ID or,
-- where none is given, the only one of exactly that name; the slot is the one that is named or the company's default slot. `fault` is why
-- a person has no place in master: company_missing, company_ambiguous or slot_missing; then `fault_field: fault_says` tells it.
CREATE OR REPLACE FUNCTION shq.people_mapping(batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, edited BOOLEAN, fault TEXT, fault_field TEXT, fault_says TEXT, company_unique_id TEXT,
               company_slot_unique_id TEXT, first_name TEXT, last_name TEXT, title TEXT, seniority TEXT, department TEXT, email TEXT,
               work_phone_e164 TEXT, personal_phone_e164 TEXT, linkedin_url TEXT, twitter_url TEXT, facebook_url TEXT, bio TEXT,
               skills TEXT[], education TEXT, certifications TEXT[], phone_left BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT i.id::bigint, i.validated, shq.intake_status(i.validated, i.validation_notes::text, NULL) = 'edited',
           CASE WHEN f.company IS NULL THEN CASE WHEN n.n > 1 AND a.id IS NULL THEN 'company_ambiguous' ELSE 'company_missing' END
                WHEN s.slot IS NULL THEN 'slot_missing' END,
           CASE WHEN f.company IS NULL THEN CASE WHEN a.id IS NULL THEN 'company_name' ELSE 'company_unique_id' END
                ELSE 'company_slot_unique_id' END,
           CASE WHEN f.company IS NULL AND a.id IS NOT NULL THEN format('no company of master has the ID %s', a.id)
                WHEN f.company IS NULL AND n.n > 1 THEN format('%s companies of master are called “%s”', n.n, a.name)
                WHEN f.company IS NULL AND a.name IS NULL THEN 'is missing, and so is the ID of the company'
                WHEN f.company IS NULL THEN format('no company of master is called exactly “%s”', a.name)
                WHEN a.slot IS NULL THEN 'its company has no default slot'
                ELSE format('%s is no slot of its company', a.slot) END,
           f.company, s.slot,
           shq.filled(i.first_name::text), shq.filled(i.last_name::text), i.title::text, i.seniority::text, i.department::text,
           shq.filled(i.email::text), p.work, p.personal, i.linkedin_url::text, i.twitter_url::text, i.facebook_url::text, i.bio::text,
           shq.text_list(i.skills), i.education::text, shq.text_list(i.certifications),
           p.work IS NULL AND shq.filled(i.work_phone::text) IS NOT NULL
               OR p.personal IS NULL AND shq.filled(i.personal_phone::text) IS NOT NULL
    FROM intake.people_raw_intake i
    CROSS JOIN LATERAL (SELECT btrim(shq.filled(i.company_unique_id::text)) AS id, shq.filled(i.company_name::text) AS name,
                               btrim(shq.filled(i.company_slot_unique_id::text)) AS slot) a
    CROSS JOIN LATERAL (SELECT shq.phone(i.work_phone::text) AS work, shq.phone(i.personal_phone::text) AS personal) p
    LEFT JOIN marketing.company_master d ON d.company_unique_id = a.id
    LEFT JOIN (SELECT m.company_name::text AS name, min(m.company_unique_id::text) AS company, count(*) AS n
               FROM marketing.company_master m
               WHERE m.company_name IN (SELECT r.company_name FROM intake.people_raw_intake r WHERE r.import_batch_id = batch)
               GROUP BY 1) n ON n.name = a.name
    CROSS JOIN LATERAL (SELECT CASE WHEN a.id IS NOT NULL THEN d.company_unique_id::text WHEN n.n = 1 THEN n.company END AS company) f
    CROSS JOIN LATERAL (
        SELECT CASE WHEN a.slot IS NULL
                    THEN (SELECT o.company_slot_unique_id::text FROM marketing.company_slots o
                          WHERE o.company_unique_id = f.company AND o.slot_type = 'default'
                          ORDER BY o.created_at, o.company_slot_unique_id LIMIT 1)
                    ELSE (SELECT o.company_slot_unique_id::text FROM marketing.company_slots o
                          WHERE o.company_slot_unique_id = a.slot AND o.company_unique_id = f.company) END AS slot) s
    WHERE i.import_batch_id = batch
$$;

-- A phone number as E.164 without its extension; NULL where it is none.
CREATE OR REPLACE FUNCTION shq.phone(written TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT shq.e164(regexp_replace(written, '\s*(?:;ext=|x|ext\.?|extension|#)\s*[0-9]+\s*$', '', 'i'))
$$;

-- Where each person of a batch stands before promotion, one word each: already_promoted, not_validated, edited_since_validation,
-- held_by_other_source, the fault of the mapping, taken_back (which stops unattended promotions alone) or promotable.
CREATE OR REPLACE FUNCTION shq.people_standing(batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, standing TEXT, fault_field TEXT, fault_says TEXT, phone_left BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT i.intake_id, i.validated,
           CASE WHEN m.by_promotion THEN 'already_promoted'
                WHEN i.validated IS NOT TRUE THEN CASE WHEN i.edited THEN 'edited_since_validation' ELSE 'not_validated' END
                WHEN m.by_promotion IS NOT NULL THEN 'held_by_other_source'
                ELSE coalesce(i.fault, CASE WHEN b.intake_id IS NOT NULL THEN 'taken_back' END, 'promotable') END,
           i.fault_field, i.fault_says, i.phone_left
    FROM shq.people_mapping(batch) i
    LEFT JOIN (SELECT k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
               FROM marketing.people_master k
               WHERE k.source_record_id IN (SELECT r.id::text FROM intake.people_raw_intake r WHERE r.import_batch_id = batch)
               GROUP BY k.source_record_id) m ON m.source_record_id = i.intake_id::text
    LEFT JOIN (SELECT k.intake_id FROM shq.taken_back_rows('person') k WHERE shq.is_unattended()) b ON b.intake_id = i.intake_id
$$;

-- Promotes the people of a batch that are validated and not in master, and returns how many. Who has no place there stays in intake,
-- counts as failed, and his notes say why until a later run finds him a place.
SELECT shq.make_way('promote_people_records', 'batch text, executor text', 'integer');
CREATE OR REPLACE FUNCTION shq.promote_people_records(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    done_before CONSTANT INTEGER := shq.begin_promotion('person', batch, executor);
    run_id CONSTANT TEXT := 'PPL-' || to_char(now(), 'YYYYMMDD-HH24MISS') || '-' || left(gen_random_uuid()::text, 8);
    run INTEGER;
    rows RECORD;
    promoted BIGINT;
BEGIN
    IF done_before IS NOT NULL THEN
        RETURN done_before;
    END IF;
    SELECT count(*) AS total, count(*) FILTER (WHERE s.standing IN ('not_validated', 'edited_since_validation')) AS not_validated,
           count(*) FILTER (WHERE s.standing = 'already_promoted') AS earlier,
           count(*) FILTER (WHERE s.standing = 'held_by_other_source') AS held,
           count(*) FILTER (WHERE s.standing = 'company_missing') AS missing,
           count(*) FILTER (WHERE s.standing = 'company_ambiguous') AS ambiguous,
           count(*) FILTER (WHERE s.standing = 'slot_missing') AS no_slot,
           count(*) FILTER (WHERE s.standing = 'taken_back') AS taken_back,
           count(*) FILTER (WHERE s.standing = 'promotable') AS promotable,
           count(*) FILTER (WHERE s.standing = 'promotable' AND s.phone_left) AS phone_left, min(s.intake_id) AS first_id,
           max(s.intake_id) AS last_id
    INTO rows FROM shq.people_standing(batch) s;
    IF rows.total = 0 THEN
        RETURN 0;
    END IF;
    run := nextval('shq.run_detail_run_no_seq');
    promoted := shq.copy_or_refuse('person', batch, executor, run, rows.first_id, rows.last_id, rows.promotable,
                                   rows.earlier + rows.held = 0);
    PERFORM shq.note_unplaced_people(batch, run);

    INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                           failed_records, executed_by, executed_at, notes)
    VALUES (run_id, 'intake.people_raw_intake', 'marketing.people_master', rows.total, promoted,
            rows.not_validated + rows.missing + rows.ambiguous + rows.no_slot, executor, now(),
            format('Batch %s: %s promoted now, %s promoted earlier, %s held back by a master row of another source system,'
                   || ' %s not validated, %s without their company in master, %s with several companies of that name.',
                   batch, promoted, rows.earlier, rows.held, rows.not_validated, rows.missing, rows.ambiguous)
            || CASE WHEN rows.no_slot > 0 THEN format(' %s without their slot.', rows.no_slot) ELSE '' END
            || CASE WHEN rows.taken_back > 0 THEN format(' %s passed over, because they were taken back.', rows.taken_back) ELSE '' END
            || CASE WHEN rows.phone_left > 0
                    THEN format(' Of those promoted, %s have a phone that is no possible number and stays in intake.', rows.phone_left)
                    ELSE '' END);
    INSERT INTO shq.run_detail (run_no, validation_run_id, kind, batch, request_id, session_user_name, promoted_earlier,
                                held_by_other_source, unattended)
    VALUES (run, run_id, 'people-promotion', batch, nullif(current_setting('steward.request_id', true), '')::uuid, session_user,
            rows.earlier, rows.held, shq.is_unattended());
    RETURN promoted;
END $$;
REVOKE ALL ON FUNCTION shq.promote_people_records(TEXT, TEXT) FROM PUBLIC;

-- Keeps of each person of the batch why there is no place in master, as a finding and in the notes; what an earlier run said goes.
CREATE OR REPLACE FUNCTION shq.note_unplaced_people(batch TEXT, run INTEGER) RETURNS VOID
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH gone AS (
        DELETE FROM shq.finding f USING intake.people_raw_intake i
        WHERE f.entity = 'person' AND f.rule_set = 'promotion' AND f.record_id = i.id AND i.import_batch_id = batch
        RETURNING f.record_id, shq.finding_line(f.field, f.severity, f.message) AS line),
    added AS (
        INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
        SELECT 'person', s.intake_id, run, 'promotion', s.standing, s.fault_field, 'error', s.fault_says
        FROM shq.people_standing(batch) s
        WHERE s.standing IN ('company_missing', 'company_ambiguous', 'slot_missing')
        RETURNING record_id, shq.finding_line(field, severity, message) AS line)
    UPDATE intake.people_raw_intake i
    SET validation_notes = nullif(concat_ws(E'\n',
        shq.notes_without(i.validation_notes::text, array_remove(ARRAY[t.was], NULL)), t.says), '')
    FROM (SELECT coalesce(g.record_id, n.record_id) AS id, g.line AS was, n.line AS says
          FROM gone g FULL JOIN added n ON n.record_id = g.record_id) t
    WHERE i.id = t.id AND t.was IS DISTINCT FROM t.says
$$;
REVOKE ALL ON FUNCTION shq.note_unplaced_people(TEXT, INTEGER) FROM PUBLIC;

-- The people of a batch as a preview of their promotion counts them: where each stands, which may be `refused` too.
CREATE OR REPLACE FUNCTION shq.people_rows(batch TEXT) RETURNS TABLE (intake_id BIGINT, standing TEXT, unplaced BOOLEAN, phone_left BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT s.intake_id, CASE WHEN r.intake_id IS NOT NULL THEN 'refused' ELSE s.standing END,
           s.standing IN ('company_missing', 'company_ambiguous', 'slot_missing'), s.phone_left
    FROM shq.people_standing($1) s
    LEFT JOIN (SELECT f.intake_id FROM shq.people_refusals($1) f) r ON r.intake_id = s.intake_id
$$;

-- What promoting the people of a batch would do now; all but the last add up to its rows. Where a row is refused, promotion refuses
-- the batch. phone_left lies within promotable.
CREATE OR REPLACE FUNCTION shq.people_preview(batch TEXT)
RETURNS TABLE (promotable BIGINT, already_promoted BIGINT, held_by_other_source BIGINT, not_validated BIGINT,
               edited_since_validation BIGINT, refused BIGINT, company_missing BIGINT, company_ambiguous BIGINT, slot_missing BIGINT,
               phone_left BIGINT)
LANGUAGE sql STABLE AS $$
    SELECT count(*) FILTER (WHERE s.standing = 'promotable'), count(*) FILTER (WHERE s.standing = 'already_promoted'),
           count(*) FILTER (WHERE s.standing = 'held_by_other_source'), count(*) FILTER (WHERE s.standing = 'not_validated'),
           count(*) FILTER (WHERE s.standing = 'edited_since_validation'), count(*) FILTER (WHERE s.standing = 'refused'),
           count(*) FILTER (WHERE s.standing = 'company_missing'), count(*) FILTER (WHERE s.standing = 'company_ambiguous'),
           count(*) FILTER (WHERE s.standing = 'slot_missing'), count(*) FILTER (WHERE s.standing = 'promotable' AND s.phone_left)
    FROM shq.people_rows($1) s
$$;

CREATE OR REPLACE FUNCTION shq.people_refusals(batch TEXT) RETURNS TABLE (intake_id BIGINT, reason TEXT)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN QUERY EXECUTE shq.refusals_query('person') USING batch;
END $$;
