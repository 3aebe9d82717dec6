package barton.steward.dao.query;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.Table;
import barton.steward.db.Database;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.model.query.Query;
import barton.steward.support.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SidecarPlanTest {
    private static DataSource source;
    private static Database database;

    @BeforeAll
    static void fill() {
        source = TestDatabases.migrated();
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.' || lpad(g::text, 5, '0') || '.000', 'Company ' || g, 'https://example.com', 'legacy'
                FROM generate_series(1, 20000) g;
                INSERT INTO marketing.company_sidecar (company_unique_id, clay_tags, clay_segments, enrichment_payload)
                SELECT company_unique_id, ARRAY['tag ' || n % 500, 'b2b'], ARRAY['segment ' || n % 700],
                       jsonb_build_object('employees', n, 'key' || n % 900, true)
                FROM (SELECT company_unique_id, row_number() OVER (ORDER BY company_unique_id) AS n FROM marketing.company_master) m;
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    source_system)
                SELECT '04.04.02.' || substr(company_unique_id, 10), company_unique_id, company_slot_unique_id, 'Ann', 'Lee', 'crm'
                FROM marketing.company_slots;
                INSERT INTO marketing.people_sidecar (person_unique_id, clay_segments, social_profiles)
                SELECT unique_id, ARRAY['segment ' || n % 700], CASE WHEN n % 400 = 0 THEN '{"github": "x"}' ELSE '{"x": "y"}' END::jsonb
                FROM (SELECT unique_id, row_number() OVER (ORDER BY unique_id) AS n FROM marketing.people_master) p""");
        TestDatabases.run(source, "VACUUM ANALYZE");
        database = Database.over(source);
    }

    @Test
    void tagsAndSegmentsAreLookedUp() {
        assertServed("idx_company_sidecar_tags", 40, Table.COMPANY_SIDECARS, CompanySidecarFields.CLAY_TAGS, Op.HAS, "tag 7");
        assertServed("idx_company_sidecar_segments", 29, Table.COMPANY_SIDECARS, CompanySidecarFields.CLAY_SEGMENTS, Op.HAS, "segment 7");
        assertServed("idx_people_sidecar_segments", 29, Table.PEOPLE_SIDECARS, PeopleSidecarFields.CLAY_SEGMENTS, Op.HAS, "segment 7");
    }

    @Test
    void keysAndValuesOfJsonAreLookedUp() {
        Field payload = CompanySidecarFields.ENRICHMENT_PAYLOAD;
        assertServed("idx_company_sidecar_payload", 23, Table.COMPANY_SIDECARS, payload, Op.HAS, "key7");
        assertServed("idx_company_sidecar_payload", 1, Table.COMPANY_SIDECARS, payload, Op.HOLDS, "{\"employees\": 4711}");
        assertServed("idx_people_sidecar_social", 50, Table.PEOPLE_SIDECARS, PeopleSidecarFields.SOCIAL_PROFILES, Op.HAS, "github");
    }

    private static void assertServed(String index, long rows, Table table, Field field, Op op, String value) {
        Sql asked = Sql.of("SELECT count(*)" + Source.of(table).from() + " WHERE")
                .then(Predicates.of(Query.all(table).where(new Condition(field, op, value))));
        List<String> plan = database.read(h -> Sql.of("EXPLAIN").then(asked).query(h).mapTo(String.class).list());
        assertThat(plan).anyMatch(line -> line.contains("Bitmap Index Scan on " + index))
                .noneMatch(line -> line.contains("Seq Scan on " + table.qualifiedName().split("[.]")[1]));
        long found = database.read(h -> asked.query(h).mapTo(Long.class).one());
        assertThat(found).isEqualTo(rows);
    }
}
