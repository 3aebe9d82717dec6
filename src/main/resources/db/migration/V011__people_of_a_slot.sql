-- Finds the people in a slot: their number, and whether the slot can go.
CREATE INDEX IF NOT EXISTS idx_people_company_slot ON marketing.people_master (company_slot_unique_id);
