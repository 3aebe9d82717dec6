-- Whoever listens to the channel steward_changes is told which tables a transaction changed, when it commits, whatever client it was.
-- The cost is of a statement and not of a row: some 20 microseconds for the call. What a transaction says twice of a table arrives
-- once, and nothing is written. Transactions that say something commit one after the other, and cannot be prepared for a
-- two-phase commit.
CREATE FUNCTION shq.tell_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_notify('steward_changes', TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    RETURN NULL;
END $$;

DO $$
DECLARE
    shown REGCLASS;
BEGIN
    FOREACH shown IN ARRAY ARRAY['intake.company_raw_intake', 'marketing.company_master', 'marketing.company_slots',
                                 'marketing.people_master', 'marketing.company_sidecar', 'marketing.people_sidecar',
                                 'public.shq_validation_log']::regclass[]
    LOOP
        EXECUTE format('CREATE TRIGGER tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
                       || ' FOR EACH STATEMENT EXECUTE FUNCTION shq.tell_change()', shown);
    END LOOP;
END $$;
