-- What promotion makes of the rows of a batch: the columns of master by their names there. The copy to master and the preview read it,
-- so that they cannot differ. The functions of this file are parts of the statements that use them.
CREATE OR REPLACE FUNCTION shq.promotion_mapping(batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, held_by_match BOOLEAN, company_name TEXT, website_url TEXT, industry TEXT,
               employee_count INTEGER, company_phone TEXT, address_street TEXT, address_city TEXT, address_state TEXT, address_zip TEXT,
               address_country TEXT, linkedin_url TEXT, facebook_url TEXT, twitter_url TEXT, sic_codes TEXT, founded_year INTEGER,
               state_abbrev TEXT, import_batch_id TEXT, validated_at TIMESTAMPTZ, validated_by TEXT, data_quality_score INTEGER,
               placeholder BOOLEAN, edited BOOLEAN)
LANGUAGE sql STABLE AS $$
    SELECT i.id::bigint, i.validated, h.intake_id IS NOT NULL,
           coalesce(shq.filled(i.company::text), shq.filled(i.company_name_for_emails::text), 'Unknown Company'),
           coalesce(shq.filled(i.website::text), 'https://example.com'),
           i.industry::text, i.num_employees::integer, i.company_phone::text, i.company_street::text, i.company_city::text,
           i.company_state::text, i.company_postal_code::text, i.company_country::text, i.company_linkedin_url::text,
           i.facebook_url::text, i.twitter_url::text, i.sic_codes::text, i.founded_year::integer, i.state_abbrev::text,
           i.import_batch_id::text, i.validated_at::timestamptz, i.validated_by::text,
           shq.quality_score(i.website, i.company_linkedin_url, i.company_phone, i.industry),
           coalesce(shq.filled(i.company::text), shq.filled(i.company_name_for_emails::text)) IS NULL
               OR shq.filled(i.website::text) IS NULL,
           shq.intake_status(i.validated, i.validation_notes::text, NULL) = 'edited'
    FROM intake.company_raw_intake i
    LEFT JOIN (SELECT DISTINCT k.intake_id FROM shq.match_hold() k) h ON h.intake_id = i.id::bigint
    WHERE i.import_batch_id = batch
$$;

-- Where each row of a batch stands before promotion, one word each: already_promoted, not_validated, edited_since_validation,
-- held_by_other_source (by a master row of another source system), held_by_match, taken_back (which stops unattended promotions alone)
-- or promotable.
CREATE OR REPLACE FUNCTION shq.promotion_standing(batch TEXT)
RETURNS TABLE (intake_id BIGINT, validated BOOLEAN, placeholder BOOLEAN, standing TEXT)
LANGUAGE sql STABLE AS $$
    SELECT i.intake_id, i.validated, i.placeholder,
           CASE WHEN m.by_promotion THEN 'already_promoted'
                WHEN i.validated IS NOT TRUE THEN CASE WHEN i.edited THEN 'edited_since_validation' ELSE 'not_validated' END
                WHEN m.by_promotion IS NOT NULL THEN 'held_by_other_source'
                WHEN i.held_by_match THEN 'held_by_match'
                WHEN b.intake_id IS NOT NULL THEN 'taken_back'
                ELSE 'promotable' END
    FROM shq.promotion_mapping(batch) i
    LEFT JOIN (SELECT k.source_record_id, bool_or(k.source_system = 'intake_promotion') AS by_promotion
               FROM marketing.company_master k
               WHERE k.source_record_id IN (SELECT r.id::text FROM intake.company_raw_intake r WHERE r.import_batch_id = batch)
               GROUP BY k.source_record_id) m ON m.source_record_id = i.intake_id::text
    LEFT JOIN (SELECT k.intake_id FROM shq.taken_back_rows('company') k WHERE shq.is_unattended()) b ON b.intake_id = i.intake_id
$$;
