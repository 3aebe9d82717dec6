package barton.steward.service.email;

import static barton.steward.support.SamplePeople.verified;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailCheckPreview;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.support.SamplePeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailVerificationTest {
    private static final String ZEROBOUNCE = """
            "Email Address","ZB Status","ZB Sub Status","ZB Account","ZeroBounceQualityScore"
            "a1@b.example","invalid","mailbox_not_found","a1","0"
            "a2@b.example","valid","","a2","9"
            "a3@b.example","catch-all","","a3",""
            "a4@b.example","do_not_mail","role_based","a4","4"
            "gone@b.example","valid","","gone","10"
            """;
    private static final String NEVERBOUNCE = """
            id,name,email,email_status
            1,Ann,a1@b.example,valid
            2,Bob,a2@b.example,valid
            3,"Lee, Carla",A3@b.example,catchall
            4,Dev,a4@b.example,unknown
            """;
    private static final String MILLIONVERIFIER = """
            email;quality;result;free;role
            a1@b.example;good;ok;no;no
            a2@b.example;good;ok;no;no
            a3@b.example;bad;invalid;no;no
            a4@b.example;risky;catch_all;no;yes
            """;

    @TempDir
    private Path folder;
    private final DataSource database = SamplePeople.database();
    private final EmailVerification emails = new EmailVerification(JdbiDaos.over(Database.over(database)).emails(), "ann");

    @Test
    void zeroBounce() {
        EmailCheckReport report = taken(plan(ZEROBOUNCE));
        assertThat(report.service()).isEqualTo("ZeroBounce");
        assertThat(report.counts()).isEqualTo(new EmailCheckCounts(5, 1, 4, 1, 1));
        assertThat(verified(database)).isEqualTo("a2@b.example");
        assertThat(log()).containsExactly("1 ZeroBounce invalid 0.00", "2 ZeroBounce valid 90.00", "3 ZeroBounce catch-all 60.00",
                "4 ZeroBounce do_not_mail 40.00");
    }

    @Test
    void neverBounce() {
        EmailCheckReport report = taken(plan(NEVERBOUNCE));
        assertThat(report.counts()).isEqualTo(new EmailCheckCounts(4, 0, 4, 1, 0));
        assertThat(verified(database)).isEqualTo("a1@b.example a2@b.example");
        assertThat(log()).containsExactly("1 NeverBounce valid 100.00", "2 NeverBounce valid 100.00", "3 NeverBounce catchall 60.00",
                "4 NeverBounce unknown 40.00");
    }

    @Test
    void millionVerifier() {
        EmailCheckReport report = taken(plan(MILLIONVERIFIER));
        assertThat(report.counts()).isEqualTo(new EmailCheckCounts(4, 0, 4, 1, 0));
        assertThat(log()).containsExactly("1 MillionVerifier ok 100.00", "2 MillionVerifier ok 100.00",
                "3 MillionVerifier invalid 0.00", "4 MillionVerifier catch_all 60.00");
    }

    @Test
    void kickboxBouncerAndEmailable() {
        assertThat(taken(plan("email,Result,Reason,Sendex\na2@b.example,deliverable,accepted_email,0.95\na1@b.example,undeliverable,x,0\n"
                + "a3@b.example,risky,low_quality,0.4\n")).service()).isEqualTo("Kickbox");
        assertThat(log()).containsExactly("1 Kickbox undeliverable 0.00", "2 Kickbox deliverable 95.00", "3 Kickbox risky 40.00");
        assertThat(verified(database)).isEqualTo("a2@b.example");
        assertThat(plan("Email,Status,Reason,Score,Toxicity\na2@b.example,deliverable,x,90,0\n").service()).isEqualTo("Bouncer");
        assertThat(plan("Email,State,Reason,Score,SMTP Provider\na2@b.example,deliverable,x,90,google\n").service()).isEqualTo("Emailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email,Email Status\na@b.example,Verified", "email,result,quality,sendex\na@b.example,ok,good,1",
        "email,status,score\na@b.example,deliverable,9", "E-mail,Result\na@b.example,valid"})
    void aFileIsCreditedToAServiceOnlyWhereItsHeadersLeaveNoDoubt(String text) {
        assertThat(emails.preview(file(text), FileOptions.NONE, "").service()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.95;0.5, 95.00 50.00", "95;0.5, 95.00 0.50", "95 %;50%, 95.00 50.00", "1;0.25, 100.00 25.00", "100;50, 100.00 50.00"})
    void scoresOfAnUnknownServiceSayThemselvesHowHighTheyGo(String scores, String kept) {
        String[] both = scores.split(";");
        EmailCheckReport report = taken(probe("email,result,score\na2@b.example,valid," + both[0] + "\na3@b.example,valid," + both[1]
                + "\n"));
        assertThat(report.refused()).isZero();
        assertThat(String.join(" ", list(database, "SELECT l.quality_score FROM marketing.email_verification_log l"
                + " ORDER BY l.person_unique_id"))).isEqualTo(kept);
    }

    @Test
    void whatNoRuleUnderstandsIsCountedAndSaid() {
        EmailCheckReport report = taken(probe("email,result\na2@b.example,probably\na3@b.example,probably\na4@b.example,risky\n"
                + "a1@b.example,Accept All\n"));
        assertThat(report.unclear()).isEqualTo(Map.of("probably", 2L));
        assertThat(report.counts().changing()).isZero();
    }

    private EmailCheckPlan probe(String text) {
        EmailCheckPreview preview = emails.preview(file(text), FileOptions.NONE, "Probe");
        return plan(folder.resolve("results.csv"), preview, preview.mapping());
    }

    @Test
    void anotherServiceByMapping() {
        String text = "Address,Outcome,Points\na2@b.example,Valid,88.5\na3@b.example,probably,70\na4@b.example,ok,99\n";
        EmailCheckPreview preview = emails.preview(file(text), FileOptions.NONE, "Probe");
        var plan = new EmailCheckPlan(folder.resolve("results.csv"), preview.file().format().options(), preview.service(),
                Map.of("email", "Address", "result", "Outcome", "score", "Points"), false);
        taken(plan);
        assertThat(verified(database)).isEqualTo("a1@b.example a2@b.example");
        assertThat(log()).containsExactly("2 Probe Valid 88.50", "3 Probe probably 70.00", "4 Probe ok 99.00");
    }

    @Test
    void aNamedServiceIsTakenWhateverTheHeadersSay() {
        EmailCheckPreview preview = emails.preview(file(MILLIONVERIFIER), FileOptions.NONE, "million verifier");
        assertThat(preview.service()).isEqualTo("MillionVerifier");
        assertThat(preview.mapping()).isEqualTo(Map.of("email", "email", "result", "result"));
        assertThat(emails.preview(file("email,result\na@b.example,valid"), FileOptions.NONE, "").service()).isEmpty();
    }

    @Test
    void whatIsNoResultIsRefusedAndTheOthersAreTaken() {
        EmailCheckReport report = taken(plan("""
                "Email Address","ZB Status","ZeroBounceQualityScore"
                "a2@b.example","valid","9"
                "no address","valid","9"
                "","valid","9"
                "a3@b.example","","9"
                "a3@b.example","valid","eleven"
                "a3@b.example","valid","11"
                "a3@b.example","valid"
                "a4@b.example","valid","7"x
                """));
        assertThat(report.counts()).isEqualTo(new EmailCheckCounts(1, 0, 1, 1, 0));
        assertThat(report.refused()).isEqualTo(7);
        assertThat(report.refusals()).contains(new Refusal(3, "Email Address", "is no e-mail address"),
                new Refusal(4, "Email Address", "has no e-mail address"), new Refusal(5, "ZB Status", "has no result"),
                new Refusal(6, "ZeroBounceQualityScore", "is no score that ZeroBounce gives"),
                new Refusal(7, "ZeroBounceQualityScore", "is no score that ZeroBounce gives"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"email,result\\na@b.example,valid | It is not known which service the file is from",
        "mail to,status | It is not known which service the file is from"})
    void anUnknownServiceMustBeNamed(String text, String message) {
        EmailCheckPlan plan = plan(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> emails.count(plan)).isInstanceOf(StewardException.class).hasMessageStartingWith(message.strip());
    }

    @Test
    void headersThatAreNotThereAreNamed() {
        EmailCheckPreview preview = emails.preview(file("mail to,outcome\na@b.example,valid"), FileOptions.NONE, "Probe");
        Path file = folder.resolve("results.csv");
        assertThatThrownBy(() -> emails.count(plan(file, preview, Map.of())))
                .hasMessageStartingWith("No header of the file says where its emails are");
        assertThatThrownBy(() -> emails.count(plan(file, preview, Map.of("email", "mail to"))))
                .hasMessageStartingWith("No header of the file says where its results are");
        assertThatThrownBy(() -> emails.count(plan(file, preview, Map.of("email", "mail to", "result", "status"))))
                .hasMessageStartingWith("The file has no header “status”");
        assertThatThrownBy(() -> emails.count(plan(file, preview, Map.of("email", "mail to", "result", "outcome", "colour", "x"))))
                .hasMessageStartingWith("A result has no “colour”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\"email"})
    void aBrokenFileIsRefused(String text) {
        Path file = file(text);
        assertThatThrownBy(() -> emails.preview(file, FileOptions.NONE, "")).isInstanceOf(StewardException.class);
    }

    @Test
    void aFileInAnotherEncodingIsRefusedWhole() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "email,email_status\na2@b.example,valid\nmüller@b.example,valid\n".getBytes(StandardCharsets.ISO_8859_1));
        var plan = new EmailCheckPlan(file, FileOptions.NONE.charset(StandardCharsets.UTF_8), "NeverBounce",
                Map.of("email", "email", "result", "email_status"),
                false);
        assertThatThrownBy(() -> emails.run(plan, 1)).hasMessageContaining("is not UTF-8");
        assertThat(verified(database)).isEqualTo("a1@b.example");
        assertThat(log()).isEmpty();

        var right = new EmailCheckPlan(file, FileOptions.NONE.charset(Charset.forName("windows-1252")), "NeverBounce",
                plan.mapping(), false);
        assertThat(emails.run(right, 1).counts()).isEqualTo(new EmailCheckCounts(2, 1, 1, 1, 0));
    }

    private EmailCheckReport taken(EmailCheckPlan plan) {
        EmailCheckReport counted = emails.count(plan);
        EmailCheckReport report = emails.run(plan, counted.counts().changing());
        assertThat(report.counts()).isEqualTo(counted.counts());
        assertThat(report.refusals()).isEqualTo(counted.refusals());
        return report;
    }

    private EmailCheckPlan plan(String text) {
        EmailCheckPreview preview = emails.preview(file(text), FileOptions.NONE, "");
        return plan(folder.resolve("results.csv"), preview, preview.mapping());
    }

    private static EmailCheckPlan plan(Path file, EmailCheckPreview preview, Map<String, String> mapping) {
        return new EmailCheckPlan(file, preview.file().format().options(), preview.service(), mapping,
                false);
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("results.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> log() {
        return list(database, """
                SELECT concat_ws(' ', right(l.person_unique_id, 1), l.verification_service, l.verification_result, l.quality_score)
                FROM marketing.email_verification_log l ORDER BY l.person_unique_id""");
    }
}
