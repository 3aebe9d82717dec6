package barton.steward.cli.audit;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A batch that is judged by a sample.
class AuditCommandTest {
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    AuditCommandTest() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, state_abbrev, import_batch_id, validated)
                SELECT g, 'Company ' || g, 'https://c' || g || '.example', CASE WHEN g <= 90 THEN 'WV' WHEN g <= 99 THEN 'OH' END, 'B', true
                FROM generate_series(1, 100) g""");
    }

    @Test
    void theSameSeedDrawsTheSameRecordsAndAnotherOneOthers() {
        assertThat(session.run("audit", "--batch", "B", "--sample", "10", "--seed", "7")).isZero();
        session.run("audit", "--batch", "B", "--sample", "10", "--seed", "7");
        session.run("audit", "--batch", "B", "--sample", "10", "--seed", "8");

        List<String> drawn = list(database, """
                SELECT string_agg(intake_id::text, ' ' ORDER BY place) FROM shq.audit_sample GROUP BY audit_no ORDER BY audit_no""");
        assertThat(drawn.get(0)).isEqualTo(drawn.get(1)).isNotEqualTo(drawn.get(2));
        assertThat(drawn.get(0).split(" ")).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aSampleCanBeDrawnFromEachValueOfAFieldInProportion() {
        session.run("audit", "--batch", "B", "--sample", "20", "--by", "state_abbrev");

        assertThat(list(database, """
                SELECT concat_ws(' ', stratum, count(*), round(sum(stands_for)::numeric, 6)::float8) FROM shq.audit_sample
                GROUP BY stratum ORDER BY stratum""")).containsExactly(" 1 1", "OH 2 9", "WV 17 90");
    }

    @Test
    void aPlanIsToldBeforeAnythingIsDrawn() {
        assertThat(session.run("audit", "--batch", "B", "--aql", "2.5", "--dry-run")).isZero();
        assertThat(session.out()).startsWith("20 records of 100 would be drawn. Code letter F."
                + " The batch is accepted where at most 1 are wrong");

        session.run("audit", "--batch", "B", "--bound", "5%", "--dry-run", "--json");
        assertThat(session.out()).contains("\"lot_size\":100,\"sample_size\":39,\"accept\":0,\"reject\":1");
        assertThat(ask(database, "SELECT count(*) FROM shq.audit")).isEqualTo("0");
    }

    @Test
    void whatIsJudgedIsKeptAndGoneOnWithAndInTheEndTheLogHasTheResult() {
        session.run("audit", "--batch", "B", "--sample", "4", "--seed", "1");
        assertThat(session.out()).contains("Nobody has judged yet.",
                "Next is record 1 of 4, id " + id(1) + ":", "Company: Company " + id(1));

        session.run("audit", "--batch", "B", "--right", id(1) + "," + id(2));
        session.run("audit", "--batch", "B", "--wrong", id(3), "--fault", "website=dead link", "--fault", "company=misspelt");
        assertThat(session.out()).contains("ann judged 3 of 4.", "Next is record 4 of 4");
        assertThat(ask(database, "SELECT count(*) FROM shq_validation_log")).isEqualTo("0");

        assertThat(session.run("audit", "--batch", "B", "--unsure", id(4))).isZero();

        assertThat(session.out()).contains("2 right, 1 wrong, 1 unsure, 0 disputed.", "33.33 % wrong (0.84 % to 90.57 %)",
                "Nothing was asked", id(3) + "  Website  dead link  ann");
        assertThat(ask(database, "SELECT validation_run_id LIKE 'AUD-%' AND kind = 'audit' AND batch = 'B' FROM shq.run_detail"))
                .isEqualTo("t");
        assertThat(ask(database, "SELECT total_records || ' ' || passed_records || ' ' || failed_records || ' ' || executed_by"
                + " FROM shq_validation_log")).isEqualTo("4 2 1 ann");
    }

    @Test
    void judgementsOfAFileAreTakenAllOrNone(@TempDir Path folder) throws IOException {
        session.run("audit", "--batch", "B", "--sample", "3", "--seed", "1");
        Path file = folder.resolve("judged.csv");
        Files.writeString(file, "id,verdict,field,reason\n%s,right,,\n%s,wrong,website,dead\n%2$s,wrong,company,misspelt\n999,right,,\n"
                .formatted(id(1), id(2)));

        assertThat(session.run("audit", "--batch", "B", "--judge", file.toString())).isEqualTo(1);
        assertThat(session.err()).contains("Line 5: the sample has no record “999”. Nothing was kept.");
        assertThat(ask(database, "SELECT count(*) FROM shq.audit_judgement")).isEqualTo("0");

        Files.writeString(file, Files.readString(file).replace("999", id(3)));
        assertThat(session.run("audit", "--batch", "B", "--judge", file.toString())).isZero();
        assertThat(session.out()).contains("2 right, 1 wrong", "Company", "misspelt");
    }

    @Test
    void twoJudgeBlindAndTheirAgreementIsTold() {
        session.run("audit", "--batch", "B", "--sample", "4", "--seed", "1", "--judges", "2");
        session.run("audit", "--batch", "B", "--right", id(1) + "," + id(2) + "," + id(3));
        session.run("audit", "--batch", "B", "--wrong", id(4), "--fault", "website=dead");
        assertThat(session.out()).contains("ann judged 4 of 4.").doesNotContain("dead");

        session.run("audit", "--batch", "B", "--right", id(1) + "," + id(2), "--executor", "ben");
        assertThat(session.out()).contains("ann judged 4 of 4, ben judged 2 of 4.").doesNotContain("dead", "wrong (");
        session.run("audit", "--batch", "B", "--executor", "ben", "--json");
        assertThat(session.out()).doesNotContain("dead").contains("\"result\":null");

        session.run("audit", "--batch", "B", "--right", id(1), "--executor", "eve");
        assertThat(session.err()).contains("is judged by ann and ben already");

        session.run("audit", "--batch", "B", "--wrong", id(3), "--fault", "company=misspelt", "--executor", "ben");
        session.run("audit", "--batch", "B", "--wrong", id(4), "--fault", "website=gone", "--executor", "ben");
        assertThat(session.out()).contains("2 right, 1 wrong, 0 unsure, 1 disputed.",
                "ann and ben said the same of 3 of 4 records; Cohen's kappa 0.50.");

        session.run("audit", "--batch", "B", "--right", id(3), "--executor", "ben");
        assertThat(session.out()).contains("3 right, 1 wrong, 0 unsure, 0 disputed.", "kappa 0.50");
        assertThat(list(database, "SELECT right(validation_run_id, 2) FROM shq_validation_log ORDER BY validation_run_id COLLATE \"C\""))
                .hasSize(2).last().isEqualTo("#2");
    }

    @Test
    void aBatchWithAGateIsPromotedByNobodyBeforeItIsAccepted() {
        session.run("audit", "--batch", "B", "--sample", "50", "--bound", "5%", "--seed", "1", "--gate");
        assertThat(session.out()).contains("The batch is not promoted before the audit accepts it.");

        assertThat(session.run("promote", "--batch", "B")).isEqualTo(1);
        assertThat(session.err()).contains("Batch B is not promoted before audit AUD-", "accepts it: 0 of 50 records are judged.");
        assertThat(session.run("promote", "--all")).isEqualTo(1);
        assertThatThrownBy(() -> run(database, "SELECT shq.promote_company_records('B', 'cron')")).rootCause()
                .hasMessageContaining("is not promoted before audit");
        session.run("promote", "--batch", "B", "--dry-run");
        assertThat(session.out()).contains("It would be refused. Audit AUD-");
        session.run("why", "1");
        assertThat(session.out()).contains("is good, but its batch is held back: audit AUD-");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("0");

        session.run("audit", "--batch", "B", "--right", all(50));
        assertThat(session.out()).contains("The batch is accepted.");
        assertThat(session.run("promote", "--batch", "B")).isZero();
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master")).isEqualTo("100");
    }

    @Test
    void aBatchThatIsNotAcceptedCanBeLetGoWithAReason() {
        session.run("audit", "--batch", "B", "--aql", "1.0", "--gate", "--seed", "1");
        session.run("audit", "--batch", "B", "--wrong", id(1), "--fault", "website=dead");
        assertThat(session.run("audit", "--batch", "B", "--right", all(13).replaceFirst("^\\d+,", ""))).isEqualTo(1);
        assertThat(session.out()).contains("The batch is not accepted.");
        assertThat(session.run("promote", "--batch", "B")).isEqualTo(1);
        assertThat(session.err()).contains("1 of 13 records are wrong, and 0 may be");

        assertThat(session.run("audit", "--batch", "B", "--let-go", " ")).isEqualTo(1);
        assertThat(session.run("audit", "--batch", "B", "--let-go", "the customer knows")).isZero();
        assertThat(session.out()).contains("ann let the batch go on ", ": the customer knows");
        assertThat(session.run("promote", "--batch", "B")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--sample 10 --gate | nothing could hold it back", "--aql 3 | no AQL of 3.0",
        "--bound 0.001 --sample 5 | too few to show that", "--sample 3 --by company | more than the sample has records",
        "--bound 2% --expect 3% | must be less than the bound", "--sample 5 --confidence 30% | A confidence is from"})
    void whatNoSampleCanDoIsRefused(String options, String said) {
        assertThat(session.run(("audit --batch B " + options).split(" "))).isEqualTo(1);
        assertThat(session.err()).contains(said);
        assertThat(ask(database, "SELECT count(*) FROM shq.audit")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--sample 10 --aql 1 | --aql goes with neither", "--wrong 1 | --wrong needs --fault",
        "--sample 10 --right 1 | one at a time", "--sample x | from 1 to 999999", "--bound 2 | is no share",
        "--aql 1 --level IV | knows no IV", "--sample 2 --judges 3 | is 1 or 2", "--sample 5 --by nothing | --by knows no “nothing”"})
    void whatCannotBeMeantIsWrongUsage(String options, String said) {
        assertThat(session.run(("audit --batch B " + options).split(" "))).isEqualTo(2);
        assertThat(session.err()).contains(said);
    }

    @Test
    void peopleAreJudgedAlike() {
        run(database, """
                INSERT INTO intake.people_raw_intake (first_name, last_name, import_batch_id) SELECT 'Ann', 'Lee ' || g, 'P'
                FROM generate_series(1, 30) g""");
        assertThat(session.run("audit", "--batch", "P", "--people", "--bound", "10%", "--gate")).isZero();
        assertThat(session.run("promote", "--batch", "P", "--people")).isEqualTo(1);
        assertThat(session.err()).contains("Batch P is not promoted before audit AUD-");
        assertThat(session.run("audit", "--batch", "P")).isEqualTo(1);
        assertThat(session.err()).contains("Batch P has no audit.");
    }

    private String id(int place) {
        return ask(database, "SELECT intake_id FROM shq.audit_sample WHERE place = " + place + " ORDER BY audit_no DESC LIMIT 1");
    }

    private String all(int size) {
        return ask(database, "SELECT string_agg(intake_id::text, ',' ORDER BY place) FROM shq.audit_sample WHERE place <= " + size);
    }
}
