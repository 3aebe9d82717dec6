CREATE TABLE marketing.company_sidecar (
    company_unique_id         VARCHAR(50) PRIMARY KEY
        REFERENCES marketing.company_master (company_unique_id) ON DELETE CASCADE,
    ein_number                VARCHAR(20),
    dun_and_bradstreet_number VARCHAR(20),
    clay_tags                 TEXT[],
    clay_segments             TEXT[],
    enrichment_payload        JSONB,
    last_enriched_at          TIMESTAMP,
    enrichment_source         TEXT,
    confidence_score          NUMERIC(5,2) CONSTRAINT company_sidecar_confidence_0_to_100 CHECK (confidence_score BETWEEN 0 AND 100),
    created_at                TIMESTAMP DEFAULT now(),
    updated_at                TIMESTAMP DEFAULT now()
);

CREATE TABLE marketing.people_sidecar (
    person_unique_id     VARCHAR(50) PRIMARY KEY REFERENCES marketing.people_master (unique_id) ON DELETE CASCADE,
    clay_insight_summary TEXT,
    clay_segments        TEXT[],
    social_profiles      JSONB,
    enrichment_payload   JSONB,
    last_enriched_at     TIMESTAMP,
    enrichment_source    TEXT,
    confidence_score     NUMERIC(5,2) CONSTRAINT people_sidecar_confidence_0_to_100 CHECK (confidence_score BETWEEN 0 AND 100),
    created_at           TIMESTAMP DEFAULT now(),
    updated_at           TIMESTAMP DEFAULT now()
);

CREATE INDEX idx_company_sidecar_ein ON marketing.company_sidecar (ein_number);
CREATE INDEX idx_company_sidecar_duns ON marketing.company_sidecar (dun_and_bradstreet_number);
CREATE INDEX idx_company_sidecar_enriched ON marketing.company_sidecar (last_enriched_at DESC);
CREATE INDEX idx_company_sidecar_source ON marketing.company_sidecar (enrichment_source);
CREATE INDEX idx_company_sidecar_confidence ON marketing.company_sidecar (confidence_score DESC);
CREATE INDEX idx_company_sidecar_payload ON marketing.company_sidecar USING gin (enrichment_payload);

CREATE INDEX idx_people_sidecar_enriched ON marketing.people_sidecar (last_enriched_at DESC);
CREATE INDEX idx_people_sidecar_source ON marketing.people_sidecar (enrichment_source);
CREATE INDEX idx_people_sidecar_confidence ON marketing.people_sidecar (confidence_score DESC);
CREATE INDEX idx_people_sidecar_social ON marketing.people_sidecar USING gin (social_profiles);
CREATE INDEX idx_people_sidecar_payload ON marketing.people_sidecar USING gin (enrichment_payload);

CREATE FUNCTION shq.touch_updated_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;

CREATE TRIGGER company_sidecar_updated_at BEFORE UPDATE ON marketing.company_sidecar
    FOR EACH ROW EXECUTE FUNCTION shq.touch_updated_at();
CREATE TRIGGER people_sidecar_updated_at BEFORE UPDATE ON marketing.people_sidecar
    FOR EACH ROW EXECUTE FUNCTION shq.touch_updated_at();
