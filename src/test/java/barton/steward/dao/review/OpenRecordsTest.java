package barton.steward.dao.review;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.support.TestDatabases;
import java.io.StringReader;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/// What is kept of the records that are not validated is what would be found in them, whoever writes to intake and how.
@ParameterizedClass
@EnumSource
class OpenRecordsTest {
    private static final List<String> NOTES = List.of("NULL", "'website: is missing'", "'warning: phone: is odd'", "'rejected: no'",
            "E'note: x\\nindustry: is unknown\\nwebsite: is bad'", "''");
    private static final List<String> WAYS = List.of(
            "INSERT INTO <intake> (<column>, validated, validation_notes) SELECT 'v' || g, g % 3 = 0, <notes> FROM generate_series(1, 5) g",
            "INSERT INTO <intake> (<column>) VALUES (NULL)",
            "UPDATE <intake> SET validation_notes = <notes> WHERE id % 3 = <n>",
            "UPDATE <intake> SET validated = true WHERE id % 4 = <n>",
            "UPDATE <intake> SET validated = <n> > 1, validation_notes = <notes> WHERE id % 2 = 0",
            "UPDATE <intake> SET validated = NULL WHERE id % 5 = <n>",
            "UPDATE <intake> SET <column> = CASE WHEN <column> IS NULL THEN 'w' END WHERE id % 3 = <n>",
            "UPDATE <intake> SET import_batch_id = 'other' WHERE id % 2 = 1",
            "UPDATE <intake> SET id = id + 100000 WHERE id = (SELECT min(i.id) FROM <intake> i)",
            "DELETE FROM <intake> WHERE id % 7 = <n>",
            "INSERT INTO <intake> AS t (id, <column>) SELECT i.id, 'again' FROM <intake> i LIMIT 3"
                    + " ON CONFLICT (id) DO UPDATE SET <column> = NULL, validated = NOT coalesce(t.validated, false)",
            "MERGE INTO <intake> t USING (SELECT g AS id FROM generate_series(1, 30, 3) g) s ON t.id = s.id"
                    + " WHEN MATCHED AND t.id % 2 = 0 THEN DELETE"
                    + " WHEN MATCHED THEN UPDATE SET validation_notes = <notes>, validated = false"
                    + " WHEN NOT MATCHED THEN INSERT (<column>, validation_notes) VALUES ('m', <notes>)",
            "WITH d AS (DELETE FROM <intake> WHERE id % 6 = <n> RETURNING <column>)"
                    + " INSERT INTO <intake> (<column>, validation_notes) SELECT d.<column>, <notes> FROM d",
            "BEGIN; UPDATE <intake> SET validated = false; DELETE FROM <intake>; ROLLBACK",
            "TRUNCATE <intake>");

    @Parameter
    private Entity entity;

    private DataSource database;

    @BeforeEach
    void make() {
        database = TestDatabases.migrated();
    }

    @Test
    void itFollowsEveryWayOfWriting() {
        var random = new Random(entity.ordinal() + 7L);
        int most = 0;
        for (int step = 0; step < 120; step++) {
            // Emptying intake comes seldom, so that there is something to change.
            String way = WAYS.get(random.nextInt(step % 40 == 39 ? WAYS.size() : WAYS.size() - 1));
            String statement = way.replace("<intake>", intake()).replace("<column>", column())
                    .replace("<notes>", NOTES.get(random.nextInt(NOTES.size()))).replace("<n>", String.valueOf(random.nextInt(4)));
            run(database, statement);
            List<String> found = found();
            assertThat(kept()).as("step %d: %s", step, statement).isEqualTo(found);
            most = Math.max(most, found.size());
        }
        assertThat(most).isPositive();
    }

    @Test
    void itFollowsACopy() throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "COPY " + intake() + " (" + column() + ", validated) FROM STDIN WITH (FORMAT csv)", new StringReader("a,f\n,f\nb,t\n"));
        }
        assertThat(kept()).hasSize(2).isEqualTo(found());
    }

    @Test
    void whatWasWrittenWithoutTriggersIsFound() {
        run(database, "SET session_replication_role = replica; INSERT INTO " + intake() + " (" + column() + ") VALUES ('a'), (NULL)");
        assertThat(kept()).isEmpty();

        assertThat(ask(database, "SELECT shq.find_open('" + entity.word() + "')")).isEqualTo("2");

        assertThat(kept()).isEqualTo(found());
    }

    @Test
    void whatChangesNothingOfItIsNotWritten() {
        run(database, "INSERT INTO " + intake() + " (" + column() + ") VALUES ('a'), (NULL)");
        String written = "SELECT string_agg(o.xmin::text, ' ') FROM shq.open_" + entity.word() + " o";
        String before = ask(database, written);

        run(database, "UPDATE " + intake() + " SET import_batch_id = 'B', " + column() + " = " + column() + " || 'x'");

        assertThat(ask(database, written)).isEqualTo(before);
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private String column() {
        return entity == Entity.COMPANY ? "website" : "email";
    }

    private List<String> kept() {
        return list(database, "SELECT concat_ws('|', o.record_id, o.risk, o.fault) FROM shq.open_" + entity.word()
                + " o ORDER BY o.record_id");
    }

    private List<String> found() {
        return list(database, "SELECT concat_ws('|', k.record_id, k.risk, k.fault) FROM (SELECT "
                + ask(database, "SELECT shq.kept_of('" + entity.word() + "')") + " FROM " + intake()
                + " t WHERE t.validated IS NOT TRUE) k ORDER BY k.record_id");
    }
}
