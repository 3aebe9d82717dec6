package barton.steward.dao.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the preview says of generated batches is what the promotion then does.
class PreviewOutcomeTest {
    private static final int BATCHES = 25;

    private static int promoted;
    private static int refused;

    @ParameterizedTest
    @ValueSource(longs = {7, 1941, 20251024})
    void aGeneratedBatchEndsAsThePreviewSaid(long seed) {
        DataSource source = TestDatabases.pooled(TestDatabases.migrated(seed == 7 ? TestPostgres.oldest() : TestPostgres.newest()));
        // Constraints of a database's own: none of them is known to the program.
        run(source, """
                ALTER TABLE marketing.company_master
                    ADD region TEXT DEFAULT 'x' CHECK (region <> ''), ADD number BIGINT GENERATED ALWAYS AS IDENTITY,
                    ADD folded TEXT GENERATED ALWAYS AS (lower(company_name)) STORED CHECK (folded <> 'forbidden'),
                    ADD CONSTRAINT zip CHECK (address_zip ~ '^[0-9]+$'), ALTER industry TYPE varchar(12), ALTER industry SET NOT NULL,
                    ALTER employee_count TYPE smallint;
                CREATE TABLE marketing.country (name TEXT PRIMARY KEY);
                INSERT INTO marketing.country VALUES ('US'), ('CA');
                ALTER TABLE marketing.company_master ADD FOREIGN KEY (address_country) REFERENCES marketing.country (name);
                CREATE UNIQUE INDEX one_phone ON marketing.company_master (lower(company_phone)) WHERE address_country = 'US'""");
        var random = new Random(seed);
        for (int batch = 0; batch < BATCHES; batch++) {
            generate(source, "B" + batch, 1 + 100 * batch, random);
            judge(source, "B" + batch);
        }
    }

    @AfterAll
    static void bothEndsWereSeen() {
        assertThat(promoted).isGreaterThan(10);
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void aRefusedRowIsNamedWithItsReason() {
        DataSource source = TestDatabases.pooled(TestDatabases.migrated());
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id, validated, num_employees)
                VALUES (1, 'A', 'B', true, 1), (2, 'B', 'B', true, -1), (3, 'C', 'B', true, NULL)""");
        var dao = new JdbiPromotionDao(Database.over(source));

        assertThat(dao.preview(Entity.COMPANY, "B")).isEqualTo(new CompanyPromotionPreview("B", 2, 0, 0, 0, 0, 0, 1, 2, null, null));
        assertThat(dao.refusals(Entity.COMPANY, "B", 10)).containsExactly(new PromotionRefusal(2,
                "breaks a rule of master about employee count"));
    }

    private static void judge(DataSource source, String batch) {
        PromotionDao dao = new JdbiPromotionDao(Database.over(source));
        var preview = (CompanyPromotionPreview) dao.preview(Entity.COMPANY, batch);
        String rows = ask(source, "SELECT count(*) FROM intake.company_raw_intake WHERE import_batch_id = '" + batch + "'");
        assertThat(preview.total()).isEqualTo(Long.parseLong(rows));
        List<Long> named = dao.refusals(Entity.COMPANY, batch, 1000).stream().map(PromotionRefusal::intakeId).toList();
        assertThat(named).hasSize((int) preview.refused());
        String placeholders = "SELECT count(*) FROM marketing.company_master WHERE import_batch_id = '" + batch
                + "' AND source_system = 'intake_promotion' AND (company_name = 'Unknown Company' OR website_url = 'https://example.com')";
        long before = Long.parseLong(ask(source, placeholders));
        try {
            assertThat(dao.promote(Entity.COMPANY, batch, "ann", UUID.randomUUID()).promoted()).isEqualTo(preview.promotable());
            assertThat(preview.refused()).as(named.toString()).isZero();
            assertThat(Long.parseLong(ask(source, placeholders)) - before).isEqualTo(preview.placeholder());
            assertThat(((CompanyPromotionPreview) dao.preview(Entity.COMPANY, batch)).alreadyPromoted())
                    .isEqualTo(preview.alreadyPromoted() + preview.promotable());
            promoted++;
        } catch (StewardException e) {
            List<Long> told = Pattern.compile("intake id ([0-9]+)").matcher(e.getMessage()).results()
                    .map(m -> Long.valueOf(m.group(1))).toList();
            assertThat(named.stream().limit(20).toList()).isEqualTo(told.stream().sorted().toList());
            refused++;
        }
    }

    /// Up to 30 rows from an id on, most of them fine, in every standing.
    private static void generate(DataSource source, String batch, int firstId, Random random) {
        double bad = random.nextInt(3) == 0 ? 0 : 0.08;
        var rows = new ArrayList<String>();
        var afterwards = new ArrayList<String>();
        int lastId = firstId + random.nextInt(30);
        for (int id = firstId; id <= lastId; id++) {
            rows.add("(" + String.join(", ", Integer.toString(id),
                    pick(random, bad, "'Forbidden'", "'Acme'", "'Ünï'", "NULL", "' '"),
                    pick(random, 0, "", "NULL", "'short'"), pick(random, 0, "", "'https://a.example'", "NULL", "''"),
                    pick(random, bad, "NULL", "'Mining'", "'Zwölf Zeiche'"),
                    pick(random, bad, random.nextBoolean() ? "-1" : "40000", "5", "NULL"),
                    pick(random, bad, "1066", "1999", "NULL"), pick(random, bad, "'x'", "'26241'", "NULL"),
                    pick(random, bad, "'Atlantis'", "'US'", "'CA'", "NULL"),
                    pick(random, bad, "'same'", "NULL", "'" + random.nextLong() + "'"), "'" + batch + "'",
                    pick(random, 0, "", "true", "true", "true", "true", "false", "NULL"), pick(random, 0, "", "NULL", "'note: x'")) + ")");
            switch (random.nextInt(10)) {
                case 0 -> afterwards.add("UPDATE intake.company_raw_intake SET company_city = 'Elkins' WHERE id = " + id);
                case 1 -> afterwards.add(master(id, "crm"));
                case 2 -> afterwards.add(master(id, "intake_promotion"));
                default -> { }
            }
        }
        run(source, "INSERT INTO intake.company_raw_intake (id, company, company_name_for_emails, website, industry, num_employees,"
                + " founded_year, company_postal_code, company_country, company_phone, import_batch_id, validated, validation_notes)"
                + " VALUES " + String.join(", ", rows) + ";" + String.join(";", afterwards));
    }

    private static String master(int id, String system) {
        return ("INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, industry, source_system,"
                + " source_record_id) VALUES (shq.barton_id('04.04.01', 7, %1$d, %1$d), 'M', 'm', 'x', '%2$s', '%1$d')")
                .formatted(id, system);
    }

    private static String pick(Random random, double bad, String worst, String... usual) {
        return random.nextDouble() < bad ? worst : usual[random.nextInt(usual.length)];
    }
}
