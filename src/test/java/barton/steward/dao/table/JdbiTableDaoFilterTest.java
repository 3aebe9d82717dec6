package barton.steward.dao.table;

import static barton.steward.model.query.Condition.empty;
import static barton.steward.model.query.Condition.is;
import static barton.steward.model.query.Condition.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.FieldType;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Condition.Op;
import barton.steward.model.query.FacetValue;
import barton.steward.model.query.Filter;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbiTableDaoFilterTest {
    private static DataSource source;
    private static TableDao dao;

    @BeforeAll
    static void fill() {
        source = TestDatabases.migrated();
        SampleRows.fill(source, 300);
        dao = JdbiDaos.over(Database.over(TestDatabases.pooled(source))).tables();
    }

    record Case(Table table, Condition condition, Predicate<Row> expected) {
        @Override
        public String toString() {
            return table + " " + condition;
        }
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void aConditionFindsExactlyTheRowsThatMeetIt(Case c) {
        Set<Object> expected = keys(read(Query.all(c.table())).stream().filter(c.expected()).toList());
        assertThat(expected).isNotEmpty();
        assertThat(keys(read(Query.all(c.table()).where(c.condition())))).isEqualTo(expected);
        assertThat(dao.count(Selection.all(Query.all(c.table()).where(c.condition())))).isEqualTo(expected.size());
    }

    static Stream<Case> conditions() {
        Field industry = IntakeFields.INDUSTRY;
        Instant day = Instant.parse("2025-01-02T00:00:00Z");
        return Stream.of(
                intake(is(industry, "beta"), r -> "beta".equals(r.get(industry))),
                intake(new Condition(industry, Op.IS_NOT, "beta"), r -> !"beta".equals(r.get(industry))),
                intake(oneOf(industry, List.of("beta", "zeta")), r -> Set.of("beta", "zeta").contains(String.valueOf(r.get(industry)))),
                intake(new Condition(industry, Op.CONTAINS, "ET"), r -> lower(r, industry).contains("et")),
                intake(new Condition(industry, Op.CONTAINS, "%"), r -> lower(r, industry).contains("%")),
                intake(new Condition(industry, Op.CONTAINS, "_"), r -> lower(r, industry).contains("_")),
                intake(new Condition(industry, Op.CONTAINS, "\\"), r -> lower(r, industry).contains("\\")),
                intake(new Condition(industry, Op.STARTS_WITH, "éPS"), r -> lower(r, industry).startsWith("éps")),
                intake(new Condition(industry, Op.NOT_ONE_OF, List.of("beta", "zeta")),
                        r -> !Set.of("beta", "zeta").contains(String.valueOf(r.get(industry)))),
                intake(new Condition(industry, Op.NOT_CONTAINS, "ET"), r -> !lower(r, industry).contains("et")),
                intake(new Condition(industry, Op.NOT_STARTS_WITH, "éPS"), r -> !lower(r, industry).startsWith("éps")),
                intake(new Condition(IntakeFields.NUM_EMPLOYEES, Op.BETWEEN, List.of(2, 4)),
                        r -> r.get(IntakeFields.NUM_EMPLOYEES) instanceof Integer n && n >= 2 && n <= 4),
                intake(new Condition(IntakeFields.NUM_EMPLOYEES, Op.NOT_ONE_OF, List.of(1, 3)),
                        r -> !Set.of(1, 3).contains(number(r, IntakeFields.NUM_EMPLOYEES))),
                intake(new Condition(IntakeFields.CREATED_AT, Op.BETWEEN, List.of(day, day.plusSeconds(86_400))),
                        r -> !((Instant) r.get(IntakeFields.CREATED_AT)).isBefore(day)
                                && !((Instant) r.get(IntakeFields.CREATED_AT)).isAfter(day.plusSeconds(86_400))),
                intake(new Condition(IntakeFields.STATUS, Op.NOT_ONE_OF, List.of(IntakeStatus.NEW, IntakeStatus.PROMOTED)),
                        r -> !Set.of(IntakeStatus.NEW.word(), IntakeStatus.PROMOTED.word()).contains(r.text(IntakeFields.STATUS))),
                new Case(Table.MASTER, new Condition(MasterFields.KEYWORDS, Op.HAS_NOT, "b c"),
                        r -> !list(r, MasterFields.KEYWORDS).contains("b c")),
                new Case(Table.COMPANY_SIDECARS, new Condition(CompanySidecarFields.FRESHNESS, Op.NOT_ONE_OF, List.of("stale", "never")),
                        r -> "fresh".equals(r.get(CompanySidecarFields.FRESHNESS))),
                intake(empty(industry), r -> lower(r, industry).isEmpty()),
                intake(new Condition(industry, Op.PRESENT, null), r -> !lower(r, industry).isEmpty()),
                intake(is(IntakeFields.VALIDATED, true), r -> Boolean.TRUE.equals(r.get(IntakeFields.VALIDATED))),
                intake(new Condition(IntakeFields.VALIDATED, Op.IS_NOT, true), r -> !Boolean.TRUE.equals(r.get(IntakeFields.VALIDATED))),
                intake(new Condition(IntakeFields.NUM_EMPLOYEES, Op.AT_LEAST, 5), r -> number(r, IntakeFields.NUM_EMPLOYEES) >= 5),
                intake(new Condition(IntakeFields.NUM_EMPLOYEES, Op.AT_MOST, 2), r -> number(r, IntakeFields.NUM_EMPLOYEES) <= 2
                        && r.get(IntakeFields.NUM_EMPLOYEES) != null),
                intake(oneOf(IntakeFields.NUM_EMPLOYEES, List.of(1, 3)), r -> Set.of(1, 3).contains(number(r, IntakeFields.NUM_EMPLOYEES))),
                intake(is(IntakeFields.ID, 17L), r -> r.key().equals(17L)),
                intake(new Condition(IntakeFields.CREATED_AT, Op.AT_LEAST, day),
                        r -> !((Instant) r.get(IntakeFields.CREATED_AT)).isBefore(day)),
                status(IntakeStatus.NEW), status(IntakeStatus.FAILED), status(IntakeStatus.VALIDATED), status(IntakeStatus.PROMOTED),
                intake(oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.PROMOTED)),
                        r -> Set.of(IntakeStatus.NEW.word(), IntakeStatus.PROMOTED.word()).contains(r.text(IntakeFields.STATUS))),
                intake(new Condition(IntakeFields.STATUS, Op.IS_NOT, IntakeStatus.NEW),
                        r -> !IntakeStatus.NEW.word().equals(r.get(IntakeFields.STATUS))),
                new Case(Table.MASTER, new Condition(MasterFields.SLOT_COUNT, Op.AT_LEAST, 2L),
                        r -> (Long) r.get(MasterFields.SLOT_COUNT) >= 2),
                new Case(Table.MASTER, new Condition(MasterFields.KEYWORDS, Op.HAS, "b c"),
                        r -> list(r, MasterFields.KEYWORDS).contains("b c")),
                new Case(Table.MASTER, empty(MasterFields.KEYWORDS), r -> list(r, MasterFields.KEYWORDS).isEmpty()),
                new Case(Table.MASTER, is(MasterFields.DATA_QUALITY_SCORE, new BigDecimal("24.6")),
                        r -> Objects.equals(r.get(MasterFields.DATA_QUALITY_SCORE), new BigDecimal("24.60"))),
                new Case(Table.SLOTS, new Condition(SlotFields.COMPANY_NAME, Op.CONTAINS, "Beta"),
                        r -> lower(r, SlotFields.COMPANY_NAME).contains("beta")),
                new Case(Table.PEOPLE, new Condition(PeopleFields.SKILLS, Op.HAS, "java"),
                        r -> list(r, PeopleFields.SKILLS).contains("java")),
                new Case(Table.COMPANY_SIDECARS, oneOf(CompanySidecarFields.FRESHNESS, List.of("stale", "never")),
                        r -> !"fresh".equals(r.get(CompanySidecarFields.FRESHNESS))),
                new Case(Table.COMPANY_SIDECARS, new Condition(CompanySidecarFields.ENRICHMENT_PAYLOAD, Op.CONTAINS, "\"a\""),
                        r -> lower(r, CompanySidecarFields.ENRICHMENT_PAYLOAD).contains("\"a\"")),
                new Case(Table.LOG, is(LogFields.ROUTE, "intake → master"), r -> "intake → master".equals(r.get(LogFields.ROUTE))));
    }

    /// Random trees of the conditions above, against the same trees of what Java says of each row.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void joinedConditionsFindWhatTheirPartsDo(long seed) {
        var random = new Random(seed);
        List<Case> leaves = conditions().filter(c -> c.table() == Table.INTAKE).toList();
        List<Row> rows = read(Query.all(Table.INTAKE));
        var sizes = new HashSet<Integer>();
        for (int i = 0; i < 60; i++) {
            Joined joined = joined(leaves, random, 3);
            Set<Object> expected = keys(rows.stream().filter(joined.expected()).toList());
            sizes.add(expected.size());
            assertThat(keys(read(Query.all(Table.INTAKE).where(joined.filter())))).as("%s", joined.filter()).isEqualTo(expected);
            Query narrower = Query.all(Table.INTAKE).where(joined.filter()).where(is(IntakeFields.INDUSTRY, "beta"));
            assertThat(dao.count(Selection.all(narrower))).as("%s", joined.filter())
                    .isEqualTo(rows.stream().filter(joined.expected()).filter(r -> "beta".equals(r.get(IntakeFields.INDUSTRY))).count());
        }
        assertThat(sizes).hasSizeGreaterThan(10);
    }

    private record Joined(Filter filter, Predicate<Row> expected) {
    }

    private static Joined joined(List<Case> leaves, Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            Case leaf = leaves.get(random.nextInt(leaves.size()));
            return new Joined(leaf.condition(), leaf.expected());
        }
        if (kind == 1) {
            Joined part = joined(leaves, random, depth - 1);
            return new Joined(new Filter.Not(part.filter()), part.expected().negate());
        }
        List<Joined> parts = Stream.generate(() -> joined(leaves, random, depth - 1)).limit(random.nextInt(4)).toList();
        List<Filter> filters = parts.stream().map(Joined::filter).toList();
        return kind == 2 ? new Joined(new Filter.AnyOf(filters), r -> parts.stream().anyMatch(p -> p.expected().test(r)))
                : new Joined(new Filter.AllOf(filters), r -> parts.stream().allMatch(p -> p.expected().test(r)));
    }

    @Test
    void theStatusSaysWhereARowStands() {
        assertThat(read(Query.all(Table.INTAKE))).allSatisfy(row -> {
            String notes = row.text(IntakeFields.VALIDATION_NOTES);
            IntakeStatus expected = (Long) row.key() % 2 == 0 ? IntakeStatus.PROMOTED
                    : Boolean.TRUE.equals(row.get(IntakeFields.VALIDATED)) ? IntakeStatus.VALIDATED
                    : notes != null && notes.contains(": is ") ? IntakeStatus.FAILED : IntakeStatus.NEW;
            assertThat(row.get(IntakeFields.STATUS)).isEqualTo(expected.word());
        });
    }

    @Test
    void routesNameTheStagesAndRatesAreCounted() {
        assertThat(read(Query.all(Table.LOG))).allSatisfy(row -> {
            String from = row.text(LogFields.SOURCE_TABLE) == null ? "unknown"
                    : row.text(LogFields.SOURCE_TABLE).contains("people") ? "people intake" : "intake";
            String to = row.text(LogFields.TARGET_TABLE).contains("people") ? "people master" : "master";
            assertThat(row.get(LogFields.ROUTE)).isEqualTo(from + " → " + to);
            Integer total = (Integer) row.get(LogFields.TOTAL_RECORDS);
            assertThat(row.get(LogFields.SUCCESS_RATE)).isEqualTo(total == null ? null
                    : new BigDecimal(100 * (Integer) row.get(LogFields.PASSED_RECORDS)).divide(new BigDecimal(total), 2,
                            RoundingMode.HALF_UP));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSearchFindsTheRowsWithTheTextInASearchedField(Table table) {
        assertThat(dao.searched(table)).isNotEmpty();
        for (String text : List.of("BETA", "a\\b", "%", "_", "4.04.0", "RUN-1")) {
            Set<Object> expected = keys(read(Query.all(table)).stream().filter(row -> dao.searched(table).stream()
                    .anyMatch(f -> lower(row, f).contains(text.toLowerCase(Locale.ROOT)))).toList());
            assertThat(keys(read(Query.all(table).searching(text)))).as(text).isEqualTo(expected);
        }
    }

    @Test
    void oneOrTwoLettersAreFoundAtTheBeginningsOfWords() {
        DataSource own = TestDatabases.migrated();
        TestDatabases.run(own, """
                INSERT INTO intake.company_raw_intake (company, website) VALUES ('Quarry', NULL), ('Old quarry', NULL), ('Re-QUote', NULL),
                    ('(Quiet)', NULL), ('O''Quinn & "Quo"', NULL), ('Equal', 'https://equal.example'), ('X', 'https://quarry.example'),
                    ('Y', 'https://www.quarry.example'), ('Antique', NULL), ('Old,quad', NULL), ('a_quad', NULL),
                    (NULL, 'quarry.example');
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Quarry', 'https://a.example', 'x'), ('04.04.01.00.00001.002', 'Equal',
                    'https://b.example', 'x');""");
        TableDao tables = JdbiDaos.over(Database.over(own)).tables();
        Query query = Query.all(Table.INTAKE);
        for (String text : List.of("qu", "Q")) {
            assertThat(tables.page(query.searching(text), Optional.empty(), 100)).as(text).extracting(row -> row.text(IntakeFields.COMPANY))
                    .containsExactly("Quarry", "Old quarry", "Re-QUote", "(Quiet)", "O'Quinn & \"Quo\"", "X", "Y", "Old,quad",
                            "a_quad", null);
        }
        assertThat(tables.count(Selection.all(query.searching("qua")))).isEqualTo(8);
        assertThat(tables.count(Selection.all(Query.all(Table.SLOTS).searching("qu")))).isEqualTo(1);
        assertThat(tables.count(Selection.all(Query.all(Table.MASTER).searching("04")))).isEqualTo(2);
    }

    @Test
    void conditionsAndSearchMustAllHold() {
        Query query = Query.all(Table.INTAKE).where(is(IntakeFields.IMPORT_BATCH_ID, "B1")).where(is(IntakeFields.INDUSTRY, "beta"))
                .searching("alpha");
        assertThat(read(query)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(IntakeFields.IMPORT_BATCH_ID)).isEqualTo("B1");
            assertThat(row.get(IntakeFields.INDUSTRY)).isEqualTo("beta");
        });
    }

    @Test
    void hostileTextIsOnlyText() {
        var random = new Random(42);
        String alphabet = "'\"\\%_;-:?<>${}()[]`\n\t aeé😀";
        for (int i = 0; i < 150; i++) {
            var text = new StringBuilder();
            random.ints(1 + random.nextInt(6), 0, alphabet.codePointCount(0, alphabet.length()))
                    .forEach(at -> text.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at))));
            String hostile = text.toString();
            for (Op op : List.of(Op.CONTAINS, Op.STARTS_WITH, Op.IS)) {
                Query query = Query.all(Table.INTAKE).where(new Condition(IntakeFields.COMPANY, op, hostile)).searching(hostile);
                assertThat(read(query)).as("%s %s", op, hostile).allMatch(row -> lower(row, IntakeFields.COMPANY)
                        .contains(hostile.toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    void whatIsStoredIsFoundByItself() {
        DataSource own = TestDatabases.migrated();
        TableDao tables = JdbiDaos.over(Database.over(own)).tables();
        for (String text : List.of("O'Neil & \"Sons\"", "100 %", "a_b", "back\\slash", "semi; -- colon", "$1 ? :name ::text <x> {y}")) {
            TestDatabases.run(own, "INSERT INTO intake.company_raw_intake (company) VALUES ($q$" + text + "$q$)");
            for (Query query : List.of(Query.all(Table.INTAKE).searching(text),
                    Query.all(Table.INTAKE).where(is(IntakeFields.COMPANY, text)),
                    Query.all(Table.INTAKE).where(oneOf(IntakeFields.COMPANY, List.of(text, "x"))),
                    Query.all(Table.INTAKE).where(new Condition(IntakeFields.COMPANY, Op.STARTS_WITH, text)))) {
                var found = new ArrayList<Row>();
                tables.stream(Selection.all(query), found::add);
                assertThat(found).singleElement().satisfies(row -> assertThat(row.get(IntakeFields.COMPANY)).isEqualTo(text));
            }
        }
    }

    @Test
    void aNulCharacterIsRefusedClearly() {
        assertThatThrownBy(() -> dao.count(Selection.all(Query.all(Table.INTAKE).searching("a\0b"))))
                .isInstanceOfSatisfying(StewardException.class, e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.REFUSED));
        assertThatThrownBy(() -> dao.count(Selection.all(Query.all(Table.INTAKE).where(is(IntakeFields.COMPANY, "\0")))))
                .isInstanceOf(StewardException.class).hasMessageContaining("NUL");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        for (Condition wrong : List.of(is(IntakeFields.NUM_EMPLOYEES, "7"), is(IntakeFields.COMPANY, 7), is(IntakeFields.COMPANY, null),
                new Condition(IntakeFields.COMPANY, Op.HAS, "x"), new Condition(IntakeFields.ID, Op.EMPTY, null),
                new Condition(IntakeFields.COMPANY, Op.EMPTY, "x"),
                new Condition(IntakeFields.NUM_EMPLOYEES, Op.BETWEEN, List.of(1)))) {
            assertThatThrownBy(() -> dao.count(Selection.all(Query.all(Table.INTAKE).where(wrong))))
                    .as("%s", wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldAnswersEveryOperatorThatItOffers(Table table) {
        for (Field field : table.fields()) {
            for (Op op : dao.operators(field)) {
                Object value = switch (op) {
                    case EMPTY, PRESENT -> null;
                    case HOLDS -> "{\"a\": 1}";
                    case ONE_OF, NOT_ONE_OF -> List.of(sample(field.type()));
                    case BETWEEN -> List.of(sample(field.type()), sample(field.type()));
                    case HAS, HAS_NOT, CONTAINS, NOT_CONTAINS, STARTS_WITH, NOT_STARTS_WITH, SHAPED -> "x";
                    default -> sample(field.type());
                };
                assertThat(dao.count(Selection.all(Query.all(table).where(new Condition(field, op, value))))).isNotNegative();
            }
        }
    }

    @Test
    void aSelectionIsItsKeysOrAllButSome() {
        assertThat(dao.count(new Selection.Keys(Table.INTAKE, Set.of(1L, 2L, 999_999L)))).isEqualTo(2);
        assertThat(dao.count(new Selection.Keys(Table.INTAKE, Set.of()))).isZero();
        assertThat(dao.count(new Selection.Matching(Query.all(Table.INTAKE), Set.of(1L, 2L)))).isEqualTo(298);
    }

    @Test
    void aFacetCountsTheValuesOfTheRowsThatMeetTheOtherConditions() {
        Query query = Query.all(Table.INTAKE).where(is(IntakeFields.IMPORT_BATCH_ID, "B1"))
                .where(is(IntakeFields.STATUS, IntakeStatus.NEW));
        assertThat(dao.facet(query, IntakeFields.IMPORT_BATCH_ID, 10).values()).containsExactlyInAnyOrderElementsOf(
                counted(Query.all(Table.INTAKE).where(is(IntakeFields.STATUS, IntakeStatus.NEW)), IntakeFields.IMPORT_BATCH_ID));
        assertThat(dao.facet(query, IntakeFields.STATUS, 10).values()).containsExactlyInAnyOrderElementsOf(
                counted(Query.all(Table.INTAKE).where(is(IntakeFields.IMPORT_BATCH_ID, "B1")), IntakeFields.STATUS));
    }

    @Test
    void aFacetGivesTheMostFrequentFirstAndBlankAsNull() {
        List<FacetValue> all = dao.facet(Query.all(Table.INTAKE), IntakeFields.INDUSTRY, 100).values();
        assertThat(all).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
        assertThat(all).noneMatch(v -> "".equals(v.value()));
        Query blank = Query.all(Table.INTAKE).where(empty(IntakeFields.INDUSTRY));
        assertThat(all).contains(new FacetValue(null, dao.count(Selection.all(blank))));
        assertThat(dao.facet(Query.all(Table.INTAKE), IntakeFields.INDUSTRY, 2).values()).isEqualTo(all.subList(0, 2));
    }

    @Test
    void aFacetOfAListCountsItsElements() {
        assertThat(dao.facet(Query.all(Table.MASTER), MasterFields.KEYWORDS, 10).values()).contains(new FacetValue("b c",
                dao.count(Selection.all(Query.all(Table.MASTER).where(new Condition(MasterFields.KEYWORDS, Op.HAS, "b c"))))));
    }

    private static List<FacetValue> counted(Query query, Field field) {
        var counts = new HashMap<Object, Long>();
        read(query).forEach(row -> counts.merge(String.valueOf(row.get(field)), 1L, Long::sum));
        return counts.entrySet().stream().map(e -> new FacetValue("null".equals(e.getKey()) ? null : e.getKey(), e.getValue())).toList();
    }

    private static Object sample(FieldType type) {
        return switch (type) {
            case TEXT, JSON -> "x";
            case INTEGER -> 1;
            case BIGINT -> 1L;
            case NUMERIC -> BigDecimal.ONE;
            case BOOLEAN -> true;
            case TIMESTAMP -> Instant.EPOCH;
            case TEXT_ARRAY -> List.of("x");
        };
    }

    private static Case status(IntakeStatus status) {
        return intake(is(IntakeFields.STATUS, status), r -> status.word().equals(r.get(IntakeFields.STATUS)));
    }

    private static Case intake(Condition condition, Predicate<Row> expected) {
        return new Case(Table.INTAKE, condition, expected);
    }

    private static String lower(Row row, Field field) {
        return row.get(field) == null ? "" : row.text(field).toLowerCase(Locale.ROOT);
    }

    private static int number(Row row, Field field) {
        return row.get(field) == null ? 0 : (Integer) row.get(field);
    }

    private static Collection<?> list(Row row, Field field) {
        return row.get(field) == null ? List.of() : (List<?>) row.get(field);
    }

    private static Set<Object> keys(List<Row> rows) {
        return Set.copyOf(rows.stream().map(Row::key).toList());
    }

    private static List<Row> read(Query query) {
        var rows = new ArrayList<Row>();
        dao.stream(Selection.all(query), rows::add);
        return rows;
    }
}
