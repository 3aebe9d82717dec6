package barton.steward.dao.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.RunKind;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.StandingRun;
import barton.steward.model.promotion.TakeBack;
import barton.steward.support.TestDatabases;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A promotion of people is taken back by the function that takes back those of companies.
class PeopleTakeBackTest {
    private static final String FIRST = "(SELECT unique_id FROM marketing.people_master WHERE source_record_id = '1')";

    private final DataSource database = TestDatabases.pooled(TestDatabases.migrated());
    private final Daos daos = JdbiDaos.over(Database.over(database));
    private String run;

    @BeforeEach
    void promote() {
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Merrick', 'https://merrick.example', 'test');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, company_name, import_batch_id, validated)
                SELECT g, 'Person', g::text, 'p' || g || '@merrick.example', 'Merrick', 'P', true FROM generate_series(1, 3) g""");
        run = daos.promotion().promote(Entity.PERSON, "P", "ann", UUID.randomUUID()).run();
    }

    @Test
    void thePeopleGoAndTheirRowsCanBePromotedAgain() {
        String whole = ask(database, "SELECT string_agg(p::text, '|' ORDER BY unique_id) FROM marketing.people_master p");
        assertThat(daos.takeBacks().preview(run)).isEqualTo(new TakeBack(run, null, 3, 0, List.of()));
        assertThat(daos.takeBacks().latestStanding("ann", Instant.EPOCH)).contains(new StandingRun(run, RunKind.PEOPLE_PROMOTION));

        TakeBack done = takeBack(3);

        assertThat(done.removed()).isEqualTo(3);
        assertThat(ask(database, "SELECT count(*) FROM marketing.people_master")).isEqualTo("0");
        assertThat(ask(database, "SELECT string_agg(jsonb_populate_record(NULL::marketing.people_master, row_data)::text, '|' ORDER BY key)"
                + " FROM shq.taken_back WHERE table_name = 'marketing.people_master'")).isEqualTo(whole);
        assertThat(ask(database, "SELECT concat_ws('|', source_table, target_table, total_records, passed_records, executed_by, notes)"
                + " FROM public.shq_validation_log WHERE validation_run_id = '" + done.takeBack() + "'")).isEqualTo(
                "marketing.people_master|intake.people_raw_intake|3|3|ann|3 people of run " + run + " taken back.");
        assertThat(daos.takeBacks().latestStanding("ann", Instant.EPOCH)).isEmpty();
        assertThat(daos.promotion().promote(Entity.PERSON, "P", "ann", UUID.randomUUID()).promoted()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "has a sidecar | INSERT INTO marketing.people_sidecar (person_unique_id) SELECT $person",
        "has results of e-mail verification | INSERT INTO marketing.email_verification_log (person_unique_id, email)"
                + " SELECT $person, 'p1@merrick.example'",
        "was changed later | UPDATE marketing.people_master SET title = 'President' WHERE unique_id = $person",
        "was changed later | UPDATE marketing.people_master SET email_verified = true WHERE unique_id = $person",
        "the row is not in intake any more | DELETE FROM intake.people_raw_intake WHERE id = 1",
        "is referred to by public.letter | CREATE TABLE public.letter (person TEXT REFERENCES marketing.people_master ON DELETE CASCADE);"
                + " INSERT INTO public.letter SELECT $person"})
    void whoHasSomethingThatDependsOnThemIsNamedAndStays(String reason, String dependent) {
        run(database, dependent.replace("$person", FIRST));
        String id = ask(database, "SELECT " + FIRST);

        TakeBack done = takeBack(2);

        assertThat(done.staying()).containsExactly(new TakeBack.Kept(id, "Person 1", reason));
        assertThat(ask(database, "SELECT string_agg(unique_id, ',') FROM marketing.people_master")).isEqualTo(id);
        assertThat(ask(database, "SELECT notes FROM public.shq_validation_log WHERE validation_run_id = '" + done.takeBack() + "'"))
                .isEqualTo("2 people of run " + run + " taken back. 1 stays (at most 20 are named): " + id + " Person 1 " + reason + ".");
    }

    @Test
    void whoseCompanyIsAskedForStaysUntilTheyAreTakenBackThemselves() {
        run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated)
                VALUES ('Halden', 'https://halden.example', 'C', true);
                SELECT shq.promote_company_records('C', 'ann');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, import_batch_id, validated)
                VALUES (9, 'Bob', 'Reed', 'Halden', 'Q', true)""");
        String ofPeople = daos.promotion().promote(Entity.PERSON, "Q", "ann", UUID.randomUUID()).run();
        assertThat(daos.takeBacks().preview("C").staying()).extracting(TakeBack.Kept::because).containsExactly("has 1 person");

        daos.takeBacks().takeBack(ofPeople, OptionalLong.empty(), "ann", UUID.randomUUID());
        assertThat(daos.takeBacks().takeBack("C", OptionalLong.of(1), "ann", UUID.randomUUID()).removed()).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        String first = takeBack(3).takeBack();
        assertThatThrownBy(() -> takeBack(3)).hasMessageContaining("Master has no people of run " + run
                + " any more: they were taken back in run " + first);
    }

    private TakeBack takeBack(long announced) {
        return daos.takeBacks().takeBack(run, OptionalLong.of(announced), "ann", UUID.randomUUID());
    }
}
