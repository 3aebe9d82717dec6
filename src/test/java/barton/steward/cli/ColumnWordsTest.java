package barton.steward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns are called in commands as in the window; scripts may call them as the database does.
class ColumnWordsTest {
    private static final DataSource DATABASE = TestDatabases.migrated();

    static {
        TestDatabases.run(DATABASE, """
                INSERT INTO intake.company_raw_intake (id, company, website, industry, company_postal_code, company_phone, company_country,
                    state_abbrev, num_employees, import_batch_id)
                VALUES (1, 'Acme', 'acme.example', 'health care', ' 25301', '3045550101', 'US', 'WV', 5, 'B'),
                       (2, 'Bolt', 'bolt.example', 'Health Care', '25302', '3045550102', 'US', 'WV', 0, 'B'),
                       (3, 'Cork', 'info@cork.example', 'Health Care', '25303', '1 2', 'US', 'WV', 7, 'B');
                INSERT INTO intake.people_raw_intake (id, full_name, import_batch_id) VALUES (1, 'Ann Lee', 'P')""");
    }

    private final TestCommands steward = new TestCommands(DATABASE);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fix --batch B --trim --dry-run --field                          | Postal code | company_postal_code
            fix --batch B --field Industry --dry-run --from                 | postal CODE | company_postal_code
            clusters --batch B --field                                      | Industry    | industry
            merge-values --batch B --clusters fingerprint --dry-run --field | Industry    | industry
            audit --batch B --sample 2 --seed 1 --dry-run --by        | State       | state_abbrev
            fix --people --batch P --split-name --dry-run --field           | Name        | full_name""")
    void anOptionTakesATitleOrTheNameInTheDatabase(String command, String title, String name) {
        String byTitle = outcome(command, title);
        assertThat(byTitle).startsWith("0 ").isEqualTo(outcome(command, name)).doesNotContain("_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fix --batch B --trim --field nothing", "clusters --batch B --field id",
        "audit --batch B --sample 2 --by nothing", "export intake --out x.csv --columns nothing"})
    void whatIsNoColumnIsAnsweredWithTheTitles(String command) {
        assertThat(outcome(command)).startsWith("2 ").contains("Postal code, ", "Name for e-mails, ").doesNotContain("company_");
    }

    @Test
    void aFileIsMappedUpdatedAndProfiledByTitles() throws IOException {
        Path file = Files.writeString(folder.resolve("new.csv"), "Firm,Post,Web,Kopfzahl,Company Phone\nDelta,25304,delta.example,9,1\n");
        assertThat(outcome("import companies " + file + " --batch C --dry-run --map",
                "Company=Firm,Postal code=Post,num_employees=Kopfzahl"))
                .startsWith("0 ").contains("Filled: Company from “Firm”; Employees from “Kopfzahl”; Phone from “Company Phone”; Postal code"
                        + " from “Post”; Website from “Web”.");
        assertThat(outcome("import companies " + file + " --batch C --map", "Nothing=Firm")).startsWith("1 ")
                .contains("no column “Nothing”", "Name for e-mails, ").doesNotContain("company_");

        Path back = Files.writeString(folder.resolve("back.csv"), "id,Company,Post\n3,Cork Inc,1\n");
        assertThat(outcome("update companies " + back + " --dry-run --map", "Postal code=Post", "--prefer", "Company=file"))
                .startsWith("0 ").containsPattern("Postal code +0 +0 +0 +1").contains("--prefer \"Postal code=file\"");
        assertThat(outcome("update companies " + back + " --dry-run --prefer", "Street=file")).startsWith("1 ")
                .contains("The file gives nothing for “Street”").doesNotContain("company_");
        assertThat(outcome("profile --batch B")).containsPattern("\nPostal code +3").doesNotContain("company_");
    }

    @Test
    void rulesReasonsAndNotesSayTitles() {
        assertThat(outcome("validate --batch B")).startsWith("0 ");
        assertThat(outcome("why 3")).contains("Website: is an e-mail address").doesNotContain("company_");
        assertThat(outcome("rules")).containsPattern("phone_possible +company +Phone ").contains("every field");
        assertThat(outcome("batch --batch B")).containsPattern("phone_possible +Phone ");
        assertThat(outcome("fix --batch B --trim --field", "Postal code")).startsWith("0 ");
        assertThat(outcome("history --limit 1")).contains("Trimmed Postal code");
        assertThat(outcome("recipe save", "Weekly", "--batch", "B")).contains("take blanks away around Postal code").doesNotContain("_");
    }

    private String outcome(String command, String... more) {
        int code = steward.run(Stream.concat(Stream.of(command.split(" +")), Stream.of(more)).toArray(String[]::new));
        return code + " " + steward.out() + steward.err();
    }
}
