package barton.steward.cli.email;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import barton.steward.cli.TestCommands;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.Work;
import barton.steward.model.email.EmailChoice;
import barton.steward.service.Session;
import barton.steward.service.email.online.OnlineVerification;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestService;
import barton.steward.support.TestService.Oddity;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Addresses go to verification services over HTTP, and their answers come back by the road of files.
class ServiceCommandTest {
    private static final String VERIFIED = "SELECT coalesce(string_agg(email, ' ' ORDER BY unique_id), '') FROM marketing.people_master"
            + " WHERE email_verified";
    private static final String LOG = "SELECT coalesce(string_agg(email || '=' || verification_result, ' '"
            + " ORDER BY email, verification_id), '') FROM marketing.email_verification_log WHERE verification_service <> 'by hand'";
    private static final String ALL = "catch-all.3@b.example=catch-all invalid.2@b.example=invalid valid.1@b.example=valid"
            + " valid.4@b.example=valid";

    private final DataSource database = TestDatabases.migrated();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final TestService service = new TestService();

    @TempDir
    private Path home;
    private Map<String, String> environment;
    private TestCommands steward;

    @BeforeEach
    void people() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        service.describe("zerobounce", home, 200);
        service.describe("neverbounce", home, 1);
        with(Map.of("STEWARD_ZEROBOUNCE_KEY", TestService.KEY, "STEWARD_NEVERBOUNCE_KEY", TestService.KEY));
        // Those who wait longest first; whose address is verified, no address, missing, shared or of somebody whom nobody contacts besides.
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00000.001', 'Alpha', 'https://a.example', 'crm');
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    seniority, email, email_verified, source_system, created_at)
                SELECT '04.04.02.00.00000.00' || p.n, s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Lee' || p.n, p.seniority,
                       p.email, p.verified, 'crm', now() - (p.days * interval '1 day')
                FROM marketing.company_slots s, (VALUES
                    (1, 'C-Level', 'valid.1@b.example', false, 400), (2, 'VP', 'invalid.2@b.example', NULL, 300),
                    (3, 'VP', 'catch-all.3@b.example', false, 200), (4, 'Director', 'valid.4@b.example', false, 10),
                    (5, 'Director', 'Valid.4@b.example', false, 9), (6, 'VP', 'valid.6@b.example', true, 500),
                    (7, 'VP', NULL, false, 500), (8, 'VP', 'valid.8@b.example', false, 500))
                    AS p (n, seniority, email, verified, days)""");
        assertThat(steward.run("suppress", "valid.8@b.example", "--reason", "asked us")).as(steward.err()).isZero();
    }

    @AfterEach
    void stop() {
        service.close();
        root.detachAppender(log);
        root.setLevel(Level.INFO);
    }

    private void with(Map<String, String> variables) {
        environment = new HashMap<>(variables);
        environment.put("STEWARD_HOME", home.toString());
        steward = new TestCommands(database, environment);
    }

    private JsonNode zeroBounce(int expected, String... more) {
        return verify(expected, "zerobounce", more);
    }

    private JsonNode verify(int expected, String name, String... more) {
        var words = new ArrayList<>(List.of("verify-email", "--service", name, "--json", "--max-credits"));
        if (more.length == 0 || more[0].startsWith("--")) {
            words.add("500");
        }
        words.addAll(List.of(more));
        assertThat(steward.run(words.toArray(String[]::new))).as(steward.err()).isEqualTo(expected);
        return new JsonMapper().readTree(steward.out());
    }

    @Test
    void whoWaitsIsToldWithTheCreditsThatItTakesAndNobodyIsAsked() {
        JsonNode told = zeroBounce(0, "3", "--dry-run");
        assertThat(told.toString()).isEqualTo("""
                {"service":"ZeroBounce","people_waiting":5,"addresses_waiting":4,"earlier_answers":0,"asked":3,"answered":0,\
                "credits_at_most":0,"credits_left":1000,"results":null,"trouble":null}""");
        assertThat(service.asked()).isEmpty();
        assertThat(steward.run("verify-email", "--service", "zerobounce", "--max-credits", "500", "--dry-run")).isZero();
        assertThat(steward.out()).isEqualTo("5 people with 4 addresses wait. ZeroBounce would be asked about 4 addresses, for 4 credits at"
                + " most. The account has 1000 credits left.\n");
    }

    @ParameterizedTest
    @CsvSource({"zerobounce, 1", "neverbounce, 4"})
    void whatAServiceAnswersIsTakenByTheRoadOfFiles(String name, int calls) throws IOException {
        JsonNode done = verify(0, name);
        assertThat(done.get("asked").asInt()).isEqualTo(4);
        assertThat(done.get("answered").asInt()).isEqualTo(4);
        assertThat(done.get("credits_left").asInt()).isEqualTo(996);
        assertThat(done.get("results").get("changed").asInt()).isEqualTo(3);
        assertThat(done.get("results").get("not_understood").isEmpty()).isTrue();
        assertThat(service.asked()).hasSize(calls);
        assertThat(service.asked().getFirst().getFirst()).isEqualTo("valid.1@b.example");
        assertThat(ask(database, VERIFIED)).isEqualTo("valid.1@b.example valid.4@b.example Valid.4@b.example valid.6@b.example");
        assertThat(ask(database, "SELECT count(DISTINCT verification_service) FROM marketing.email_verification_log")).isEqualTo("1");
        try (Stream<Path> kept = Files.list(home.resolve("data/verification"))) {
            assertThat(kept.filter(f -> f.toString().endsWith(".csv"))).isEmpty();
        }

        assertThat(verify(0, name).get("asked").asInt()).isZero();
        assertThat(service.asked()).hasSize(calls);
        assertThat(steward.run("undo", done.get("results").get("action").asString())).as(steward.err()).isZero();
        assertThat(ask(database, VERIFIED)).isEqualTo("valid.6@b.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seniority vp,Director        | invalid.2@b.example catch-all.3@b.example valid.4@b.example
            --added-within 250d            | catch-all.3@b.example valid.4@b.example
            --added-within 250 --seniority VP | catch-all.3@b.example
            --older-than 180d              | valid.6@b.example
            """)
    void itIsChosenWhoIsAskedAbout(String options, String asked) {
        zeroBounce(0, options.strip().split(" "));
        assertThat(String.join(" ", service.asked().getFirst())).isEqualToIgnoringCase(asked);
    }

    @Test
    void whoWaitsIsAskedAndChecked() {
        assertThat(waiting("emails-to-verify")).containsExactlyInAnyOrder("valid.1@b.example", "invalid.2@b.example",
                "catch-all.3@b.example", "valid.4@b.example", "Valid.4@b.example");
        assertThat(waiting("emails-to-verify-again")).containsExactly("valid.6@b.example");
        assertThat(ask(database, "SELECT string_agg(concat_ws(' ', queue, people, addresses), ', ' ORDER BY queue)"
                + " FROM shq.v_email_queue"))
                .isEqualTo("again 1 1, first 5 4");
        steward.run("check", "--quick");
        assertThat(steward.out()).contains("verification-age",
                "1 person waits whose e-mail address was verified longer ago than 180 days.");

        zeroBounce(0);
        assertThat(waiting("emails-to-verify")).isEmpty();
        assertThat(steward.run("limits", "--recheck-days", "3000", "--json")).isZero();
        assertThat(steward.out()).contains("\"recheck_days\":3000");
        assertThat(waiting("emails-to-verify-again")).isEmpty();
        steward.run("check", "--quick");
        assertThat(steward.out()).doesNotContain("verification-age");
        assertThat(steward.run("limits", "--recheck-days", "0")).isEqualTo(1);
    }

    private List<String> waiting(String question) {
        assertThat(steward.run("ask", question, "--json")).as(steward.err()).isZero();
        return new JsonMapper().readTree(steward.out()).get("rows").valueStream().map(r -> r.get("email").asString()).toList();
    }

    @Test
    void peopleOfABatchCanBeChosen() throws IOException {
        Path file = Files.writeString(home.resolve("people.csv"),
                "First name,Last name,Email,Company Unique ID\nBo,Ray,valid.9@b.example,04.04.01.00.00000.001\n");
        assertThat(steward.run("import", "people", file.toString(), "--batch", "B1")).as(steward.err()).isZero();
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET validated = true");
        assertThat(steward.run("promote", "--people", "--batch", "B1")).as(steward.err()).isZero();
        zeroBounce(0, "--batch", "B1");
        assertThat(service.asked()).containsExactly(List.of("valid.9@b.example"));
        zeroBounce(1, "--batch", "B2");
        assertThat(steward.err()).contains("Nobody in master came from the batch “B2”.");
    }

    @Test
    void theBudgetIsKeptAndTheRestWaits() {
        service.describe("zerobounce", home, 2);
        assertThat(zeroBounce(0, "3").get("answered").asInt()).isEqualTo(3);
        assertThat(service.asked()).containsExactly(List.of("valid.1@b.example", "invalid.2@b.example"), List.of("catch-all.3@b.example"));
        assertThat(zeroBounce(0, "3").get("addresses_waiting").asInt()).isEqualTo(1);
        assertThat(ask(database, LOG)).contains("valid.4@b.example=valid");
    }

    @ParameterizedTest
    @CsvSource({"SERVER_FAULT", "TOO_MANY", "REVERSED", "CAPITALS", "STRANGERS", "TWICE", "HALF", "CUT", "SILENT"})
    void aCallThatGoesWrongOnceOrIsAnsweredOddlyIsNoHarm(Oddity oddity) {
        service.next(oddity);
        JsonNode done = zeroBounce(0);
        assertThat(done.get("answered").asInt()).isEqualTo(4);
        assertThat(ask(database, LOG).replace("Valid.4", "valid.4").replaceFirst("(valid.4\\S+) \\1", "$1")).isEqualTo(ALL);
        boolean lost = List.of(Oddity.HALF, Oddity.CUT, Oddity.SILENT).contains(oddity);
        assertThat(done.get("credits_at_most").asInt()).isEqualTo(lost ? 8 : 4);
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED", "UNAVAILABLE", "TOO_MANY", "SERVER_FAULT"})
    void neverBounceIsAskedAgainWhereItIsBusy(Oddity oddity) {
        service.next(Oddity.NONE, oddity, oddity);
        assertThat(verify(0, "neverbounce").get("answered").asInt()).isEqualTo(4);
        assertThat(service.asked().stream().map(List::getFirst)).containsExactly("valid.1@b.example", "invalid.2@b.example",
                "invalid.2@b.example", "invalid.2@b.example", "catch-all.3@b.example", "valid.4@b.example");
    }

    @Test
    void addressesThatAreNotAnsweredStayInTheQueue() {
        service.next(Oddity.FEWER);
        JsonNode done = zeroBounce(0);
        assertThat(done.get("answered").asInt()).isEqualTo(3);
        assertThat(zeroBounce(0).get("answered").asInt()).isEqualTo(1);
        assertThat(service.asked().getLast()).containsExactly("valid.1@b.example");

        service.next(Oddity.NONE, Oddity.GENERAL);
        TestDatabases.run(database, "UPDATE marketing.people_master SET email = 'valid.x' || unique_id || '@b.example'"
                + " WHERE right(unique_id, 1) < '3'");
        assertThat(verify(0, "neverbounce").get("answered").asInt()).isEqualTo(1);
        assertThat(verify(0, "neverbounce").get("answered").asInt()).isEqualTo(1);
    }

    @Test
    void answersThatWereLostCountInTheBudget() {
        service.next(Oddity.HALF);
        JsonNode done = zeroBounce(0, "6");
        assertThat(done.get("credits_at_most").asInt()).isEqualTo(6);
        assertThat(done.get("answered").asInt()).isEqualTo(2);
        assertThat(service.asked().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zerobounce  | OUT_OF_CREDITS    | ZeroBounce has no credits left for this key, or does not take it. Buy credits
            neverbounce | OUT_OF_CREDITS    | NeverBounce has no credits left for this key, or does not take it. Buy credits
            zerobounce  | FORBIDDEN         | ZeroBounce does not take the key. Check the key.
            zerobounce  | TOO_MANY_FOR_LONG | ZeroBounce answered 429. It wants to be asked again in 60 minutes.
            zerobounce  | REDIRECT          | ZeroBounce answered 307. Its description may be out of date.
            zerobounce  | REPEATS_THE_KEY   | ZeroBounce answered 400: Bad key ***!. Its description may be out of date.
            """)
    void whatWasAnsweredBeforeTheServiceFailsIsTaken(String name, Oddity oddity, String says) {
        service.describe("zerobounce", home, 1);
        service.next(Oddity.NONE, oddity);
        JsonNode done = verify(1, name);
        assertThat(steward.err()).contains(says);
        assertThat(done.get("answered").asInt()).isEqualTo(1);
        assertThat(done.get("trouble").asString()).isNotEmpty();
        assertThat(service.asked()).hasSize(2);
        assertThat(ask(database, VERIFIED)).isEqualTo("valid.1@b.example valid.6@b.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SERVER_FAULT | 6 | ZeroBounce answered 500. It was asked 6 times in a row; try again later.
            EMPTY_OBJECT | 3 | ZeroBounce answered, but with no result that is understood. It was asked 3 times in a row.
            NOT_JSON     | 6 | ZeroBounce gave half an answer. It was asked 6 times in a row; try again later.
            """)
    void aServiceThatKeepsFailingIsLeftAlone(Oddity oddity, int calls, String says) {
        service.describe("zerobounce", home, 1);
        service.next(oddity, oddity, oddity, oddity, oddity, oddity, oddity);
        zeroBounce(1);
        assertThat(steward.err()).contains(says);
        assertThat(service.asked()).hasSize(calls);
        assertThat(ask(database, LOG)).isEmpty();
    }

    @Test
    void nobodyIsAskedWithoutEnoughCreditsOrARightKey() {
        service.credits(2);
        zeroBounce(1);
        assertThat(steward.err()).contains("ZeroBounce has 2 credits left, and 4 are needed; nobody was asked.",
                "Ask for less: --max-credits 2.");
        assertThat(zeroBounce(0, "2").get("answered").asInt()).isEqualTo(2);

        with(Map.of("STEWARD_ZEROBOUNCE_KEY", "wr0ng", "STEWARD_NEVERBOUNCE_KEY", "wr0ng"));
        for (String name : List.of("ZeroBounce", "NeverBounce")) {
            verify(1, name);
            assertThat(steward.err()).contains(name + " does not take the key; nobody was asked. Check the key.");
        }
        with(Map.of());
        zeroBounce(1);
        assertThat(steward.err()).contains("There is no key of ZeroBounce; nobody was asked. Set STEWARD_ZEROBOUNCE_KEY, or put it");
        assertThat(zeroBounce(1, "--dry-run").get("asked").asInt()).isEqualTo(2);
        assertThat(service.asked()).hasSize(1);
        service.close();
        with(Map.of("STEWARD_ZEROBOUNCE_KEY", TestService.KEY));
        zeroBounce(1);
        assertThat(steward.err()).contains("ZeroBounce could not be reached securely; nobody was asked. Check the connection.");
    }

    @Test
    void answersOfARunThatWasEndedAreTakenFirstAndNotPaidForAgain() throws IOException {
        service.describe("zerobounce", home, 1);
        // As a run leaves it that was killed while it wrote.
        Path folder = Files.createDirectories(home.resolve("data/verification"));
        String id = UUID.nameUUIDFromBytes("Test database".getBytes(StandardCharsets.UTF_8)).toString();
        Path answers = folder.resolve("zerobounce-" + id + ".csv");
        Files.writeString(answers, "email,result,score,answered_at\nvalid.1@b.example,valid,,2026-01-01T00:00:00Z\ninvalid.2@b.exa");
        JsonNode seen = zeroBounce(0, "--dry-run");
        assertThat(seen.get("earlier_answers").asInt()).isEqualTo(1);
        assertThat(seen.get("asked").asInt()).isEqualTo(3);

        JsonNode done = zeroBounce(0);
        assertThat(done.get("earlier_answers").asInt()).isEqualTo(1);
        assertThat(done.get("answered").asInt()).isEqualTo(3);
        assertThat(service.paid("valid.1@b.example")).isZero();
        assertThat(service.paid("invalid.2@b.example")).isEqualTo(1);
        assertThat(ask(database, VERIFIED)).contains("valid.1@b.example");
        assertThat(answers).doesNotExist();
    }

    @Test
    void aCancelledRunKeepsWhatWasAnsweredForTheNextOne() throws Exception {
        service.describe("zerobounce", home, 1);
        service.next(Oddity.NONE, Oddity.TOO_MANY_FOR_A_WHILE);
        var online = new OnlineVerification(Session.over(JdbiDaos.over(Database.over(database)), "Test database", "ann").emails(),
                "zerobounce", environment, "Test database");
        var waits = new CountDownLatch(1);
        var work = new Work(rows -> { }, why -> waits.countDown());
        var failed = new CompletableFuture<Throwable>();
        Thread run = Thread.ofPlatform().start(() -> failed.complete(catchThrowable(
                () -> work.run(() -> online.run(new EmailChoice(List.of(), null, null, null), 500)))));
        waits.await();
        zeroBounce(1);
        assertThat(steward.err()).contains("The service is being asked by another run; nobody was asked by this one.");
        work.cancel();
        run.join();
        assertThat(failed.get()).hasMessage("Cancelled; nothing was changed. What ZeroBounce answered is kept (1).");
        assertThat(ask(database, LOG)).isEmpty();

        assertThat(zeroBounce(0).get("earlier_answers").asInt()).isEqualTo(1);
        assertThat(service.paid("valid.1@b.example")).isEqualTo(1);
        assertThat(ask(database, VERIFIED)).startsWith("valid.1@b.example");
    }

    @Test
    void aServiceOfOnesOwnIsDescribedByAFile() throws IOException {
        Path own = Files.writeString(home.resolve("own.json"), """
                {"name": "Own", "key": "OWN_KEY", "addresses": 10, "words": {"bad": "invalid"},
                 "check": {"url": "%s/v2/validatebatch", "headers": {"X-Key": "{key}"},
                           "body": {"api_key": "{key}", "email_batch": [{"email_address": "{email}"}]}},
                 "answer": {"list": "email_batch", "email": "address", "result": "status"}}
                """.formatted(service.address()));
        with(Map.of("OWN_KEY", TestService.KEY));
        TestDatabases.run(database, "UPDATE marketing.people_master SET email = 'bad.2@b.example', email_verified = true"
                + " WHERE email LIKE 'invalid%'");
        TestDatabases.run(database, "UPDATE marketing.people_master SET email_verified = NULL WHERE email LIKE 'bad%'");
        JsonNode done = verify(0, own.toString());
        assertThat(done.get("service").asString()).isEqualTo("Own");
        assertThat(done.get("credits_left").isNull()).isTrue();
        assertThat(ask(database, LOG)).contains("bad.2@b.example=invalid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "Own"} | key names no variable
            {"colour": 1, "name": "Own", "key": "K", CHECK} | “colour” is nothing that a description has
            {"name": "Own", "key": "K", "check": {"url": "http://a.example/{email}"}} | url is no address that begins with https://
            {"name": "Own", "key": "K", CHECK, "addresses": 2} | answer.email is missing
            {"name": | it is not as it must be at line 1
            """)
    void aDescriptionThatCannotWorkIsRefusedWithWhatIsWrong(String text, String says) throws IOException {
        Path own = Files.writeString(home.resolve("own.json"), text.replace("CHECK",
                "\"check\": {\"url\": \"https://a.example\"}, \"answer\": {\"result\": \"r\"}"));
        verify(1, own.toString());
        assertThat(steward.err()).contains("own.json describes no service: ").contains(says);
    }

    @Test
    void aKeyIsTakenFromTheKeyring() throws IOException {
        Path tools = Files.createDirectories(home.resolve("bin"));
        Path tool = Files.writeString(tools.resolve("secret-tool"),
                "#!/bin/sh\n[ \"$*\" = 'lookup service barton-steward key zerobounce' ] && printf '" + TestService.KEY + "'\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        with(Map.of("PATH", tools.toString()));
        assertThat(zeroBounce(0).get("answered").asInt()).isEqualTo(4);
        verify(1, "neverbounce");
        assertThat(steward.err()).contains("There is no key of NeverBounce");
    }

    @Test
    void theKeyIsInNoOutputLogFileHistoryOrListOfProcesses() throws Exception {
        service.describe("zerobounce", home, 1);
        service.next(Oddity.HALF, Oddity.SERVER_FAULT, Oddity.NONE, Oddity.REPEATS_THE_KEY);
        var seen = new StringBuilder();
        zeroBounce(1);
        seen.append(steward.out()).append(steward.err());
        service.next(Oddity.SILENT);
        Thread run = Thread.ofPlatform().start(() -> new TestCommands(database, environment).run("verify-email", "--service", "neverbounce",
                "--max-credits", "1"));
        while (service.asked().stream().noneMatch(a -> a.contains("invalid.2@b.example"))) {
            service.awaitCall();
        }
        seen.append(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()).collect(Collectors.joining("\n")));
        run.join();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                seen.append(Files.readString(file));
            }
        }
        for (ILoggingEvent event : log.list) {
            seen.append(event.getFormattedMessage()).append(event.getThrowableProxy() == null ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        for (String table : List.of("shq.action", "shq.change", "shq.email_check", "marketing.email_verification_log")) {
            seen.append(ask(database, "SELECT string_agg(t::text, '') FROM " + table + " t"));
        }
        assertThat(seen).contains("valid.1@b.example", "Took results of ZeroBounce").doesNotContain(TestService.KEY);
    }

    @Test
    void optionsThatDoNotGoTogetherAreASlip() {
        assertThat(steward.run("verify-email", "--max-credits", "5")).isEqualTo(2);
        assertThat(steward.err()).contains("--max-credits needs a --service to ask.");
        assertThat(steward.run("verify-email", "--service", "zerobounce", "--max-credits", "5", "--again")).isEqualTo(2);
        assertThat(steward.run("verify-email", "--ids", "x", "--seniority", "VP")).isEqualTo(2);
        assertThat(steward.run("verify-email", "--service", "zerobounce", "--max-credits", "5", "--older-than", "0")).isEqualTo(2);
        assertThat(steward.run("verify-email", "--service", "nobody", "--max-credits", "5")).isEqualTo(1);
        assertThat(steward.err()).contains("How “nobody” is asked is not known; nobody was asked. Known are zerobounce, neverbounce;");
    }
}
