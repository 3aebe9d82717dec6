package barton.steward.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.Table;
import barton.steward.cli.TestCommands;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.query.Source;
import barton.steward.db.Database;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.Past;
import barton.steward.model.query.Row;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records are asked for as they were after each of many steps, and are compared with what was seen then.
class RecordOfPastTest {
    private static final DataSource SAMPLE = SampleSession.worked(20);

    private final DataSource database = TestDatabases.pooled(SAMPLE);
    private final TestCommands steward = new TestCommands(database);
    private final Daos daos = JdbiDaos.over(Database.over(database));
    private final List<Seen> seen = new ArrayList<>();
    private final List<Id> watched = new ArrayList<>();

    private record Id(Table table, Object key) {
    }

    private record Seen(String after, Instant at, Map<Id, Optional<List<Object>>> rows) {
    }

    @BeforeEach
    void watch() {
        look("the beginning");
    }

    private Id watch(Table table, String sql) {
        String key = TestDatabases.ask(database, sql);
        var id = new Id(table, table.isIntake() ? (Object) Long.valueOf(key) : key);
        watched.add(id);
        return id;
    }

    private String run(String... arguments) {
        assertThat(steward.run(arguments)).as(() -> steward.out() + steward.err()).isZero();
        look(String.join(" ", arguments));
        return steward.out();
    }

