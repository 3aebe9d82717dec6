package barton.steward.cli.promotion;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.cli.TestCommands;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.promotion.PeoplePromotionPreview;
import barton.steward.model.promotion.PromotionEligibility.Reason;
import barton.steward.support.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyPeopleTest {
    private final DataSource database = TestDatabases.migrated();

    /// 1 can be promoted, 2 is not validated, 3 was edited, the company of 4 is missing and that of 5 is not clear, 6 names a slot that is
    /// none, 7 is held by another source, 8 is in no batch.
    @BeforeEach
    void rows() {
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Acme', 'x', 'crm'), ('04.04.01.00.00000.002', 'Twin', 'x', 'crm'),
                       ('04.04.01.00.00000.003', 'Twin', 'x', 'crm');
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, company_name, company_slot_unique_id, import_batch_id,
                                                      validated, validation_notes)
                SELECT n, 'Ann', 'Lee', CASE n WHEN 4 THEN 'Nowhere' WHEN 5 THEN 'Twin' ELSE 'Acme' END, CASE n WHEN 6 THEN 'other' END,
                       CASE WHEN n <> 8 THEN 'P' END, n <> 2, CASE n WHEN 2 THEN E'email: is missing\\nnote: fine' END
                FROM generate_series(1, 8) n;
                UPDATE intake.people_raw_intake SET title = 'CEO' WHERE id = 3;
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                                                     source_system, source_record_id)
                SELECT '04.04.02.00.00000.007', company_unique_id, company_slot_unique_id, 'Ann', 'Lee', 'crm', '7'
                FROM marketing.company_slots WHERE company_unique_id = '04.04.01.00.00000.001'""");
    }

    @Test
    void everyReasonIsToldInWords() {
        assertThat(why(1)).isEqualTo("Row 1 of batch P can be promoted; nobody has promoted the batch since.");
        assertThat(why(2)).isEqualTo("Row 2 of batch P is not validated: E-mail: is missing.");
        assertThat(why(3)).startsWith("Row 3 of batch P was edited since it was validated: note: edited since validation: Title from");
        assertThat(why(4)).isEqualTo("Row 4 of batch P has no company in master: Company: no company of master is called exactly"
                + " “Nowhere”.");
        assertThat(why(5)).isEqualTo("Row 5 of batch P may belong to several companies of master: Company: 2 companies of master are"
                + " called “Twin”.");
        assertThat(why(6)).isEqualTo("Row 6 of batch P has no slot in master: Slot ID: other is no slot of its company.");
        assertThat(why(7)).endsWith("master has its number from another source (04.04.02.00.00000.007, crm).");
        assertThat(why(8)).contains("is in no batch").contains("`steward assign-batch --people`");
    }

    @Test
    void whatAConstraintRefusesKeepsTheOthersOfTheBatch() {
        run(database, "UPDATE intake.people_raw_intake SET last_name = NULL, validated = true WHERE id = 3");
        assertThat(why(3)).isEqualTo("Row 3 of batch P would be refused by master, and its whole batch with it: it has no last name.");
        assertThat(why(1)).contains("is good, but master would refuse its batch").contains(": row 3 ");
    }

    @Test
    void whoWasPromotedSaysAsWhom() {
        run(database, "SELECT shq.promote_people_records('P', 'ann')");
        String person = ask(database, "SELECT unique_id FROM marketing.people_master WHERE source_record_id = '1'");
        assertThat(why(1)).isEqualTo("Row 1 of batch P was promoted, as " + person + ".");
    }

    @Test
    void reasonsAddUpToThePreview() {
        Daos daos = JdbiDaos.over(Database.over(database));
        var preview = (PeoplePromotionPreview) daos.promotion().preview(Entity.PERSON, "P");
        List<Reason> reasons = list(database, "SELECT id FROM intake.people_raw_intake WHERE import_batch_id = 'P'").stream()
                .map(id -> daos.eligibility().of(Entity.PERSON, Long.parseLong(id)).orElseThrow().reason()).toList();
        assertThat(reasons).filteredOn(r -> r == Reason.PROMOTABLE).hasSize((int) preview.promotable());
        assertThat(reasons).filteredOn(r -> r == Reason.NOT_VALIDATED).hasSize((int) preview.notValidated());
        assertThat(reasons).filteredOn(r -> r == Reason.EDITED).hasSize((int) preview.editedSinceValidation());
        assertThat(reasons).filteredOn(r -> r == Reason.OTHER_SOURCE).hasSize((int) preview.heldByOtherSource());
        assertThat(reasons).filteredOn(r -> r == Reason.COMPANY_MISSING).hasSize((int) preview.companyMissing());
        assertThat(reasons).filteredOn(r -> r == Reason.COMPANY_AMBIGUOUS).hasSize((int) preview.companyAmbiguous());
        assertThat(reasons).filteredOn(r -> r == Reason.SLOT_MISSING).hasSize((int) preview.slotMissing());
    }

    @Test
    void scriptsGetTheReasonByNameAndCompaniesAreNoPeople() {
        var steward = new TestCommands(database);
        assertThat(steward.run("why", "5", "--people", "--json")).isZero();
        assertThat(steward.out()).isEqualTo("{\"id\":5,\"batch\":\"P\",\"reason\":\"company_ambiguous\","
                + "\"about\":\"company_name: 2 companies of master are called “Twin”\"}\n");
        assertThat(steward.run("why", "99", "--people")).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: People intake has no row 99.").contains("`steward export people-intake --out FILE`");
        assertThat(steward.run("why", "5")).isEqualTo(1);
    }

    private String why(long id) {
        var steward = new TestCommands(database);
        assertThat(steward.run("why", "--people", Long.toString(id))).isZero();
        return steward.out().strip();
    }
}
