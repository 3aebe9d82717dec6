package barton.steward.cli.recipe;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was done to a batch, done to the next.
class RecipeCommandsTest {
    private static final String ROWS = "SELECT string_agg(concat_ws('|', company, website, industry), ';' ORDER BY id)"
            + " FROM intake.company_raw_intake WHERE import_batch_id = '%s'";
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands session = new TestCommands(database);

    @TempDir
    private Path folder;

    @BeforeEach
    void aBatchThatWasWorkedOn() throws IOException {
        load("A", "Company,Website,Industry\nAcme,acme.example,Health Care\nBolt,bolt.example,health care\n"
                + "Core,https://core.example,Mining\n");
        session.run("fix", "--batch", "A", "--field", "company", "--replace", "Bolt", "--with", "Bolt Inc");
        session.run("undo", ask(database, "SELECT max(action_id)::text FROM shq.action"));
        session.run("fix", "--batch", "A", "--field", "website", "--scheme");
        session.run("fix", "--ids", "1", "--field", "industry", "--set", "Only this one");
        session.run("undo", ask(database, "SELECT max(action_id)::text FROM shq.action"));
        session.run("fix", "--ids", "3", "--field", "company", "--set", "Core Mining");
        session.run("merge-values", "--batch", "A", "--field", "industry", "--value", "health care", "--into", "Health Care");
        session.run("validate", "--batch", "A");
        session.run("validate", "--batch", "A");
    }

    @Test
    void whatStandsIsSavedWithoutWhatWasUndoneOrDoneByHand() {
        assertThat(session.run("recipe", "save", "Weekly", "--batch", "A")).as(session.err()).isZero();
        assertThat(session.out()).isEqualTo("""
                Saved “Weekly”.
                 1. take from the file: Company from “Company”, Website from “Website”, Industry from “Industry”
                 2. put https:// before Website
                 3. merge 1 spelling of Industry
                 4. check by the rules “standard”
                Left out: 1 correction of rows that were chosen one by one.
                """);
        assertThat(session.run("recipe", "save", "weekly", "--batch", "A")).isEqualTo(1);
        assertThat(session.err()).contains("There is a recipe “weekly” already");
        assertThat(session.run("recipe", "save", "weekly", "--batch", "A", "--replace")).isZero();
        session.run("recipe", "list");
        assertThat(session.out().lines().skip(1).map(l -> l.replaceAll("\\s+", " "))).containsExactly("weekly companies 4 ann");
        assertThat(session.run("recipe", "remove", "WEEKLY")).isZero();
        session.run("recipe", "list", "--json");
        assertThat(session.out()).isEqualTo("{\"recipes\":[]}\n");
        assertThat(session.run("recipe", "show", "Weekly")).isEqualTo(1);
        assertThat(session.run("recipe")).isEqualTo(2);
    }

    @Test
    void aDryRunTellsEachStepAfterTheOtherAndWritesNothing() throws IOException {
        session.run("recipe", "save", "Weekly", "--batch", "A");
        load("B", "Company,Website,Industry\nDash,dash.example,health care\nEcho,https://echo.example,Mining\n");
        String before = ask(database, ROWS.formatted("B"));
        String actions = ask(database, "SELECT count(*)::text FROM shq.action");

        assertThat(session.run("recipe", "run", "Weekly", "--batch", "B", "--dry-run")).as(session.err()).isZero();
        assertThat(session.out().lines().map(l -> l.strip().replaceAll("\\s{2,}", " | "))).contains("1 | take from the file: Company from"
                + " “Company”, Website from “Website”, Industry from “Industry” | as before",
                "2 | put https:// before Website | 1 row changed",
                "3 | merge 1 spelling of Industry | 1 row changed", "Nothing was changed.");
        assertThat(ask(database, ROWS.formatted("B"))).isEqualTo(before);
        assertThat(ask(database, "SELECT count(*)::text FROM shq.action")).isEqualTo(actions);
        assertThat(ask(database, "SELECT count(*)::text FROM public.shq_validation_log WHERE validation_run_id LIKE '%B%'")).isEqualTo("0");

        assertThat(session.run("recipe", "run", "Weekly", "--batch", "B", "--json")).as(session.err()).isZero();
        assertThat(session.out()).contains("\"dry_run\":false",
                "{\"step\":\"put https:// before Website\",\"outcome\":\"done\",\"rows\":1,",
                "\"run\":\"VLD-");
        assertThat(ask(database, ROWS.formatted("B"))).isEqualTo("Dash|https://dash.example|Health Care;Echo|https://echo.example|Mining");
        session.run("recipe", "run", "Weekly", "--batch", "B");
        assertThat(session.out()).contains("nothing to do");
        session.run("recipe", "save", "Same", "--batch", "B");
        assertThat(session.out()).contains(" 2. put https:// before Website\n 3. merge 1 spelling of Industry\n 4. check");
    }

    @Test
    void aStepWhoseColumnIsMissingIsNamedAndTheOthersAreDone() throws IOException {
        session.run("recipe", "save", "Weekly", "--batch", "A");
        load("C", "Company,Industry\nDash,health care\n");

        assertThat(session.run("recipe", "run", "Weekly", "--batch", "C")).isZero();
        assertThat(session.out().lines().map(l -> l.strip().replaceAll("\\s{2,}", " | ")))
                .anyMatch(l -> l.startsWith("1 | take from the file") && l.endsWith("left out: no value in Website"))
                .contains("2 | put https:// before Website | left out: no value in Website")
                .anyMatch(l -> l.startsWith("3 | merge 1 spelling of Industry | 1 row changed (action "));
        assertThat(session.run("recipe", "run", "Weekly", "--batch", "none")).isEqualTo(1);
    }

