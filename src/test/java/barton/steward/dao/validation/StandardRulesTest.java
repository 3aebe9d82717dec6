package barton.steward.dao.validation;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.Database;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleDryRun;
import barton.steward.support.TestDatabases;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each rule of the standard set with good and bad values, none, blanks and other scripts. A record is `column=value|column=value`;
/// `~` is a blank.
class StandardRulesTest {
    private static final DataSource SOURCE = TestDatabases.migrated();
    private static final RuleDao DAO = new JdbiRuleDao(Database.over(SOURCE));

    @BeforeAll
    static void master() {
        run(SOURCE, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.001', 'Acme', 'https://www.acme.example/about', 'crm', NULL),
                       ('04.04.01.00.00000.002', 'Twin', 'https://twin-1.example', 'crm', NULL),
                       ('04.04.01.00.00000.003', 'Twin', 'https://twin-2.example', 'crm', NULL),
                       ('04.04.01.00.00000.004', 'Ελλάδα', 'https://ελλάδα.example', 'crm', '4711');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                                                     source_system)
                SELECT '04.04.02.00.00000.001', company_unique_id, company_slot_unique_id, 'Ann', 'Lee', 'Ann@acme.example', 'crm'
                FROM marketing.company_slots WHERE company_unique_id = '04.04.01.00.00000.001'""");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "company_name_present, company=Acme, false", "company_name_present, company_name_for_emails=Acme, false",
        "company_name_present, company=株式会社, false", "company_name_present, industry=x, true",
        "company_name_present, company=~~|company_name_for_emails=~, true",
        "website_present, website=acme.example, false", "website_present, company=x, true", "website_present, website=~, true",
        "website_host, website=https://www.acme.example/x?y#z, false", "website_host, website=ACME.EXAMPLE, false",
        "website_host, website=https://münchen.example, false", "website_host, website=http://例え.テスト, false",
        "website_host, website=http://xn--mnchen-3ya.example:8080/, false", "website_host, website=a.b.c.test, false",
        "website_host, website=//acme.example, false", "website_host, website=user:x@acme.example, false",
        "website_host, company=x, false", "website_host, website=~, false", "website_host, website=https://localhost/, true",
        "website_host, website=http://192.168.0.1/, true", "website_host, website=n/a, false",
        "website_present, website=n/a, true", "website_host, website=acme, true",
        "website_host, website=acme.example foo, true", "website_host, website=https://-acme.example, true",
        "website_host, website=acme..example, true", "website_host, website=https://, false",
        "website_present, website=https://, true",
        "website_placeholder, website=https://example.com, true", "website_placeholder, website=HTTP://WWW.Example.COM/x, true",
        "website_placeholder, website=https://shop.example.com, false", "website_placeholder, website=example.org, false",
        "website_placeholder, website=acme.example, false", "website_placeholder, company=x, false",
        "website_placeholder, website=~, false",
        "state_known, company_state=West Virginia, false", "state_known, company_state=w. va., false",
        "state_known, company_state=PR, false",
        "state_known, company_state=Atlantis, true", "state_known, company_state=Atlantis|company_country=~, true",
        "state_known, company_state=Bayern|company_country=U.S.A., true", "state_known, company_state=Bayern|company_country=usa, true",
        "state_known, company_state=Bayern|company_country=United States of America, true",
        "state_known, company_state=Bayern|company_country=Deutschland, false", "state_known, company_state=東京, true",
        "state_known, company_state=東京|company_country=日本, false", "state_known, company=x, false", "state_known, company_state=~, false",
        "state_agrees, company_state=Ohio|state_abbrev=OH, false", "state_agrees, company_state=Ohio|state_abbrev=oh, false",
        "state_agrees, company_state=Ohio|state_abbrev=WV, true", "state_agrees, company_state=Ohio|state_abbrev=XX, true",
        "state_agrees, company_state=Ohio, false", "state_agrees, company_state=Ohio|state_abbrev=~, false",
        "state_agrees, state_abbrev=OH, false", "state_agrees, company_state=Ontario|state_abbrev=ON|company_country=Canada, false",
        "state_agrees, company_state=Ohio|state_abbrev=WV|company_country=Canada, false",
        "employees_not_negative, num_employees=0, false", "employees_not_negative, num_employees=12, false",
        "employees_not_negative, num_employees=-1, true", "employees_not_negative, company=x, false",
        "founded_plausible, founded_year=1700, false", "founded_plausible, founded_year=1999, false",
        "founded_plausible, founded_year=1699, true", "founded_plausible, founded_year=2999, true", "founded_plausible, company=x, false",
        "website_email, website=info@firm.com, true", "website_email, website=mailto:info@firm.com, true",
        "website_email, website=https://firm.com/@info, false", "website_email, website=user:x@acme.example, false",
        "website_scheme, website=htp://firm.com, true", "website_scheme, website=https://https://firm.com, true",
        "website_scheme, website=firm.com:8080/x, false", "website_scheme, website=HTTPS://firm.com, false",
        "placeholder, industry=N/A, true", "placeholder, company_phone=-, true", "placeholder, company_city=None, false",
        "placeholder, industry=~, false", "placeholder, industry=Mining, false", "placeholder, company_country=NA, false",
        "invisible_text, company=Ac\u200bme, true", "invisible_text, company_city=Acme\ufeff, true", "invisible_text, company=Acmé, false",
        "control_characters, industry=a\u0007b, true", "control_characters, industry=Ünal, false",
        "html_entities, company=AT&amp;T, true", "html_entities, company=AT&T, false",
        "mojibake, company=CafÃ©, true", "mojibake, company=Café, false",
        "country_known, company_country=Deutschland, false", "country_known, company_country=Atlantis, true",
        "country_known, company=x, false",
        "postcode_shape, company_postal_code=2139, true", "postcode_shape, company_postal_code=02139, false",
        "postcode_shape, company_postal_code=2139|company_country=Australia, false",
        "state_known, company_state=Georgia|company_country=Georgia, false",
        "state_known, company_state=Jalisco|company_country=México, false",
        "phone_possible, company_phone=(304) 555-0123|company_country=Atlantis, true",
        "phone_possible, company_phone=tel:+1-304-555-0123, false",
        "phone_possible, company_phone=(304) 555-0123|company_country=Canada, false",
        "phone_possible, company_phone=(304) 555-0123, false", "phone_possible, company_phone=304.555.0123 ext. 12, false",
        "phone_possible, company_phone=1-304-555-0123, false", "phone_possible, company_phone=+44 (0)20 7946 0958, false",
        "phone_possible, company_phone=+81 3-1234-5678, false", "phone_possible, company_phone=555-0123, true",
        "phone_possible, company_phone=004 555 0123, true", "phone_possible, company_phone=+1 104 555 0123, true",
        "phone_possible, company_phone=call us, true", "phone_possible, company_phone=٣٠٤, true", "phone_possible, company=x, false",
        "phone_possible, company_phone=~, false",
        "linkedin_site, company_linkedin_url=https://www.linkedin.com/company/x, false",
        "linkedin_site, company_linkedin_url=de.linkedin.com/company/ü, false",
        "linkedin_site, company_linkedin_url=https://facebook.com/x, true",
        "linkedin_site, company_linkedin_url=notlinkedin.com, true", "linkedin_site, company_linkedin_url=リンク, true",
        "linkedin_site, company=x, false", "linkedin_site, company_linkedin_url=~, false",
        "facebook_site, facebook_url=https://m.facebook.com/x, false", "facebook_site, facebook_url=fb.com/x, false",
        "facebook_site, facebook_url=https://facebook.com.evil.example, true", "facebook_site, facebook_url=фейсбук, true",
        "facebook_site, company=x, false", "facebook_site, facebook_url=~, false",
        "twitter_site, twitter_url=https://x.com/y, false", "twitter_site, twitter_url=http://www.twitter.com/y, false",
        "twitter_site, twitter_url=@acme, true", "twitter_site, twitter_url=netflix.com, true", "twitter_site, company=x, false",
        "twitter_site, twitter_url=~, false",
        "host_new, website=http://ACME.example, true", "host_new, website=acme.example, true",
        "host_new, website=https://ελλάδα.example/x, true",
        "host_new, website=https://other.example, false", "host_new, website=https://shop.acme.example, false",
        "host_new, company=x, false",
        "host_new, website=~, false", "host_new, id=4711|website=https://ελλάδα.example/x, false"})
    void companies(String code, String record, boolean broken) {
        assertThat(isBroken("intake.company_raw_intake", code, record)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "first_name_present, first_name=Ann, false", "first_name_present, first_name=Зоя, false", "first_name_present, last_name=x, true",
        "first_name_present, first_name=~, true",
        "last_name_present, last_name=Lee, false", "last_name_present, last_name=李, false", "last_name_present, first_name=x, true",
        "last_name_present, last_name=~~, true",
        "email_well_formed, email=a.b+c@mail.acme.example, false", "email_well_formed, email=jürgen@müller.example, false",
        "email_well_formed, email=a@b, true", "email_well_formed, email=a@@b.example, true", "email_well_formed, email=a@b..example, true",
        "email_well_formed, email=a b@c.example, true", "email_well_formed, email=a@b.example;c@d.example, true",
        "email_well_formed, email=メール, true", "email_well_formed, first_name=x, false", "email_well_formed, email=~, false",
        "email_well_formed, email=<a@b.example>, true", "email_well_formed, email=mailto:a@b.example, true",
        "email_well_formed, email=a@b.example\u200b, true", "email_well_formed, email=a@b.con, true",
        "person_placeholder, title=TBD, true", "person_placeholder, last_name=Null, false", "person_placeholder, full_name=N/A, true",
        "person_invisible_text, city=\u200bX, true", "person_control_characters, title=a\u0007b, true",
        "person_html_entities, title=R&amp;D, true", "person_mojibake, last_name=MÃ¼ller, true",
        "full_name_only, full_name=Ann Lee, true", "full_name_only, full_name=Ann Lee|last_name=Lee, false",
        "person_country_known, country=Atlantis, true", "person_state_known, state=Atlantis, true",
        "person_state_known, state=Bayern|country=Germany, false",
        "title_present, title=CEO, false", "title_present, title=社長, false", "title_present, first_name=x, true",
        "title_present, title=~, true",
        "company_found, company_unique_id=04.04.01.00.00000.001, false",
        "company_found, company_unique_id=04.04.01.00.00000.001|company_name=Twin, false",
        "company_found, company_unique_id=04.04.01.00.00000.009|company_name=Acme, true", "company_found, company_name=Acme, false",
        "company_found, company_name=Ελλάδα, false", "company_found, company_name=acme, true", "company_found, company_name=Twin, true",
        "company_found, company_name=Nobody, true", "company_found, first_name=x, true", "company_found, company_name=~, true",
        "email_new, email=ann@ACME.example, true", "email_new, email=bob@acme.example, false", "email_new, email=анна@acme.example, false",
        "email_new, first_name=x, false", "email_new, email=~, false",
        "work_phone_possible, work_phone=+442079460958, false", "work_phone_possible, work_phone=(304) 555-0101 ext. 3, false",
        "work_phone_possible, work_phone=call me, true", "work_phone_possible, first_name=x, false",
        "work_phone_possible, personal_phone=12, false", "personal_phone_possible, personal_phone=12, true",
        "personal_phone_possible, personal_phone=304.555.0101, false"})
    void people(String code, String record, boolean broken) {
        assertThat(isBroken("intake.people_raw_intake", code, record)).isEqualTo(broken);
    }

    @Test
    void aHostStandsOnceInABatch() {
        run(SOURCE, """
                INSERT INTO intake.company_raw_intake (id, website, import_batch_id)
                VALUES (9001, 'https://www.dup.example/a', 'H'), (9002, 'DUP.example', 'H'), (9003, 'https://other.example', 'H'),
                       (9004, NULL, 'H'), (9005, NULL, 'H'), (9006, ' ', 'H'), (9007, ' ', 'H'), (9008, 'dup.example', 'another'),
                       (9009, 'https://münchen.example', 'H'), (9010, 'MÜNCHEN.example', 'H')""");

        RuleDryRun trial = attempt("host_once", "H");
        assertThat(trial.checked()).isEqualTo(9);
        assertThat(trial.failing()).containsExactly(9001L, 9002L, 9009L, 9010L);
    }

    @Test
    void anEmailStandsOnceInABatch() {
        run(SOURCE, """
                INSERT INTO intake.people_raw_intake (id, email, import_batch_id)
                VALUES (9001, 'a@b.example', 'E'), (9002, ' A@B.example', 'E'), (9003, 'c@b.example', 'E'),
                       (9004, NULL, 'E'), (9005, NULL, 'E'),
                       (9006, ' ', 'E'), (9007, ' ', 'E'), (9008, 'анна@b.example', 'E'), (9009, 'Анна@b.example', 'E')""");

        assertThat(attempt("email_once", "E").failing()).containsExactly(9001L, 9002L, 9008L, 9009L);
        assertThat(ask(SOURCE, "SELECT count(*) FROM shq.finding")).isEqualTo("0");
    }

    @Test
    void everyStandardRuleIsTriedHere() {
        String codes = "SELECT code FROM shq.validation_rule WHERE rule_set = 'standard' ORDER BY entity, position";

        assertThat(list(SOURCE, codes)).containsExactly(
                "company_name_present", "website_present", "website_host", "website_email", "website_scheme", "website_placeholder",
                "state_known", "state_agrees", "employees_not_negative", "country_known", "postcode_shape", "founded_plausible",
                "phone_possible", "linkedin_site", "facebook_site", "twitter_site", "host_once", "host_new", "placeholder",
                "invisible_text", "control_characters", "html_entities", "mojibake", "first_name_present", "full_name_only",
                "last_name_present", "email_well_formed", "title_present", "company_found", "email_once", "email_new",
                "person_country_known", "person_state_known", "work_phone_possible", "personal_phone_possible", "person_placeholder",
                "person_invisible_text", "person_control_characters", "person_html_entities", "person_mojibake");
    }

    private static boolean isBroken(String table, String code, String record) {
        String batch = UUID.randomUUID().toString();
        String[][] fields = Arrays.stream(record.split("\\|")).map(f -> f.split("=", 2)).toArray(String[][]::new);
        run(SOURCE, "INSERT INTO " + table + " (import_batch_id, " + Arrays.stream(fields).map(f -> f[0]).collect(Collectors.joining(", "))
                + ") VALUES ('" + batch + "', " + Arrays.stream(fields).map(f -> "'" + f[1].replace('~', ' ') + "'")
                .collect(Collectors.joining(", ")) + ")");
        RuleDryRun trial = attempt(code, batch);
        assertThat(trial.checked()).isEqualTo(1);
        return trial.failing().size() == 1;
    }

    private static RuleDryRun attempt(String code, String batch) {
        return DAO.attempt(DAO.rule(Rule.STANDARD, code).orElseThrow(), batch);
    }
}
