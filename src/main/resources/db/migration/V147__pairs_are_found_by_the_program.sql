-- The program compares companies now; what the database compared them by goes.
DROP FUNCTION IF EXISTS shq.match_told(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT);
DROP FUNCTION IF EXISTS shq.match_name_points(TEXT, TEXT, REAL);
DROP FUNCTION IF EXISTS shq.match_points(TEXT, TEXT, INTEGER, INTEGER);
DROP FUNCTION IF EXISTS shq.match_likeness(TEXT[], TEXT[]);
DROP FUNCTION IF EXISTS shq.match_pieces(TEXT);
DROP FUNCTION IF EXISTS shq.match_keys(TEXT, TEXT, TEXT, TEXT, TEXT);
DROP FUNCTION IF EXISTS shq.match_city(TEXT);
DROP FUNCTION IF EXISTS shq.match_state(TEXT, TEXT);
DROP FUNCTION IF EXISTS shq.match_phone(TEXT);
