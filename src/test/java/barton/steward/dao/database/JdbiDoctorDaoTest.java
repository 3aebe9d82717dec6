package barton.steward.dao.database;

import static barton.steward.support.TestDatabases.byHand;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import barton.steward.db.Database;
import barton.steward.model.database.Check;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JdbiDoctorDaoTest {
    private static final String COMPANY = """
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
            VALUES ('04.04.01.00.00000.001', 'A', 'x', 'intake_promotion', '1');""";

    @Test
    void aMigratedDatabaseIsWell() {
        DataSource database = TestDatabases.migrated();
        run(database, COMPANY);

        assertThat(checks(database)).hasSize(18).allMatch(Check::ok).allMatch(c -> c.detail().endsWith("."));
    }

    static List<Arguments> damages() {
        return List.of(
                arguments("default slot", "04.04.01.00.00000.001", "DELETE FROM marketing.company_slots"),
                arguments("one default slot", "04.04.01.00.00000.001",
                        "INSERT INTO marketing.company_slots VALUES ('04.04.05.01.00000.001', '04.04.01.00.00000.001')"),
                arguments("promotion guard", "CREATE UNIQUE INDEX", "DROP INDEX marketing.company_master_promoted_once"),
                arguments("promotion guard", "ON marketing.people_master", "DROP INDEX marketing.people_master_promoted_once"),
                arguments("Barton IDs", "odd", "UPDATE marketing.company_slots SET company_slot_unique_id = 'odd'"),
                arguments("belonging", "slot 04.04.05.00", """
                        SET session_replication_role = replica;
                        DELETE FROM marketing.company_master"""),
                arguments("runs", "B", """
                        INSERT INTO public.shq_validation_log (validation_run_id, passed_records) VALUES ('B', 0);
                        INSERT INTO shq.run_detail (run_no, validation_run_id, kind, session_user_name) VALUES (7, 'B', 'promotion', 'x');
                        UPDATE marketing.company_master SET promotion_audit_log_id = 7"""),
                arguments("functions", "clear_promoted_intake", "GRANT EXECUTE ON FUNCTION shq.clear_promoted_intake TO PUBLIC"),
                arguments("functions", "promote_batch", "ALTER FUNCTION shq.promote_batch SET search_path = pg_temp, public"),
                arguments("functions", "owner's rights", "ALTER FUNCTION shq.promote_company_records SECURITY INVOKER"),
                arguments("search", "CREATE INDEX CONCURRENTLY idx_master_search ON marketing.company_master",
                        "DROP INDEX marketing.idx_master_search"),
                arguments("triggers", "default_slot", "ALTER TABLE marketing.company_master DISABLE TRIGGER company_master_default_slot"),
                arguments("triggers", "only_grows", "DROP TRIGGER only_grows ON public.shq_validation_log"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatIsBrokenIsNamed(String name, String detail, String damage) {
        DataSource database = TestDatabases.migrated();
        run(database, COMPANY + damage);

        assertThat(checks(database)).filteredOn(c -> !c.ok()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo(name);
            assertThat(check.detail()).contains(detail);
        });
    }

    @Test
    void rowsPromotedTwiceAreNamed() {
        DataSource database = TestDatabases.migrated();
        run(database, "DROP INDEX marketing.company_master_promoted_once;" + COMPANY + COMPANY.replace("001'", "002'"));

        assertThat(checks(database)).filteredOn(c -> !c.ok()).extracting(Check::name).containsExactly("promoted once", "promotion guard");
    }

    @Test
    void peoplePromotedTwiceAreNamed() {
        DataSource database = TestDatabases.migrated();
        String person = """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                     source_system, source_record_id)
                SELECT '04.04.02.00.00000.00%d', company_unique_id, company_slot_unique_id, 'Ann', 'Lee', 'intake_promotion', '7'
                FROM marketing.company_slots;""";
        run(database, "DROP INDEX marketing.people_master_promoted_once;" + COMPANY + person.formatted(1) + person.formatted(2));

        assertThat(checks(database)).filteredOn(c -> !c.ok()).first()
                .satisfies(check -> assertThat(check.detail()).endsWith("person 7."));
    }

    @Test
    void aDatabaseMadeByHandIsToldHowToBeAdopted() {
        assertThat(checks(byHand(TestPostgres.newest()))).singleElement().satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.detail()).contains("migrate --adopt");
        });
    }

    @Test
    void anEmptyDatabaseIsToldToMigrate() {
        assertThat(checks(TestPostgres.newest().createDatabase())).singleElement()
                .isEqualTo(new Check("schema", false, "The database is empty. Run “steward migrate”."));
    }

    private static List<Check> checks(DataSource database) {
        return new JdbiDoctorDao(Database.over(database)).examine().checks();
    }
}
