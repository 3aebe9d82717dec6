package barton.steward.dao.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Field;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Row;
import barton.steward.model.query.Selection;
import barton.steward.support.TestDatabases;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbiSlotDaoTest {
    private static final String COMPANY = "04.04.01.00.00001.001";

    private DataSource source;
    private Daos daos;

    @BeforeEach
    void make() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(source));
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                VALUES ('04.04.01.00.00001.001', 'Acme', 'https://acme.example', 'legacy')""");
    }

    @Test
    void anAddedSlotHasABartonIdAndItsCompany() {
        Row slot = daos.slots().add(COMPANY, " division ", " Division A – Charleston Campus ", "beth");
        assertThat((String) slot.key()).matches("04\\.04\\.05\\.[0-9]{2}\\.[0-9]{5}\\.[0-9]{3}");
        assertThat(slot.get(SlotFields.COMPANY_NAME)).isEqualTo("Acme");
        assertThat(slot.get(SlotFields.SLOT_TYPE)).isEqualTo("division");
        assertThat(slot.get(SlotFields.SLOT_LABEL)).isEqualTo("Division A – Charleston Campus");
        assertThat(slot.get(SlotFields.CREATED_AT)).isNotNull();
        assertThat(daos.tables().row(Table.SLOTS, slot.key())).contains(slot);
    }

    @Test
    void addingIsKeptInTheHistory() {
        Row slot = daos.slots().add(COMPANY, "division", "A", "beth");
        assertThat(daos.history().latest(1)).singleElement().satisfies(a -> {
            assertThat(a.kind()).isEqualTo("slot");
            assertThat(a.rows()).isEqualTo(1);
            assertThat(a.summary()).isEqualTo("Added slot “A” to Acme");
        });
        assertThat(daos.history().of(Table.SLOTS, slot.key(), 10)).anySatisfy(c -> {
            assertThat(c.field()).isEqualTo("slot_label");
            assertThat(c.before()).isNull();
            assertThat(c.after()).isEqualTo("A");
        });
    }

    @Test
    void theSameSlotIsNotAddedTwice() {
        daos.slots().add(COMPANY, "division", "A", "beth");
        assertThatThrownBy(() -> daos.slots().add(COMPANY, "Division", "a", "beth")).isInstanceOf(StewardException.class)
                .hasMessageContaining("Acme has a slot “a”");
    }

    @Test
    void aSlotNeedsACompanyATypeAndALabel() {
        assertThatThrownBy(() -> daos.slots().add("04.04.01.99.99999.999", "division", "A", "beth"))
                .isInstanceOf(StewardException.class).hasMessageContaining("no company 04.04.01.99.99999.999");
        assertThatThrownBy(() -> daos.slots().add(COMPANY, " ", "A", "beth")).hasMessageContaining("needs a type");
        assertThatThrownBy(() -> daos.slots().add(COMPANY, "division", "", "beth")).hasMessageContaining("needs a label");
    }

    @Test
    void aSecondDefaultSlotIsNotAdded() {
        assertThatThrownBy(() -> daos.slots().add(COMPANY, " Default ", "A", "beth")).isInstanceOf(StewardException.class)
                .hasMessageContaining("exactly one default slot");
        assertThat(defaults()).isEqualTo("1");
    }

    @Test
    void noEditTakesTheDefaultSlotAwayOrMakesASecondOne() {
        Row division = daos.slots().add(COMPANY, "division", "A", "beth");
        assertThat(type(division, "default")).isEqualTo(new EditResult.Refused(
                "The company has its default slot already, and needs exactly one; nothing was changed."));
        assertThat(type(defaultSlot(), "division")).isEqualTo(new EditResult.Refused(
                "This is the company's default slot, and every company needs exactly one; nothing was changed."));
        assertThat(type(defaultSlot(), null)).isInstanceOf(EditResult.Refused.class);
        assertThat(defaults()).isEqualTo("1");
    }

    @Test
    void whatAnotherClientBrokeCanBeMended() {
        Row division = daos.slots().add(COMPANY, "division", "A", "beth");
        TestDatabases.run(source, "UPDATE marketing.company_slots SET slot_type = 'default'");
        assertThat(type(row(division.key()), "division")).isInstanceOf(EditResult.Saved.class);
        TestDatabases.run(source, "UPDATE marketing.company_slots SET slot_type = 'division'");
        assertThat(type(row(division.key()), "default")).isInstanceOf(EditResult.Saved.class);
        assertThat(defaults()).isEqualTo("1");
    }

    @Test
    void ofManyWhoAddTheSameSlotOneSucceeds() {
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var adding = IntStream.range(0, 6).mapToObj(i -> others.submit(() -> {
                try {
                    daos.slots().add(COMPANY, "division", "A", "beth");
                    return true;
                } catch (StewardException e) {
                    return false;
                }
            })).toList();
            assertThat(adding).extracting(f -> f.get()).containsOnlyOnce(true);
        }
        assertThat(TestDatabases.ask(source, "SELECT count(*) FROM marketing.company_slots WHERE slot_label = 'A'")).isEqualTo("1");
    }

    @Test
    void manyCompaniesGetASlotInOneActionThatCanBeTakenBack() {
        TestDatabases.run(source, """
                INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
                SELECT '04.04.01.00.' || lpad(g::text, 5, '0') || '.002', 'Company ' || g, 'https://w.example', 'legacy'
                FROM generate_series(1, 300) g""");
        daos.slots().add(COMPANY, "division", "A", "beth");
        Selection all = Selection.all(Query.all(Table.MASTER));
        assertThat(daos.slots().countToAdd(all, "division", "A")).isEqualTo(300);
        assertThat(daos.slots().add(all, "division", "A", "beth", 299, UUID.randomUUID()))
                .isEqualTo(new BulkResult.CountDiffers(299, 300));
        var request = UUID.randomUUID();
        var done = (BulkResult.Done) daos.slots().add(all, "division", "A", "beth", 300, request);
        assertThat(daos.slots().add(all, "division", "A", "beth", 300, request)).isEqualTo(done);
        assertThat(TestDatabases.ask(source, """
                SELECT count(*) || ' ' || count(DISTINCT company_unique_id) || ' ' || bool_and(company_slot_unique_id ~ '^04[.]04[.]05[.]')
                FROM marketing.company_slots WHERE slot_label = 'A'""")).isEqualTo("301 301 true");
        assertThat(daos.history().undo(done.actionId(), "beth")).isInstanceOfSatisfying(UndoResult.Undone.class,
                undone -> assertThat(undone.rows()).isEqualTo(300));
        assertThat(TestDatabases.ask(source, "SELECT count(*) FROM marketing.company_slots WHERE slot_label = 'A'")).isEqualTo("1");
    }

    @Test
    void aSlotIsRemovedOnlyWhileNobodyIsInItAndNeverTheDefaultSlot() {
        Row empty = daos.slots().add(COMPANY, "division", "A", "beth");
        Row full = daos.slots().add(COMPANY, "division", "B", "beth");
        TestDatabases.run(source, """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                    source_system)
                VALUES ('04.04.02.00.00001.001', '%s', '%s', 'Ann', 'Lee', 'crm')""".formatted(COMPANY, full.key()));
        Selection all = Selection.all(Query.all(Table.SLOTS));
        assertThat(daos.slots().countToRemove(all)).isEqualTo(1);
        assertThat(daos.slots().remove(all, "beth", 2, UUID.randomUUID())).isEqualTo(new BulkResult.CountDiffers(2, 1));
        var done = (BulkResult.Done) daos.slots().remove(all, "beth", 1, UUID.randomUUID());
        assertThat(daos.tables().row(Table.SLOTS, empty.key())).isEmpty();
        assertThat(daos.tables().row(Table.SLOTS, full.key())).isPresent();
        assertThat(defaults()).isEqualTo("1");
        assertThat(daos.history().undo(done.actionId(), "beth")).isInstanceOf(UndoResult.Undone.class);
        assertThat(daos.tables().row(Table.SLOTS, empty.key()).orElseThrow().values()).isEqualTo(empty.values());
    }

    @Test
    void aPersonPutIntoASlotMeanwhileKeepsIt() throws Exception {
        Row slot = daos.slots().add(COMPANY, "division", "A", "beth");
        try (var connection = source.getConnection(); var statement = connection.createStatement();
                var other = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name,
                        source_system)
                    VALUES ('04.04.02.00.00001.001', '%s', '%s', 'Ann', 'Lee', 'crm')""".formatted(COMPANY, slot.key()));
            var removing = other.submit(() -> daos.slots().remove(new Selection.Keys(Table.SLOTS, Set.of(slot.key())), "beth", 1,
                    UUID.randomUUID()));
            while (TestDatabases.ask(source, "SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0")) {
                Thread.onSpinWait();
            }
            connection.commit();
            assertThat(removing.get()).isEqualTo(new BulkResult.CountDiffers(1, 0));
        }
    }

    private EditResult type(Row slot, String type) {
        var changes = new HashMap<Field, Object>();
        changes.put(SlotFields.SLOT_TYPE, type);
        return daos.tables().edit(slot, changes, "beth");
    }

    private Row defaultSlot() {
        return row(TestDatabases.ask(source, "SELECT company_slot_unique_id FROM marketing.company_slots WHERE slot_type = 'default'"));
    }

    private Row row(Object key) {
        return daos.tables().row(Table.SLOTS, key).orElseThrow();
    }

    private String defaults() {
        return TestDatabases.ask(source, "SELECT count(*) FROM marketing.company_slots WHERE slot_type = 'default'");
    }
}
