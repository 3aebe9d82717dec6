package barton.steward.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.ImportDao;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
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
        assertThat(model.charsetProperty().get()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(model.delimiterProperty().get()).isEqualTo(';');
        assertThat(model.mapping().chosen()).containsEntry("company", "Company").containsEntry("website", "Website").hasSize(2);
        assertThat(model.mapping().unused()).containsExactly("Colour");
    }

    @Test
    void anotherEncodingIsReadAgainOnceChosen() throws IOException {
        read("Company\nŞişe Çağrı\n", Charset.forName("windows-1254"));
        assertThat(model.problemProperty().get().kind()).isEqualTo(StewardException.Kind.REFUSED);
        model.charsetProperty().set(Charset.forName("windows-1254"));
        assertThat(model.problemProperty().get()).isNull();
        assertThat(model.previewProperty().get().rows()).containsExactly(List.of("Şişe Çağrı"));
    }

    @Test
    void anotherDelimiterIsReadAgain() throws IOException {
        read("Company,Name|Website\nAcme|acme.example\n", StandardCharsets.UTF_8);
        model.delimiterProperty().set('|');
        assertThat(model.previewProperty().get().header()).containsExactly("Company,Name", "Website");
    }

    @Test
    void aFileThatIsNotThereIsAProblemSaidInTheForm() {
        model.pathProperty().set(folder.resolve("missing.csv").toString());
        model.read();
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
    void withoutAColumnThatNamesTheCompaniesItCannotStart() throws IOException {
        read("Company,Industry\nAcme,Steel\n", StandardCharsets.UTF_8);
        assertThat(model.ready().get()).isTrue();
        target("company").headerProperty().set(null);
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void theProposedBatchFollowsTheState() {
        model.stateProperty().set("WV");
        assertThat(model.batchProperty().get()).matches("\\d{8}-WV-BATCH1");
    }

    @Test
    void theProposedBatchNamesTheStateThatTheFirstRowsAgreeOn() throws IOException {
        read("Company,Company State\nAcme,West Virginia\nBolt,West Virginia\n", StandardCharsets.UTF_8);
        assertThat(model.batchProperty().get()).matches("\\d{8}-WV-BATCH1");
        assertThat(model.stateProperty().get()).isEmpty();
    }

    @Test
    void aBatchIdOfTheStewardsOwnIsKeptWhateverTheState() {
        model.batchProperty().set("MINE");
        model.stateProperty().set("WV");
        assertThat(model.batchProperty().get()).isEqualTo("MINE");
    }

    @Test
    void aStateThatDoesNotExistIsSaidAtTheField() {
        model.stateProperty().set("XX");
        assertThat(model.stateNoteProperty().get()).contains("XX");
        assertThat(unexpected).isEmpty();
    }

    @Test
    void aBatchThatHasRowsAlreadyIsPointedOut() {
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Old', 'B')");
        model.batchProperty().set("B");
        assertThat(model.batchNoteProperty().get()).contains("1 row");
    }

    @Test
    void rowsThatOthersPutIntoTheBatchMeanwhileAreShownBeforeAnyJoinThem() throws IOException {
        read("Company\nAcme\n", StandardCharsets.UTF_8);
        model.batchProperty().set("B");
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, import_batch_id) VALUES ('Old', 'B')");
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREPARE);
        assertThat(model.problemProperty().get().getMessage()).startsWith("Batch B exists already: it has 1 row in intake.");
        assertThat(model.batchNoteProperty().get()).contains("1 row");
        model.start();
        assertThat(model.reportProperty().get().taken()).isEqualTo(1);
    }

    @Test
    void aBatchThatOnlyMasterHasIsPointedOut() {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system, import_batch_id)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy', 'B')""");
        model.batchProperty().set("B");
        assertThat(model.batchNoteProperty().get()).contains("1 row");
    }

    @Test
    void theSameFileIsNoticedAndIntoItsBatchTakenAgainOnlyWhereThatIsSaid() throws IOException {
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        model.batchProperty().set("B");
        model.start();
        model.another();
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        assertThat(model.fileNoteProperty().get()).startsWith("This file was taken before: 2 rows into batch B on ").endsWith(" by ann.");
        assertThat(model.ready().get()).isTrue();
        model.batchProperty().set("B");
        assertThat(model.batchNoteProperty().get()).startsWith("This file was taken into this batch already: 2 rows on ");
        assertThat(model.fileNoteProperty().get()).isEmpty();
        assertThat(model.ready().get()).isFalse();
        model.againProperty().set(true);
        assertThat(model.ready().get()).isTrue();
        model.batchProperty().set("C");
        assertThat(model.againProperty().get()).isFalse();
        model.batchProperty().set("B");
        model.againProperty().set(true);
        model.start();
        assertThat(model.reportProperty().get().taken()).isEqualTo(2);
    }

    @Test
    void aFileThatOthersTookIntoTheBatchMeanwhileIsNotTakenASecondTime() throws IOException {
        read("Company\nAcme\n", StandardCharsets.UTF_8);
        model.batchProperty().set("B");
        var other = new ImportViewModel(Session.over(JdbiDaos.over(Database.over(database)), "test", "beth"),
                Tasks.onSameThread(unexpected::add), Entity.COMPANY);
        other.pathProperty().set(model.pathProperty().get());
        other.read();
        other.batchProperty().set("B");
        other.start();
        model.start();
        assertThat(model.problemProperty().get().getMessage()).startsWith("This file was taken into batch B already").contains("by beth");
        assertThat(model.sameFileProperty().get()).isTrue();
        assertThat(model.ready().get()).isFalse();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM intake.company_raw_intake")).isEqualTo("1");
    }

    @Test
    void theRowsAreTakenIntoTheBatch() throws IOException {
        read("Company\nAcme\nBolt\n", StandardCharsets.UTF_8);
        model.batchProperty().set("B");
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
        model.stateProperty().set("Nowhere");
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREPARE);
        assertThat(model.problemProperty().get().getMessage()).contains("Nowhere");
        model.stateProperty().set("Ohio");
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
        assertThat(model.batchProperty().get()).endsWith("-WV-BATCH2");
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
        model.pathProperty().set(file.toString());
        model.read();
    }
}
