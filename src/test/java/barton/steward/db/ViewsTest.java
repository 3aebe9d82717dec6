package barton.steward.db;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The figures that other clients read.
class ViewsTest {
    private static final Pattern HEADING = Pattern.compile("## shq\\.(v_\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\|.*");
    private static DataSource database;
    private static DataSource viewer;

    @BeforeAll
    static void rows() {
        database = SampleSession.worked(100);
        TestDatabases.run(database, """
                SELECT shq.grant_role('views_viewer', 'viewer');
                DO $$ BEGIN
                    CREATE ROLE views_reader LOGIN IN ROLE views_viewer; CREATE ROLE views_stranger LOGIN;
                EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                GRANT USAGE ON SCHEMA shq TO views_stranger""");
        viewer = TestPostgres.newest().as(database, "views_reader", "");
    }

    static List<String> views() throws IOException {
        return List.copyOf(documented().keySet());
    }

    private static Map<String, List<String>> documented() throws IOException {
        var views = new LinkedHashMap<String, List<String>>();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(Path.of("docs/views.md"))) {
            var heading = HEADING.matcher(line);
            var column = COLUMN.matcher(line);
            if (heading.matches()) {
                columns = new ArrayList<>();
                views.put(heading.group(1), columns);
            } else if (column.matches()) {
                columns.add(column.group(1));
            }
        }
        return views;
    }

    @Test
    void thePageTellsOfEveryViewAndColumn() throws IOException {
        var there = new LinkedHashMap<String, List<String>>();
        for (String view : list(database, """
                SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'shq'::regnamespace AND c.relkind = 'v' AND c.relname LIKE 'v\\_%'
                ORDER BY 1""")) {
            there.put(view, list(database, "SELECT attname FROM pg_attribute WHERE attrelid = 'shq." + view
                    + "'::regclass AND attnum > 0 ORDER BY attnum"));
        }
        assertThat(documented()).containsExactlyInAnyOrderEntriesOf(there);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewerReadsEachAndWhoMayNotSeeTheTablesDoesNot(String view) {
        assertThat(Integer.parseInt(ask(viewer, "SELECT count(*) FROM shq." + view))).isNotNegative();
        if (!view.equals("v_limits")) {
            assertThatThrownBy(() -> ask(TestPostgres.newest().as(database, "views_stranger", ""), "SELECT count(*) FROM shq." + view))
                    .rootCause().hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            SELECT imported FROM shq.v_batches WHERE batch = '20251101-WV-BATCH2' ; 25
            SELECT promoted FROM shq.v_batches WHERE batch = '20251024-WV-BATCH1' ; 45
            SELECT string_agg(entity || ' ' || difference, ', ') FROM shq.v_promotions WHERE run LIKE '2025102%' ; company 0
            SELECT difference FROM shq.v_promotions WHERE run = '20250901-OH-BATCH1' ; -120
            SELECT success_rate FROM shq.v_runs WHERE run = 'VLD-4711' ; 0.00
            SELECT kind FROM shq.v_runs WHERE run = 'VLD-4711' ; people-promotion
            SELECT sum(records) FROM shq.v_run_days WHERE day = '2025-09-01' ; 120
            SELECT sidecars || ' of ' || records FROM shq.v_enrichment WHERE entity = 'company' ; 20 of 45
            SELECT source || ' ' || sidecars FROM shq.v_enrichment_sources WHERE entity = 'person' ; clay 15
            SELECT sum(companies) FROM shq.v_quality ; 45
            SELECT sum(people) FROM shq.v_email_days ; 45
            SELECT vacant FROM shq.v_slots WHERE slot_type = 'division' ; 3
            """)
    void figuresAreThoseOfTheRows(String question, String answer) {
        assertThat(ask(viewer, question)).isEqualTo(answer);
    }

    @Test
    void aColumnThatIsCountedCanChangeItsType() {
        DataSource own = TestDatabases.migrated();
        TestDatabases.run(own, """
                ALTER TABLE marketing.company_sidecar ALTER COLUMN confidence_score TYPE real, ALTER last_enriched_at TYPE timestamptz;
                ALTER TABLE marketing.people_master ALTER created_at TYPE timestamp;
                ALTER TABLE public.shq_validation_log ALTER total_records TYPE bigint, ALTER notes TYPE varchar(2000)""");
        for (String view : list(own, "SELECT relname FROM pg_class WHERE relnamespace = 'shq'::regnamespace AND relname LIKE 'v\\_%'")) {
            assertThat(ask(own, "SELECT count(*) FROM shq." + view)).as(view).isNotNull();
        }
    }
}
