package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.Work;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.model.query.Sort;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JdbiTableDaoStreamTest {
    private DataSource source;
    private TableDao dao;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        dao = JdbiDaos.over(Database.over(source)).tables();
    }

    @Test
    void moreThanFitsIntoMemoryIsPassedOn() throws Exception {
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company_address)
                SELECT repeat('0123456789', 2000) FROM generate_series(1, 15000)""");
        var probe = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-cp",
                System.getProperty("java.class.path"), StreamProbe.class.getName(),
                "jdbc:postgresql://127.0.0.1:" + TestPostgres.newest().port() + "/" + ((PGSimpleDataSource) source).getDatabaseName()
                        + "?user=postgres").redirectErrorStream(true).start();
        String output = new String(probe.getInputStream().readAllBytes());
        assertThat(probe.waitFor()).as(output).isZero();
        assertThat(output.strip()).endsWith("15000");
    }

    @Test
    void aSelectionIsPassedOnInItsOrder() {
        TestDatabases.run(source, "INSERT INTO intake.company_raw_intake (company) VALUES ('b'), (NULL), ('a'), ('c')");
        Query query = Query.all(Table.INTAKE).sortedBy(Sort.descending(IntakeFields.COMPANY));
        assertThat(keys(Selection.all(query))).containsExactly(4L, 1L, 3L, 2L);
        assertThat(keys(new Selection.Matching(query, Set.of(1L, 2L)))).containsExactly(4L, 3L);
        assertThat(keys(Selection.all(query.where(new Condition(IntakeFields.COMPANY, Condition.Op.PRESENT, null)))))
                .containsExactly(4L, 1L, 3L);
        assertThat(keys(new Selection.Keys(Table.INTAKE, Set.of(4L, 2L, 99L)))).containsExactly(2L, 4L);
    }

    @Test
    void aCancelStopsIt() {
        TestDatabases.run(source, "INSERT INTO intake.company_raw_intake (company) SELECT g::text FROM generate_series(1, 2000) g");
        var work = new Work(rows -> { });
        var seen = new ArrayList<Row>();
        assertThatThrownBy(() -> work.run(() -> {
            dao.stream(Selection.all(Query.all(Table.INTAKE)), row -> {
                seen.add(row);
                if (seen.size() == 700) {
                    work.cancel();
                }
            });
            return null;
        })).isInstanceOfSatisfying(StewardException.class, e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.CANCELLED));
        assertThat(seen).hasSize(700);
    }

    @Test
    void whatIsComputedIsTheSameForManyRowsAndForChosenOnes() {
        TestDatabases.run(source, """
                INSERT INTO intake.company_raw_intake (company, website, company_state, validated, validation_notes)
                SELECT 'C' || g, 'c' || g || '.com', 'Texas', g > 4, CASE g WHEN 1 THEN 'website: is bad' WHEN 2 THEN
                       'note: edited since validation: website from "a" to "b"' WHEN 3 THEN 'warning: is odd' END
                FROM generate_series(1, 8) g;
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, industry, employee_count,
                    address_state, source_system, source_record_id)
                SELECT format('04.04.01.99.0000%s.001', n), 'M', 'm.com', 'i', 60, 'TX', system, record
                FROM (VALUES (1, 'intake_promotion', '5'), (2, 'crm', '6'), (3, 'crm', '1'), (4, 'intake_promotion', '3'))
                     v (n, system, record);
                INSERT INTO shq.action (kind, summary, table_name, row_count, executor) VALUES ('decide', 's', 'shq.match_pair', 1, 'ann');
                INSERT INTO shq.match_decision (action_id, intake_id, other_intake_id, decision, executor)
                SELECT a.action_id, 7, 8, 'same', 'ann' FROM shq.action a""");
        List<Field> fields = List.of(IntakeFields.ID, IntakeFields.STATUS);
        var many = new ArrayList<List<Object>>();
        dao.stream(Selection.all(Query.all(Table.INTAKE).sortedBy(Sort.ascending(IntakeFields.STATUS))), fields, many::add);
        assertThat(many).containsExactly(List.of(2L, "edited"), List.of(1L, "failed"), List.of(6L, "held"), List.of(7L, "matched"),
                List.of(4L, "new"), List.of(3L, "promoted"), List.of(5L, "promoted"), List.of(8L, "validated"));
        var chosen = new ArrayList<List<Object>>();
        dao.stream(new Selection.Keys(Table.INTAKE, Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)), fields, chosen::add);
        assertThat(chosen).containsExactlyInAnyOrderElementsOf(many);
    }

    private List<Object> keys(Selection selection) {
        var keys = new ArrayList<>();
        dao.stream(selection, row -> keys.add(row.key()));
        return keys;
    }
}