    @Test
    void whatOnlyRowsThatBrokeARuleGotIsDoneToThoseOnly() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = NULL WHERE id = 2");
        session.run("validate", "--batch", "A");
        session.run("fix", "--batch", "A", "--field", "website", "--set", "https://none.example", "--broke", "website_present");
        session.run("recipe", "save", "Weekly", "--batch", "A");

        assertThat(session.out()).contains("set Website to “https://none.example”, where the rule broken is “website_present”");
    }

    @Test
    void aDryRunForeseesWhatOnlyTheProgramKnowsOfNamesAndPhones() throws IOException {
        String people = "Full Name,Title,Work Phone,Country,Email,Company\n";
        people("A", people + "Ann Lee,Boss,+4930123456,Germany,ann@acme.example,Acme\n");
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET first_name = NULL, last_name = NULL, work_phone = '030 123456',"
                + " department = NULL");
        session.run("fix", "--people", "--batch", "A", "--field", "Name", "--split-name");
        session.run("fix", "--people", "--batch", "A", "--field", "Work phone", "--phone");
        session.run("fix", "--people", "--batch", "A", "--field", "Department", "--from", "Title", "--if-empty");
        session.run("recipe", "save", "People", "--people", "--batch", "A");
        people("B", people + "Bob Ray,,+4930123456,Germany,bob@acme.example,Acme\n");
        TestDatabases.run(database, "UPDATE intake.people_raw_intake SET first_name = NULL, last_name = NULL, work_phone = '030 123456'"
                + " WHERE import_batch_id = 'B'; DELETE FROM shq.known_phone");

        assertThat(session.run("recipe", "run", "People", "--batch", "B", "--dry-run")).as(session.err()).isZero();
        assertThat(session.out().lines().map(l -> l.strip().replaceAll("\\s{2,}", " | ")))
                .contains("2 | split Name into first and last name | 1 row changed",
                        "3 | write phone numbers in Work phone the international way | 1 row changed",
                        "4 | set Department from Title where it is empty | left out: no value in Title");
        assertThat(ask(database, "SELECT count(*) || ' ' || (SELECT count(*) FROM shq.known_phone) FROM intake.people_raw_intake"
                + " WHERE import_batch_id = 'B' AND first_name IS NULL AND work_phone = '030 123456'")).isEqualTo("1 0");
    }

    @Test
    void aRecipeGoesThroughAFile() throws IOException {
        session.run("recipe", "save", "Weekly", "--batch", "A");
        Path file = folder.resolve("weekly.json");

        assertThat(session.run("recipe", "export", "Weekly", "--out", file.toString())).as(session.err()).isZero();
        assertThat(session.run("recipe", "export", "Weekly", "--out", file.toString())).isEqualTo(1);
        assertThat(Files.readString(file)).contains("\"steward_recipe\" : 1", "\"fix\" : \"add-scheme\"");
        assertThat(session.run("recipe", "import", file.toString())).isEqualTo(1);
        assertThat(session.run("recipe", "import", file.toString(), "--name", "Copy")).as(session.err()).isZero();
        assertThat(ask(database, "SELECT count(DISTINCT steps)::text FROM shq.recipe")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"steward_recipe\":1}",
        "{\"steward_recipe\":2,\"name\":\"x\",\"entity\":\"company\"}",
        "{\"steward_recipe\":1,\"name\":\"x\",\"entity\":\"planet\",\"steps\":[]}", "steps []", "steps [1]", "steps [{}]",
        "steps [{\"check\":7}]", "steps [{\"check\":\"a\",\"more\":1}]", "steps [{\"field\":\"id\",\"fix\":\"trim\"}]",
        "steps [{\"field\":\"website; DROP TABLE x\",\"fix\":\"trim\"}]", "steps [{\"field\":\"website\",\"fix\":\"System\"}]",
        "steps [{\"field\":\"website\",\"fix\":\"change-case\",\"with\":{\"letters\":\"SIDEWAYS\"}}]",
        "steps [{\"field\":\"website\",\"fix\":\"set-value\"}]",
        "steps [{\"field\":\"website\",\"fix\":\"set-value\",\"with\":{\"value\":null}}]",
        "steps [{\"field\":\"website\",\"fix\":\"set-value\",\"with\":{\"value\":{\"a\":1}}}]",
        "steps [{\"field\":\"website\",\"fix\":\"trim\",\"where\":[{\"field\":\"website\",\"op\":\"EXEC\",\"value\":\"x\"}]}]",
        "steps [{\"mapping\":{\"nothing\":\"x\"}}]", "{\"steward_recipe\":1,\"steward_recipe\":1}"})
    void aHostileFileIsRefusedClearly(String content) throws IOException {
        Path file = folder.resolve("hostile.json");
        Files.writeString(file, content.startsWith("steps ")
                ? "{\"steward_recipe\":1,\"name\":\"x\",\"entity\":\"company\",\"steps\":" + content.substring(6) + "}" : content);

        assertThat(session.run("recipe", "import", file.toString())).isEqualTo(1);
        assertThat(session.err()).startsWith("steward: hostile.json holds no recipe: ").contains("Nothing was saved.")
                .doesNotContain("Exception").doesNotContain("jackson");
        assertThat(ask(database, "SELECT count(*)::text FROM shq.recipe")).isEqualTo("0");
    }

    private void people(String batch, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(batch + "-people.csv"), content);
        assertThat(session.run("import", "people", file.toString(), "--batch", batch)).as(session.err()).isZero();
    }

    private void load(String batch, String content) throws IOException {
        Path file = folder.resolve(batch + ".csv");
        Files.writeString(file, content);
        assertThat(session.run("import", "companies", file.toString(), "--batch", batch)).as(session.err()).isZero();
    }
}
