package barton.steward.ui.matches;

import static barton.steward.support.SampleMatches.BATCH;
import static barton.steward.support.SampleMatches.MERRICK;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import barton.steward.service.matching.Matching;
import barton.steward.support.SampleMatches;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.matches.Comparison.Mark;
import barton.steward.ui.matches.MatchesViewModel.State;
import barton.steward.ui.support.Failure;
import barton.steward.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchesViewModelTest {
    private final List<Failure> failures = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();
    private final DataSource database = SampleMatches.database();
    private final Session session = DemoSession.over(database);
    private final Matching matches = session.matching();
    @TempDir
    private Path folder;
    private Preferences preferences;
    private MatchesViewModel model;

    @BeforeEach
    void begin() {
        preferences = Preferences.at(folder.resolve("settings.json"));
        model = model();
    }

    @Test
    void withoutABatchThereIsNothingToChoose() {
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake");
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.NO_BATCH);
        assertThat(model.batchProperty().get()).isNull();
    }

    @Test
    void aBatchThatNobodySearchedSaysSo() {
        model.refresh();
        assertThat(model.batchProperty().get()).isEqualTo(BATCH);
        assertThat(model.stateProperty().get()).isEqualTo(State.NOT_SEARCHED);
    }

    @Test
    void theBatchLookedAtLastTimeComesFirst() {
        DemoSession.rows(database, "NEWER", "WV", 2, 0, 0);
        model.refresh();
        assertThat(model.batchProperty().get()).isEqualTo("NEWER");
        model.choose(BATCH);
        assertThat(again().batchProperty().get()).isEqualTo(BATCH);
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE import_batch_id <> 'NEWER'");
        assertThat(again().batchProperty().get()).isEqualTo("NEWER");
    }

    @Test
    void withoutMemoryTheBatchSearchedLastComesFirst() {
        DemoSession.rows(database, "NEWER", "WV", 2, 0, 0);
        matches.find(BATCH, true);
        model.refresh();
        assertThat(model.batchProperty().get()).isEqualTo(BATCH);
    }

    @Test
    void theLikeliestPairIsLookedAtFirst() {
        found();
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.pairs().items()).extracting(p -> p.intake().key()).containsExactly(3L, 1L, 5L, 4L);
        assertThat(model.pairs().items()).isSortedAccordingTo((a, b) -> b.score() - a.score());
        assertThat(model.pairs().chosen()).isEqualTo(model.pairs().items().getFirst());
        assertThat(model.factsProperty().get().counts().open()).isEqualTo(4);
    }

    @Test
    void aDecisionIsKeptAndTheNextPairComesUp() {
        found();
        MatchPair second = model.pairs().items().get(1);
        model.decide(MatchVerdict.DIFFERENT);
        assertThat(model.pairs().chosen()).isEqualTo(second);
        assertThat(model.pairs().items()).hasSize(3);
        assertThat(matches.counts(BATCH).different()).isEqualTo(1);
        assertThat(decided).singleElement().satisfies(d -> assertThat(d.pair().intake().key()).isEqualTo(3L));
    }

    @Test
    void whatIsLeftForLaterStaysInTheList() {
        found();
        model.decide(MatchVerdict.LATER);
        assertThat(model.pairs().items()).hasSize(4);
        assertThat(model.pairs().items().getFirst().decision())
                .hasValueSatisfying(d -> assertThat(d.verdict()).isEqualTo(MatchVerdict.LATER));
        assertThat(model.pairs().chosen().intake().key()).isEqualTo(1L);
    }

    @Test
    void afterTheLastDecisionAllAreDecided() {
        found();
        for (int i = 0; i < 4; i++) {
            model.decide(MatchVerdict.SAME);
        }
        assertThat(model.pairs().chosen()).isNull();
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.ALL_DECIDED);
        model.show(PairFilter.DECIDED);
        assertThat(model.pairs().items()).hasSize(4);
    }

    @Test
    void withoutDecisionsTheDecidedOnesAreNone() {
        found();
        model.show(PairFilter.DECIDED);
        assertThat(model.stateProperty().get()).isEqualTo(State.NONE_DECIDED);
    }

    @Test
    void whereNoPairIsShownNothingWasFound() {
        matches.set(new MatchThresholds(100, OptionalInt.empty()));
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE id <> 5;"
                + " UPDATE intake.company_raw_intake SET company_phone = NULL");
        found();
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.match_pair")).isEqualTo("1");
        assertThat(model.stateProperty().get()).isEqualTo(State.NOTHING_FOUND);
    }

    @Test
    void aDecisionThatIsTakenBackBringsThePairBack() {
        found();
        model.pairs().move(1);
        model.decide(MatchVerdict.SAME);
        model.pairs().move(1);
        session.history().undo(model.lastProperty().get().action());
        model.refresh();
        assertThat(model.pairs().items()).hasSize(4);
        assertThat(model.pairs().chosen().intake().key()).isEqualTo(1L);
        assertThat(model.lastProperty().get()).isNull();
    }

    @Test
    void whatIsTickedGoesIntoMasterWhereTheyAreTheSame() {
        found();
        model.pairs().move(1);
        model.copied().addAll(Set.of(MatchField.PHONE, MatchField.NAME));
        model.decide(MatchVerdict.SAME);
        assertThat(TestDatabases.ask(database, "SELECT company_name || ' ' || company_phone FROM marketing.company_master "
                + "WHERE company_unique_id = '" + MERRICK + "'")).isEqualTo("Merrick Engineering, LLC 304-555-0101");
        assertThat(decided.getFirst().copied()).containsExactlyInAnyOrder(MatchField.PHONE, MatchField.NAME);
        assertThat(model.copied()).isEmpty();
    }

    @Test
    void whatIsTickedGoesNowhereWhereTheyAreDifferent() {
        found();
        model.pairs().move(1);
        model.copyAll();
        assertThat(model.copied()).isNotEmpty();
        model.decide(MatchVerdict.DIFFERENT);
        assertThat(TestDatabases.ask(database, "SELECT company_name FROM marketing.company_master WHERE company_unique_id = '" + MERRICK
                + "'")).isEqualTo("Merrick Enginering");
    }

    @Test
    void allThatCanBeTakenIsTickedAtOnceAndUntickedAgain() {
        found();
        model.pairs().move(1);
        model.copyAll();
        assertThat(model.copied()).extracting(MatchField::name).containsExactlyInAnyOrder("name", "website", "phone", "street",
                "postal_code", "country", "employees", "linkedin");
        model.copyAll();
        assertThat(model.copied()).isEmpty();
    }

    @Test
    void eachFieldSaysHowItCompares() {
        found();
        Map<String, Mark> marks = Comparison.of(model.pairs().items().get(1)).stream()
                .collect(Collectors.toMap(c -> c.field().name(), Comparison::mark));
        assertThat(marks).containsEntry("name", Mark.ALIKE).containsEntry("website", Mark.ALIKE).containsEntry("phone", Mark.ONE)
                .containsEntry("city", Mark.SAME).containsEntry("employees", Mark.DIFFERENT).containsEntry("twitter", Mark.NONE);
    }

    @Test
    void aPairThatSomebodyChangedMeanwhileIsShownAsItIsAndNotDecided() {
        found();
        model.pairs().move(1);
        TestDatabases.run(database, "UPDATE marketing.company_master SET company_name = 'Merrick' WHERE company_unique_id = '" + MERRICK
                + "'");
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get().kind()).isEqualTo(StewardException.Kind.REFUSED);
        assertThat(model.pairs().chosen().intake().key()).as("what is looked at meanwhile").isEqualTo(5L);
        model.pairs().move(-1);
        assertThat(model.pairs().chosen().other().values()).contains("Merrick");
        assertThat(decided).isEmpty();
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get()).isNull();
        assertThat(decided).hasSize(1);
    }

    @Test
    void whatMasterRefusesSaysWhyAndThePairStays() {
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET founded_year = 1200 WHERE id = 1");
        found();
        model.pairs().move(1);
        model.copyAll();
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get().getMessage()).startsWith("Merrick Engineering, LLC and Merrick Enginering: ");
        assertThat(model.pairs().items()).extracting(p -> p.intake().key()).containsExactly(3L, 1L, 5L, 4L);
        assertThat(matches.counts(BATCH).same()).isZero();
    }

    @Test
    void aPairOfWhichASideIsGoneLeavesTheList() {
        found();
        TestDatabases.run(database, "DELETE FROM intake.company_raw_intake WHERE id = 3");
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get().getMessage()).contains("not there any more");
        assertThat(model.pairs().items()).hasSize(3);
    }

    @Test
    void moreArePutBehindTheFirstPageWhenItsEndComesNear() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                SELECT md5(g::text), 'g' || g || '.example', 'MANY' FROM generate_series(1, 250) g;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.1' || lpad(g::text, 4, '0') || '.001', md5(g::text) || ' Inc', 'www.g' || g || '.example', 'crm'
                FROM generate_series(1, 250) g""");
        matches.find("MANY", false);
        model.refresh();
        assertThat(model.pairs().items()).hasSize(PairList.PAGE);
        assertThat(model.pairs().moreProperty().get()).isTrue();
        model.pairs().choose(model.pairs().items().getLast());
        assertThat(model.pairs().items()).hasSize(2 * PairList.PAGE).doesNotHaveDuplicates();
        MatchPair far = model.pairs().items().get(150);
        model.pairs().choose(far);
        model.refresh();
        assertThat(model.pairs().chosen()).isEqualTo(far);
        assertThat(model.pairs().items()).hasSize(2 * PairList.PAGE);
        model.pairs().choose(model.pairs().items().getLast());
        assertThat(model.pairs().items()).hasSize(250).doesNotHaveDuplicates();
        assertThat(model.pairs().moreProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeReadIsAFailureUntilItCanBeAgain() {
        found();
        TestDatabases.run(database, "ALTER TABLE shq.match_setting RENAME TO moved");
        model.choose("OTHER");
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(model.failureProperty().get()).isNotNull();
        TestDatabases.run(database, "ALTER TABLE shq.moved RENAME TO match_setting");
        model.refresh();
        assertThat(model.stateProperty().get()).isEqualTo(State.NOT_SEARCHED);
    }

    @Test
    void aSearchEndsInItsRun() {
        var runs = new ArrayList<Long>();
        var finding = new MatchSearchViewModel(session, Tasks.onSameThread(failures::add), (entity, run) -> runs.add(run.candidates()));
        finding.withinProperty().set(false);
        finding.find(Entity.COMPANY, BATCH);
        assertThat(runs).containsExactly(3L);
        assertThat(finding.runningProperty().get()).isNull();
        finding.find(Entity.COMPANY, "nowhere");
        assertThat(failures).singleElement().satisfies(f -> assertThat(f.cause().getMessage()).contains("no batch nowhere"));
        assertThat(runs).hasSize(1);
    }

    @Test
    void decisionsAreTakenBackOneAfterTheOther() {
        found();
        model.decide(MatchVerdict.SAME);
        model.decide(MatchVerdict.DIFFERENT);
        model.decide(MatchVerdict.LATER);
        model.takeBack();
        model.takeBack();
        assertThat(model.pairs().chosen().intake().key()).isEqualTo(1L);
        assertThat(model.backProperty().get()).isEqualTo("Taken back: Merrick Engineering, LLC is not Merrick Enginering.");
        assertThat(matches.counts(BATCH).same()).isEqualTo(1);
        model.takeBack();
        assertThat(model.canTakeBack()).isFalse();
        assertThat(matches.counts(BATCH).open()).isEqualTo(4);
        assertThat(model.pairs().chosen().intake().key()).isEqualTo(3L);
    }

    @Test
    void whatTheDatabaseDoesNotKeepIsSaidAndInTheListAgain() {
        found();
        TestDatabases.run(database, """
                CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$;
                CREATE TRIGGER away BEFORE INSERT ON shq.match_decision FOR EACH ROW EXECUTE FUNCTION away()""");
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get().getMessage()).startsWith("The Concord University and Concord University: The decision");
        assertThat(model.pairs().items()).hasSize(4);
        assertThat(model.canTakeBack()).isFalse();
        assertThat(failures).hasSize(1);
        assertThat(matches.counts(BATCH).open()).isEqualTo(4);
    }

    @Test
    void blindDecisionsAreToldTheScoreAfterwards() {
        found();
        model.blindProperty().set(true);
        model.decide(MatchVerdict.SAME);
        assertThat(model.lastProperty().get().words()).endsWith("which says the same: 1 of 1 agree.");
        model.decide(MatchVerdict.DIFFERENT);
        assertThat(model.lastProperty().get().words()).endsWith("which says otherwise: 1 of 2 agree.");
        assertThat(again().blindProperty().get()).isTrue();
    }

    @Test
    void peopleAreDecidedAboutAsCompaniesAre() {
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (id, first_name, last_name, email, import_batch_id)
                VALUES (71, 'Robert', 'Zebrowski', 'robert.zebrowski@merrick.example', 'PEOPLE'),
                       (72, 'Bob', 'Zebrowski', 'Robert.Zebrowski@merrick.example', 'PEOPLE')""");
        session.matching().of(Entity.PERSON).find("PEOPLE", true);
        model.choose(Entity.PERSON);
        assertThat(model.batchProperty().get()).isEqualTo("PEOPLE");
        Map<String, Mark> marks = Comparison.of(model.pairs().chosen()).stream()
                .collect(Collectors.toMap(c -> c.field().name(), Comparison::mark));
        assertThat(marks).containsEntry("first_name", Mark.ALIKE).containsEntry("last_name", Mark.SAME).containsEntry("email", Mark.ALIKE);
        model.decide(MatchVerdict.SAME);
        assertThat(model.lastProperty().get().words()).startsWith("Bob Zebrowski is the same as Robert Zebrowski");
        assertThat(session.matching().of(Entity.PERSON).counts("PEOPLE").same()).isEqualTo(1);
        assertThat(again().batchProperty().get()).isEqualTo("PEOPLE");
        model.choose(Entity.COMPANY);
        assertThat(model.batchProperty().get()).isEqualTo(BATCH);
    }

    @Test
    void aGroupIsDecidedAtOnceAndTakenBackAtOnce() {
        groups();
        assertThat(model.groups().chosen().records()).extracting(Row::key).containsExactly(81L, 82L, 83L);
        model.decide(MatchVerdict.SAME);
        assertThat(matches.counts("GROUP").same()).isEqualTo(3);
        assertThat(model.groups().isEmpty()).isTrue();
        model.takeBack();
        assertThat(matches.counts("GROUP").open()).isEqualTo(3);
        assertThat(model.backProperty().get()).isEqualTo("Taken back: Zebrowski Lumber: the same (3 pairs).");
        assertThat(model.groups().chosen().records()).hasSize(3);
    }

    @Test
    void aRecordThatIsTakenOutIsNoneOfTheOthers() {
        groups();
        model.groups().take(0);
        model.groups().take(1);
        model.groups().take(2);
        assertThat(model.groups().out()).as("one stays").containsExactlyInAnyOrder(0, 1);
        model.groups().take(1);
        model.decide(MatchVerdict.SAME);
        assertThat(pairsThatAre("same")).containsExactly("82 83");
        assertThat(pairsThatAre("different")).containsExactly("81 82", "81 83");
    }

    @Test
    void aGroupIsSplitInTwo() {
        groups();
        model.split();
        assertThat(pairsThatAre("same")).hasSize(1);
        assertThat(pairsThatAre("different")).hasSize(2);
    }

    @Test
    void whatWasDecidedInAGroupStays() {
        groups();
        model.groupedProperty().set(false);
        model.decide(MatchVerdict.SAME);
        model.groupedProperty().set(true);
        assertThat(model.groups().chosen().undecided()).hasSize(2);
        model.decide(MatchVerdict.DIFFERENT);
        assertThat(matches.counts("GROUP").same()).isEqualTo(1);
        assertThat(matches.counts("GROUP").different()).isEqualTo(2);
        assertThat(TestDatabases.ask(database, "SELECT count(*) FROM shq.match_decision")).isEqualTo("3");
    }

    @Test
    void ofAGroupThatSomebodyChangedMeanwhileNothingIsDecided() {
        groups();
        TestDatabases.run(database, "UPDATE intake.company_raw_intake SET company = 'Zebrowski Lumber Yard' WHERE id = 82");
        model.decide(MatchVerdict.SAME);
        assertThat(model.problemProperty().get().getMessage()).contains("Somebody changed a record of the group");
        assertThat(matches.counts("GROUP").open()).isEqualTo(3);
        assertThat(model.groups().chosen().records().get(1).text(MatchField.NAME.intake())).isEqualTo("Zebrowski Lumber Yard");
    }

    private void groups() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, import_batch_id)
                SELECT i, 'Zebrowski Lumber', 'zebrowski.example', '304-555-0177', 'GROUP' FROM generate_series(81, 83) i""");
        matches.find("GROUP", true);
        model.choose("GROUP");
        model.groupedProperty().set(true);
    }

    private List<String> pairsThatAre(String decision) {
        return TestDatabases.list(database, "SELECT least(d.intake_id, d.other_intake_id) || ' ' || greatest(d.intake_id, "
                + "d.other_intake_id) FROM shq.match_standing d WHERE d.decision = '" + decision + "' ORDER BY 1");
    }

    private void found() {
        matches.find(BATCH, true);
        model.refresh();
    }

    private MatchesViewModel again() {
        MatchesViewModel other = model();
        other.refresh();
        return other;
    }

    private MatchesViewModel model() {
        return new MatchesViewModel(session, Tasks.onSameThread(failures::add), preferences, decided::add);
    }
}
