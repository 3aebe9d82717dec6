package barton.steward.ui.importing;

import static barton.steward.support.SamplePeople.verified;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SamplePeople;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyViewTest {
    @TempDir
    private Path folder;
    private DataSource database;
    private TestContext context;

    @BeforeEach
    void open() {
        database = SamplePeople.database();
        context = TestContext.show(SampleSession.over(database), 1180, 860, b -> new Pane());
        context.run(() -> VerifyView.open(context));
    }

    @Test
    void aFileIsShownCountedAndTaken() throws IOException {
        read("email,email_status\na1@b.example,invalid\na2@b.example,valid\nnobody@b.example,valid\nnobody,valid\n");
        context.picture("verify-emails");
        assertThat(context.find("verify-service", TextField.class).getText()).isEqualTo("NeverBounce");
        assertThat(context.text("verify-counted")).isEqualTo("3 results of NeverBounce about 2 people: 1 becomes verified, 1 would not be "
                + "verified any more. 1 result is about an address that nobody has. 1 row is no result:\n"
                + "Line 5 email: is no e-mail address");
        assertThat(context.text("verify-start")).isEqualTo("Change 2 people");

        context.click("verify-start");
        assertThat(verified(database)).isEqualTo("a2@b.example");
        assertThat(context.text("verify-report")).startsWith("3 results of NeverBounce about 2 people kept: 1 became verified, 1 is not");
        assertThat(context.said()).containsExactly("1 e-mail verified, 1 not any more.");
        assertThat(context.changes).containsExactly(List.of(Table.PEOPLE));
        context.click("verify-show");
        assertThat(context.opened).containsExactly(FigureQueries.emailsVerified(true));
    }

    @Test
    void aFileThatWasTakenBeforeIsShownWithAChoiceBeforeItsResultsAreKeptOnceMore() throws IOException {
        String text = "email,email_status\na2@b.example,valid\n";
        read(text);
        assertThat(context.sees("verify-again")).isFalse();
        context.click("verify-start");
        context.click("verify-close");
        context.run(() -> VerifyView.open(context));
        read(text);
        context.picture("verify-same-file");
        assertThat(context.text("verify-earlier")).startsWith("The results of this file were taken already, about 1 person, on ");
        assertThat(context.find("verify-start", Button.class).isDisabled()).isTrue();
        context.click("verify-again");
        context.click("verify-start");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.email_verification_log")).isEqualTo("2");
    }

    @Test
    void anUnknownFileIsTakenOnceItsServiceAndColumnsAreNamed() throws IOException {
        read("Address,Outcome\na2@b.example,valid\n");
        assertThat(context.find("verify-start", Button.class).isDisabled()).isTrue();
        assertThat(context.text("verify-counted")).startsWith("Say which service");
        choose("email", "Address");
        choose("result", "Outcome");
        context.run(() -> context.find("verify-service", TextField.class).setText("Probe"));
        assertThat(context.text("verify-start")).isEqualTo("Change 1 person");
        context.click("verify-start");
        assertThat(verified(database)).isEqualTo("a1@b.example a2@b.example");
    }

    @Test
    void whatChangedMeanwhileIsRefusedAndCountedAnew() throws IOException {
        read("email,email_status\na2@b.example,valid\n");
        TestDatabases.run(database, "UPDATE marketing.people_master SET email_verified = true WHERE email LIKE 'a2@%'");
        context.click("verify-start");
        assertThat(context.text("verify-problem-message")).startsWith("1 person was announced, but now it would be 0");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.email_verification_log")).isEqualTo("0");
        assertThat(context.text("verify-start")).isEqualTo("Keep the results");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        context.run(() -> context.find("verify-path", TextField.class).setText(folder.resolve("none.csv").toString()));
        context.run(context.find("verify-path", TextField.class)::requestFocus);
        context.press(KeyCode.ENTER);
        assertThat(context.text("verify-problem-message")).startsWith("There is no file");
    }

    private void read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("results.csv"), text);
        context.run(() -> context.find("verify-path", TextField.class).setText(file.toString()));
        context.run(context.find("verify-path", TextField.class)::requestFocus);
        context.press(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    private void choose(String column, String header) {
        context.run(() -> ((ComboBox<String>) context.find("import-column-" + column, ComboBox.class)).setValue(header));
    }
}
