package barton.steward.cli.alert;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.model.alert.AlertKind;
import barton.steward.support.TestDatabases;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    private static final String CANARY = "c4n4ry";
    private static DataSource database;

    @TempDir
    Path folder;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<String> posted = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer web;
    private GreenMail mail;

    @BeforeAll
    static void rows() {
        database = TestDatabases.migrated();
        // One thing of each kind, and beside it what wants no attention: runs of long ago, rows that came today, faulty ones.
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, validated, validation_notes, created_at)
                SELECT 'Old ' || n, 'OLD', n = 1, NULL, now() - interval '20 days' FROM generate_series(1, 3) n
                UNION ALL SELECT 'Young ' || n, 'YOUNG', false, NULL, now() FROM generate_series(1, 3) n
                UNION ALL SELECT 'Faulty', 'FAULTY', false, 'website: is missing', now() - interval '20 days';
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.00000.00' || n, 'C', 'x', 'crm' FROM generate_series(1, 8) n;
                INSERT INTO marketing.company_sidecar (company_unique_id, confidence_score, last_enriched_at)
                VALUES ('04.04.01.00.00000.001', 60, now()), ('04.04.01.00.00000.002', 95, now() - interval '91 days');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    email_verified, source_system)
                SELECT '04.04.02.00.00000.00' || n, s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Lee', n = 1, 'crm'
                FROM generate_series(1, 4) n, (SELECT company_unique_id, company_slot_unique_id FROM marketing.company_slots LIMIT 1) s;
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                                                       failed_records, executed_at)
                VALUES ('VLD-BAD', 'intake.company_raw_intake', 'intake.company_raw_intake', 10, 4, 6, now()),
                       ('VLD-LONG-AGO', 'intake.company_raw_intake', 'intake.company_raw_intake', 9, 0, 9, now() - interval '90 days'),
                       ('TOOK-A-PART-BACK', 'marketing.company_master', 'a', 10, 1, 0, now()),
                       ('LOST', 'intake.company_raw_intake', 'marketing.company_master', 5, 5, 0, now())""");
    }

    @BeforeEach
    void listen() throws IOException {
        log.start();
        root.addAppender(log);
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.removeFirst(), -1);
            exchange.close();
        });
        web.start();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.setUser("steward@here.example", "steward", CANARY);
        mail.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
        mail.stop();
        root.detachAppender(log);
    }

    private Map<String, String> environment() {
        return Map.of("STEWARD_WEBHOOK", "http://127.0.0.1:" + web.getAddress().getPort() + "/services/" + CANARY,
                "STEWARD_SMTP", "smtp://steward@127.0.0.1:" + mail.getSmtp().getPort(), "STEWARD_SMTP_PASSWORD", CANARY,
                "STEWARD_MAIL_FROM", "steward@here.example");
    }

    private JsonNode check(int expected, TestCommands steward, String... more) {
        var words = new ArrayList<>(List.of("check", "--json", "--told", folder.resolve("told.json").toString()));
        words.addAll(List.of(more));
        assertThat(steward.run(words.toArray(String[]::new))).as(steward.err()).isEqualTo(expected);
        return new JsonMapper().readTree(steward.out());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            failed-run, -, VLD-BAD, 6, 40.00, -
            success-rate, -, validation, 6, 40.00, 90
            stale, company, -, 1, 50.00, 0
            low-confidence, company, -, 1, 50.00, 0
            coverage, company, -, 6, 25.00, 50
            coverage, person, -, 4, 0.00, 50
            verification-rate, person, -, 3, 25.00, 50
            drift, company, LOST, 5, 0, 5
            waiting, company, OLD, 3, 20, 14
            """)
    void whatIsBeyondALimitIsTold(String check, String entity, String subject, long records, String value, String limit) {
        List<JsonNode> told = check(1, new TestCommands(database)).get("attention").valueStream()
                .filter(a -> a.get("check").asString().equals(check)
                        && Objects.equals(a.get("entity").asString(null), entity)).toList();
        assertThat(told).hasSize(1);
        JsonNode alert = told.getFirst();
        assertThat(alert.get("entity").asString(null)).isEqualTo(entity);
        assertThat(alert.get("subject").asString(null)).isEqualTo(subject);
        assertThat(alert.get("records").asLong()).isEqualTo(records);
        assertThat(alert.get("value").decimalValue()).isEqualByComparingTo(value);
        assertThat(alert.get("limit").isNull() ? null : alert.get("limit").asString()).isEqualTo(limit);
        assertThat(alert.get("says").asString()).contains(subject == null ? value : subject);
    }

    @Test
    void nothingWantsAttentionWhereNothingIsBeyondALimit() {
        var empty = new TestCommands(TestDatabases.migrated());
        assertThat(check(0, empty)).isEqualTo(new JsonMapper().readTree("""
                {"ok": true, "attention": [], "all": 0, "sent": []}"""));
        assertThat(empty.run("check")).isZero();
        assertThat(empty.out()).isEqualTo("Nothing wants attention.\n");
    }

    @Test
    void anImportThatIsUnlikeThoseBeforeItIsToldUnlessItHasToBeQuick() throws IOException {
        var steward = new TestCommands(TestDatabases.migrated());
        for (int missing : new int[] {2, 3, 40}) {
            Path file = folder.resolve("without-" + missing + ".csv");
            Files.writeString(file, "Company,Website\n" + IntStream.range(0, 100)
                    .mapToObj(i -> "Firm " + i + "," + (i < missing ? "" : "https://firm" + i + ".example"))
                    .collect(Collectors.joining("\n")));
            assertThat(steward.run("import", "companies", file.toString(), "--batch", "WITHOUT-" + missing)).as(steward.err()).isZero();
        }
        JsonNode told = check(1, steward).get("attention");
        assertThat(told.valueStream().map(a -> a.get("check").asString() + " " + a.get("says").asString()))
                .containsExactly("unlike The import WITHOUT-40 is unlike those before it in: website.");
        check(0, steward, "--quick");
    }

    @Test
    void theLimitsAreTheTeams() {
        DataSource own = TestDatabases.migrated();
        TestDatabases.run(own, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id, created_at)
                VALUES ('A', 'B', now() - interval '3 days')""");
        var steward = new TestCommands(own);
        check(0, steward);
        assertThat(steward.run("limits", "--waiting-days", "2", "--json")).as(steward.err()).isZero();
        assertThat(steward.out()).contains("\"best\":90", "\"waiting_days\":2");
        assertThat(check(1, steward).get("attention").get(0).get("subject").asString()).isEqualTo("B");
        assertThat(steward.run("limits", "--best", "95", "--least-success", "101")).isEqualTo(1);
        assertThat(steward.err()).contains("A share is 0 to 100 percent.");
        assertThat(ask(own, "SELECT best || ' ' || least_success || ' ' || waiting_days FROM shq.v_limits")).isEqualTo("90 90 2");
    }

    @Test
    void sinceTheLastOnlyWhatIsNewIsTold() {
        DataSource own = TestDatabases.migrated();
        String run = """
                INSERT INTO public.shq_validation_log (validation_run_id, source_table, target_table, total_records, passed_records,
                    failed_records) VALUES ('%s', 'intake.company_raw_intake', 'intake.company_raw_intake', 100, 99, 1)""";
        TestDatabases.run(own, run.formatted("VLD-1"));
        var steward = new TestCommands(own);
        assertThat(check(1, steward, "--since-last").get("attention").size()).isEqualTo(1);
        JsonNode again = check(0, steward, "--since-last");
        assertThat(again.get("attention").size()).isZero();
        assertThat(again.get("all").asInt()).isEqualTo(1);
        TestDatabases.run(own, run.formatted("VLD-2"));
        assertThat(check(1, steward, "--since-last").get("attention").valueStream().map(a -> a.get("subject").asString()))
                .containsExactly("VLD-2");
        assertThat(check(1, steward).get("attention").size()).isEqualTo(2);
    }

    @Test
    void aWebhookGetsItAsSlackTakesItAndIsAskedAgainWhereItIsBusy() {
        answers.add(429);
        answers.add(503);
        var steward = new TestCommands(database, environment());
        assertThat(check(1, steward, "--webhook").get("sent").get(0).asString()).isEqualTo("127.0.0.1");
        assertThat(posted).hasSize(3);
        assertThat(new JsonMapper().readTree(posted.getLast()).get("text").asString())
                .startsWith("*9 things want attention in Test database*\n• 6 records failed in the run VLD-BAD.");
        noSecretIsShown(steward);
    }

    @Test
    void mailIsSentByAServerThatAsksWhoItIs() throws Exception {
        var steward = new TestCommands(database, environment());
        check(1, steward, "--mail", "ann@here.example,ben@here.example");
        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getSubject()).isEqualTo("9 things want attention in Test database");
        assertThat(received[0].getFrom()[0]).hasToString("steward@here.example");
        assertThat((String) received[0].getContent()).contains("• 6 records failed in the run VLD-BAD.", "the oldest for 20 days.");
        assertThat(GreenMailUtil.getHeaders(received[0])).contains("UTF-8");
        noSecretIsShown(steward);
    }

    @Test
    void whatCouldNotBeSentIsNewTheNextTime() {
        answers.add(403);
        var steward = new TestCommands(database, environment());
        assertThat(steward.run("check", "--since-last", "--webhook", "--told", folder.resolve("told.json").toString())).isEqualTo(1);
        assertThat(steward.err()).contains("The webhook at 127.0.0.1 answered 403.");
        noSecretIsShown(steward);
        assertThat(check(1, steward, "--since-last", "--webhook").get("attention").size()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --webhook ; STEWARD_WEBHOOK ; https://hooks.example/ c4n4ry ; is no address
            --webhook ; STEWARD_WEBHOOK ; http://hooks.example/c4n4ry ; is no address
            --webhook ; STEWARD_WEBHOOK ; http://127.0.0.1:1/c4n4ry ; could not be reached
            --mail=a@b.example ; STEWARD_SMTP ; smtp://me:c4n4ry@ server ; names no mail server
            --mail=a@b.example ; STEWARD_SMTP ; imap://me:c4n4ry@host ; names no mail server
            --mail=a@b.example ; STEWARD_SMTP ; smtp://me%40x.example:c4n4ry@127.0.0.1:1 ; could not be reached
            --mail=nobody ; STEWARD_SMTP ; smtp://me%40x.example:c4n4ry@127.0.0.1:1 ; is no e-mail address
            """)
    void whatCannotBeSentIsRefusedWithoutItsSecrets(String option, String variable, String value, String why) {
        var steward = new TestCommands(database, Map.of(variable, value));
        assertThat(steward.run("check", option, "--json")).isEqualTo(1);
        assertThat(steward.err()).contains(why);
        noSecretIsShown(steward);
    }

    @Test
    void aWrongPasswordIsSaidAndNotShown() {
        var environment = new HashMap<>(environment());
        environment.put("STEWARD_SMTP_PASSWORD", CANARY + "-wrong");
        var steward = new TestCommands(database, environment);
        assertThat(steward.run("check", "--mail", "ann@here.example")).isEqualTo(1);
        assertThat(steward.err()).contains("The mail server at 127.0.0.1 refused the user or the password.");
        noSecretIsShown(steward);
    }

    /// Neither on the screen, nor in the log, nor in what is kept here or in the database.
    private void noSecretIsShown(TestCommands steward) {
        assertThat(steward.out() + steward.err()).doesNotContain(CANARY);
        assertThat(log.list).filteredOn(e -> !e.getLoggerName().startsWith("com.icegreen") && e.getLevel().isGreaterOrEqual(Level.DEBUG))
                .extracting(e -> e.getFormattedMessage() + (e.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(
                        e.getThrowableProxy()))).noneMatch(line -> line.contains(CANARY));
        Path told = folder.resolve("told.json");
        assertThat(Files.exists(told) ? told : null).satisfiesAnyOf(f -> assertThat(f).isNull(),
                f -> assertThat(f).content().doesNotContain(CANARY));
        assertThat(ask(database, "SELECT count(*) FROM shq.action a WHERE a::text LIKE '%" + CANARY + "%'")).isEqualTo("0");
    }

    @Test
    void figuresAreWrittenWholeInTheFormatOfPrometheus() throws IOException {
        var steward = new TestCommands(database);
        Path file = folder.resolve("steward.prom");
        Files.writeString(file, "old");
        TestDatabases.run(database, "UPDATE marketing.company_sidecar SET enrichment_source = E'a \"b\" \\\\ c'");
        assertThat(steward.run("metrics", "--out", file.toString())).as(steward.err()).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).contains("steward_intake_companies 7", "steward_enrichment_coverage_ratio 0.25",
                "steward_people_enrichment_coverage_ratio 0",
                "steward_attention{check=\"failed-run\"} 1", "steward_waiting_records{entity=\"company\"} 6",
                "steward_source_sidecars{source=\"a \\\"b\\\" \\\\ c\"} 2", "steward_drift_records{entity=\"company\"} 5");
        assertThat(lines).allMatch(l -> l.matches("# HELP steward_\\w+ [^\\n]+|# TYPE steward_\\w+ gauge"
                + "|steward_\\w+(\\{[a-z]+=\"([^\"\\\\]|\\\\[\"\\\\n])*\"\\})? -?[0-9]+(\\.[0-9]+)?"));
        assertThat(lines.stream().filter(l -> l.startsWith("# TYPE"))).doesNotHaveDuplicates();
        for (AlertKind kind : AlertKind.values()) {
            assertThat(lines.stream().anyMatch(l -> l.startsWith("steward_attention{check=\"" + kind.word() + "\"}")))
                    .isEqualTo(kind != AlertKind.UNLIKE);
        }
        assertThat(folder).isDirectoryNotContaining(f -> f.toString().endsWith(".new"));
        assertThat(steward.run("metrics", "--out", folder.resolve("none/x.prom").toString())).isEqualTo(1);
        assertThat(steward.err()).contains("cannot be written");
    }
}
