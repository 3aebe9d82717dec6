package barton.steward.support;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.query.Query;
import barton.steward.model.review.ReviewOrder;
import barton.steward.model.review.ReviewQueue;
import barton.steward.model.review.ReviewScope;
import barton.steward.service.Session;
import javax.sql.DataSource;

/// Records of intake that wait for review, and stewards who review them.
public final class SampleReviews {
    public static final String BATCH = "20251024-WV-BATCH1";

    private SampleReviews() {
    }

    /// So many records, `Acme 0001` and so on, numbered from 1, of which nothing is missing and no rule said anything.
    public static DataSource database(Entity entity, int records) {
        DataSource database = TestDatabases.migrated();
        TestDatabases.run(database, switch (entity) {
            case COMPANY -> """
                    INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_linkedin_url, industry,
                        company_city, import_batch_id)
                    SELECT g, 'Acme ' || lpad(g::text, 4, '0'), 'https://acme' || g || '.example', '304-555-0100',
                           'https://l.example/' || g, 'banking', 'Elkins', '%s' FROM generate_series(1, %d) g""".formatted(BATCH, records);
            case PERSON -> """
                    INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, title, company_name, work_phone, linkedin_url,
                        import_batch_id)
                    SELECT g, 'Ann', 'Acme ' || lpad(g::text, 4, '0'), 'ann' || g || '@acme.example', 'Engineer', 'Acme', '304-555-0100',
                           'https://l.example/' || g, '%s' FROM generate_series(1, %d) g""".formatted(BATCH, records);
        });
        return database;
    }

    public static Session steward(DataSource database, String name) {
        return Session.over(JdbiDaos.over(Database.over(database)), "Test database", name);
    }

    public static ReviewQueue queue(Entity entity, ReviewScope scope, ReviewOrder order) {
        return new ReviewQueue(Query.all(entity.intake()), scope, order);
    }
}
