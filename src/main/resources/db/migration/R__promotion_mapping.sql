-- The functions of this file are parts of the statements that use them, and read others of scripts that come later.
SET LOCAL check_function_bodies = off;
DROP FUNCTION IF EXISTS shq.promotion_standing(TEXT), shq.promotion_mapping(TEXT), shq.people_standing(TEXT), shq.people_mapping(TEXT);
-- A column more is another result, which a function cannot be given in place.
DROP FUNCTION IF EXISTS shq.company_mapping(TEXT, TEXT), shq.person_mapping(TEXT, TEXT);

-- What promotion makes of the rows of a batch, a function for each kind of record that is called after it. First what every one of them
-- says: `hindrance` is why a validated row has no place in master, see shq.hindrances, and where the row is at fault `fault_field:
-- fault_says` tells it; `remarked` is what the steward should know of a row that is promoted all the same. Then the columns of master, by
-- their names there: those that stand here are those that reach master. The copy and its preview read it, so that they cannot differ.

-- Companies: held_by_match is what pairs hold back; remarked is who gets a placeholder.
CREATE OR REPLACE FUNCTION shq.company_mapping(batch TEXT, executor TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, edited BOOLEAN, hindered BOOLEAN, hindrance TEXT, fault_field TEXT, fault_says TEXT,
               remarked BOOLEAN,
               company_name TEXT, website_url TEXT, industry TEXT, employee_count INTEGER, company_phone TEXT, address_street TEXT,
               address_city TEXT, address_state TEXT, address_zip TEXT, address_country TEXT, linkedin_url TEXT, facebook_url TEXT,
               twitter_url TEXT, sic_codes TEXT, founded_year INTEGER, state_abbrev TEXT, import_batch_id TEXT, validated_at TIMESTAMPTZ,
               validated_by TEXT, data_quality_score INTEGER)
LANGUAGE sql STABLE AS $$
    SELECT i.id::bigint, i.validated, shq.intake_status(i.validated, i.validation_notes::text, NULL) = 'edited',
           h.intake_id IS NOT NULL, CASE WHEN h.intake_id IS NOT NULL THEN 'held_by_match' END, NULL::text, NULL::text,
           coalesce(shq.filled(i.company::text), shq.filled(i.company_name_for_emails::text)) IS NULL
               OR shq.filled(i.website::text) IS NULL,
           coalesce(shq.filled(i.company::text), shq.filled(i.company_name_for_emails::text), 'Unknown Company'),
           coalesce(shq.filled(i.website::text), 'https://example.com'),
           shq.filled(i.industry::text), i.num_employees::integer, shq.filled(i.company_phone::text), shq.filled(i.company_street::text),
           shq.filled(i.company_city::text, 'company_city'), shq.filled(i.company_state::text, 'company_state'),
           shq.filled(i.company_postal_code::text), shq.filled(i.company_country::text, 'company_country'),
           shq.filled(i.company_linkedin_url::text), shq.filled(i.facebook_url::text), shq.filled(i.twitter_url::text),
           shq.filled(i.sic_codes::text), i.founded_year::integer, shq.filled(i.state_abbrev::text, 'state_abbrev'),
           i.import_batch_id::text, coalesce(i.validated_at::timestamptz, now()), coalesce(i.validated_by::text, executor),
           shq.quality_score(i.website, i.company_linkedin_url, i.company_phone, i.industry)
    FROM intake.company_raw_intake i
    LEFT JOIN (SELECT DISTINCT k.intake_id FROM shq.match_hold() k) h ON h.intake_id = i.id::bigint
    WHERE i.import_batch_id = batch
$$;

