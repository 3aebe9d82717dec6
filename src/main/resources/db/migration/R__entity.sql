-- Another result cannot be given to a function in place.
DROP FUNCTION IF EXISTS shq.entities(), shq.hindrances(), shq.obstacles();

-- The kinds of record that go the way from intake to master, and in what they differ. Whatever promotes, takes back, clears or restores
-- reads it; how the columns of intake become those of master is in R__promotion_mapping.
--   ids         how the Barton IDs of the kind begin
--   part        a table whose rows master makes for each record and that go with it, with its key; `key` refers to the record
--   promotion   the kind of the runs that promote, whose ids begin with `run_prefix`, or are the batch's where there is none
--   its_row     what the rows of intake are called where one is missed
--   remark      what a run says of those among the promoted that the mapping remarks
CREATE OR REPLACE FUNCTION shq.entities()
RETURNS TABLE (entity TEXT, ids TEXT, intake TEXT, master TEXT, key TEXT, name TEXT, part TEXT, part_key TEXT, promotion TEXT,
               run_prefix TEXT, one TEXT, many TEXT, its_row TEXT, remark TEXT)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES ('company', '04.04.01', 'intake.company_raw_intake', 'marketing.company_master', 'company_unique_id', 'company_name',
            'marketing.company_slots', 'company_slot_unique_id', 'promotion', NULL, 'company', 'companies', 'its row', NULL),
           ('person', '04.04.02', 'intake.people_raw_intake', 'marketing.people_master', 'unique_id', 'full_name',
            NULL, NULL, 'people-promotion', 'PPL', 'person', 'people', 'the row',
            'Of those promoted, %s have a phone that is no possible number and stays in intake.')
$$;

-- Why a record that is validated has no place in master, by the words that the mapping has for it. A run tells how many there were,
-- `always` or where there are any. What is at `fault` in the record itself counts as failed and is kept in its notes.
CREATE OR REPLACE FUNCTION shq.hindrances()
RETURNS TABLE (entity TEXT, hindrance TEXT, told TEXT, always BOOLEAN, fault BOOLEAN)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES ('company', 'held_by_match', 'held back by a match', false, false),
           ('person', 'held_by_match', 'held back by a match', false, false),
           ('person', 'company_missing', 'without their company in master', true, true),
           ('person', 'company_ambiguous', 'with several companies of that name', true, true),
           ('person', 'slot_missing', 'without their slot', false, true)
$$;

-- What keeps a record in master that was promoted: a table that is looked at, and a query for the key of each record `m` of `made`, which
-- has their keys, and the reason. That a record was changed later, that intake has its row no more, and what else refers to it is found
-- for every kind.
CREATE OR REPLACE FUNCTION shq.obstacles()
RETURNS TABLE (entity TEXT, place INTEGER, looked_at TEXT, reasons TEXT)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    VALUES ('company', 1, 'marketing.people_master', $people$
        SELECT d.key, CASE count(*) WHEN 1 THEN 'has 1 person' ELSE format('has %s people', count(*)) END
        FROM (SELECT m.key, p.unique_id FROM made m JOIN marketing.people_master p ON p.company_unique_id = m.key
              UNION
              SELECT m.key, p.unique_id FROM made m JOIN marketing.company_slots s ON s.company_unique_id = m.key
              JOIN marketing.people_master p ON p.company_slot_unique_id = s.company_slot_unique_id) d
        GROUP BY d.key$people$),
           ('company', 2, 'marketing.company_sidecar', $sidecar$
        SELECT m.key, 'has a sidecar' FROM made m JOIN marketing.company_sidecar c ON c.company_unique_id = m.key$sidecar$),
           ('company', 3, 'marketing.company_slots', $slots$
        SELECT m.key, CASE count(*) WHEN 1 THEN 'has a slot that was changed' WHEN 2 THEN 'has an additional slot'
                                    ELSE format('has %s additional slots', count(*) - 1) END
        FROM made m JOIN marketing.company_slots s ON s.company_unique_id = m.key
        GROUP BY m.key
        HAVING count(*) > 1 OR bool_or(s.slot_type IS DISTINCT FROM 'default' OR s.slot_label IS DISTINCT FROM 'Primary Slot')$slots$),
           ('person', 1, 'marketing.people_sidecar', $sidecar$
        SELECT m.key, 'has a sidecar' FROM made m JOIN marketing.people_sidecar c ON c.person_unique_id = m.key$sidecar$),
           ('person', 2, 'marketing.email_verification_log', $results$
        SELECT DISTINCT m.key, 'has results of e-mail verification'
        FROM made m JOIN marketing.email_verification_log v ON v.person_unique_id = m.key$results$)
$$;

CREATE OR REPLACE FUNCTION shq.intake_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT e.intake FROM shq.entities() e WHERE e.entity = $1
$$;

CREATE OR REPLACE FUNCTION shq.master_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT e.master FROM shq.entities() e WHERE e.entity = $1
$$;

-- The kind of the runs that promote its records.
CREATE OR REPLACE FUNCTION shq.promotion_of(entity TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT e.promotion FROM shq.entities() e WHERE e.entity = $1
$$;