    private void look(String after) {
        var rows = new HashMap<Id, Optional<List<Object>>>();
        watched.forEach(id -> rows.put(id, daos.tables().row(id.table(), id.key()).map(RecordOfPastTest::stored)));
        seen.add(new Seen(after, Instant.parse(TestDatabases.ask(database,
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")), rows));
    }

    private static List<Object> stored(Row row) {
        List<Field> fields = Source.of(row.table()).storedFields().stream().filter(f -> !f.name().equals("updated_at")).toList();
        return fields.stream().map(row::get).toList();
    }

    private void edit(Id id, Field field, Object value) {
        Row row = daos.tables().row(id.table(), id.key()).orElseThrow();
        assertThat(daos.tables().edit(row, Map.of(field, value), "beth")).isInstanceOf(EditResult.Saved.class);
        look("edit of " + field + " to " + value);
    }

    private String lastAction() {
        return TestDatabases.ask(database, "SELECT max(action_id) FROM shq.action");
    }

    private void everythingIsFoundAsItWas() {
        for (Id id : watched) {
            Past past = daos.history().past(id.table(), id.key());
            for (Seen then : seen) {
                if (then.rows().containsKey(id)) {
                    Past.State state = past.at(then.at());
                    assertThat(state.there() ? Optional.of(stored(daos.history().row(id.table(), state.fields()))) : Optional.empty())
                            .as("%s after %s", id, then.after()).isEqualTo(then.rows().get(id));
                }
            }
        }
    }

    @Test
    void aRecordThatIsEditedMergedAndUnmergedIsFoundAsItWasAtEachStep() {
        String companies = "SELECT company_unique_id FROM marketing.company_master ORDER BY company_unique_id LIMIT 1 OFFSET ";
        Id a = watch(Table.MASTER, companies + 0);
        Id b = watch(Table.MASTER, companies + 1);
        for (Id company : List.of(a, b)) {
            watch(Table.COMPANY_SIDECARS, "SELECT '" + company.key() + "'");
            watch(Table.SLOTS, "SELECT min(company_slot_unique_id) FROM marketing.company_slots WHERE slot_type = 'default'"
                    + " AND company_unique_id = '" + company.key() + "'");
            watch(Table.SLOTS, "SELECT max(company_slot_unique_id) FROM marketing.company_slots WHERE company_unique_id = '" + company.key()
                    + "'");
            watch(Table.PEOPLE, "SELECT min(unique_id) FROM marketing.people_master WHERE company_unique_id = '" + company.key() + "'");
        }
        look("watching");
        edit(a, MasterFields.COMPANY_NAME, "First");
        edit(b, MasterFields.INDUSTRY, "Mining");
        run("merge", a.key().toString(), b.key().toString(), "--into", a.key().toString(), "--keep", "industry=" + b.key());
        edit(a, MasterFields.INDUSTRY, "Edited meanwhile");
        edit(a, MasterFields.INDUSTRY, "Edited twice");
        run("unmerge", b.key().toString());
        run("undo", lastAction());
        edit(a, MasterFields.DESCRIPTION, "after");
        run("undo", lastAction());

        everythingIsFoundAsItWas();
        assertThat(run("history", "--record", b.key().toString())).contains("Took back: ", "merged into " + a.key());
    }

    @Test
    void rowsThatLeaveIntakeAndComeBackAreFoundAsTheyWere() {
        Id row = watch(Table.INTAKE, "SELECT min(id) FROM intake.company_raw_intake WHERE import_batch_id = '20251101-WV-BATCH2'");
        Id promoted = watch(Table.INTAKE, "SELECT m.source_record_id FROM marketing.company_master m"
                + " ORDER BY company_unique_id DESC LIMIT 1");
        look("watching");
        edit(row, IntakeFields.COMPANY, "Changed");
        run("undo", lastAction());
        run("clear", "--batch", "20251024-WV-BATCH1");
        String cleared = TestDatabases.ask(database, "SELECT max(validation_run_id) FROM shq.run_detail WHERE kind = 'clearing'");
        run("restore", cleared);
        everythingIsFoundAsItWas();
        assertThat(run("history", "--record", promoted.key().toString(), "--table", "intake"))
                .contains("Cleared from intake in run " + cleared,
                "Restored to intake in run ");
    }

    @Test
    void aRecordThatWasTakenBackIsToldToBeGoneAndShownAsItWas() {
        TestDatabases.run(database, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id, validated, validated_at, validated_by,
                    company_state, state_abbrev)
                VALUES ('Short Lived', 'https://short.example', 'SHORT', true, now(), 'ann', 'West Virginia', 'WV')""");
        run("promote", "--batch", "SHORT");
        Id company = watch(Table.MASTER, "SELECT company_unique_id FROM marketing.company_master WHERE company_name = 'Short Lived'");
        look("promotion");
        run("take-back", TestDatabases.ask(database, "SELECT max(validation_run_id) FROM shq.run_detail WHERE batch = 'SHORT'"));
        everythingIsFoundAsItWas();

        String id = company.key().toString();
        assertThat(run("history", "--record", id, "--at", seen.get(seen.size() - 2).at().toString())).contains("Short Lived");
        assertThat(run("history", "--record", id, "--at", "2001-01-01")).contains(id + " was not there yet at 2001-01-01 00:00:00");
        assertThat(run("history", "--record", id, "--at", "2100-01-01T00:00Z"))
                .contains(" was not there any more at ", "Taken back in run ");
        assertThat(run("history", "--record", id, "--at", "2100-01-01T00:00Z", "--json")).contains("\"standing\":\"removed\"",
                "\"fields\":null");
    }

    @Test
    void aPersonsEditsAreTakenBackInAnyOrder() {
        Id person = watch(Table.PEOPLE, "SELECT max(unique_id) FROM marketing.people_master");
        look("watching");
        edit(person, PeopleFields.TITLE, "One");
        String first = lastAction();
        edit(person, PeopleFields.EMAIL, "other@mail.example");
        run("undo", first);
        run("undo", lastAction());
        everythingIsFoundAsItWas();
    }

    @Test
    void whatIsNoRecordIsSaid() {
        assertThat(steward.run("history", "--record", "04.04.01.99.99999.999")).isEqualTo(1);
        assertThat(steward.err()).contains("There is no record 04.04.01.99.99999.999, and the history knows of none.");
        assertThat(steward.run("history", "--record", "1")).isEqualTo(1);
        assertThat(steward.err()).contains("1 is a row of intake, and one of people intake.");
        assertThat(steward.run("history", "--record", "x", "--table", "log")).isEqualTo(2);
        assertThat(steward.run("history", "--at", "2026-01-01")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01 14:00 +02:00", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z", "2026-03-01 13:00 Europe/Berlin",
        "2026-03-01 12:00:00 UTC", "2026-03-01T17:30+05:30", "2026-03-01 13:00:00 CET"})
    void timesAreReadAsPeopleAndProgramsWriteThem(String text) {
        assertThat(new PointInTime().convert(text)).isEqualTo("2026-03-01T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03-01 25:00", "01.03.2026", "2026-03-01 14:00 Nowhere", ""})
    void whatIsNoTimeIsRefused(String text) {
        assertThat(steward.run("history", "--record", "x", "--at", text)).isEqualTo(2);
        assertThat(steward.err()).contains("is not a time like 2026-03-01 14:00");
    }
}
