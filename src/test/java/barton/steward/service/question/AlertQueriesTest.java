package barton.steward.service.question;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.alert.Alert;
import barton.steward.model.alert.AlertKind;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.alert.AlertText;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlertQueriesTest {
    private static Session session;
    private static List<Alert> alerts;

    /// Something of each kind, of companies and of people, of our runs and of those of other clients, and beside it what wants none.
    @BeforeAll
    static void rows() {
        DataSource database = DemoSession.database();
        TestDatabases.run(database, """
                DELETE FROM marketing.company_sidecar WHERE company_unique_id IN (
                    SELECT company_unique_id FROM marketing.company_sidecar ORDER BY 1 LIMIT 10);
                INSERT INTO marketing.people_sidecar (person_unique_id, confidence_score, last_enriched_at)
                SELECT unique_id, CASE WHEN n % 3 > 0 THEN 50 + 10 * (n % 5) END, CASE WHEN n % 4 > 0 THEN now() - n * interval '9 days' END
                FROM (SELECT unique_id, row_number() OVER (ORDER BY unique_id) AS n FROM marketing.people_master) p WHERE n <= 30;
                UPDATE marketing.people_master SET email_verified = NULL WHERE unique_id IN (
                    SELECT unique_id FROM marketing.people_master ORDER BY 1 LIMIT 50);
                UPDATE marketing.people_master SET email_verified = true, created_at = now() - interval '200 days'
                WHERE unique_id IN (SELECT p.unique_id FROM marketing.people_master p
                                    WHERE p.email <> '' AND NOT EXISTS (SELECT FROM marketing.email_verification_log l
                                                                        WHERE lower(btrim(l.email)) = lower(btrim(p.email)))
                                    ORDER BY 1 DESC LIMIT 5);
                UPDATE intake.company_raw_intake SET created_at = now() - interval '20 days' WHERE import_batch_id = '20251024-WV-BATCH1';
                UPDATE intake.company_raw_intake SET created_at = now() - interval '20 days', import_batch_id = NULL
                WHERE import_batch_id = '20251101-PA-BATCH2' AND id % 2 = 0;
                INSERT INTO intake.people_raw_intake (first_name, last_name, import_batch_id, validated, validation_notes, created_at)
                SELECT 'Ann', 'Lee ' || n, 'P', n <= 2, CASE n WHEN 3 THEN 'email: is missing' WHEN 4 THEN 'rejected: no' END,
                       now() - interval '20 days' FROM generate_series(1, 7) n;
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                                       failed_records, executed_at)
                VALUES ('OTHERS', 'intake.people_raw_intake', 'marketing.people_master', 9, 1, 8, now()),
                       ('NOBODYS', 'a', 'b', 9, 1, 8, now()), ('AGES-AGO', 'a', 'b', 9, 1, 8, now() - interval '90 days')""");
        session = DemoSession.over(database);
        alerts = session.alerts().counted();
    }

    private static long found(Query query) {
        return session.tables().count(Selection.all(query));
    }

    @Test
    void thereIsOneOfEachKind() {
        assertThat(alerts.stream().map(Alert::check).distinct()).containsExactlyInAnyOrderElementsOf(Arrays.stream(AlertKind.values())
                .filter(k -> k != AlertKind.UNLIKE).toList());
        assertThat(alerts.stream().map(a -> a.check().word() + "/" + a.entity())).contains("stale/company", "stale/person",
                "low-confidence/company", "low-confidence/person", "coverage/company", "coverage/person", "waiting/company",
                "waiting/person", "success-rate/null");
    }

    @Test
    void eachFindsAsManyRecordsAsItTells() {
        List<AlertKind> ofRuns = List.of(AlertKind.FAILED_RUN, AlertKind.SUCCESS_RATE, AlertKind.DRIFT);
        for (Alert alert : alerts) {
            if (!ofRuns.contains(alert.check())) {
                assertThat(found(AlertQueries.of(alert))).as(AlertText.of(alert)).isEqualTo(alert.records());
            }
        }
    }

    @Test
    void whatIsAboutRunsFindsThem() {
        assertThat(alerts.stream().filter(a -> a.check() == AlertKind.FAILED_RUN || a.check() == AlertKind.DRIFT)
                .collect(Collectors.toMap(Alert::key, a -> found(AlertQueries.of(a))))).containsValue(1L).doesNotContainValue(0L);
        assertThat(alerts.stream().filter(a -> a.check() == AlertKind.SUCCESS_RATE)
                .collect(Collectors.toMap(Alert::key, a -> found(AlertQueries.of(a))))).containsOnly(
                Map.entry("success-rate//validation", 2L), Map.entry("success-rate//people-promotion", 1L),
                Map.entry("success-rate//", 1L));
    }
}