-- People: the company is the one with the ID, or what that was merged into, or, where none is given, the only one of exactly that name;
-- the slot is the one that is named or the company's default slot. Remarked is whose phone is none.
CREATE OR REPLACE FUNCTION shq.person_mapping(batch TEXT, executor TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, edited BOOLEAN, hindered BOOLEAN, hindrance TEXT, fault_field TEXT, fault_says TEXT,
               remarked BOOLEAN,
               company_unique_id TEXT, company_slot_unique_id TEXT, first_name TEXT, last_name TEXT, title TEXT, seniority TEXT,
               department TEXT, email TEXT, work_phone_e164 TEXT, personal_phone_e164 TEXT, linkedin_url TEXT, twitter_url TEXT,
               facebook_url TEXT, bio TEXT, skills TEXT[], education TEXT, certifications TEXT[])
LANGUAGE sql STABLE AS $$
    SELECT i.id::bigint, i.validated, shq.intake_status(i.validated, i.validation_notes::text, NULL) = 'edited',
           f.company IS NULL OR s.slot IS NULL OR h.intake_id IS NOT NULL,
           CASE WHEN h.intake_id IS NOT NULL THEN 'held_by_match'
                WHEN f.company IS NULL THEN CASE WHEN n.n > 1 AND a.id IS NULL THEN 'company_ambiguous' ELSE 'company_missing' END
                WHEN s.slot IS NULL THEN 'slot_missing' END,
           CASE WHEN f.company IS NULL THEN CASE WHEN a.id IS NULL THEN 'company_name' ELSE 'company_unique_id' END
                ELSE 'company_slot_unique_id' END,
           CASE WHEN f.company IS NULL AND a.id IS NOT NULL THEN format('no company of master has the ID %s', a.id)
                WHEN f.company IS NULL AND n.n > 1 THEN format('%s companies of master are called “%s”', n.n, a.name)
                WHEN f.company IS NULL AND a.name IS NULL THEN 'is missing, and so is the ID of the company'
                WHEN f.company IS NULL THEN format('no company of master is called exactly “%s”', a.name)
                WHEN a.slot IS NULL THEN 'its company has no default slot'
                ELSE format('%s is no slot of its company', a.slot) END,
           p.work IS NULL AND shq.filled(i.work_phone::text) IS NOT NULL
               OR p.personal IS NULL AND shq.filled(i.personal_phone::text) IS NOT NULL,
           f.company, s.slot,
           shq.filled(i.first_name::text, 'first_name'), shq.filled(i.last_name::text, 'last_name'), shq.filled(i.title::text),
           shq.filled(i.seniority::text), shq.filled(i.department::text), shq.filled(i.email::text), p.work, p.personal,
           shq.filled(i.linkedin_url::text), shq.filled(i.twitter_url::text), shq.filled(i.facebook_url::text), shq.filled(i.bio::text),
           shq.text_list(i.skills), shq.filled(i.education::text), shq.text_list(i.certifications)
    FROM intake.people_raw_intake i
    LEFT JOIN shq.merged mc ON mc.key = btrim(i.company_unique_id::text)
    LEFT JOIN shq.merged ms ON ms.key = btrim(i.company_slot_unique_id::text)
    CROSS JOIN LATERAL (SELECT CASE WHEN mc.key IS NOT NULL THEN shq.current_id(mc.key) ELSE btrim(shq.filled(i.company_unique_id::text))
                               END AS id,
                               shq.filled(i.company_name::text) AS name,
                               CASE WHEN ms.key IS NOT NULL THEN shq.current_id(ms.key)
                                    ELSE btrim(shq.filled(i.company_slot_unique_id::text)) END AS slot) a
    CROSS JOIN LATERAL (SELECT shq.phone(shq.filled(i.work_phone::text), i.country::text) AS work,
                               shq.phone(shq.filled(i.personal_phone::text), i.country::text) AS personal) p
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
    LEFT JOIN (SELECT DISTINCT k.intake_id FROM shq.people_hold() k) h ON h.intake_id = i.id::bigint
    WHERE i.import_batch_id = batch
$$;

