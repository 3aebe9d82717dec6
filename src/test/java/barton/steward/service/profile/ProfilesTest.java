package barton.steward.service.profile;

import static barton.steward.support.TestDatabases.ask;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.Profile;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is in the columns of intake.
class ProfilesTest {
    private static DataSource database;
    private static Session session;

    @BeforeAll
    static void rows() {
        database = SampleSession.worked(200);
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, company_phone, founded_year, company_city, import_batch_id)
                VALUES ('Acme', 'https://acme.example', '304-555-0101', 1987, 'Elkins', 'B'), ('Acme', NULL, '304-555-0102', 2001, '', 'B'),
                       ('Straße 7', E' \\u00a0', '(304) 5550103', NULL, ' ', 'B'), ('株式会社', 'no', 'ext. 12', 12, NULL, 'B');
                INSERT INTO shq.finding (entity, record_id, run_no, rule_set, rule_code, field, severity, message)
                SELECT 'company', t.id, 1, 'standard', 'website_odd', 'website', 'error', 'is odd'
                FROM intake.company_raw_intake t WHERE t.website = 'no' OR t.website IS NULL AND t.import_batch_id = 'B'""");
        session = SampleSession.over(database);
    }

    @Test
    void aColumnIsToldByWhatItsRowsHave() {
        Profile profile = session.profiles().of(FigureQueries.imported("B")).profile();

        assertThat(profile.rows()).isEqualTo(4);
        ColumnProfile website = profile.column("website").orElseThrow();
        assertThat(website.fine()).isEqualTo(1);
        assertThat(website.inError()).isEqualTo(1);
        assertThat(website.empty()).isEqualTo(2);
        assertThat(website.distinct()).isEqualTo(2);
        assertThat(website.least()).isEqualTo("no");
        assertThat(website.most()).isEqualTo("https://acme.example");
        assertThat(website.rules()).containsExactly("website_odd");
        assertThat(profile.column("company").orElseThrow().values()).startsWith(new ValueCount("Acme", 2)).hasSize(3);
        assertThat(profile.column("company_phone").orElseThrow().shapes()).containsExactlyInAnyOrder(new ValueCount("999-999-9999", 2),
                new ValueCount("(999) 9999999", 1), new ValueCount("aaa. 99", 1));
        ColumnProfile founded = profile.column("founded_year").orElseThrow();
        assertThat(founded.least()).isEqualTo("12");
        assertThat(founded.most()).isEqualTo("2001");
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureFindsAsManyRowsAsItSays(Entity entity) {
        Query all = Query.all(entity.intake());
        Profile profile = session.profiles().of(all).profile();

        assertThat(profile.columns()).extracting(ColumnProfile::column)
                .containsExactlyElementsOf(entity.intake().editableFields().stream().map(Field::name).toList());
        for (ColumnProfile column : profile.columns()) {
            var queries = new ColumnQueries(all, entity.intake().field(column.column()).orElseThrow(), column);
            assertThat(column.rows()).as(column.column()).isEqualTo(profile.rows());
            assertThat(count(queries.fine())).as(column.column()).isEqualTo(column.fine());
            assertThat(count(queries.inError())).as(column.column()).isEqualTo(column.inError());
            assertThat(count(queries.empty())).as(column.column()).isEqualTo(column.empty());
            assertThat(count(queries.placeholder())).as(column.column()).isEqualTo(column.placeholder());
            for (ValueCount value : column.values()) {
                Optional<Query> rows = queries.value(value.value());
                rows.ifPresent(r -> assertThat(count(r)).as("%s %s", column.column(), value).isEqualTo(value.rows()));
            }
            for (ValueCount shape : column.shapes()) {
                Optional<Query> rows = queries.shape(shape.value());
                rows.ifPresent(r -> assertThat(count(r)).as("%s %s", column.column(), shape).isEqualTo(shape.rows()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"304-555-0101|999-999-9999", "Concord University|Aaaa Aaaa", "IBM|AAA", "Acme 12|Aaaa 99",
            "McDonald's|AaAaaa'a", "HOSPITAL|AAAA", "of|aa", "éPS|aAA", "ООО Ромашка|AAA Aaaa", "株式会社|xxxx", "ガス|xx", "٣٤|99",
            "+1 (304)|+9 (999)", "a@b.co|a@a.aa"})
    void aShapeKeepsWhatTellsWaysOfWritingApart(String value, String shape) {
        assertThat(ask(database, "SELECT shq.shape('" + value.replace("'", "''") + "')")).isEqualTo(shape);
        assertThat(ask(database, "SELECT shq.shape('" + shape.replace("'", "''") + "')")).isEqualTo(shape.replace("x", "a"));
    }

    @Test
    void rowsThatAreNoBatchAreComparedWithNothing() {
        assertThat(session.profiles().of(Query.all(Table.INTAKE)).before()).isEmpty();
    }

    private static long count(Query rows) {
        return session.tables().count(Selection.all(rows));
    }
}
