package barton.steward.dao.matching;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.DecideResult;
import barton.steward.model.matching.MatchCounts;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import barton.steward.model.matching.MatchRun;
import barton.steward.model.matching.MatchThresholds;
import barton.steward.model.matching.MatchVerdict;
import barton.steward.model.matching.PairFilter;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbiMatchDaoTest {
    private static final String MERRICK = "04.04.01.00.00000.001";
    private final DataSource database = TestDatabases.pooled(TestDatabases.migrated());
    private final Daos daos = JdbiDaos.over(Database.over(database));
    private final MatchDao matches = daos.matches();

    @BeforeEach
    void fill() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, company_city, company_state, import_batch_id,
                                                       validated)
                VALUES (1, 'Merrick Engineering, LLC', 'https://www.merrick.example', '304-555-0101', 'Elkins', 'West Virginia', 'B', true),
                       (2, 'Concord University', 'concord.example', NULL, 'Athens', 'WV', 'B', true),
                       (3, 'The Concord University', 'www.concord.example', NULL, 'Athens', 'WV', 'B', true),
                       (4, 'Tygart Glass Works', NULL, NULL, NULL, NULL, 'B', true);
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, company_phone, address_city,
                                                      address_state, source_system)
                VALUES ('04.04.01.00.00000.001', 'Merrick Enginering', 'merrick.example', NULL, 'Elkins', 'WV', 'crm'),
                       ('04.04.01.00.00000.002', 'Potomac Hotels', 'potomac.example', NULL, NULL, NULL, 'crm')""");
    }

    @Test
    void aPairHasItsScoreAndSaysWhy() {
        MatchRun found = matches.find("B", false, "ann");

        assertThat(found).isEqualTo(new MatchRun(found.id(), "B", false, 4, 2, 1, "ann", found.at()));
        assertThat(matches.lastRun("B")).contains(found);
        MatchPair pair = only();
        assertThat(pair.intake().get(IntakeFields.ID)).isEqualTo(1L);
        assertThat(pair.other().get(MasterFields.COMPANY_UNIQUE_ID)).isEqualTo(MERRICK);
        assertThat(pair.score()).isGreaterThan(90);
        assertThat(pair.likeness()).isBetween(0.9, 0.99);
        assertThat(pair.reasons()).extracting(Reason::trait).containsExactly("name", "host", "place");
        assertThat(pair.reasons()).extracting(Reason::words).containsExactly("names that differ in a letter or two", "same host",
                "same city");
        assertThat(pair.reasons()).allSatisfy(reason -> assertThat(reason.bits()).isPositive());
        assertThat(pair.reasons().get(1).sentence()).matches("same host: 1 in [0-9,]+ by chance");
        assertThat(pair.decision()).isEmpty();
    }

    @Test
    void rowsOfABatchAreComparedWithEachOtherWhereThatIsWanted() {
        matches.find("B", true, "ann");

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).extracting(p -> p.intake().key(), p -> p.other().key())
                .containsExactlyInAnyOrder(tuple(1L, MERRICK), tuple(3L, 2L));
    }

    @Test
    void anUnknownBatchIsRefused() {
        assertThatThrownBy(() -> matches.find("nowhere", true, "ann")).isInstanceOf(StewardException.class)
                .hasMessageContaining("no batch nowhere");
        assertThat(matches.lastRun("nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBatchThatIsPromotedAsAWholeHasNothingToCompare(boolean within) {
        ask(database, "SELECT shq.promote_company_records('B', 'ann')");

        MatchRun found = matches.find("B", within, "ann");

        assertThat(found).isEqualTo(new MatchRun(found.id(), "B", within, 0, 0, 0, "ann", found.at()));
        assertThat(matches.lastRun("B")).contains(found);
    }

    @Test
    void aBatchWhosePromotedRowsAreClearedIsSearchedForTheOthersAlone() {
        matches.find("B", true, "ann");
        run(database, "UPDATE intake.company_raw_intake SET validated = false WHERE id = 4");
        ask(database, "SELECT shq.promote_company_records('B', 'ann')");
        ask(database, "SELECT shq.clear_promoted_intake('B', 'ann')");

        assertThat(matches.find("B", true, "ann").compared()).isEqualTo(1);

        run(database, "DELETE FROM intake.company_raw_intake");
        assertThatThrownBy(() -> matches.find("B", true, "ann")).hasMessageContaining("no batch B");
    }

    @Test
    void aBatchMayHaveAnyName() {
        run(database, "UPDATE intake.company_raw_intake SET import_batch_id = 'O''Neill \\ :x ?'");

        assertThat(matches.find("O'Neill \\ :x ?", true, "ann").candidates()).isEqualTo(2);
    }

    @Test
    void aSameRowIsNotPromotedAndSaysWhy() {
        matches.find("B", true, "ann");
        decide(only(), MatchVerdict.SAME);

        assertThat(status(1)).isEqualTo(IntakeStatus.MATCHED.word());
        assertThat(daos.tables().count(Selection.all(withStatus(IntakeStatus.MATCHED)))).isEqualTo(1);
        assertThat(daos.tables().count(Selection.all(withStatus(IntakeStatus.VALIDATED)))).isEqualTo(3);
        assertThat(daos.promotion().preview(Entity.COMPANY, "B")).isEqualTo(new CompanyPromotionPreview("B", 3, 0, 0, 1, 0, 0, 0, 1, 1L,
                matches.lastRun("B").orElseThrow().at()));
        assertThat(promote()).isEqualTo(3);
        assertThat(ask(database, "SELECT notes FROM public.shq_validation_log")).endsWith("1 held back by a match.");
        assertThat(ask(database, "SELECT count(*) FROM marketing.company_master WHERE source_record_id = '1'")).isEqualTo("0");
        assertThat(promote()).isZero();
        assertThat(daos.promotion().promotableBatches(Entity.COMPANY)).isEmpty();
    }

    @Test
    void ofTwoRowsOfABatchThatAreTheSameOneIsPromoted() {
        matches.find("B", true, "ann");
        decide(pair(3), MatchVerdict.SAME);

        assertThat(promote()).isEqualTo(3);
        assertThat(list(database, "SELECT source_record_id FROM marketing.company_master WHERE company_name LIKE '%Concord%'"))
                .containsExactly("2");
    }

    @Test
    void whereTheOtherSideIsGoneNothingHoldsARowBack() {
        matches.find("B", false, "ann");
        decide(only(), MatchVerdict.SAME);
        run(database, "DELETE FROM marketing.company_slots; DELETE FROM marketing.company_master");

        assertThat(status(1)).isEqualTo(IntakeStatus.VALIDATED.word());
        assertThat(promote()).isEqualTo(4);
    }

    @Test
    void aDecisionIsNeverAskedAgainByLaterRuns() {
        matches.find("B", true, "ann");
        decide(pair(1), MatchVerdict.DIFFERENT);
        decide(pair(3), MatchVerdict.SAME);
        matches.find("B", true, "bob");

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).isEmpty();
        assertThat(matches.counts("B")).isEqualTo(new MatchCounts(0, 0, 1, 1, 1));
        assertThat(pair(1).decision()).hasValueSatisfying(d -> assertThat(d.verdict()).isEqualTo(MatchVerdict.DIFFERENT));
        assertThat(pair(1).settled()).isTrue();
    }

    @Test
    void aDecisionStandsAfterOneSideWasPromoted() {
        matches.find("B", true, "ann");
        decide(pair(3), MatchVerdict.DIFFERENT);
        run(database, "UPDATE intake.company_raw_intake SET validated = false WHERE id = 3");
        promote();
        matches.find("B", true, "ann");

        assertThat(pair(3).other().table()).isEqualTo(Table.MASTER);
        assertThat(pair(3).settled()).isTrue();
    }

    @Test
    void whatChangedSinceIsAskedAgainButStaysHeld() {
        matches.find("B", false, "ann");
        decide(only(), MatchVerdict.SAME);
        run(database, "UPDATE intake.company_raw_intake SET company = 'MERRICK ENGINEERING' WHERE id = 1");
        assertThat(only().settled()).isTrue();

        run(database, "UPDATE intake.company_raw_intake SET company = 'Merrick Surveying', validated = true WHERE id = 1");

        assertThat(only().changedSince()).isTrue();
        assertThat(only().settled()).isFalse();
        assertThat(status(1)).isEqualTo(IntakeStatus.MATCHED.word());
        decide(only(), MatchVerdict.DIFFERENT);
        assertThat(only().settled()).isTrue();
        assertThat(status(1)).isEqualTo(IntakeStatus.VALIDATED.word());
    }

    @Test
    void laterLeavesAPairOpen() {
        matches.find("B", false, "ann");
        decide(only(), MatchVerdict.LATER);

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).hasSize(1);
        assertThat(matches.counts("B")).isEqualTo(new MatchCounts(0, 1, 0, 0, 0));
        assertThat(status(1)).isEqualTo(IntakeStatus.VALIDATED.word());
    }

    @Test
    void chosenFieldsFlowIntoMasterAndAreTakenBackWithTheDecision() {
        matches.find("B", false, "ann");
        DecideResult result = matches.decide(only(), MatchVerdict.SAME, Set.of(MatchField.PHONE, MatchField.NAME), "ann");

        long action = ((DecideResult.Decided) result).actionId();
        assertThat(ask(database, "SELECT company_name || company_phone || website_url FROM marketing.company_master WHERE"
                + " company_unique_id = '" + MERRICK + "'")).isEqualTo("Merrick Engineering, LLC304-555-0101merrick.example");
        assertThat(daos.history().of(Table.MASTER, MERRICK, 10)).extracting(c -> c.field() + ": " + c.before() + " → " + c.after())
                .containsExactlyInAnyOrder("company_name: Merrick Enginering → Merrick Engineering, LLC",
                        "company_phone: null → 304-555-0101");

        assertThat(daos.history().latestStanding("ann")).hasValueSatisfying(a -> assertThat(a.id()).isEqualTo(action));
        assertThat(daos.history().undo(action, "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(ask(database, "SELECT company_name FROM marketing.company_master WHERE company_unique_id = '" + MERRICK + "'"))
                .isEqualTo("Merrick Enginering");
        assertThat(only().decision()).isEmpty();
        assertThat(status(1)).isEqualTo(IntakeStatus.VALIDATED.word());
    }

    @Test
    void takingADecisionBackBringsTheOneBeforeBack() {
        matches.find("B", false, "ann");
        decide(only(), MatchVerdict.DIFFERENT);
        long action = decide(only(), MatchVerdict.SAME);

        assertThat(daos.history().undo(action, "bob")).isEqualTo(new UndoResult.Undone(0, action + 1));

        assertThat(only().decision()).hasValueSatisfying(d -> assertThat(d.verdict()).isEqualTo(MatchVerdict.DIFFERENT));
        assertThat(daos.history().undo(action, "bob")).isInstanceOf(UndoResult.Refused.class);
    }

    @Test
    void whatIntakeDoesNotSayIsNotTakenOver() {
        run(database, "UPDATE intake.company_raw_intake SET company_phone = ' ' WHERE id = 1");
        matches.find("B", false, "ann");

        assertThat(matches.decide(only(), MatchVerdict.SAME, Set.of(MatchField.PHONE), "ann")).isInstanceOf(DecideResult.Refused.class);
        assertThat(only().decision()).isEmpty();
    }

    @Test
    void aDecisionAboutWhatSomebodyChangedMeanwhileIsNotTaken() {
        matches.find("B", false, "ann");
        MatchPair read = only();
        Row company = daos.tables().row(Table.MASTER, MERRICK).orElseThrow();
        daos.tables().edit(company, Map.of(MasterFields.COMPANY_NAME, "Merrick Foods"), "bob");

        assertThat(matches.decide(read, MatchVerdict.SAME, Set.of(MatchField.NAME), "ann"))
                .isInstanceOfSatisfying(DecideResult.Changed.class,
                changed -> assertThat(changed.now().other().get(MasterFields.COMPANY_NAME)).isEqualTo("Merrick Foods"));
        assertThat(ask(database, "SELECT count(*) FROM shq.match_decision")).isEqualTo("0");
        assertThat(ask(database, "SELECT company_name FROM marketing.company_master WHERE company_unique_id = '" + MERRICK + "'"))
                .isEqualTo("Merrick Foods");
    }

    @Test
    void ofStewardsWhoDecideTogetherOneDecides() throws Exception {
        matches.find("B", false, "ann");
        MatchPair read = only();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<DecideResult>> results = IntStream.range(0, 4).mapToObj(n -> threads.submit(() ->
                    matches.decide(read, n % 2 == 0 ? MatchVerdict.SAME : MatchVerdict.DIFFERENT, Set.of(), "steward " + n))).toList();
            int decided = 0;
            for (Future<DecideResult> result : results) {
                decided += result.get() instanceof DecideResult.Decided ? 1 : 0;
            }
            assertThat(decided).isEqualTo(1);
        }
        assertThat(ask(database, "SELECT count(*) FROM shq.match_decision")).isEqualTo("1");
    }

    @Test
    void aPromotedRowIsNotDecidedAbout() {
        matches.find("B", false, "ann");
        MatchPair read = only();
        promote();

        assertThat(matches.decide(read, MatchVerdict.SAME, Set.of(), "ann")).isInstanceOf(DecideResult.Gone.class);
        assertThat(matches.pairs("B", PairFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void undecidedPairsHoldRowsBackWhereTheSettingSaysSo() {
        matches.find("B", true, "ann");
        assertThat(matches.thresholds()).isEqualTo(new MatchThresholds(55, OptionalInt.empty()));
        matches.set(new MatchThresholds(55, OptionalInt.of(80)), "admin");

        assertThat(status(1)).isEqualTo(IntakeStatus.MATCHED.word());
        assertThat(status(3)).isEqualTo(IntakeStatus.MATCHED.word());
        decide(pair(1), MatchVerdict.DIFFERENT);
        decide(pair(3), MatchVerdict.LATER);
        assertThat(status(1)).isEqualTo(IntakeStatus.VALIDATED.word());
        assertThat(promote()).isEqualTo(3);
        matches.set(new MatchThresholds(55, OptionalInt.empty()), "admin");
        assertThat(promote()).isEqualTo(1);
    }

    @Test
    void thresholdsAreScores() {
        assertThatThrownBy(() -> new MatchThresholds(39, OptionalInt.empty())).isInstanceOf(StewardException.class);
        assertThatThrownBy(() -> new MatchThresholds(50, OptionalInt.of(101))).isInstanceOf(StewardException.class);
    }

    @Test
    void onlyShownPairsAreListed() {
        matches.find("B", true, "ann");
        matches.set(new MatchThresholds(100, OptionalInt.empty()), "ann");

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).extracting(MatchPair::score).containsOnly(100);
    }

    @Test
    void pairsAreAskedForByWhetherTheyAreDecided() {
        matches.find("B", true, "ann");
        decide(pair(1), MatchVerdict.SAME);
        decide(pair(3), MatchVerdict.LATER);

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).extracting(p -> p.intake().key()).containsExactly(3L);
        assertThat(matches.pairs("B", PairFilter.DECIDED, Optional.empty(), 10)).extracting(p -> p.intake().key()).containsExactly(1L);
        assertThat(matches.pairs("B", PairFilter.ALL, Optional.empty(), 10)).hasSize(2);
    }

    @Test
    void openPairsAreCountedByBatch() {
        run(database, "INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (9, 'Quite Alone', 'A')");
        assertThat(matches.open()).isEmpty();
        matches.find("B", true, "ann");
        matches.find("A", true, "ann");
        assertThat(matches.open()).containsExactly(Map.entry("A", 0L), Map.entry("B", 2L));

        decide(pair(3), MatchVerdict.LATER);
        assertThat(matches.open()).containsEntry("B", 1L);
    }

    @Test
    void pairsArePagedFromTheHighestScoreDown() {
        run(database, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id)
                SELECT 100 + g, 'Gauley ' || chr(65 + g) || 'ord Motors', 'g' || g % 10 || '.example', 'P'
                FROM generate_series(0, 24) g""");
        matches.find("P", true, "ann");
        List<MatchPair> all = matches.pairs("P", PairFilter.UNDECIDED, Optional.empty(), 500);
        List<MatchPair> first = matches.pairs("P", PairFilter.UNDECIDED, Optional.empty(), 7);

        assertThat(all).hasSizeGreaterThan(10).isSortedAccordingTo((a, b) -> b.score() - a.score());
        assertThat(first).isEqualTo(all.subList(0, 7));
        assertThat(matches.pairs("P", PairFilter.UNDECIDED, Optional.of(first.getLast()), 500)).isEqualTo(all.subList(7, all.size()));
    }

    @Test
    void possibleDuplicatesAreRowsThatWouldBePromoted() {
        assertThat(((CompanyPromotionPreview) daos.promotion().preview(Entity.COMPANY, "B")).possibleDuplicates()).isNull();
        matches.find("B", true, "ann");
        assertThat(((CompanyPromotionPreview) daos.promotion().preview(Entity.COMPANY, "B")).possibleDuplicates()).isEqualTo(2);

        decide(pair(1), MatchVerdict.SAME);
        decide(pair(3), MatchVerdict.LATER);
        assertThat(((CompanyPromotionPreview) daos.promotion().preview(Entity.COMPANY, "B")).possibleDuplicates()).isEqualTo(1);

        daos.intake().mark(Selection.all(Query.all(Table.INTAKE)), false, Optional.empty(), "ann", 4, UUID.randomUUID());
        assertThat(((CompanyPromotionPreview) daos.promotion().preview(Entity.COMPANY, "B")).possibleDuplicates()).isZero();
    }

    @Test
    void aHeldRowIsStillMarkedAndEdited() {
        matches.find("B", false, "ann");
        decide(only(), MatchVerdict.SAME);

        assertThat(daos.intake().mark(new Selection.Keys(Table.INTAKE, Set.of(1L)), false, Optional.empty(), "ann", 1))
                .isInstanceOf(BulkResult.Done.class);
    }

    @Test
    void aCancelEndsTheSearchInTheDatabaseAndKeepsThePairs() throws Exception {
        matches.find("B", false, "ann");
        run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.01.' || lpad((g / 1000)::text, 5, '0') || '.' || lpad((g % 1000)::text, 3, '0'),
                       'Company ' || md5(g::text), md5(g::text) || '.example', 'crm'
                FROM generate_series(1, 30000) g""");
        var work = new AtomicReference<Work>();
        work.set(new Work(rows -> work.get().cancel()));

        assertThatThrownBy(() -> work.get().run(() -> matches.find("B", false, "ann"))).isInstanceOfSatisfying(StewardException.class,
                e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.CANCELLED));

        assertThat(matches.pairs("B", PairFilter.UNDECIDED, Optional.empty(), 10)).hasSize(1);
        assertThat(ask(database, "SELECT count(*) FROM shq.match_run")).isEqualTo("1");
    }

    private MatchPair only() {
        List<MatchPair> pairs = matches.pairs("B", PairFilter.ALL, Optional.empty(), 10);
        assertThat(pairs.stream().filter(p -> p.intake().key().equals(1L)).toList()).hasSize(1);
        return pair(1);
    }

    private MatchPair pair(long intake) {
        return matches.pairs("B", PairFilter.ALL, Optional.empty(), 10).stream().filter(p -> p.intake().key().equals(intake)).findFirst()
                .orElseThrow();
    }

    private long decide(MatchPair pair, MatchVerdict verdict) {
        DecideResult result = matches.decide(pair, verdict, Set.of(), "ann");
        assertThat(result).isInstanceOf(DecideResult.Decided.class);
        return ((DecideResult.Decided) result).actionId();
    }

    private long promote() {
        return daos.promotion().promote(Entity.COMPANY, "B", "ann", UUID.randomUUID()).promoted();
    }

    private String status(long id) {
        return daos.tables().row(Table.INTAKE, id).orElseThrow().text(IntakeFields.STATUS);
    }

    private static Query withStatus(IntakeStatus status) {
        return Query.all(Table.INTAKE).where(Condition.is(IntakeFields.STATUS, status));
    }
}
