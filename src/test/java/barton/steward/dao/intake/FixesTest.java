package barton.steward.dao.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.EditResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.FixSample;
import barton.steward.model.validation.Rule;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Whole classes of faults: finding them, fixing them, and taking that back.
class FixesTest {
    private static final Selection ALL = Selection.all(Query.all(Table.INTAKE));

    private final DataSource source = TestDatabases.pooled(TestDatabases.migrated());
    private final Daos daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));

    @Test
    void eachFixChangesWhatItAnnouncesAndShowsBefore() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, website, company_phone, num_employees)
                VALUES (1, ' acme & BOB''S  shop ', 'acme.example', '(304) 555-0123', NULL),
                       (2, 'Fine', 'https://b.example', '+13045550123', 7),
                       (3, NULL, '//c.example/x', '555-0123', 7), (4, 'Ünï', 'none', '304-555-0123 ext. 5', 7)""");

        fixes(IntakeFields.COMPANY, new Fix.Trim(), new FixSample(1, " acme & BOB'S  shop ", "acme & BOB'S  shop"));
        fixes(IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.TITLE),
                new FixSample(1, "acme & BOB'S  shop", "Acme & Bob's  Shop"));
        fixes(IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.UPPER),
                new FixSample(1, "Acme & Bob's  Shop", "ACME & BOB'S  SHOP"),
                new FixSample(2, "Fine", "FINE"), new FixSample(4, "Ünï", "ÜNÏ"));
        fixes(IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.LOWER),
                new FixSample(1, "ACME & BOB'S  SHOP", "acme & bob's  shop"),
                new FixSample(2, "FINE", "fine"), new FixSample(4, "ÜNÏ", "ünï"));
        fixes(IntakeFields.COMPANY, new Fix.Replace(".", "x", false));
        fixes(IntakeFields.COMPANY, new Fix.Replace("\\s+(\\w+)$", ", \\1", true),
                new FixSample(1, "acme & bob's  shop", "acme & bob's, shop"));
        fixes(IntakeFields.COMPANY, new Fix.Replace("fine", "", false), new FixSample(2, "fine", null));
        fixes(IntakeFields.COMPANY_PHONE, new Fix.NormalisePhone(), new FixSample(1, "(304) 555-0123", "+13045550123"));
        fixes(IntakeFields.WEBSITE, new Fix.AddScheme(), new FixSample(1, "acme.example", "https://acme.example"),
                new FixSample(3, "//c.example/x", "https://c.example/x"));
        fixes(IntakeFields.NUM_EMPLOYEES, new Fix.SetValue("12"), new FixSample(1, null, "12"), new FixSample(2, "7", "12"),
                new FixSample(3, "7", "12"), new FixSample(4, "7", "12"));
        fixes(IntakeFields.WEBSITE, new Fix.SetValue(" "), new FixSample(1, "https://acme.example", null),
                new FixSample(2, "https://b.example", null), new FixSample(3, "https://c.example/x", null), new FixSample(4, "none", null));
    }

    @Test
    void whatIsNoFixForTheFieldIsRefused() {
        for (Runnable slip : List.<Runnable>of(
                () -> daos.intake().countToFix(ALL, IntakeFields.NUM_EMPLOYEES, new Fix.Trim()),
                () -> daos.intake().countToFix(ALL, IntakeFields.IMPORT_BATCH_ID, new Fix.Trim()),
                () -> daos.intake().countToFix(ALL, IntakeFields.NUM_EMPLOYEES, new Fix.SetValue("many")),
                () -> daos.intake().countToFix(ALL, IntakeFields.COMPANY, new Fix.Replace("", "x", false)),
                () -> daos.intake().sampleFix(ALL, IntakeFields.COMPANY, new Fix.Replace("(", "x", true), 5))) {
            run(source, "INSERT INTO intake.company_raw_intake (company) VALUES ('x')");
            assertThatThrownBy(slip::run).isInstanceOfSatisfying(StewardException.class,
                    e -> assertThat(e.kind()).isEqualTo(StewardException.Kind.REFUSED));
        }
    }

    @Test
    void aClassOfFaultsIsFoundFixedAndJudgedAgain() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, website, facebook_url, import_batch_id)
                VALUES (1, 'A', 'a.example', 'x', 'B'), (2, 'B', 'b.example', 'facebook.com/b', 'B'), (3, 'C', NULL, NULL, 'B')""");
        daos.validation().validate(Entity.COMPANY, "B", Rule.STANDARD, "ann");
        Query faulty = Query.all(Table.INTAKE).where(Rule.broken("facebook_site"));
        assertThat(daos.rules().counts(Entity.COMPANY, Optional.of("B"))).extracting(c -> c.code() + " " + c.records())
                .containsExactly("facebook_site 1", "website_present 1");
        assertThat(daos.tables().facet(Query.all(Table.INTAKE), IntakeFields.FINDING, 10).values())
                .extracting(v -> v.value() + " " + v.count()).containsExactlyInAnyOrder("facebook_site 1", "website_present 1", "null 1");
        assertThat(daos.tables().count(Selection.all(faulty))).isEqualTo(1);

        daos.intake().fix(Selection.all(faulty), IntakeFields.FACEBOOK_URL, new Fix.SetValue(""), "ann", 1);
        daos.validation().validate(Entity.COMPANY, "B", Rule.STANDARD, "ann");

        assertThat(daos.tables().count(Selection.all(faulty))).isZero();
    }

    @Test
    void takingAnEditOfAValidatedRowBackBringsItsValidationBack() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, website, import_batch_id) VALUES (1, 'A', 'a.example', 'B');
                UPDATE intake.company_raw_intake SET validated = true, validated_by = 'eve', validated_at = '2025-01-02 03:04:05Z'""");
        String before = whole(1);
        var row = daos.tables().row(Table.INTAKE, 1L).orElseThrow();

        var saved = (EditResult.Saved) daos.tables().edit(row, Map.of(IntakeFields.COMPANY, "Z"), "ann");
        assertThat(saved.row().get(IntakeFields.STATUS)).isEqualTo(IntakeStatus.EDITED.word());
        assertThat(saved.row()).isEqualTo(daos.tables().row(Table.INTAKE, 1L).orElseThrow());
        String edited = whole(1);

        long undone = ((UndoResult.Undone) daos.history().undo(saved.actionId(), "ann")).actionId();
        assertThat(whole(1)).isEqualTo(before);
        assertThat(daos.history().undo(undone, "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(whole(1)).isEqualTo(edited);
    }

    @Test
    void aFixOfValidatedAndOtherRowsIsTakenBackAsAWhole() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (1, 'a', 'B'), (2, 'b', 'B'), (3, 'c', 'B');
                UPDATE intake.company_raw_intake SET validated = true, validated_by = 'eve' WHERE id = 1;
                UPDATE intake.company_raw_intake SET validation_notes = 'rejected: no' WHERE id = 2""");
        List<String> before = List.of(whole(1), whole(2), whole(3));

        var done = (BulkResult.Done) daos.intake().fix(ALL, IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.UPPER), "ann", 3);
        assertThat(list(source, "SELECT concat_ws(' ', validated, validation_notes) FROM intake.company_raw_intake ORDER BY id"))
                .containsExactly("f note: edited since validation: company from \"a\" to \"A\"", "f note: was rejected: no", "f");
        assertThat(daos.history().undo(done.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);

        assertThat(List.of(whole(1), whole(2), whole(3))).isEqualTo(before);
    }

    @Test
    void aFixIsNotTakenBackUnderAValidationThatCameAfterIt() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, import_batch_id) VALUES (1, 'a', 'B'), (2, 'b', 'B');
                UPDATE intake.company_raw_intake SET validated = true WHERE id = 1""");
        var done = (BulkResult.Done) daos.intake().fix(ALL, IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.UPPER), "ann", 2);
        run(source, "UPDATE intake.company_raw_intake SET validated = true WHERE id = 2");

        assertThat(daos.history().undo(done.actionId(), "ann")).isEqualTo(new UndoResult.Refused(List.of("1 row was changed since.")));
    }

    @Test
    void aRejectionIsLiftedAndThatIsTakenBack() {
        run(source, "INSERT INTO intake.company_raw_intake (id, validation_notes)"
                + " VALUES (1, E'note: x\\nrejected: no'), (2, 'website: odd')");
        assertThat(daos.intake().countToLift(ALL)).isEqualTo(1);

        var done = (BulkResult.Done) daos.intake().liftRejections(ALL, "ann", 1);

        assertThat(ask(source, "SELECT validation_notes FROM intake.company_raw_intake WHERE id = 1"))
                .isEqualTo("note: x\nnote: was rejected: no");
        assertThat(daos.history().undo(done.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(daos.intake().countToLift(ALL)).isEqualTo(1);
    }

    private void fixes(Field field, Fix fix, FixSample... expected) {
        assertThat(daos.intake().countToFix(ALL, field, fix)).isEqualTo(expected.length);
        assertThat(daos.intake().sampleFix(ALL, field, fix, 20)).containsExactly(expected);
        assertThat(daos.intake().fix(ALL, field, fix, "ann", expected.length + 1L))
                .isEqualTo(new BulkResult.CountDiffers(expected.length + 1L, expected.length));
        daos.intake().fix(ALL, field, fix, "ann", expected.length);
        for (FixSample sample : expected) {
            assertThat(ask(source, "SELECT " + field.name() + " FROM intake.company_raw_intake WHERE id = " + sample.intakeId()))
                    .isEqualTo(sample.after());
        }
    }

    private String whole(int id) {
        return ask(source, "SELECT to_jsonb(i) FROM intake.company_raw_intake i WHERE id = " + id);
    }
}
