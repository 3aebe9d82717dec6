-- The band of a score from 0 to 100, by limits that are given or by those of the team.
CREATE OR REPLACE FUNCTION shq.quality_band(score NUMERIC, best SMALLINT, good SMALLINT, fair SMALLINT) RETURNS TEXT
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN CASE WHEN score IS NULL THEN 'none' WHEN score >= best THEN best || ' and more' WHEN score >= good THEN good || ' to ' || best - 1
                WHEN score >= fair THEN fair || ' to ' || good - 1 ELSE 'below ' || fair END;
END $$;

CREATE OR REPLACE FUNCTION shq.quality_band(score NUMERIC) RETURNS TEXT
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT shq.quality_band(score, l.best, l.good, l.fair) FROM shq.limit_setting l
$$;
