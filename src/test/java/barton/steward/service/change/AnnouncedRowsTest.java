package barton.steward.service.change;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.model.validation.Fix;
import barton.steward.service.Session;
import barton.steward.support.SampleSession;
import barton.steward.support.TestDatabases;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A bulk action is done to the very rows that were announced: neither to others that are as many, nor to ones that were changed since.
class AnnouncedRowsTest {
    private static final String ROW = """
            INSERT INTO intake.company_raw_intake (id, company, website, company_state, validation_notes, import_batch_id)
            OVERRIDING SYSTEM VALUE VALUES (%1$s, 'Company %1$s ', 'https://c%1$s.example', 'West Virginia', 'rejected: no', 'B')""";
    private static final String COMPANY = """
            INSERT INTO marketing.company_master (company_unique_id, company_name, website_url, source_system)
            VALUES ('04.04.01.00.00%1$s.001', 'Company %1$s', 'https://c%1$s.example', 'demo')""";
    private static final String SLOT = """
            INSERT INTO marketing.company_slots (company_slot_unique_id, company_unique_id, slot_type, slot_label)
            VALUES ('04.04.05.00.00%1$s.001', '04.04.01.00.00999.001', 'division', 'Slot %1$s')""";
    private static final String PERSON = """
            INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                source_system)
            SELECT '04.04.02.00.00%1$s.001', s.company_unique_id, s.company_slot_unique_id, 'Ann', 'Lee %1$s', 'a%1$s@example.com', 'demo'
            FROM marketing.company_slots s WHERE s.company_unique_id = '04.04.01.00.00999.001' AND s.slot_type = 'default'""";
    private static DataSource database;
    private static Session session;

    /// @param place which case it is: its rows have numbers of their own
    /// @param key    of the rows, with a place for a digit
    /// @param make   a row, the same way
    /// @param remove it
    private record Case(int place, String name, Function<Session, BulkChange> change, Table table, String key, String make, String remove) {
        int number(int of) {
            return 100 + 10 * place + of;
        }

        Object key(int of) {
            String text = key.formatted(number(of));
            return table == Table.INTAKE ? (Object) Long.valueOf(text) : text;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void prepare() {
        database = TestDatabases.migrated();
        session = SampleSession.over(database);
        run(database, COMPANY.formatted(999));
    }

    static Stream<Case> cases() {
        return Stream.of(
                intake(1, "validating", s -> s.review().mark(true, Optional.empty())),
                intake(2, "rejecting", s -> s.review().mark(false, Optional.of("no"))),
                intake(3, "lifting rejections", s -> s.review().liftRejections()),
                intake(4, "assigning to a batch", s -> s.review().assignBatch("OTHER")),
                intake(5, "filling states", s -> s.review().fillStates()),
                intake(6, "trimming", s -> s.review().fix(IntakeFields.COMPANY, new Fix.Trim())),
                intake(7, "accepting in a review", s -> s.reviews().decision(ReviewVerdict.ACCEPTED, Optional.empty())),
                intake(8, "rejecting in a review", s -> s.reviews().decision(ReviewVerdict.REJECTED, Optional.of("no"))),
                new Case(9, "scoring", s -> s.scores().score(false), Table.MASTER, "04.04.01.00.00%s.001", COMPANY,
                        "DELETE FROM marketing.company_slots WHERE company_unique_id = '%1$s';"
                                + " DELETE FROM marketing.company_master WHERE company_unique_id = '%1$s'"),
                new Case(10, "adding slots", s -> s.slots().add("division", "West"), Table.MASTER, "04.04.01.00.00%s.001", COMPANY,
                        "DELETE FROM marketing.company_slots WHERE company_unique_id = '%1$s';"
                                + " DELETE FROM marketing.company_master WHERE company_unique_id = '%1$s'"),
                new Case(11, "removing slots", s -> s.slots().remove(), Table.SLOTS, "04.04.05.00.00%s.001", SLOT,
                        "DELETE FROM marketing.company_slots WHERE company_slot_unique_id = '%1$s'"),
                new Case(12, "verifying addresses", s -> s.emails().verify(true), Table.PEOPLE, "04.04.02.00.00%s.001", PERSON,
                        "DELETE FROM marketing.email_verification_log WHERE person_unique_id = '%1$s';"
                                + " DELETE FROM marketing.people_master WHERE unique_id = '%1$s'"),
                new Case(13, "suppressing people", s -> s.suppressions().ofPeople("asked"), Table.PEOPLE, "04.04.02.00.00%s.001", PERSON,
                        "DELETE FROM marketing.people_master WHERE unique_id = '%1$s'"));
    }

    private static Case intake(int place, String name, Function<Session, BulkChange> change) {
        return new Case(place, name, change, Table.INTAKE, "%s", ROW, "DELETE FROM intake.company_raw_intake WHERE id = %1$s");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneRowOutAndOneInIsNotWhatWasAnnounced(Case one) {
        var rows = new Selection.Keys(one.table(), Set.of(one.key(1), one.key(2)));
        BulkChange change = one.change().apply(session);
        run(database, one.make().formatted(one.number(1)));
        Reach announced = change.reach(rows);
        assertThat(announced.rows()).isEqualTo(1);
        run(database, one.remove().formatted(one.key(1)));
        run(database, one.make().formatted(one.number(2)));
        String actions = ask(database, "SELECT count(*) FROM shq.action");

        assertThat(change.perform(rows, announced)).isEqualTo(new BulkResult.CountDiffers(1, 1));
        assertThat(ask(database, "SELECT count(*) FROM shq.action")).isEqualTo(actions);
        assertThat(change.perform(rows, change.reach(rows))).isInstanceOfSatisfying(BulkResult.Done.class, done -> {
            assertThat(done.changed()).isEqualTo(1);
            assertThat(done.actionId()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowThatWasChangedSinceIsNotWhatWasAnnounced(Case one) {
        var rows = new Selection.Keys(one.table(), Set.of(one.key(3)));
        BulkChange change = one.change().apply(session);
        run(database, one.make().formatted(one.number(3)));
        Reach announced = change.reach(rows);
        run(database, "UPDATE " + one.table().qualifiedName() + " t SET created_at = created_at - interval '1 second' WHERE "
                + one.table().key().name() + "::text = '" + one.key(3) + "'");

        assertThat(change.perform(rows, announced)).isEqualTo(new BulkResult.CountDiffers(1, 1));
    }
}
