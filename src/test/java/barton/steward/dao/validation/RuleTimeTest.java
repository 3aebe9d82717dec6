package barton.steward.dao.validation;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.Table;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.dao.intake.JdbiIntakeDao;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.Rule;
import barton.steward.model.validation.RuleKind;
import barton.steward.model.validation.Severity;
import barton.steward.support.TestDatabases;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No rule and no regular expression keeps everybody waiting.
class RuleTimeTest {
    private static final String SLOW = "^(.*)(.*)(.*)(.*)(.*)x\\1\\2\\3\\4\\5$";
    private static final Rule EVIL = new Rule("standard", "evil", Entity.COMPANY, "company", RuleKind.REGEX,
            "{\"pattern\": \"" + SLOW.replace("\\", "\\\\") + "\"}", Severity.ERROR, "is evil", true, 1);
    private static final RuleTime SHORT = new RuleTime(Duration.ofMillis(200), Duration.ofMinutes(1), Duration.ofNanos(1));
    private static final Selection ALL = Selection.all(Query.all(Table.INTAKE));

    private final DataSource source = TestDatabases.migrated();
    private final Database database = Database.over(source);
    private final Daos daos = JdbiDaos.over(database);
    private final ValidationDao validation = new JdbiValidationDao(database, SHORT);

    @BeforeEach
    void longText() {
        run(source, """
                INSERT INTO intake.company_raw_intake (company, website, import_batch_id)
                VALUES (repeat('a', 120) || 'x' || repeat('b', 120), 'https://a.example', 'B')""");
        daos.rules().add(EVIL, "ann");
    }

    /// Somebody promotes all the while, which a run would wait for.
    @Test
    void aRuleThatTakesForEverIsNamedBeforeAnybodyHasToWaitForItsRun() throws Exception {
        try (Connection promoting = source.getConnection()) {
            promoting.setAutoCommit(false);
            promoting.createStatement().execute("SELECT shq.promote_company_records('nowhere', 'bea')");
            slow(() -> validation.validate(Entity.COMPANY, "B", "standard", "ann", UUID.randomUUID()));
            slow(() -> validation.validateAndPromote(Entity.COMPANY, "B", "standard", "ann", UUID.randomUUID()));
        }
        assertThat(ask(source, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("0");
        assertThat(ask(source, "SELECT validated FROM intake.company_raw_intake")).isEqualTo("f");
    }

    @Test
    void aTrialOfSuchARuleEndsToo() {
        slow(() -> new JdbiRuleDao(database, SHORT).attempt(EVIL, "B"));
    }

    @Test
    void aRunThatTakesTooLongEndsAndLetsOthersGoOn() {
        daos.rules().remove(EVIL, "ann");
        run(source, """
                INSERT INTO intake.company_raw_intake (company, import_batch_id) SELECT 'C' || n, 'B' FROM generate_series(1, 5000) n""");
        var hasty = new JdbiValidationDao(database, new RuleTime(Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ZERO));

        assertThatThrownBy(() -> hasty.validate(Entity.COMPANY, "B", "standard", "ann", UUID.randomUUID()))
                .isInstanceOf(StewardException.class)
                .hasMessage("The rules of standard took too long and were stopped; nothing was changed.");

        assertThat(ask(source, """
                SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE l.locktype = 'advisory' AND d.datname = current_database()""")).isEqualTo("0");
        assertThat(ask(source, "SELECT count(*) FROM public.shq_validation_log")).isEqualTo("0");
    }

    @Test
    void aRuleThatRefersBackAndIsQuickIsUsed() {
        daos.rules().remove(EVIL, "ann");
        daos.rules().add(new Rule("standard", "twice", Entity.COMPANY, "company", RuleKind.REGEX,
                "{\"pattern\": \"^(a)\\\\1\"}", Severity.ERROR, "does not begin twice", true, 1), "ann");

        assertThat(validation.validate(Entity.COMPANY, "B", "standard", "ann", UUID.randomUUID()).passed()).isEqualTo(1);
    }

    @Test
    void aFixThatTakesForEverEnds() {
        var fix = new Fix.Replace(SLOW, "y", true);
        var hasty = new JdbiIntakeDao(database, new RuleTime(Duration.ZERO, Duration.ofMillis(200), Duration.ofNanos(1)));

        assertThatThrownBy(() -> hasty.fix(ALL, IntakeFields.COMPANY, fix, "ann", 1, UUID.randomUUID()))
                .isInstanceOf(StewardException.class).hasMessageContaining("The regular expression takes too long");

        run(source, "ALTER DATABASE " + ask(source, "SELECT current_database()") + " SET statement_timeout = '200ms'");
        for (ThrowingCallable look : List.<ThrowingCallable>of(() -> hasty.countToFix(ALL, IntakeFields.COMPANY, fix),
                () -> hasty.sampleFix(ALL, IntakeFields.COMPANY, fix, 5))) {
            assertThatThrownBy(look).hasMessageContaining("The regular expression takes too long");
        }
    }

    private static void slow(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(StewardException.class, e -> {
            assertThat(e.kind()).isEqualTo(StewardException.Kind.REFUSED);
            assertThat(e).hasMessage("The rule evil of standard takes too long and was stopped; nothing was changed.");
        });
    }
}
