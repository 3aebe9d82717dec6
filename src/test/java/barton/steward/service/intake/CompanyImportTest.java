package barton.steward.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.intake.ImportReport;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyImportTest {
    private static final String ROWS = "SELECT count(*) FROM intake.company_raw_intake";

    @TempDir
    Path folder;
    private DataSource database;
    private IntakeImport imports;

    @BeforeEach
    void connect() {
        database = TestDatabases.migrated();
        imports = new IntakeImport(Entity.COMPANY, JdbiDaos.over(Database.over(TestDatabases.pooled(database))).imports(), "ann");
    }

    @Test
    void theUsualHeadersFillTheirColumns() {
        importText("""
                Company,Company Name for Emails,# Employees,Industry,Website,Company Linkedin Url,Facebook Url,Twitter Url,Company Street,\
                Company City,Company State,Company Country,Company Postal Code,Company Address,Company Phone,SIC Codes,Founded Year
                c,e,7,i,w,l,f,t,s,ci,st,co,z,a,p,si,1999
                """);

        assertThat(ask("""
                SELECT concat_ws(',', company, company_name_for_emails, num_employees, industry, website, company_linkedin_url,
                    facebook_url, twitter_url, company_street, company_city, company_state, company_country, company_postal_code,
                    company_address, company_phone, sic_codes, founded_year, import_batch_id, validated)
                FROM intake.company_raw_intake
                """)).isEqualTo("c,e,7,i,w,l,f,t,s,ci,st,co,z,a,p,si,1999,B,f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"company;NUM_EMPLOYEES", "COMPANY\tnum employees", " Company |#  employees", "company_name,Employee Count"})
    void headersAreKnownWhateverTheirCaseAndPunctuation(String header) throws IOException {
        var preview = imports.preview(file(header + "\n"), FileOptions.NONE);

        assertThat(preview.mapping()).containsOnlyKeys("company", "num_employees");
    }

    @Test
    void aPreviewShowsHowTheFileIsWrittenAndItsFirstRows() throws IOException {
        var preview = imports.preview(file("Company;Odd\nA;1\nB;2\n"), FileOptions.NONE);

        assertThat(preview.format().delimiter()).isEqualTo(';');
        assertThat(preview.format().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(preview.header()).containsExactly("Company", "Odd");
        assertThat(preview.rows()).containsExactly(List.of("A", "1"), List.of("B", "2"));
        assertThat(preview.mapping()).containsExactly(Map.entry("company", List.of("Company")));
    }

    @Test
    void valuesGoInAsTheyStandAndEmptyCellsAsNull() {
        importText("company,website,industry\n\" A\t\\N\nB \",\"say \"\"hi\"\"\",\n");

        assertThat(ask("SELECT company || '|' || website FROM intake.company_raw_intake WHERE industry IS NULL"))
                .isEqualTo(" A\t\\N\nB |say \"hi\"");
    }

    @Test
    void wholeNumbersMayHaveASignAndGroups() {
        importText("company,num_employees\na,\"1,234\"\nb, 12 \nc,-5\nd,\n");

        assertThat(ask("SELECT string_agg(company || num_employees, ' ' ORDER BY id) FROM intake.company_raw_intake"))
                .isEqualTo("a1234 b12 c-5");
    }

    @Test
    void aValueThatDoesNotFitIsLeftOutWithANote() {
        var report = importText("company,num_employees,founded_year\na,n/a,2013 (1888)\nb,99999999999,1999\nc,1,1\n");

        assertThat(report).isEqualTo(new ImportReport("B", 3, 0, 2, List.of(), 1L, PassedOver.NOTHING));
        assertThat(ask("SELECT validation_notes FROM intake.company_raw_intake WHERE company = 'a' AND founded_year IS NULL")).isEqualTo("""
                note: num_employees: "n/a" is not a whole number, so it was left empty
                note: founded_year: "2013 (1888)" is not a whole number, so it was left empty""");
        assertThat(ask("SELECT validation_notes FROM intake.company_raw_intake WHERE company = 'b'"))
                .isEqualTo("note: num_employees: \"99999999999\" is too large a number, so it was left empty");
        assertThat(ask("SELECT validation_notes FROM intake.company_raw_intake WHERE company = 'c'")).isNull();
    }

    @Test
    void aNoteStaysOneLine() {
        importText("company,founded_year\na,\"19\n99\"\n");

        assertThat(ask("SELECT validation_notes FROM intake.company_raw_intake"))
                .isEqualTo("note: founded_year: \"19 99\" is not a whole number, so it was left empty");
    }

    @Test
    void badRowsAreRefusedWithLineColumnAndReasonAndTheOthersTaken() {
        var report = importText("company,website\na,1,2\nb,x\0\n\"c\nc\",1\nd\n,\n" + "e".repeat(2_001) + ",1\n");

        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.refusals()).extracting(Refusal::line, Refusal::column, Refusal::reason).containsExactly(
                tuple(2L, "", "has 3 cells where the header has 2"),
                tuple(3L, "website", "contains a NUL character"),
                tuple(6L, "", "has 1 cell where the header has 2"),
                tuple(8L, "company", "has more than the 2,000 characters that fit"));
    }

    @Test
    void aTextLongerThanItsColumnIsRefusedAlone() {
        TestDatabases.alterIntake(database, "ALTER company TYPE VARCHAR(3)");

        var report = importText("company\nabcd\näöü\n");

        assertThat(report.refusals()).containsExactly(new Refusal(2, "company", "has more than the 3 characters that fit"));
        assertThat(ask("SELECT company FROM intake.company_raw_intake")).isEqualTo("äöü");
    }

    @Test
    void onlyTheFirstRefusalsAreListedAndAllAreCounted() {
        var report = importText("company,website\n" + "x\n".repeat(1_500));

        assertThat(report.refused()).isEqualTo(1_500);
        assertThat(report.refusals()).hasSize(ImportReport.MOST_REFUSALS);
    }

    @Test
    void wholeOrNothingTakesNothingWhereARowIsRefused() {
        var report = run("company\na\nb,c\nd\n", "B", "", true);

        assertThat(report).isEqualTo(new ImportReport("B", 0, 1, 0,
                List.of(new Refusal(3, "", "has 2 cells where the header has 1")), null, PassedOver.NOTHING));
        assertThat(ask(ROWS)).isEqualTo("0");
    }

    @Test
    void wholeOrNothingTakesAllWhereNoRowIsRefused() {
        assertThat(run("company\na\nb\n", "B", "", true).taken()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WV", "west virginia"})
    void theStateFillsRowsThatNameNone(String state) {
        run("company,company_state\na,\nb,Ohio\n", "B", state, false);

        assertThat(ask("""
                SELECT string_agg(concat_ws('/', company, company_state, state_abbrev), ' ' ORDER BY id) FROM intake.company_raw_intake
                """)).isEqualTo("a/West Virginia/WV b/Ohio/OH");
    }

    @Test
    void theStateFillsFilesWithoutSuchAColumn() {
        run("company\na\n", "B", "WV", false);

        assertThat(ask("SELECT company_state || state_abbrev FROM intake.company_raw_intake")).isEqualTo("West VirginiaWV");
    }

    @Test
    void anUnknownStateIsRefused() {
        assertThatThrownBy(() -> run("company\na\n", "B", "Atlantis", false)).hasMessageContaining("“Atlantis” is not a state");
    }

    @Test
    void aBlankBatchIsRefused() {
        assertThatThrownBy(() -> run("company\na\n", " ", "", false)).hasMessageContaining("batch id");
    }

    @Test
    void aMappingOfItsOwnComesBeforeTheRecognisedOne() throws IOException {
        Path file = file("Security,GICS Sector,Industry\na,Tech,x\n");

        imports.run(plan(file, Map.of("company", "Security", "industry", "gics sector"), false));

        assertThat(ask("SELECT company || industry FROM intake.company_raw_intake")).isEqualTo("aTech");
    }

    @Test
    void anUnknownHeaderIsRefusedWithTheHeadersThereAre() throws IOException {
        Path file = file("Security,Sector\na,b\n");

        assertThatThrownBy(() -> imports.run(plan(file, Map.of("company", "Name"), false))).hasMessageContaining("no header “Name”")
                .extracting(e -> ((StewardException) e).advice()).isEqualTo("Its headers are “Security”, “Sector”.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"firm", "id", "validated", "company; DROP TABLE x"})
    void aColumnThatAnImportCannotFillIsRefused(String column) throws IOException {
        Path file = file("Security,Sector\na,b\n");

        assertThatThrownBy(() -> imports.run(plan(file, Map.of("company", "Security", column, "Sector"), false)))
                .hasMessageContaining("no column “" + column + "”")
                .extracting(e -> ((StewardException) e).advice()).asString().contains("Name for e-mails");
    }

    @Test
    void aFileInWhichNothingNamesTheCompaniesIsRefused() {
        assertThatThrownBy(() -> importText("Industry,Phone\nx,y\n")).hasMessageContaining("what the companies are called");
    }

    @Test
    void aHeaderWithoutRowsTakesNothing() {
        assertThat(importText("company\n")).isEqualTo(new ImportReport("B", 0, 0, 0, List.of(), null, PassedOver.NOTHING));
    }

    @Test
    void aBadByteFarBehindLeavesNothing() throws IOException {
        Path file = file("company\n" + "a\n".repeat(50_000));
        Files.write(file, new byte[] {'x', (byte) 0xE9, '\n'}, java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(() -> imports.run(plan(file, Map.of("company", "company"), false))).hasMessageContaining("line 50002");
        assertThat(ask(ROWS)).isEqualTo("0");
    }

    @Test
    void aCancelLeavesNothing() throws IOException {
        Path file = file("company\n" + "a\n".repeat(50_000));
        var work = new AtomicReference<Work>();
        work.set(new Work(rows -> {
            if (rows >= 20_000) {
                work.get().cancel();
            }
        }));

        assertThatThrownBy(() -> work.get().run(() -> imports.run(plan(file, Map.of("company", "company"), false))))
                .extracting(e -> ((StewardException) e).kind()).isEqualTo(StewardException.Kind.CANCELLED);
        assertThat(ask(ROWS)).isEqualTo("0");
    }

    @Test
    void aRowThatTheDatabaseRefusesLeavesNothing() {
        TestDatabases.run(database, "ALTER TABLE intake.company_raw_intake ADD CONSTRAINT counted CHECK (num_employees >= 0)");

        assertThatThrownBy(() -> importText("company,num_employees\na,1\nb,-1\nc,1\n")).isInstanceOf(StewardException.class)
                .hasMessage("A value is not among those that are allowed; nothing was changed.");
        assertThat(ask(ROWS)).isEqualTo("0");
    }

    @Test
    void columnsOfOthersInTheTableDoNotMatter() {
        TestDatabases.alterIntake(database, "ADD COLUMN crm_owner TEXT DEFAULT 'nobody', ALTER company_city TYPE VARCHAR(80)");

        importText("company,company_city,crm_owner\na,Athens,somebody\n");

        assertThat(ask("SELECT company_city || crm_owner FROM intake.company_raw_intake")).isEqualTo("Athensnobody");
    }

    @Test
    void aHundredThousandRowsAreTakenAndTheirProgressTold() throws Exception {
        Path file = file("company,website,num_employees\n" + "Merrick Engineering,merrick.example,\"1,200\"\n".repeat(100_000));
        var told = new ArrayList<Long>();

        var preview = imports.preview(file, FileOptions.NONE);
        var report = new Work(told::add).run(() -> imports.run(ImportPlan.of(file, preview, "B")));

        assertThat(report.taken()).isEqualTo(100_000);
        assertThat(told).hasSizeGreaterThan(10).isSorted().endsWith(100_000L);
        assertThat(ask(ROWS + " WHERE num_employees = 1200")).isEqualTo("100000");
    }

    @Test
    void companiesOfAnotherListAreTakenByAMappingOfItsHeaders() {
        var file = Path.of("src/test/resources/sp500-companies.csv");
        var mapping = Map.of("company", "Security", "industry", "GICS Sector", "company_city", "Headquarters Location",
                "founded_year", "Founded");

        var report = imports.run(plan(file, mapping, false));

        assertThat(report.taken()).isEqualTo(503);
        assertThat(report.refused()).isZero();
        assertThat(ask(ROWS + " WHERE founded_year IS NULL AND validation_notes LIKE 'note: founded_year: %'"))
                .isEqualTo(Long.toString(report.noted())).isNotEqualTo("0");
        assertThat(ask("SELECT validation_notes FROM intake.company_raw_intake WHERE company = 'AbbVie'"))
                .isEqualTo("note: founded_year: \"2013 (1888)\" is not a whole number, so it was left empty");
    }

    @Test
    void aProposedBatchIsFreeEverywhere() {
        String first = imports.proposeBatch("WV");
        assertThat(first).matches("[0-9]{8}-WV-BATCH1");

        run("company\na\n", first, "", false);
        String second = imports.proposeBatch("West Virginia");
        assertThat(second).isEqualTo(first.replace("BATCH1", "BATCH2"));

        TestDatabases.run(database, "INSERT INTO public.shq_validation_log (validation_run_id) VALUES ('" + second + "')");
        assertThat(imports.proposeBatch("WV")).isEqualTo(first.replace("BATCH1", "BATCH3"));
        assertThat(imports.proposeBatch("")).matches("[0-9]{8}-US-BATCH1");
    }

    private ImportReport importText(String text) {
        return run(text, "B", "", false);
    }

    private ImportReport run(String text, String batch, String state, boolean wholeOrNothing) {
        try {
            Path file = file(text);
            var preview = imports.preview(file, FileOptions.NONE);
            return imports.run(ImportPlan.of(file, preview, batch).state(state).wholeOrNothing(wholeOrNothing));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ImportPlan plan(Path file, Map<String, String> mapping, boolean wholeOrNothing) {
        var headers = new HashMap<String, List<String>>();
        mapping.forEach((column, header) -> headers.put(column, List.of(header)));
        return new ImportPlan(file, FileOptions.NONE.charset(StandardCharsets.UTF_8), "B", headers, "", true, wholeOrNothing, BatchUse.NEW);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("companies.csv"), text);
    }

    private String ask(String sql) {
        return TestDatabases.ask(database, sql);
    }
}