-- The columns of master that the mapping of a kind fills: all that it gives but what every mapping says.
CREATE OR REPLACE FUNCTION shq.mapped_columns(entity TEXT) RETURNS TEXT[]
LANGUAGE sql STABLE AS $$
    SELECT array_agg(c.name ORDER BY c.n)
    FROM pg_proc p, unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS c (name, mode, n)
    WHERE p.oid = format('shq.%s_mapping(text, text)', entity)::regprocedure AND c.mode = 't'
      AND c.name <> ALL ('{intake_id,validated,edited,hindered,hindrance,fault_field,fault_says,remarked}')
$$;

-- What every mapping says, and whether master has the row: from a promotion, from another source system (false) or not (NULL). Who names
-- the kind in the statement pays for that alone.
CREATE OR REPLACE FUNCTION shq.mapped(entity TEXT, batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, edited BOOLEAN, hindrance TEXT, fault_field TEXT, fault_says TEXT, remarked BOOLEAN,
               by_promotion BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT i.intake_id, i.validated, i.edited, i.hindrance, i.fault_field, i.fault_says, i.remarked, m.by_promotion
    FROM shq.company_mapping(batch, NULL) i
    LEFT JOIN (SELECT k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
               FROM (SELECT c.source_record_id, c.source_system FROM marketing.company_master c
                     UNION ALL SELECT g.source_record_id, g.source_system FROM shq.merged g WHERE g.entity = 'company') k
               WHERE k.source_record_id IN (SELECT r.id::text FROM intake.company_raw_intake r WHERE r.import_batch_id = batch)
               GROUP BY k.source_record_id) m ON m.source_record_id = i.intake_id::text
    WHERE entity = 'company'
    UNION ALL
    SELECT i.intake_id, i.validated, i.edited, i.hindrance, i.fault_field, i.fault_says, i.remarked, m.by_promotion
    FROM shq.person_mapping(batch, NULL) i
    LEFT JOIN (SELECT k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
               FROM (SELECT c.source_record_id, c.source_system FROM marketing.people_master c
                     UNION ALL SELECT g.source_record_id, g.source_system FROM shq.merged g WHERE g.entity = 'person') k
               WHERE k.source_record_id IN (SELECT r.id::text FROM intake.people_raw_intake r WHERE r.import_batch_id = batch)
               GROUP BY k.source_record_id) m ON m.source_record_id = i.intake_id::text
    WHERE entity = 'person'
$$;

-- Where each row of a batch stands before promotion, one word each: already_promoted, not_validated, edited_since_validation,
-- held_by_other_source (by a master row of another source system), a hindrance of the mapping, taken_back (which stops unattended
-- promotions alone) or promotable.
CREATE OR REPLACE FUNCTION shq.promotion_standing(entity TEXT, batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, standing TEXT, fault_field TEXT, fault_says TEXT, remarked BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT i.intake_id, i.validated,
           CASE WHEN i.by_promotion THEN 'already_promoted'
                WHEN i.validated IS NOT TRUE THEN CASE WHEN i.edited THEN 'edited_since_validation' ELSE 'not_validated' END
                WHEN i.by_promotion IS NOT NULL THEN 'held_by_other_source'
                WHEN i.hindrance IS NOT NULL THEN i.hindrance
                WHEN b.intake_id IS NOT NULL THEN 'taken_back'
                ELSE 'promotable' END,
           i.fault_field, i.fault_says, i.remarked
    FROM shq.mapped(entity, batch) i
    LEFT JOIN (SELECT k.intake_id FROM shq.taken_back_rows(entity) k WHERE shq.is_unattended()) b ON b.intake_id = i.intake_id
$$;

-- The rows of intake that wait for somebody's decision, whatever their batch.
CREATE OR REPLACE FUNCTION shq.held_rows(entity TEXT) RETURNS TABLE (intake_id BIGINT)
LANGUAGE sql STABLE AS $$
    SELECT h.intake_id FROM shq.match_hold() h WHERE entity = 'company'
    UNION ALL SELECT h.intake_id FROM shq.people_hold() h WHERE entity = 'person'
$$;
