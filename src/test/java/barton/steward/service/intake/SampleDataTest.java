package barton.steward.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.support.TestDatabases;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    @Test
    void theSampleIsABatchOfCompaniesSomeWithNotes() {
        var database = TestDatabases.migrated();
        var imports = JdbiDaos.over(Database.over(database)).imports();
        var sample = new SampleData(new IntakeImport(Entity.COMPANY, imports, "ann"), new IntakeImport(Entity.PERSON, imports, "ann"));

        var report = sample.load(UUID.randomUUID());

        assertThat(report.batch()).matches("[0-9]{8}-WV-BATCH1");
        assertThat(report.taken()).isEqualTo(446);
        assertThat(report.refused()).isZero();
        assertThat(report.noted()).isEqualTo(11);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake WHERE website IS NULL")).isEqualTo("7");
        assertThat(TestDatabases.ask(database, """
                SELECT count(*) || ' people of ' || string_agg(DISTINCT import_batch_id, ' ') || ', first '
                       || (array_agg(first_name || ' ' || last_name || ' of ' || company_name ORDER BY id))[1]
                FROM intake.people_raw_intake"""))
                .isEqualTo("600 people of %s, first Naomi Zickefoose of Violet Truck & Tire LLC".formatted(report.batch()));
    }

    @Test
    void theSameRequestTakesNothingTwice() {
        var database = TestDatabases.migrated();
        var imports = JdbiDaos.over(Database.over(database)).imports();
        var sample = new SampleData(new IntakeImport(Entity.COMPANY, imports, "ann"), new IntakeImport(Entity.PERSON, imports, "ann"));
        var request = UUID.randomUUID();
        sample.load(request);
        sample.load(request);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.people_raw_intake")).isEqualTo("600");
        assertThat(sample.load(UUID.randomUUID()).batch()).endsWith("-WV-BATCH2");
    }

    @Test
    void withoutItsPeopleNothingIsTaken() {
        var database = TestDatabases.migrated();
        TestDatabases.run(database, "ALTER TABLE intake.people_raw_intake ADD CHECK (last_name <> 'Zickefoose')");
        var imports = JdbiDaos.over(Database.over(database)).imports();
        var sample = new SampleData(new IntakeImport(Entity.COMPANY, imports, "ann"), new IntakeImport(Entity.PERSON, imports, "ann"));
        assertThatThrownBy(() -> sample.load(UUID.randomUUID())).isInstanceOf(StewardException.class);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void cancelledWhileItsPeopleAreTakenItLeavesNothing() {
        var database = TestDatabases.migrated();
        TestDatabases.run(database, """
                CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
                CREATE TRIGGER linger BEFORE INSERT ON intake.people_raw_intake FOR EACH ROW EXECUTE FUNCTION linger()""");
        var imports = JdbiDaos.over(Database.over(database)).imports();
        var sample = new SampleData(new IntakeImport(Entity.COMPANY, imports, "ann"), new IntakeImport(Entity.PERSON, imports, "ann"));
        var work = new Work(rows -> { });
        Thread.startVirtualThread(() -> {
            while (TestDatabases.ask(database, """
                    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'""").equals("0")) {
                LockSupport.parkNanos(10_000_000);
            }
            work.cancel();
        });
        assertThatThrownBy(() -> work.run(() -> sample.load(UUID.randomUUID()))).hasMessage("Cancelled; nothing was changed.");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }
}
