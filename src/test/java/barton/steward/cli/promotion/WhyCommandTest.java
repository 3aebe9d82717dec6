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
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PromotionEligibility.Reason;
import barton.steward.support.TestDatabases;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhyCommandTest {
    private final DataSource database = TestDatabases.migrated();

    /// 1 and 9 can be promoted, 2 is new, 3 failed, 4 was edited, 5 is held by another source, 6 is in no batch, 7 is the same as a
    /// company, 8 looks like one.
    @BeforeEach
    void rows() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id, validated, validation_notes)
                SELECT n, 'Company ' || n, 'https://c' || n || '.example', CASE WHEN n <> 6 THEN 'B' END, n NOT IN (2, 3),
                       CASE n WHEN 3 THEN E'website: is missing\\nnote: fine\\nrejected: no company' END
                FROM generate_series(1, 9) n;
                UPDATE intake.company_raw_intake SET company_phone = '12' WHERE id = 4;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, source_record_id)
                VALUES ('04.04.01.00.00000.005', 'Five', 'x', 'crm', '5'), ('04.04.01.00.00000.007', 'Seven', 'x', 'crm', NULL);
                WITH a AS (INSERT INTO shq.action (kind, summary, table_name, row_count, executor)
                           VALUES ('decide', 'same', 'intake.company_raw_intake', 0, 'ann') RETURNING action_id)
                INSERT INTO shq.match_decision (action_id, intake_id, master_id, decision, executor)
                SELECT a.action_id, 7, '04.04.01.00.00000.007', 'same', 'ann' FROM a;
                INSERT INTO shq.match_run (batch, within_batch, compared, compared_with, candidates, executor)
                VALUES ('B', false, 1, 1, 1, 'ann');
                INSERT INTO shq.match_pair (match_run_id, batch, intake_id, master_id, score, likeness, name_points, host_points,
                    phone_points, state_points, city_points)
                SELECT r.match_run_id, 'B', 8, '04.04.01.00.00000.007', 80, 1, 80, 0, 0, 0, 0 FROM shq.match_run r;
                UPDATE shq.match_setting SET held = 70""");
    }

    @Test
    void everyReasonIsToldInWords() {
        assertThat(why(1)).isEqualTo("Row 1 of batch B can be promoted; nobody has promoted the batch since.");
        assertThat(why(2)).isEqualTo("Row 2 of batch B is not validated.");
        assertThat(why(3)).isEqualTo("Row 3 of batch B is not validated: Website: is missing; rejected: no company.");
        assertThat(why(4)).isEqualTo("Row 4 of batch B was edited since it was validated: note: edited since validation: Phone from"
                + " nothing to \"12\".");
        assertThat(why(5)).isEqualTo("Row 5 of batch B is held back: master has its number from another source"
                + " (04.04.01.00.00000.005, crm).");
        assertThat(why(6)).startsWith("Row 6 is in no batch, and only batches are promoted");
        assertThat(why(7)).endsWith("is held back by a match: it was decided to be the same as 04.04.01.00.00000.007.");
        assertThat(why(8)).endsWith("nobody decided yet whether it is the same as 04.04.01.00.00000.007.");
    }

    @Test
    void whatAConstraintRefusesKeepsTheOthersOfTheBatch() {
        run(database, "UPDATE intake.company_raw_intake SET founded_year = 1500, validated = true WHERE id = 9");
        assertThat(why(9)).startsWith("Row 9 of batch B would be refused by master, and its whole batch with it: it breaks ")
                .contains("founded year");
        assertThat(why(1)).contains("is good, but master would refuse its batch").contains(": row 9 breaks ");
    }

    @Test
    void whatWasPromotedOrClearedSaysAsWhatAndWhere() {
        run(database, "SELECT shq.promote_company_records('B', 'ann')");
        String company = ask(database, "SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '1'");
        assertThat(why(1)).isEqualTo("Row 1 of batch B was promoted, as " + company + ".");

        run(database, "SELECT shq.clear_promoted_intake('B', 'ann')");
        String clearing = ask(database, "SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'");
        assertThat(why(1)).isEqualTo("Row 1 of batch B was promoted, and cleared from intake in run " + clearing + ".");
    }

    @Test
    void reasonsAddUpToThePreview() {
        Daos daos = JdbiDaos.over(Database.over(database));
        var preview = (CompanyPromotionPreview) daos.promotion().preview(Entity.COMPANY, "B");
        List<Reason> reasons = list(database, "SELECT id FROM intake.company_raw_intake WHERE import_batch_id = 'B'").stream()
                .map(id -> daos.eligibility().of(Entity.COMPANY, Long.parseLong(id)).orElseThrow().reason()).toList();
        assertThat(reasons).filteredOn(r -> r == Reason.PROMOTABLE).hasSize((int) preview.promotable());
        assertThat(reasons).filteredOn(r -> r == Reason.NOT_VALIDATED).hasSize((int) preview.notValidated());
        assertThat(reasons).filteredOn(r -> r == Reason.EDITED).hasSize((int) preview.editedSinceValidation());
        assertThat(reasons).filteredOn(r -> r == Reason.OTHER_SOURCE).hasSize((int) preview.heldByOtherSource());
        assertThat(reasons).filteredOn(r -> r == Reason.SAME_AS || r == Reason.UNDECIDED).hasSize((int) preview.heldByMatch());
    }

    @Test
    void scriptsGetTheReasonByName() {
        var steward = new TestCommands(database);
        assertThat(steward.run("why", "5", "--json")).isZero();
        assertThat(steward.out()).isEqualTo(
                "{\"id\":5,\"batch\":\"B\",\"reason\":\"other_source\",\"about\":\"04.04.01.00.00000.005, crm\"}\n");
        assertThat(steward.run("why", "99")).isEqualTo(1);
        assertThat(steward.err()).startsWith("steward: Intake has no row 99.");
        assertThat(steward.run("why", "x")).isEqualTo(2);
    }

    private String why(long id) {
        var steward = new TestCommands(database);
        assertThat(steward.run("why", Long.toString(id))).isZero();
        return steward.out().strip();
    }
}
