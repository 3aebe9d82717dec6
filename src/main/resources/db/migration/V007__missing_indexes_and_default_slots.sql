-- An adopted database may lack indexes of the contract, and default slots.
CREATE INDEX IF NOT EXISTS idx_intake_batch_id ON intake.company_raw_intake (import_batch_id);
CREATE INDEX IF NOT EXISTS idx_intake_validated ON intake.company_raw_intake (validated);
CREATE INDEX IF NOT EXISTS idx_master_batch_id ON marketing.company_master (import_batch_id);
CREATE INDEX IF NOT EXISTS idx_company_slots_company_id ON marketing.company_slots (company_unique_id);
CREATE INDEX IF NOT EXISTS idx_validation_log_source ON public.shq_validation_log (source_table);
CREATE INDEX IF NOT EXISTS idx_validation_log_executed ON public.shq_validation_log (executed_at DESC);
CREATE INDEX IF NOT EXISTS idx_people_email_verified ON marketing.people_master (email_verified) WHERE email_verified = true;
CREATE INDEX IF NOT EXISTS idx_company_sidecar_ein ON marketing.company_sidecar (ein_number);
CREATE INDEX IF NOT EXISTS idx_company_sidecar_duns ON marketing.company_sidecar (dun_and_bradstreet_number);
CREATE INDEX IF NOT EXISTS idx_company_sidecar_enriched ON marketing.company_sidecar (last_enriched_at DESC);
CREATE INDEX IF NOT EXISTS idx_company_sidecar_source ON marketing.company_sidecar (enrichment_source);
CREATE INDEX IF NOT EXISTS idx_company_sidecar_confidence ON marketing.company_sidecar (confidence_score DESC);
CREATE INDEX IF NOT EXISTS idx_company_sidecar_payload ON marketing.company_sidecar USING gin (enrichment_payload);
CREATE INDEX IF NOT EXISTS idx_people_sidecar_enriched ON marketing.people_sidecar (last_enriched_at DESC);
CREATE INDEX IF NOT EXISTS idx_people_sidecar_source ON marketing.people_sidecar (enrichment_source);
CREATE INDEX IF NOT EXISTS idx_people_sidecar_confidence ON marketing.people_sidecar (confidence_score DESC);
CREATE INDEX IF NOT EXISTS idx_people_sidecar_social ON marketing.people_sidecar USING gin (social_profiles);
CREATE INDEX IF NOT EXISTS idx_people_sidecar_payload ON marketing.people_sidecar USING gin (enrichment_payload);

-- Finds the master row of an intake row, whatever system it came from.
CREATE INDEX IF NOT EXISTS idx_master_source_record_id ON marketing.company_master (source_record_id);

-- The parts of a Barton ID: entity, 2 digits of the clock, 5 digits, 3 digits of the source row's sequence.
CREATE FUNCTION shq.barton_id(entity TEXT, clock BIGINT, digits BIGINT, sequence BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT entity || '.' || lpad((clock % 100)::text, 2, '0') || '.' || lpad((digits % 100000)::text, 5, '0')
        || '.' || lpad(abs(sequence % 1000)::text, 3, '0')
$$;

-- A slot id that is free now; it ends like the company's id. Another transaction may take it before we do, so insert it
-- with ON CONFLICT DO NOTHING and draw again.
CREATE FUNCTION shq.draw_slot_id(company TEXT) RETURNS TEXT
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sequence BIGINT := coalesce(substring(company FROM '([0-9]{3})$'), '0')::bigint;
    drawn TEXT;
BEGIN
    FOR round IN 0..299 LOOP
        drawn := shq.barton_id('04.04.05', extract(epoch FROM now())::bigint + round, floor(random() * 100000)::bigint, sequence);
        IF NOT EXISTS (SELECT FROM marketing.company_slots s WHERE s.company_slot_unique_id = drawn) THEN
            RETURN drawn;
        END IF;
    END LOOP;
    RAISE EXCEPTION 'No free slot id was found for company %.', company USING ERRCODE = '54000';
END $$;

-- Whatever client adds a company, it has its default slot. Its id is the company's with the entity of slots, where that is free.
-- EXECUTE plans each statement for the rows that there are now, where a kept plan may be from a time when there were few.
CREATE FUNCTION shq.give_default_slots() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lacking BIGINT;
    given BIGINT;
BEGIN
    SELECT count(*) INTO lacking FROM added;
    EXECUTE $insert$
        INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
        SELECT '04.04.05.' || substr(a.company_unique_id, 10), a.company_unique_id, 'default', 'Primary Slot'
        FROM added a
        WHERE a.company_unique_id LIKE '04.04.01.__._____.___'
          AND NOT EXISTS (SELECT FROM marketing.company_slots s
                          WHERE s.company_unique_id = a.company_unique_id AND s.slot_type = 'default')
        ON CONFLICT DO NOTHING$insert$;
    GET DIAGNOSTICS given = ROW_COUNT;
    IF given = lacking THEN
        RETURN NULL;
    END IF;
    FOR round IN 1..10 LOOP
        EXECUTE $insert$
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
            SELECT shq.draw_slot_id(a.company_unique_id), a.company_unique_id, 'default', 'Primary Slot'
            FROM added a
            WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                              WHERE s.company_unique_id = a.company_unique_id AND s.slot_type = 'default')
            ON CONFLICT DO NOTHING$insert$;
        EXECUTE $count$
            SELECT count(*) FROM added a
            WHERE NOT EXISTS (SELECT FROM marketing.company_slots s
                              WHERE s.company_unique_id = a.company_unique_id AND s.slot_type = 'default')$count$
        INTO lacking;
        IF lacking = 0 THEN
            RETURN NULL;
        END IF;
    END LOOP;
    RAISE EXCEPTION '% new companies could not be given their default slot.', lacking;
END $$;
REVOKE ALL ON FUNCTION shq.give_default_slots() FROM PUBLIC;

CREATE TRIGGER company_master_default_slot AFTER INSERT ON marketing.company_master
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION shq.give_default_slots();

INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
SELECT '04.04.05.' || substr(m.company_unique_id, 10), m.company_unique_id, 'default', 'Primary Slot'
FROM marketing.company_master m
WHERE m.company_unique_id LIKE '04.04.01.__._____.___'
  AND NOT EXISTS (SELECT FROM marketing.company_slots s WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default')
ON CONFLICT DO NOTHING;

INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
SELECT shq.draw_slot_id(m.company_unique_id), m.company_unique_id, 'default', 'Primary Slot'
FROM marketing.company_master m
WHERE NOT EXISTS (SELECT FROM marketing.company_slots s WHERE s.company_unique_id = m.company_unique_id AND s.slot_type = 'default');
