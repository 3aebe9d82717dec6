-- Earlier shapes of what is one for every kind of record now.
DROP FUNCTION IF EXISTS shq.note_unplaced_people(TEXT, INTEGER), shq.people_preview(TEXT), shq.people_rows(TEXT), shq.people_refusals(TEXT);

-- Promotes the people of a batch that are validated and not in master, and returns how many. Who has no place there stays in intake,
-- counts as failed, and his notes say why until a later run finds him a place.
SELECT shq.make_way('promote_people_records', 'batch text, executor text', 'integer');
CREATE OR REPLACE FUNCTION shq.promote_people_records(batch TEXT, executor TEXT) RETURNS INTEGER
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT shq.promote_batch('person', batch, executor)
$$;
REVOKE ALL ON FUNCTION shq.promote_people_records(TEXT, TEXT) FROM PUBLIC;
