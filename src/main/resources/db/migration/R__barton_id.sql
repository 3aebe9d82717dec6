-- The parts of a Barton ID: entity, 2 digits of the clock, 5 digits, 3 digits of the source row's sequence.
CREATE OR REPLACE FUNCTION shq.barton_id(entity TEXT, clock BIGINT, digits BIGINT, sequence BIGINT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT entity || '.' || lpad((clock % 100)::text, 2, '0') || '.' || lpad((digits % 100000)::text, 5, '0')
        || '.' || lpad(abs(sequence % 1000)::text, 3, '0')
$$;

-- A slot id that is free now; it ends like the company's id. Another transaction may take it before we do, so insert it
-- with ON CONFLICT DO NOTHING and draw again.
CREATE OR REPLACE FUNCTION shq.draw_slot_id(company TEXT) RETURNS TEXT
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sequence BIGINT := coalesce(substring(company FROM '([0-9]{3})$'), '0')::bigint;
    drawn TEXT;
BEGIN
    FOR round IN 0..299 LOOP
        drawn := shq.barton_id('04.04.05', extract(epoch FROM now())::bigint + round, floor(random() * 100000)::bigint, sequence);
        IF NOT EXISTS (SELECT FROM marketing.company_slots s WHERE s.company_slot_unique_id = drawn)
           AND NOT EXISTS (SELECT FROM shq.merged g WHERE g.key = drawn) THEN
            RETURN drawn;
        END IF;
    END LOOP;
    RAISE EXCEPTION 'No free slot id was found for company %.', company USING ERRCODE = '54000';
END $$;
