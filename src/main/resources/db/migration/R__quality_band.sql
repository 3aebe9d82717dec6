-- The band of a score from 0 to 100.
CREATE OR REPLACE FUNCTION shq.quality_band(score NUMERIC) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN score IS NULL THEN 'none' WHEN score >= 90 THEN '90 and more' WHEN score >= 70 THEN '70 to 89'
                WHEN score >= 50 THEN '50 to 69' ELSE 'below 50' END
$$;
