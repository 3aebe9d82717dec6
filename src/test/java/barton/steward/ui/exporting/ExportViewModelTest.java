package barton.steward.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException.Kind;
import barton.steward.model.query.Selection;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.exporting.ExportViewModel.Step;
import barton.steward.ui.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportViewModelTest {
    private static final Selection ALL = Selection.all(FigureQueries.imported("B"));

    @TempDir
    Path folder;
    private DataSource database;

    @BeforeEach
    void rows() {
        database = TestDatabases.migrated();
        DemoSession.rows(database, "B", "WV", 10, 6, 3);
    }

    @Test
    void theColumnsShownAreChosenFirst() {
        ExportViewModel model = over(Optional.empty());
        assertThat(model.columns()).hasSize(Table.INTAKE.fields().size());
        assertThat(model.columns().stream().filter(c -> c.chosenProperty().get()).map(ExportViewModel.ExportColumn::field))
                .containsExactly(IntakeFields.COMPANY, IntakeFields.WEBSITE);
    }

    @Test
    void itIsReadyWithAFileAndAColumn() {
        ExportViewModel model = over(Optional.empty());
        assertThat(model.ready().get()).isFalse();
        model.pathProperty().set(folder.resolve("out.csv").toString());
        assertThat(model.ready().get()).isTrue();
        model.chooseAll(false);
        assertThat(model.ready().get()).isFalse();
    }

    @Test
    void allThatTheFilterFindsIsSaved() throws IOException {
        ExportViewModel model = over(Optional.empty());
        assertThat(model.countProperty().get()).isEqualTo(10);
        Path file = folder.resolve("out.csv");
        model.pathProperty().set(file.toString());
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.DONE);
        assertThat(model.savedProperty().get()).isEqualTo(10);
        assertThat(Files.readAllLines(file)).hasSize(11);
    }

    @Test
    void whatIsKeptOfTheFilesIsChosenByItsHeaderAndComesLast() throws IOException {
        TestDatabases.run(database, """
                INSERT INTO shq.intake_extra (entity, intake_id, cells)
                VALUES ('company', 1, '{"Tier": "A"}'), ('company', 2, '{"Tier": "B", "Lead Score": "7"}')""");
        ExportViewModel model = over(Optional.of(new Selection.Keys(Table.INTAKE, Set.of(1L, 2L, 3L))));
        assertThat(model.kept()).extracting(c -> c.field().name()).containsExactly("Tier", "Lead Score");
        model.kept().getFirst().chosenProperty().set(true);
        Path file = folder.resolve("kept.csv");
        model.pathProperty().set(file.toString());
        model.start();
        assertThat(Files.readAllLines(file)).containsExactly("company,website,Tier", "Company 1,https://company1.example,A",
                "Company 2,https://company2.example,B", "Company 3,https://company3.example,");
    }

    @Test
    void selectedRowsAreProposedWhereThereAreSeveral() {
        ExportViewModel model = over(Optional.of(new Selection.Keys(Table.INTAKE, Set.of(1L, 2L))));
        assertThat(model.selectedOnlyProperty().get()).isTrue();
        assertThat(model.countProperty().get()).isEqualTo(2);
        model.selectedOnlyProperty().set(false);
        assertThat(model.countProperty().get()).isEqualTo(10);
    }

    @Test
    void theOneRowThatHasTheKeyboardIsOfferedButNotProposed() {
        ExportViewModel model = over(Optional.of(new Selection.Keys(Table.INTAKE, Set.of(1L))));
        assertThat(model.hasSelected()).isTrue();
        assertThat(model.selectedOnlyProperty().get()).isFalse();
    }

    @Test
    void whereAllRowsAreSelectedThereIsNothingToChoose() {
        assertThat(over(Optional.of(ALL)).hasSelected()).isFalse();
        assertThat(over(Optional.of(new Selection.Matching(FigureQueries.imported("B"), Set.of(1L)))).countProperty().get()).isEqualTo(9);
    }

    @Test
    void aFolderThatIsNotThereIsAProblemAndNothingIsLost() {
        ExportViewModel model = over(Optional.empty());
        model.pathProperty().set(folder.resolve("missing").resolve("out.csv").toString());
        model.start();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PREPARE);
        assertThat(model.problemProperty().get().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aFileThatIsThereIsPointedOut() throws IOException {
        Path file = Files.writeString(folder.resolve("there.csv"), "old");
        ExportViewModel model = over(Optional.empty());
        model.pathProperty().set(file.toString());
        assertThat(model.replacesProperty().get()).isTrue();
        model.pathProperty().set(folder.resolve("new.csv").toString());
        assertThat(model.replacesProperty().get()).isFalse();
    }

    private ExportViewModel over(Optional<Selection> selected) {
        var tasks = Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        });
        return new ExportViewModel(DemoSession.over(database), tasks, ALL, selected, List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE));
    }
}
