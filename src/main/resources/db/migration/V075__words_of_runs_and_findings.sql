-- The words of ours that are stored, each list as the program knows it. What was written before differs only where somebody else wrote
-- it, which is no reason to stop: such rows stay, and new ones are held to the list.
DO $$
DECLARE
    held RECORD;
BEGIN
    FOR held IN SELECT h.of_table, h.name, h.holds FROM (VALUES
        ('shq.run_detail', 'run_detail_kind',
         'kind IN (''validation'', ''promotion'', ''people-promotion'', ''take-back'', ''clearing'', ''restoring'')'),
        ('shq.finding', 'finding_entity', 'entity IN (''company'', ''person'')'),
        ('shq.finding', 'finding_severity', 'severity IN (''error'', ''warning'')')) AS h (of_table, name, holds)
    LOOP
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s) NOT VALID', held.of_table, held.name, held.holds);
        BEGIN
            EXECUTE format('ALTER TABLE %s VALIDATE CONSTRAINT %I', held.of_table, held.name);
        EXCEPTION WHEN check_violation THEN
            RAISE NOTICE 'Rows of % that were there before do not hold to %, and stay as they are.', held.of_table, held.name;
        END;
    END LOOP;
END $$;
