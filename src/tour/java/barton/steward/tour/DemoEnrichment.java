package barton.steward.tour;

import barton.steward.db.Database;

/// Plays the enrichment service that writes people and sidecars beside the window.
final class DemoEnrichment {
    private static final String PEOPLE = """
            INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, title,
                seniority, department, email, source_system)
            SELECT '04.04.02.' || substr(m.company_unique_id, 10), m.company_unique_id, s.company_slot_unique_id, p.first_name,
                   p.last_name, p.title, p.seniority, p.department, p.email, 'enrichment'
            FROM (SELECT DISTINCT ON (company_name) company_name, first_name, last_name, title, seniority, department, email
                  FROM intake.people_raw_intake
                  WHERE import_batch_id = :batch AND first_name IS NOT NULL AND last_name IS NOT NULL
                  ORDER BY company_name, id) p
            JOIN marketing.company_master m ON m.company_name = p.company_name AND m.import_batch_id = :batch
            JOIN marketing.company_slots s ON s.company_unique_id = m.company_unique_id AND s.slot_type = 'default'
            ON CONFLICT DO NOTHING""";
    private static final String COMPANY_SIDECARS = """
            INSERT INTO marketing.company_sidecar (company_unique_id, clay_tags, enrichment_payload, last_enriched_at, enrichment_source,
                confidence_score)
            SELECT p.company_unique_id, ARRAY['enriched'],
                   jsonb_build_object('people', jsonb_build_array(jsonb_build_object('name', p.full_name, 'title', p.title))),
                   now() - p.n * interval '2 days', 'clay', 100 - p.n % 50
            FROM (SELECT company_unique_id, full_name, title, row_number() OVER (ORDER BY unique_id) AS n
                  FROM marketing.people_master WHERE source_system = 'enrichment') p
            ON CONFLICT DO NOTHING""";
    private static final String PEOPLE_SIDECARS = """
            INSERT INTO marketing.people_sidecar (person_unique_id, clay_segments, enrichment_payload, last_enriched_at,
                enrichment_source, confidence_score)
            SELECT p.unique_id, ARRAY[p.seniority], jsonb_build_object('title', p.title), now() - p.n * interval '3 days', 'clay',
                   99 - p.n % 40
            FROM (SELECT unique_id, title, seniority, row_number() OVER (ORDER BY unique_id) AS n
                  FROM marketing.people_master WHERE source_system = 'enrichment') p
            ON CONFLICT DO NOTHING""";

    private final Database database;

    DemoEnrichment(Database database) {
        this.database = database;
    }

    /// Gives companies that were promoted from a batch one of the people in people intake each, in the default slot, and both of
    /// them a sidecar.
    void enrich(String batch) {
        database.write(handle -> {
            handle.createUpdate(PEOPLE).bind("batch", batch).execute();
            handle.execute(COMPANY_SIDECARS);
            handle.execute(PEOPLE_SIDECARS);
            return null;
        });
    }
}
