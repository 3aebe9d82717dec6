package barton.steward.ui.importing;

import static barton.steward.support.SamplePeople.verified;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.Table;
import barton.steward.service.Questions;
import barton.steward.support.SampleDesk;
import barton.steward.support.SamplePeople;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.TestBench;
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
    private TestBench bench;

    @BeforeEach
    void open() {
        database = SamplePeople.database();
        bench = TestBench.show(SampleDesk.over(database), 1180, 860, b -> new Pane());
        bench.run(() -> VerifyView.open(bench));
    }

    @Test
    void aFileIsShownCountedAndTaken() throws IOException {
        read("email,email_status\na1@b.example,invalid\na2@b.example,valid\nnobody@b.example,valid\nnobody,valid\n");
        bench.picture("verify-emails");
        assertThat(bench.find("verify-service", TextField.class).getText()).isEqualTo("NeverBounce");
        assertThat(bench.text("verify-counted")).isEqualTo("3 results of NeverBounce about 2 people: 1 becomes verified, 1 would not be "
                + "verified any more. 1 result is about an address that nobody has. 1 row is no result:\n"
                + "Line 5 email: is no e-mail address");
        assertThat(bench.text("verify-start")).isEqualTo("Change 2 people");

        bench.click("verify-start");
        assertThat(verified(database)).isEqualTo("a2@b.example");
        assertThat(bench.text("verify-report")).startsWith("3 results of NeverBounce about 2 people kept: 1 became verified, 1 is not");
        assertThat(bench.said()).containsExactly("1 e-mail verified, 1 not any more.");
        assertThat(bench.changes).containsExactly(List.of(Table.PEOPLE));
        bench.click("verify-show");
        assertThat(bench.opened).containsExactly(Questions.emailsVerified(true));
    }

    @Test
    void aFileThatWasTakenBeforeIsShownWithAChoiceBeforeItsResultsAreKeptOnceMore() throws IOException {
        String text = "email,email_status\na2@b.example,valid\n";
        read(text);
        assertThat(bench.sees("verify-again")).isFalse();
        bench.click("verify-start");
        bench.click("verify-close");
        bench.run(() -> VerifyView.open(bench));
        read(text);
        bench.picture("verify-same-file");
        assertThat(bench.text("verify-earlier")).startsWith("The results of this file were taken already, about 1 person, on ");
        assertThat(bench.find("verify-start", Button.class).isDisabled()).isTrue();
        bench.click("verify-again");
        bench.click("verify-start");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.email_verification_log")).isEqualTo("2");
    }

    @Test
    void anUnknownFileIsTakenOnceItsServiceAndColumnsAreNamed() throws IOException {
        read("Address,Outcome\na2@b.example,valid\n");
        assertThat(bench.find("verify-start", Button.class).isDisabled()).isTrue();
        assertThat(bench.text("verify-counted")).startsWith("Say which service");
        choose("email", "Address");
        choose("result", "Outcome");
        bench.run(() -> bench.find("verify-service", TextField.class).setText("Probe"));
        assertThat(bench.text("verify-start")).isEqualTo("Change 1 person");
        bench.click("verify-start");
        assertThat(verified(database)).isEqualTo("a1@b.example a2@b.example");
    }

    @Test
    void whatChangedMeanwhileIsRefusedAndCountedAnew() throws IOException {
        read("email,email_status\na2@b.example,valid\n");
        TestDatabases.run(database, "UPDATE marketing.people_master SET email_verified = true WHERE email LIKE 'a2@%'");
        bench.click("verify-start");
        assertThat(bench.text("verify-problem-message")).startsWith("1 person was announced, but now it would be 0");
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM marketing.email_verification_log")).isEqualTo("0");
        assertThat(bench.text("verify-start")).isEqualTo("Keep the results");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        bench.run(() -> bench.find("verify-path", TextField.class).setText(folder.resolve("none.csv").toString()));
        bench.run(bench.find("verify-path", TextField.class)::requestFocus);
        bench.press(KeyCode.ENTER);
        assertThat(bench.text("verify-problem-message")).startsWith("There is no file");
    }

    private void read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("results.csv"), text);
        bench.run(() -> bench.find("verify-path", TextField.class).setText(file.toString()));
        bench.run(bench.find("verify-path", TextField.class)::requestFocus);
        bench.press(KeyCode.ENTER);
    }

    @SuppressWarnings("unchecked")
    private void choose(String column, String header) {
        bench.run(() -> ((ComboBox<String>) bench.find("import-column-" + column, ComboBox.class)).setValue(header));
    }
}
