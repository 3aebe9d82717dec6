package barton.steward.service.export;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.file.FileOptions;
import barton.steward.model.intake.ImportPlan;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.intake.IntakeImport;
import barton.steward.support.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a record holds comes back as it was when its export is imported, in every format.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
    @TempDir
    private Path folder;
    private DataSource database;
    private Daos daos;

    @BeforeAll
    void rows() throws SQLException {
        database = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(database)));
        try (var connection = database.getConnection();
             var insert = connection.prepareStatement("""
                     INSERT INTO intake.company_raw_intake (company, company_postal_code, website, num_employees, import_batch_id)
                     VALUES ('Acme', ?, ?, -5, 'HOSTILE')""")) {
            List<String> values = hostile();
            for (int i = 0; i < values.size(); i++) {
                insert.setString(1, "n" + i);
                insert.setString(2, values.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        TestDatabases.run(database, """
                INSERT INTO intake.people_raw_intake (last_name, skills, certifications, import_batch_id)
                VALUES ('Lee', ARRAY['a,b', 'say "x"', '=1', '{}', 'back\\slash', 'é;'], NULL, 'HOSTILE')""");
    }

    private static List<String> hostile() {
        var values = new ArrayList<>(List.of("=1+1", "+1", "-1", "@x", "'=1", "''=1", "'", "'tis", "\t=1", "\n=1", "\r=1", "  =1",
                "\u00a0=1",
                "\u200b=1", "\u3000+1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201", "'\uff1d1", "\tx", "\nx", "\rx", "-", "'-x", "'\n",
                "a\rb",
                "a\nb", "a\r\nb", "\"", "\"\"", "a\"b", "a,b;c|d", "x\ty", " x ", "\u00a0x\u00a0", "x\n", "007", "02139",
                "1234567890123456789",
                "1.10", "1E5", "1.23E+11", "TRUE", "null", "NULL", "N/A", "#REF!", "{\"a\":1}", "[1]", "\\", "\\N", "\\.", "_x000D_",
                "_x0041_",
                "x_x000D_y", "_", "<a>&amp;", "]]>", "<!--", "caf\u00e9", "cafe\u0301", "\u0130i\u0131", "\u05e9\u05dc\u05d5\u05dd",
                "\u202eabc",
                "\ufeffx", "\u00adx", "\u2060x", "\ud83d\ude80", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud840\udc00",
                "\ufffd",
                "\ufffe", "\uffff", "\ue000", "\u2028", "\u0085x", "2025-10-24", "1/2", "3-4", "MAR1", "=HYPERLINK(\"http://x\",\"y\")",
                "=cmd|' /C calc'!A0", "x".repeat(2_000)));
        IntStream.range(1, 0x20).mapToObj(c -> "a" + (char) c + "b").forEach(values::add);
        values.add("a\u007fb");
        return values;
    }

    @ParameterizedTest
    @CsvSource({"plain.csv, false, false", "safe.csv, true, false", "marked.csv, true, true", "book.xlsx, false, false",
            "lines.jsonl, false, false"})
    void valuesComeBackAsTheyWere(String name, boolean safe, boolean marked) {
        Path file = folder.resolve(name);
        List<Field> fields = List.of(IntakeFields.COMPANY, IntakeFields.COMPANY_POSTAL_CODE, IntakeFields.WEBSITE,
                IntakeFields.NUM_EMPLOYEES);
        var plan = ExportPlan.of(hostileRows(Table.INTAKE), fields, file).safe(safe).marked(marked);
        assertThat(new TableExport(daos.tables()).write(plan)).isEqualTo(new ExportResult(hostile().size(), 0));

        take(Entity.COMPANY, file, name);

        assertThat(values(name)).containsExactlyElementsOf(values("HOSTILE"));
    }

    @ParameterizedTest
    @CsvSource({"people.csv", "people.xlsx", "people.jsonl"})
    void listsComeBackAsTheyWere(String name) {
        Path file = folder.resolve(name);
        List<Field> fields = List.of(PeopleIntakeFields.LAST_NAME, PeopleIntakeFields.SKILLS, PeopleIntakeFields.CERTIFICATIONS);
        new TableExport(daos.tables()).write(ExportPlan.of(hostileRows(Table.PEOPLE_INTAKE), fields, file).safe(true));
        take(Entity.PERSON, file, name);
        String skills = "SELECT skills::text FROM intake.people_raw_intake WHERE certifications IS NULL AND import_batch_id = '%s'";
        assertThat(TestDatabases.ask(database, skills.formatted(name))).isEqualTo(TestDatabases.ask(database, skills.formatted("HOSTILE")));
    }

    @Test
    void onlyAFileThatWasWrittenSafeHasApostrophesThatAreTakenAway() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.csv"), "Company\n'=1\n=2\n");
        take(Entity.COMPANY, foreign, "FOREIGN");
        assertThat(TestDatabases.list(database,
                "SELECT company FROM intake.company_raw_intake WHERE import_batch_id = 'FOREIGN' ORDER BY id"))
                .containsExactly("'=1", "=2");
    }

    private Selection hostileRows(Table table) {
        return Selection.all(Query.all(table).where(Condition.is(IntakeFields.IMPORT_BATCH_ID, "HOSTILE")));
    }

    private void take(Entity entity, Path file, String batch) {
        var imports = new IntakeImport(entity, daos.imports(), "ann");
        imports.run(ImportPlan.of(file, imports.preview(file, FileOptions.NONE), batch));
    }

    private List<String> values(String batch) {
        return Stream.of(TestDatabases.ask(database, """
                SELECT string_agg(company_postal_code || ' ' || num_employees || ' ' || to_json(website::text), E'\\n' ORDER BY id)
                FROM intake.company_raw_intake WHERE import_batch_id = '%s'""".formatted(batch)).split("\n")).toList();
    }
}
