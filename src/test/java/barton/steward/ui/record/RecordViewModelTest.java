package barton.steward.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.EditResult;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.Draft;
import barton.steward.ui.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordViewModelTest {
    private final List<EditResult.Saved> saved = new ArrayList<>();
    private DataSource database;
    private RecordViewModel model;

    @BeforeEach
    void open() {
        database = SampleSession.worked(20);
        model = new RecordViewModel(SampleSession.over(database), Tasks.onSameThread(failure -> {
            throw new AssertionError(failure.cause());
        }));
        model.onSaved(saved::add);
        model.open(Table.INTAKE, 7L);
    }

    @Test
    void anEditIsSavedAtOnceAndStandsInTheHistory() {
        model.edit(model.record(), IntakeFields.WEBSITE, " https://new.example ");
        assertThat(website()).isEqualTo("https://new.example");
        assertThat(model.history()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("website");
            assertThat(change.before()).isNull();
            assertThat(change.after()).isEqualTo("https://new.example");
        });
        assertThat(saved).hasSize(1);
    }

    @Test
    void leavingAFieldAsItWasSavesNothing() {
        model.edit(model.record(), IntakeFields.COMPANY, model.record().text(IntakeFields.COMPANY));
        assertThat(saved).isEmpty();
    }

    @Test
    void blankIsNull() {
        model.edit(model.record(), IntakeFields.COMPANY_CITY, "  ");
        assertThat(model.record().get(IntakeFields.COMPANY_CITY)).isNull();
    }

    @Test
    void whatIsNoNumberIsNotSaved() {
        model.edit(model.record(), IntakeFields.NUM_EMPLOYEES, "many");
        assertThat(model.problems()).containsEntry(IntakeFields.NUM_EMPLOYEES, "“many” is not a number.");
        assertThat(saved).isEmpty();
    }

    @Test
    void anEditOverSomebodyElsesIsAConflictAndChangesNothing() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        model.edit(model.record(), IntakeFields.WEBSITE, "https://mine.example");
        EditResult.Conflict conflict = model.conflictProperty().get();
        assertThat(conflict.mine()).isEqualTo(Map.of(IntakeFields.WEBSITE, "https://mine.example"));
        assertThat(conflict.theirs().text(IntakeFields.WEBSITE)).isEqualTo("https://theirs.example");
        assertThat(conflict.original().text(IntakeFields.WEBSITE)).isNull();
        assertThat(website()).isEqualTo("https://theirs.example");
    }

    @Test
    void choosingMineInAConflictSavesItOverTheirs() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        model.edit(model.record(), IntakeFields.WEBSITE, "https://mine.example");
        model.resolve(model.conflictProperty().get(), model.conflictProperty().get().mine());
        assertThat(website()).isEqualTo("https://mine.example");
    }

    @Test
    void choosingTheirsShowsTheirs() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://theirs.example' WHERE id = 7");
        model.edit(model.record(), IntakeFields.WEBSITE, "https://mine.example");
        model.resolve(model.conflictProperty().get(), Map.of());
        assertThat(model.record().text(IntakeFields.WEBSITE)).isEqualTo("https://theirs.example");
        assertThat(website()).isEqualTo("https://theirs.example");
    }

    @Test
    void aRecordThatIsGoneIsToldSo() {
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE id = 7");
        model.edit(model.record(), IntakeFields.WEBSITE, "https://mine.example");
        assertThat(model.goneProperty().get()).isTrue();
    }

    @Test
    void anEditThatTheDatabaseHasAlreadyIsNotSaidToBeSaved() {
        Row before = model.record();
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET website = 'https://new.example' WHERE id = 7");
        model.refresh();
        model.edit(before, IntakeFields.COMPANY, model.record().text(IntakeFields.COMPANY) + " ");
        model.edit(model.record(), IntakeFields.WEBSITE, " https://new.example");
        assertThat(saved).isEmpty();
    }

    @Test
    void anEditBelongsToTheRowItWasTypedInto() {
        Row seven = model.record();
        model.open(Table.INTAKE, 8L);
        model.edit(seven, IntakeFields.WEBSITE, "https://new.example");
        assertThat(website()).isEqualTo("https://new.example");
        assertThat(model.record().key()).isEqualTo(8L);
    }

    @Test
    void aRecordThatIsGoneIsNotMistakenForTheOneShown() {
        var told = new ArrayList<Draft>();
        model.onUnsaved(told::addAll);
        Row seven = model.record();
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE id = 7");
        model.open(Table.INTAKE, 8L);
        model.edit(seven, IntakeFields.WEBSITE, "https://mine.example");
        assertThat(model.goneProperty().get()).isFalse();
        assertThat(model.problems()).isEmpty();
        assertThat(told).containsExactly(new Draft(seven, IntakeFields.WEBSITE, "https://mine.example",
                "This record is not in the database any more."));
    }

    @Test
    void aRefusalOfTheSidecarIsNotShownAtTheCompany() {
        var told = new ArrayList<Draft>();
        model.onUnsaved(told::addAll);
        String company = TestDatabases.ask(database, "SELECT company_unique_id FROM marketing.company_sidecar ORDER BY 1");
        model.open(Table.COMPANY_SIDECARS, company);
        Row sidecar = model.record();
        model.open(Table.MASTER, company);
        model.edit(sidecar, CompanySidecarFields.EIN_NUMBER, "1".repeat(30));
        assertThat(model.problems()).isEmpty();
        assertThat(model.record().table()).isEqualTo(Table.MASTER);
        assertThat(told).singleElement().extracting(Draft::field).isEqualTo(CompanySidecarFields.EIN_NUMBER);
        model.open(Table.COMPANY_SIDECARS, company);
        assertThat(model.problems()).containsKey(CompanySidecarFields.EIN_NUMBER);
    }

    @Test
    void notesStandOneByOneWithTheirFields() {
        assertThat(model.notes()).extracting(Note::text, Note::error, note -> note.field().orElse(null)).containsExactly(
                org.assertj.core.groups.Tuple.tuple("Website: is missing", true, IntakeFields.WEBSITE),
                org.assertj.core.groups.Tuple.tuple("warning: Founded is unusual", false, null));
    }

    @Test
    void whatAnEnrichmentFoundIsShownWhileItWaitsForThePromotion() {
        TestDatabases.run(database, "INSERT INTO shq.intake_enrichment (entity, intake_id, payload, source, confidence, executor)"
                + " VALUES ('company', 7, '{\"revenue\": 12}', 'clay', 91.50, 'ann')");
        model.open(Table.INTAKE, 7L);
        assertThat(model.lineage()).filteredOn(step -> step.stage().equals("waiting")).singleElement()
                .satisfies(step -> assertThat(step.text()).startsWith("found by clay, confidence 91.5, ").endsWith(": {\"revenue\": 12}"));
        model.open(Table.INTAKE, 8L);
        assertThat(model.lineage()).noneMatch(step -> step.stage().equals("waiting"));
    }

    @Test
    void lineageTellsWhoRejectedTheRecordAndWhy() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET validated = false, validated_by = 'ben',"
                + " validation_notes = 'rejected: closed in May' WHERE id = 8");
        model.open(Table.INTAKE, 8L);
        assertThat(model.lineage().get(1).text()).startsWith("rejected ").endsWith(" by ben: closed in May");
    }

    @Test
    void lineageLeadsFromIntakeToTheSlots() {
        model.open(Table.INTAKE, 1L);
        assertThat(model.lineage()).extracting(LineageStep::stage)
                .containsExactly("intake", "validated", "run", "master", "slots", "people", "sidecar");
        assertThat(model.lineage().get(2).target()).isEqualTo(new LineageStep.Target.Record(Table.LOG, "20251024-WV-BATCH1"));
    }

    @Test
    void lineageOfARecordThatWasMergedLeadsToTheSurvivor() {
        String survivor = TestDatabases.ask(database,
                "SELECT company_unique_id FROM marketing.company_master WHERE source_record_id = '2'");
        String run = TestDatabases.ask(database, "SELECT shq.merge_companies('" + survivor + "', ARRAY(SELECT m.company_unique_id::text"
                + " FROM marketing.company_master m WHERE m.source_record_id = '1'), NULL, 'ann')");
        model.open(Table.INTAKE, 1L);
        assertThat(model.lineage()).extracting(LineageStep::stage)
                .containsSubsequence("intake", "validated", "merged", "master", "slots", "people", "sidecar");
        assertThat(model.lineage()).extracting(LineageStep::target).contains(new LineageStep.Target.Record(Table.LOG, run),
                new LineageStep.Target.Record(Table.MASTER, survivor));
    }

    private String website() {
        return TestDatabases.ask(database, "SELECT website FROM intake.company_raw_intake WHERE id = 7");
    }
}
