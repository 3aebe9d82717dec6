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
import barton.steward.service.intake.Phones;
import barton.steward.service.intake.Review;
import barton.steward.support.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void whatIsAroundOrInTheWayOfAValueIsTakenAway() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, company_postal_code, industry, website, company_phone, company_country)
                VALUES (1, E'\\u200b Ac\\u2060me\\u00a0', '="02139"', 'AT&amp;T', 'htp://a.example', '55 1234 5678', 'México'),
                       (2, 'Fine', '''0213', 'CafÃ©', 'mailto:a@b.example', '(304) 555-0123', 'Atlantis'),
                       (3, E'نمی\\u200cخواهم', '80331', 'N/A', 'https://https://c.example', 'tel:+44 20 7946 0958', NULL),
                       (4, ' ', NULL, ' - ', 'info@d.example', '304-555-0123 x5', NULL)""");

        fixes(IntakeFields.COMPANY, new Fix.Trim(), new FixSample(1, "\u200b Ac\u2060me\u00a0", "Acme"), new FixSample(4, " ", null));
        fixes(IntakeFields.COMPANY_POSTAL_CODE, new Fix.Unwrap(), new FixSample(1, "=\"02139\"", "02139"), new FixSample(2, "'0213",
        "0213"));
        fixes(IntakeFields.INDUSTRY, new Fix.Decode(), new FixSample(1, "AT&amp;T", "AT&T"), new FixSample(2, "CafÃ©", "Café"),
                new FixSample(4, " - ", "-"));
        fixes(IntakeFields.INDUSTRY, new Fix.EmptyPlaceholder(), new FixSample(3, "N/A", null), new FixSample(4, "-", null));
        fixes(IntakeFields.INDUSTRY, new Fix.From("company", true), new FixSample(3, null, "نمی\u200cخواهم"));
        fixes(IntakeFields.INDUSTRY, new Fix.From("company_postal_code", false), new FixSample(1, "AT&T", "02139"),
                new FixSample(2, "Café", "0213"), new FixSample(3, "نمی\u200cخواهم", "80331"));
        fixes(IntakeFields.WEBSITE, new Fix.AddScheme(), new FixSample(1, "htp://a.example", "http://a.example"),
                new FixSample(3, "https://https://c.example", "https://c.example"));
        new Review(daos.intake(), new Phones(daos.phones(), "ann"), "ann").fix(IntakeFields.COMPANY_PHONE, new Fix.NormalisePhone())
                .reach(ALL);
        fixes(IntakeFields.COMPANY_PHONE, new Fix.NormalisePhone(), new FixSample(1, "55 1234 5678", "+525512345678"),
                new FixSample(3, "tel:+44 20 7946 0958", "+442079460958"));
    }

    @ParameterizedTest
    @CsvSource({"IBM LLC, IBM LLC", "ACME WIDGETS GMBH, Acme Widgets GmbH", "mcdonald's, McDonald's",
        "'O''BRIEN & SONS, INC.', 'O''Brien & Sons, Inc.'",
        "CÔTE D'OR WINES, Côte d'Or Wines", "vincent van der berg, Vincent van der Berg", "VAN DER BERG, van der Berg",
        "john smith iii, John Smith III", "AT&T, AT&T", "the bank of new york, The Bank of New York", "eBay Inc, eBay Inc",
        "SMITH-JONES, Smith-Jones", "7-eleven, 7-Eleven", "3m company, 3M Company", "2ND AVENUE, 2nd Avenue", "j.r. smith, J.R. Smith",
        "VP OF SALES AND HR, VP of Sales and HR", "tell us, Tell Us", "ÉCOLE NATIONALE, École Nationale", "L'ORÉAL, L'Oréal",
        "MACHINE SHOP, Machine Shop", "macdonald, MacDonald", "XI JINPING, Xi Jinping", "NATO Supplies, NATO Supplies",
        "a/s danske, A/S Danske"})
    void namesGetTheirUsualCapitals(String written, String name) {
        assertThat(ask(source, "SELECT shq.title_case('" + written.replace("'", "''") + "')")).isEqualTo(name);
    }

    /// What is cleaned twice is cleaned once, whatever it was.
    @Test
    void aValueThatIsMendedIsMendedForGood() {
        var random = new Random(15);
        String[] pieces = {" ", "\u00a0", "\u200b", "\u200d", "'", "\"", "=\"", "<", ">", "mailto:", "https://", "htp:/", "&amp;",
        "&#39;", "&lt;",
            "Ã©", "â€™", "Ã", "A", "b", "é", "IBM", "o'brien", "d'or", "mcx", "van", "der", "-", "/", "(", "304", "555-0100", "x5",
        "+1", ".com",
            "a@b.example", "N/A", "\u0007", "“", "”", "\t", "株", "iii", ".", ","};
        var texts = new ArrayList<String>();
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            texts.add("('" + text.toString().replace("'", "''") + "')");
        }
        run(source, "CREATE TABLE public.texts (value TEXT); INSERT INTO public.texts VALUES " + String.join(", ", texts));
        for (String form : List.of("shq.tidied(%s)", "shq.unwrapped(%s)", "shq.decoded(%s)", "shq.title_case(%s)", "shq.web_address(%s)",
                "shq.phone(%s, 'US')", "shq.email(%s)", "shq.web_host(%s)", "shq.postcode(%s, 'US')", "shq.filled(%s)")) {
            String once = form.formatted("t.value");
            assertThat(list(source, "SELECT t.value || ' becomes ' || " + once + " FROM public.texts t WHERE " + form.formatted(once)
                    + " IS DISTINCT FROM " + once)).as(form).isEmpty();
        }
    }

    @Test
    void anotherWritingOfTheSameKeepsTheValidation() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, company_phone, industry, import_batch_id)
                VALUES (1, ' Acme ', '(304) 555-0123', 'N/A', 'B');
                UPDATE intake.company_raw_intake SET validated = true, validated_by = 'eve'""");

        daos.intake().fix(ALL, IntakeFields.COMPANY, new Fix.Trim(), "ann", 1);
        daos.intake().fix(ALL, IntakeFields.COMPANY_PHONE, new Fix.NormalisePhone(), "ann", 1);
        daos.intake().fix(ALL, IntakeFields.INDUSTRY, new Fix.EmptyPlaceholder(), "ann", 1);
        assertThat(ask(source, "SELECT concat_ws('|', company, company_phone, industry, validated, validated_by, validation_notes)"
                + " FROM intake.company_raw_intake")).isEqualTo("Acme|+13045550123|t|eve");

        daos.intake().fix(ALL, IntakeFields.COMPANY, new Fix.ChangeCase(Fix.Letters.UPPER), "ann", 1);
        assertThat(ask(source, "SELECT validated FROM intake.company_raw_intake")).isEqualTo("f");
    }

    @Test
    void whatIsMendedIsCheckedAtOnceAndTakenBackWithIt() {
        run(source, """
                INSERT INTO intake.company_raw_intake (id, company, website, industry, import_batch_id)
                VALUES (1, 'A', 'https://a.example', 'N/A', 'B'), (2, 'B', 'info@b.example', 'none', 'B'),
                       (3, 'C', 'https://c.example', 'x', 'B'),
                       (4, 'D', 'https://d.example', '-', 'unchecked')""");
        daos.validation().validate(Entity.COMPANY, "B", Rule.STANDARD, "ann");
        run(source, "UPDATE intake.company_raw_intake SET validated = false WHERE id = 3");
        String state = "SELECT id || ' ' || validated || ' ' || coalesce(validation_notes, '') FROM intake.company_raw_intake ORDER BY id";
        List<String> before = list(source, state);

        var done = (BulkResult.Done) daos.intake().fix(ALL, IntakeFields.INDUSTRY, new Fix.EmptyPlaceholder(), "ann", 3);

        assertThat(list(source, state)).containsExactly("1 true ", "2 false website: has no plausible public host name\n"
                + "website: is an e-mail address", "3 false ", "4 false ");
        assertThat(daos.history().undo(done.actionId(), "ann")).isInstanceOf(UndoResult.Undone.class);
        assertThat(list(source, state)).isEqualTo(before);
        assertThat(daos.rules().counts(Entity.COMPANY, Optional.of("B"))).extracting(c -> c.code() + " " + c.records())
                .contains("placeholder 2");
    }

    @Test
    void whatIsNoFixForTheFieldIsRefused() {
        for (Runnable slip : List.<Runnable>of(
                () -> daos.intake().countToFix(ALL, IntakeFields.NUM_EMPLOYEES, new Fix.Trim()),
                () -> daos.intake().countToFix(ALL, IntakeFields.IMPORT_BATCH_ID, new Fix.Trim()),
                () -> daos.intake().countToFix(ALL, IntakeFields.NUM_EMPLOYEES, new Fix.SetValue("many")),
                () -> daos.intake().countToFix(ALL, IntakeFields.COMPANY, new Fix.From("nothing", false)),
                () -> daos.intake().countToFix(ALL, IntakeFields.COMPANY, new Fix.From("company", false)),
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
