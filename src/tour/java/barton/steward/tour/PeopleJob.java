package barton.steward.tour;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.E;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.HOME;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.model.query.Query;
import barton.steward.ui.support.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What hangs on companies: e-mails are verified from the file of a service, and a sidecar gets a tag by which it is found.
final class PeopleJob extends Scenario {
    private static final String TAG = "from the fair";
    private static final int PEOPLE = 20;
    private static final int ADDRESSES = 4;

    private final Path files;

    PeopleJob(MainJob before, Path files) {
        super(before);
        this.files = files;
    }

    void run() {
        verifyEmails();
        tagSidecar();
        findByTag();
    }

    private void verifyEmails() {
        log.begin("Took the results of an e-mail verification service from a file: all but one of them are clear.");
        List<String> addresses = addresses();
        String clear = String.join(" ", addresses.subList(0, addresses.size() - 1));
        Path file = files.resolve("results.csv");
        write(file, "email,email_status\n" + clear.replace(" ", ",valid\n") + ",valid\n" + addresses.getLast() + ",unknown\n");
        robot.click("nav-PEOPLE");
        robot.click("verifyfile");
        robot.type(file.toString());
        robot.press(ENTER);
        compare("people to change", "verify-start", count(IndependentCount.TO_VERIFY_AT, clear));
        picture("verify-emails");
        robot.click("verify-start");
        compare("results kept", "verify-report", count(IndependentCount.EMAIL_RESULTS));
        robot.click("verify-show");
        compare("people with a verified e-mail", "facts", count(IndependentCount.EMAILS_VERIFIED));
        picture("emails-verified");
        robot.click("filter-clear");
    }

    /// Not everybody has one.
    private List<String> addresses() {
        return session.tables().page(Query.all(Table.PEOPLE), Optional.empty(), PEOPLE).stream()
                .map(person -> (String) person.get(PeopleFields.EMAIL)).filter(email -> email != null && email.contains("@"))
                .distinct().limit(ADDRESSES).toList();
    }

    private void tagSidecar() {
        log.begin("Gave the sidecar of a company a tag, by the form.");
        robot.click("nav-COMPANY_SIDECARS");
        robot.press(HOME);
        robot.press(E);
        robot.click("sidecar-clay_tags");
        robot.type(TAG);
        robot.press(ENTER);
        picture("sidecar-form");
        robot.click("sidecar-ok");
    }

    private void findByTag() {
        log.begin("Found the sidecar by its tag.");
        robot.click("filter-add");
        robot.press(DOWN);
        robot.type(Messages.field(Table.COMPANY_SIDECARS, CompanySidecarFields.CLAY_TAGS));
        robot.press(ENTER);
        robot.click("filter-value");
        robot.type(TAG);
        robot.click("filter-ok");
        compare("sidecars with the tag", "facts", count(IndependentCount.TAGGED, TAG));
        picture("sidecar-found");
        robot.click("filter-clear");
    }
}
