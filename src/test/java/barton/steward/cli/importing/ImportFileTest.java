package barton.steward.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command says of a file before and after it is taken, and what it keeps.
class ImportFileTest {
    @TempDir
    private Path folder;
    private final DataSource database = TestDatabases.migrated();
    private final TestCommands steward = new TestCommands(database);

    @Test
    void aDryRunTellsAScriptHowTheFileIsReadAndTakesNothing() throws IOException {
        assertThat(companies("Company;Wwwadresse;Lead Score\nAcme;https://acme.example;3\n;;\nBolt;;4;5\n", "B", "--dry-run", "--json"))
                .isEqualTo(1);
        assertThat(steward.out()).isEqualTo("""
                {"batch":"B","taken":0,"refused":1,"noted":0,"action":null,"announced":1,"file":{"kind":"CSV","encoding":"UTF-8",\
                "delimiter":";","sheet":null,"sheets":[],"header_line":1,"header":["Company","Wwwadresse","Lead Score"],"remarks":[]},\
                "mapping":{"company":["Company"]},"proposed":{"website":"Wwwadresse"},"left":[{"header":"Wwwadresse","filled":1,\
                "examples":["https://acme.example"]},{"header":"Lead Score","filled":1,"examples":["3"]}],"empty":1,"repeated_headers":0,\
                "below":[],"split":0,"repeats":{"rows":1,"there":0,"within":0,"batches":[]},"refusals":[{"line":4,"column":"",\
                "reason":"has 4 cells where the header has 3"}]}
                """);
        assertThat(ask("SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void rowsThatAreInIntakeAlreadyAreToldBeforeTheyAreTakenAgain() throws IOException {
        companies("Company,City\nAcme,Athens\nBolt,Beckley\n", "OLD");
        companies("City,Company\nATHENS, acme\nBeckley,Cable\nBeckley,Cable\n", "NEW", "--dry-run");
        assertThat(steward.out()).contains("In intake already: 1 of 3 rows (1 in batch OLD).", "More than once in the file: 1 row.");
    }

    @Test
    void aMappingIsKeptUnderANameAndTakenForTheNextFile() throws IOException {
        companies("Firm X,Colour\nAcme,red\n", "A", "--map", "company=Firm X,industry=Colour", "--save-mapping", "Colours");
        assertThat(companies("colour,FIRM-X,more\nblue,Bolt,x\n", "B", "--mapping", "colours")).isZero();
        assertThat(ask("SELECT company || ' ' || industry FROM intake.company_raw_intake WHERE import_batch_id = 'B'"))
                .isEqualTo("Bolt blue");
        assertThat(companies("Firm X\nCable\n", "C", "--mapping", "none")).isEqualTo(1);
        assertThat(steward.err()).contains("There is no mapping “none” for companies; nothing was taken. There are “Colours”.");
    }

    @Test
    void whatFillsNoColumnStaysWithTheRecordAlsoWhenItIsClearedAndRestored() throws IOException {
        companies("Company,Website,City,Lead Score\nAcme,https://acme.example,Athens,80\nBolt,https://bolt.example,Athens,\n", "B");
        steward.run("why", "1");
        assertThat(steward.out()).endsWith("\nAlso in the file: Lead Score “80”.\n");
        steward.run("why", "2", "--json");
        assertThat(steward.out()).doesNotContain("also_in_file");
        steward.run("mark", "--batch", "B");
        steward.run("promote", "--batch", "B");
        steward.run("clear", "--batch", "B");
        steward.run("restore", ask("SELECT validation_run_id FROM shq.run_detail WHERE kind = 'clearing'"));
        steward.run("why", "1", "--json");
        assertThat(steward.out()).contains("\"also_in_file\":{\"Lead Score\":\"80\"}");
    }

    @Test
    void thousandsOfRowsKeepEachItsOwn() throws IOException {
        var text = new StringBuilder("Company,Number\n");
        for (int i = 0; i < 25_000; i++) {
            text.append("Company ").append(i).append(',').append(i % 3 == 0 ? "" : i).append('\n');
        }
        companies(text.toString(), "B");
        assertThat(ask("""
                SELECT count(*) FILTER (WHERE t.company = 'Company ' || (x.cells ->> 'Number')) || ' of ' || count(*)
                FROM shq.intake_extra x JOIN intake.company_raw_intake t ON t.id = x.intake_id""")).isEqualTo("16666 of 16666");
    }

    private int companies(String text, String batch, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), text);
        var arguments = new ArrayList<>(List.of("import", "companies", file.toString(), "--batch", batch));
        arguments.addAll(List.of(options));
        return steward.run(arguments.toArray(String[]::new));
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
