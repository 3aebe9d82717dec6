package barton.steward.dao.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.RowChange;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsEditTest {
    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        SampleRows.fill(source, 60);
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
    }

    @Test
    void rowsGetValuesOfTheirOwnInOneActionThatIsTakenBackAsAWhole() {
        for (Table table : List.of(Table.INTAKE, Table.MASTER, Table.PEOPLE, Table.COMPANY_SIDECARS)) {
            var random = new Random(table.ordinal());
            List<Row> before = rows(table).stream().filter(row -> table != Table.INTAKE || (Long) row.key() % 2 == 1).limit(15).toList();
            List<RowChange> changes = before.stream().map(row -> change(row, random)).filter(c -> !c.values().isEmpty()).toList();
            UUID request = UUID.randomUUID();

            var done = (BulkResult.Done) daos.tables().edit(changes, "beth", request);
            assertThat(done.changed()).isEqualTo(changes.size());
            for (RowChange change : changes) {
                Row now = row(table, change.original().key());
                for (Field field : table.editableFields()) {
                    Object expected = change.values().containsKey(field) ? change.values().get(field) : change.original().get(field);
                    assertThat(now.get(field)).as("%s of %s", field, now.key()).isEqualTo(expected);
                }
            }
            assertThat(daos.tables().edit(changes, "beth", request)).isEqualTo(done);
            assertThat(daos.history().undo(done.actionId(), "beth")).isInstanceOf(UndoResult.Undone.class);
            assertThat(before).allSatisfy(row -> assertThat(table.editableFields()).allSatisfy(
                    field -> assertThat(row(table, row.key()).get(field)).isEqualTo(row.get(field))));
        }
    }

    @Test
    void nothingIsChangedWhereOneRowWasChangedMeanwhile() {
        Row one = row(Table.INTAKE, 1L);
        Row three = row(Table.INTAKE, 3L);
        TestDatabases.run(source, "UPDATE intake.company_raw_intake SET company = 'theirs' WHERE id = 3");
        assertThat(daos.tables().edit(List.of(company(one, "mine"), company(three, "mine")), "beth", UUID.randomUUID()))
                .isEqualTo(new BulkResult.CountDiffers(2, 1));
        assertThat(row(Table.INTAKE, 1L)).isEqualTo(one);
        assertThat(row(Table.INTAKE, 3L).text(IntakeFields.COMPANY)).isEqualTo("theirs");
    }

    @Test
    void aRowThatIsPromotedIsNotPastedOver() {
        assertThat(daos.tables().edit(List.of(company(row(Table.INTAKE, 2L), "mine")), "beth", UUID.randomUUID()))
                .isEqualTo(new BulkResult.CountDiffers(1, 0));
    }

    @Test
    void aValueThatTheDatabaseDoesNotTakeIsRefusedForAll() {
        List<Row> rows = rows(Table.MASTER).subList(0, 2);
        var wrong = new HashMap<Field, Object>();
        wrong.put(MasterFields.COMPANY_NAME, null);
        assertThatThrownBy(() -> daos.tables().edit(List.of(new RowChange(rows.get(0), Map.of(MasterFields.COMPANY_NAME, "Fine")),
                new RowChange(rows.get(1), wrong)), "beth", UUID.randomUUID())).isInstanceOfSatisfying(StewardException.class,
                e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.REFUSED));
        assertThat(row(Table.MASTER, rows.getFirst().key())).isEqualTo(rows.getFirst());
        assertThatThrownBy(() -> daos.tables().edit(List.of(new RowChange(row(Table.INTAKE, 1L), Map.of(IntakeFields.STATUS, "new"))),
                "beth", UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RowChange company(Row row, String name) {
        return new RowChange(row, Map.of(IntakeFields.COMPANY, name));
    }

    private static RowChange change(Row row, Random random) {
        var values = new HashMap<Field, Object>();
        for (Field field : row.table().editableFields()) {
            if (field.nullable() && random.nextInt(3) == 0) {
                values.put(field, switch (field.type()) {
                    case TEXT -> field.name().contains("email") || field.name().contains("url") || field.name().contains("phone")
                            ? null : random.nextBoolean() ? null : "odd \"'\\ é " + random.nextInt(100);
                    case INTEGER -> random.nextBoolean() ? null : 1_900 + random.nextInt(100);
                    case BIGINT -> random.nextBoolean() ? null : (Object) random.nextLong(100);
                    case TEXT_ARRAY -> random.nextBoolean() ? null : List.of("a, b", "{c}", "\"d\"");
                    default -> null;
                });
            }
        }
        return new RowChange(row, values);
    }

    private Row row(Table table, Object key) {
        return daos.tables().row(table, key).orElseThrow();
    }

    private List<Row> rows(Table table) {
        var rows = new ArrayList<Row>();
        daos.tables().stream(Selection.all(Query.all(table)), rows::add);
        return rows;
    }
}
