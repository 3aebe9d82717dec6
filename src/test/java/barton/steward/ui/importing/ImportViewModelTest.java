package barton.steward.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.ImportDao;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.intake.FileColumn;
import barton.steward.model.intake.ImportReport.PassedOver;
import barton.steward.model.intake.Repeats;
import barton.steward.service.Session;
import barton.steward.support.LostReplies;
import barton.steward.support.TestDatabases;
import barton.steward.ui.importing.ImportViewModel.Step;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir
    Path folder;
    private DataSource database;
    private ImportViewModel model;
    private final List<Failure> unexpected = new ArrayList<>();

    @BeforeEach
    void begin() {
        database = TestDatabases.migrated();
        var session = Session.over(JdbiDaos.over(Database.over(database)), "test", "ann");
        model = new ImportViewModel(session, Tasks.onSameThread(unexpected::add), Entity.COMPANY);
    }

    @Test
    void encodingDelimiterAndColumnsAreRecognised() throws IOException {
        read("Company;Website;Colour\nAcme;acme.example;red\n", StandardCharsets.UTF_8);
        assertThat(model.file().charsetProperty().get()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(model.file().delimiterProperty().get()).isEqualTo(';');
        assertThat(model.mapping().chosen()).containsEntry("company", "Company").containsEntry("website", "Website").hasSize(2);
        assertThat(model.mapping().unused()).containsExactly("Colour");
    }

    @Test
    void anotherEncodingIsReadAgainOnceChosen() throws IOException {
        read("Company\nŞişe Çağrı\n", Charset.forName("windows-1254"));
        assertThat(model.problemProperty().get().kind()).isEqualTo(StewardException.Kind.REFUSED);
        model.file().charsetProperty().set(Charset.forName("windows-1254"));
        assertThat(model.problemProperty().get()).isNull();
        assertThat(model.file().preview().rows()).containsExactly(List.of("Şişe Çağrı"));
    }

    @Test
    void anotherDelimiterIsReadAgain() throws IOException {
        read("Company,Name|Website\nAcme|acme.example\n", StandardCharsets.UTF_8);
        model.file().delimiterProperty().set('|');
        assertThat(model.file().preview().header()).containsExactly("Company,Name", "Website");
    }

    @Test
    void aFileThatIsNotThereIsAProblemSaidInTheForm() {
        model.file().pathProperty().set(folder.resolve("missing.csv").toString());
        model.file().read();
        assertThat(model.problemProperty().get().advice()).isNotBlank();
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void aHeaderGivenToAnotherColumnLeavesTheFirst() throws IOException {
        read("Company,Website\nAcme,acme.example\n", StandardCharsets.UTF_8);
        target("company_name_for_emails").headerProperty().set("Company");
        assertThat(model.mapping().chosen()).containsEntry("company_name_for_emails", "Company").doesNotContainKey("company");
    }

    @Test
    void whatTakingTheFileWouldComeToIsToldBeforeAnythingIsTaken() throws IOException {
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('ACME', 'OLD')");
        read("Company,Employees,Colour\nAcme,11-50,red\nBolt,,\n,,\nCable,x,y,z\n", StandardCharsets.UTF_8);
        var check = model.checkProperty().get();
        assertThat(check.report().taken()).isEqualTo(2);
        assertThat(check.report().noted()).isEqualTo(1);
        assertThat(check.report().refused()).isEqualTo(1);
        assertThat(check.report().passedOver()).isEqualTo(new PassedOver(1, 0, List.of(), 0,
                List.of(new FileColumn("Colour", 1, List.of("red")))));
        assertThat(check.repeats()).isEqualTo(new Repeats(2, 1, 0, List.of(new Repeats.InBatch("OLD", 1))));
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("1");
        model.lowerEndsProperty().set(false);
        assertThat(model.checkProperty().get()).isNull();
    }

    @Test
    void whatWasChosenIsRememberedForAFileWithTheSameHeadersAndByItsName() throws IOException {
        read("Firm X,Colour\nAcme,red\n", StandardCharsets.UTF_8);
        target("company").headerProperty().set("Firm X");
        target("industry").headerProperty().set("Colour");
        model.memory().nameProperty().set("Colours");
        model.start();
        model.another();
        read("colour,FIRM-X\nblue,Bolt\n", StandardCharsets.UTF_8);
        assertThat(model.mapping().chosen()).isEqualTo(Map.of("company", "FIRM-X", "industry", "colour"));
        assertThat(model.memory().noteProperty().get()).startsWith("The columns are those of “Colours”, of ").endsWith(" by ann.");
        model.another();
        read("Company,Firm X\nAcme,Cable\n", StandardCharsets.UTF_8);
        assertThat(model.mapping().chosen()).isEqualTo(Map.of("company", "Company"));
        model.useMapping("Colours");
        assertThat(model.mapping().chosen()).isEqualTo(Map.of("company", "Firm X"));
    }

    @Test
    void aHeaderThatIsNotKnownIsOnlyProposed() throws IOException {
        read("Company,Wwwadresse\nAcme,https://acme.example\n", StandardCharsets.UTF_8);
        assertThat(target("website").headerProperty().get()).isNull();
        assertThat(target("website").proposedProperty().get()).isEqualTo("Wwwadresse");
    }

    @Test
    void ofTwoHeadersThatClaimAColumnTheSecondFillsItsGapsUntilAnotherIsChosen() throws IOException {
        read("Company,Website,Domain\nAcme,,acme.example\nBolt,bolt.example,bolt.example\n", StandardCharsets.UTF_8);
        assertThat(model.mapping().chosenLists()).containsEntry("website", List.of("Domain", "Website"));
        target("website").headerProperty().set("Website");
        assertThat(model.mapping().chosenLists()).containsEntry("website", List.of("Website"));
    }

    @Test
    void theLineOfTheHeaderCanBeSaid() throws IOException {
        read("What,now\nCompany,City\nAcme,Athens\n", StandardCharsets.UTF_8);
        assertThat(model.file().headerLineProperty().get()).isEqualTo("2");
        model.file().headerLineProperty().set("0");
        assertThat(model.file().preview().header()).containsExactly("column 1", "column 2");
    }

    @Test
    void withoutAColumnThatNamesTheCompaniesItCannotStart() throws IOException {
        read("Company,Industry\nAcme,Steel\n", StandardCharsets.UTF_8);
        assertThat(model.ready().get()).isTrue();
        target("company").headerProperty().set(null);
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void theProposedBatchFollowsTheState() {
        model.batch().stateProperty().set("WV");
        assertThat(model.batch().idProperty().get()).matches("\\d{8}-WV-BATCH1");
    }

    @Test
    void theProposedBatchNamesTheStateThatTheFirstRowsAgreeOn() throws IOException {
        read("Company,Company State\nAcme,West Virginia\nBolt,West Virginia\n", StandardCharsets.UTF_8);
        assertThat(model.batch().idProperty().get()).matches("\\d{8}-WV-BATCH1");
        assertThat(model.batch().stateProperty().get()).isEmpty();
    }

    @Test
    void aBatchIdOfTheStewardsOwnIsKeptWhateverTheState() {
        model.batch().idProperty().set("MINE");
        model.batch().stateProperty().set("WV");
        assertThat(model.batch().idProperty().get()).isEqualTo("MINE");
    }

    @Test
    void aStateThatDoesNotExistIsSaidAtTheField() {
        model.batch().stateProperty().set("XX");
        assertThat(model.batch().stateNoteProperty().get()).contains("XX");
        assertThat(unexpected).isEmpty();
    }

    @Test
    void aBatchThatHasRowsAlreadyIsPointedOut() {
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Old', 'B')");
        model.batch().idProperty().set("B");
        assertThat(model.batch().noteProperty().get()).contains("1 row");
    }

    @Test
    void rowsThatOthersPutIntoTheBatchMeanwhileAreShownBeforeAnyJoinThem() throws IOException {
        read("Company\nAcme\n", StandardCharsets.UTF_8);
        model.batch().idProperty().set("B");
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Old', 'B')");
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREPARE);
        assertThat(model.problemProperty().get().getMessage()).startsWith("Batch B exists already: it has 1 row in intake.");
        assertThat(model.batch().noteProperty().get()).contains("1 row");
        model.start();
        assertThat(model.reportProperty().get().taken()).isEqualTo(1);
    }

    @Test
    void aBatchThatOnlyMasterHasIsPointedOut() {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, import_batch_id)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy', 'B')""");
        model.batch().idProperty().set("B");
        assertThat(model.batch().noteProperty().get()).contains("1 row");
    }

    @Test
    void theSameFileIsNoticedAndIntoItsBatchTakenAgainOnlyWhereThatIsSaid() throws IOException {
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        model.batch().idProperty().set("B");
        model.start();
        model.another();
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        assertThat(model.batch().fileNoteProperty().get()).startsWith("This file was taken before: 2 rows into batch B on ")
                .endsWith(" by ann.");
        assertThat(model.ready().get()).isTrue();
        model.batch().idProperty().set("B");
        assertThat(model.batch().noteProperty().get()).startsWith("This file was taken into this batch already: 2 rows on ");
        assertThat(model.batch().fileNoteProperty().get()).isEmpty();
        assertThat(model.ready().get()).isFalse();
        model.batch().againProperty().set(true);
        assertThat(model.ready().get()).isTrue();
        model.batch().idProperty().set("C");
        assertThat(model.batch().againProperty().get()).isFalse();
        model.batch().idProperty().set("B");
        model.batch().againProperty().set(true);
        model.start();
        assertThat(model.reportProperty().get().taken()).isEqualTo(2);
    }

    @Test
    void aFileThatOthersTookIntoTheBatchMeanwhileIsNotTakenASecondTime() throws IOException {
        read("Company\nAcme\n", StandardCharsets.UTF_8);
        model.batch().idProperty().set("B");
        var other = new ImportViewModel(Session.over(JdbiDaos.over(Database.over(database)), "test", "beth"),
                Tasks.onSameThread(unexpected::add), Entity.COMPANY);
        other.file().pathProperty().set(model.file().pathProperty().get());
        other.file().read();
        other.batch().idProperty().set("B");
        other.start();
        model.start();
        assertThat(model.problemProperty().get().getMessage()).startsWith("This file was taken into batch B already").contains("by beth");
        assertThat(model.batch().sameFileProperty().get()).isTrue();
        assertThat(model.ready().get()).isFalse();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("1");
    }

    @Test
    void theRowsAreTakenIntoTheBatch() throws IOException {
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        model.batch().idProperty().set("B");
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(model.reportProperty().get().taken()).isEqualTo(2);
        assertThat(TestDatabases.ask(database, "SELECT string_agg(company, ',' ORDER BY id) FROM intake.company_raw_intake "
                + "WHERE import_batch_id = 'B'")).isEqualTo("Acme,Bolt");
    }

    @Test
    void refusedRowsAreListedWithLineColumnAndReason() throws IOException {
        read("Company,Website\nAcme,acme.example\nBolt,bolt.example,extra\n", StandardCharsets.UTF_8);
        model.start();
        assertThat(model.reportProperty().get().refused()).isEqualTo(1);
        assertThat(model.refusalsAsText()).startsWith("line,column,reason\n3,");
    }

    @Test
    void theListOfRefusedRowsIsSaved() throws IOException {
        read("Company,Website\nBolt,bolt.example,extra\n", StandardCharsets.UTF_8);
        model.start();
        Path file = folder.resolve("refused.csv");
        model.saveRefusals(file, () -> { });
        assertThat(file).hasContent(model.refusalsAsText());
    }

    @Test
    void allOrNothingTakesNothingWhereARowIsRefused() throws IOException {
        read("Company,Website\nAcme,acme.example\nBolt,bolt.example,extra\n", StandardCharsets.UTF_8);
        model.wholeOrNothingProperty().set(true);
        model.start();
        assertThat(model.reportProperty().get().taken()).isZero();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("0");
    }

    @Test
    void aRefusedImportCanBeCorrectedAndStartedAgain() throws IOException {
        read("Company\nAcme\n", StandardCharsets.UTF_8);
        model.batch().stateProperty().set("Nowhere");
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREPARE);
        assertThat(model.problemProperty().get().getMessage()).contains("Nowhere");
        model.batch().stateProperty().set("Ohio");
        model.start();
        assertThat(model.reportProperty().get().taken()).isEqualTo(1);
    }

    @Test
    void anotherFileBeginsWithAFreshBatch() throws IOException {
        read("Company,Company State\nAcme,WV\n", StandardCharsets.UTF_8);
        model.start();
        String first = model.reportProperty().get().batch();
        model.another();
        read("Company,Company State\nBolt,WV\n", StandardCharsets.UTF_8);
        assertThat(first).endsWith("-WV-BATCH1");
        assertThat(model.batch().idProperty().get()).endsWith("-WV-BATCH2");
    }

    @Test
    void afterALostReplyItIsFoundOutWhatWasTakenInsteadOfTakingItTwice() throws IOException {
        var losing = LostReplies.of(database, ImportDao.class, "copy");
        model = new ImportViewModel(losing.session(), Tasks.onSameThread(unexpected::add), Entity.COMPANY);
        read("Company,Website\nAcme,acme.example\nBolt,bolt.example,extra\n", StandardCharsets.UTF_8);
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.UNKNOWN);
        model.lookUp();
        assertThat(model.stepProperty().get()).isEqualTo(Step.UNKNOWN);
        losing.repair();
        model.lookUp();
        assertThat(model.reportProperty().get().taken()).isEqualTo(1);
        assertThat(model.reportProperty().get().refused()).isEqualTo(1);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("1");
    }

    private ColumnMapping.Target target(String column) {
        return model.mapping().targets().stream().filter(t -> t.column().equals(column)).findFirst().orElseThrow();
    }

    private void read(String text, Charset charset) throws IOException {
        Path file = Files.writeString(folder.resolve("companies.csv"), text, charset);
        model.file().pathProperty().set(file.toString());
        model.file().read();
    }
}
