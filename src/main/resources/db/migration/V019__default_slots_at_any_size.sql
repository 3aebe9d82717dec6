-- Into a company_slots that was empty when it was last analysed, the trigger's search for missing slots would be planned as a scan of the
-- whole table for each new company: minutes for 100,000 companies. The index serves one company as well as a million.
ALTER FUNCTION shq.give_default_slots() SET enable_seqscan = off;
