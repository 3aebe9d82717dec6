package barton.steward.service.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.intake.IntakeImport;
import barton.steward.service.intake.SampleData;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableExportTest {
    private static final Selection INTAKE = Selection.all(Query.all(Table.INTAKE));
    private static final List<Field> NAMES = List.of(IntakeFields.COMPANY, IntakeFields.WEBSITE);

    @TempDir
    Path folder;
    private DataSource database;
    private Daos daos;
    private TableExport exports;

    @BeforeEach
    void connect() {
        database = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(database)));
        exports = new TableExport(daos.tables());
    }

    @Test
    void nullIsAnEmptyCellAndAnEmptyTextIsQuoted() throws IOException {
        insert("(NULL, ''), ('a,\"b\"', E'c\\nd'), ('Café', ' ')");

        assertThat(export(INTAKE, NAMES, false)).isEqualTo("company,website\r\n,\"\"\r\n\"a,\"\"b\"\"\",\"c\nd\"\r\nCafé, \r\n");
    }

    @Test
    void arraysAreJsonAndTimesAreIsoWithTheirOffset() throws IOException {
        TestDatabases.run(database, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, keywords, source_system, created_at)
                VALUES ('04.04.01.00.00000.001', 'a', 'b', ARRAY['x', 'say "y"', NULL], 'test', '2025-10-24 14:30:00+02')
                """);
        var fields = List.of(MasterFields.COMPANY_NAME, MasterFields.KEYWORDS, MasterFields.CREATED_AT, MasterFields.EMPLOYEE_COUNT);

        assertThat(export(Selection.all(Query.all(Table.MASTER)), fields, false)).isEqualTo(
                "company_name,keywords,created_at,employee_count\r\n"
                + "a,\"[\"\"x\"\",\"\"say \\\"\"y\\\"\"\"\",null]\",2025-10-24T12:30:00Z,\r\n");
    }

    @Test
    void formulasAreNeutralisedOnRequestOnly() throws IOException {
        insert("('=1+1', '+1'), ('-1', '@x'), (E'\\tx', E'\\rx'), ('a=b', '1-2')");

        assertThat(export(INTAKE, NAMES, true)).contains("'=1+1,'+1\r\n'-1,'@x\r\n'\tx,\"'\rx\"\r\na=b,1-2\r\n");
        assertThat(export(INTAKE, NAMES, false)).contains("=1+1,+1\r\n-1,@x\r\n\tx,\"\rx\"\r\na=b,1-2\r\n");
    }

    @Test
    void anExportHoldsWhatTheFilterFindsInItsOrder() throws IOException {
        insert("('a', 'x'), ('b', 'y'), ('c', 'x')");
        var query = Query.all(Table.INTAKE).where(Condition.is(IntakeFields.WEBSITE, "x"))
                .sortedBy(barton.steward.model.query.Sort.descending(IntakeFields.COMPANY));

        assertThat(export(Selection.all(query), List.of(IntakeFields.COMPANY), false)).isEqualTo("company\r\nc\r\na\r\n");
    }

    @Test
    void anExportOfIntakeCanBeImportedAgain() throws IOException {
        new SampleData(new IntakeImport(Entity.COMPANY, daos.imports(), "ann"), new IntakeImport(Entity.PERSON, daos.imports(), "ann"))
                .load(UUID.randomUUID());
        var imports = new IntakeImport(Entity.COMPANY, daos.imports(), "ann");
        Path file = folder.resolve("intake.csv");
        long written = exports.toCsv(INTAKE, Table.INTAKE.fields(), file, false);

        var preview = imports.preview(file, FileOptions.NONE);
        imports.run(ImportPlan.of(file, preview, "AGAIN").wholeOrNothing(true));

        assertThat(written).isEqualTo(446);
        String same = """
                SELECT count(*) FROM (SELECT %1$s FROM intake.company_raw_intake WHERE import_batch_id = 'AGAIN'
                INTERSECT ALL SELECT %1$s FROM intake.company_raw_intake WHERE import_batch_id <> 'AGAIN') same""";
        String columns = """
                company, company_name_for_emails, num_employees, industry, website, company_linkedin_url, facebook_url, twitter_url,
                company_street, company_city, company_state, company_country, company_postal_code, company_address, company_phone,
                sic_codes, founded_year, state_abbrev""";
        assertThat(TestDatabases.ask(database, same.formatted(columns))).isEqualTo("446");
    }

    @Test
    void aFileThatStoodThereIsReplaced() throws IOException {
        insert("('a', 'x')");
        Files.writeString(folder.resolve("out.csv"), "much longer than what comes");

        assertThat(export(INTAKE, List.of(IntakeFields.COMPANY), false)).isEqualTo("company\r\na\r\n");
        assertThat(files()).containsExactly("out.csv");
    }

    @Test
    void aCancelLeavesTheOldFileAndNoOther() throws IOException {
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company) SELECT 'a' FROM generate_series(1, 10000)");
        Files.writeString(folder.resolve("out.csv"), "old");
        var work = new AtomicReference<Work>();
        var told = new ArrayList<Long>();
        work.set(new Work(rows -> {
            told.add(rows);
            if (rows >= 3_000) {
                work.get().cancel();
            }
        }));

        assertThatThrownBy(() -> work.get().run(() -> export(INTAKE, NAMES, false)))
                .extracting(e -> ((StewardException) e).kind()).isEqualTo(StewardException.Kind.CANCELLED);
        assertThat(told).isSorted().last().isEqualTo(3_000L);
        assertThat(files()).containsExactly("out.csv");
        assertThat(folder.resolve("out.csv")).hasContent("old");
    }

    @Test
    void aFolderOrAMissingFolderIsRefused() {
        assertThatThrownBy(() -> exports.toCsv(INTAKE, NAMES, folder, false)).isInstanceOf(StewardException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> exports.toCsv(INTAKE, NAMES, folder.resolve("none/out.csv"), false)).isInstanceOf(StewardException.class)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void aDeviceIsNeverReplaced() {
        assertThatThrownBy(() -> exports.toCsv(INTAKE, NAMES, Path.of("/dev/null"), false)).isInstanceOf(StewardException.class)
                .hasMessageContaining("is not a file that can be replaced");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefused() {
        assertThatThrownBy(() -> exports.toCsv(INTAKE, NAMES, Path.of("/proc/out.csv"), false)).isInstanceOf(StewardException.class)
                .hasMessageContaining("/proc/out.csv could not be written");
    }

    private void insert(String values) {
        TestDatabases.run(database, "INSERT INTO intake.company_raw_intake (company, website) VALUES " + values);
    }

    private String export(Selection selection, List<Field> fields, boolean neutralise) throws IOException {
        Path file = folder.resolve("out.csv");
        exports.toCsv(selection, fields, file, neutralise);
        return Files.readString(file);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
