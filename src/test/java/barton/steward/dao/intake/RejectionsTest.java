package barton.steward.dao.intake;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.list;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.dao.Daos;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.intake.Rejection;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.model.validation.Rule;
import barton.steward.support.TestDatabases;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Who rejected a record, when and why, whatever became of the rejection.
@ParameterizedClass
@EnumSource(Entity.class)
class RejectionsTest {
    @Parameter
    private Entity entity;

    private DataSource source;
    private Daos daos;

    @BeforeEach
    void rows() {
        source = TestDatabases.migrated();
        daos = JdbiDaos.over(Database.over(TestDatabases.pooled(source)));
        TestDatabases.run(source, "INSERT INTO " + intake() + " (id, import_batch_id) VALUES (1, 'B'), (2, 'B'), (3, 'B')");
    }

    @Test
    void aMarkIsKeptOnceForEachRowAndItsNoteIsWrittenFromIt() {
        long action = reject("not  ours", "ann", 1, 2);

        assertThat(list(source, "SELECT concat_ws('|', entity, intake_id, why, rejected_by, session_user_name, action_id)"
                + " FROM shq.rejection ORDER BY intake_id"))
                .containsExactly(word() + "|1|not  ours|ann|postgres|" + action, word() + "|2|not  ours|ann|postgres|" + action);
        assertThat(notes(1)).isEqualTo("rejected: not  ours");
        Rejection standing = daos.intake().rejections(entity, 1).getFirst();
        assertThat(standing).isEqualTo(new Rejection("not  ours", "ann", standing.at()));
        assertThat(standing.at()).isEqualTo(daos.history().latest(1).getFirst().at());
        assertThat(daos.intake().rejections(entity, 3)).isEmpty();
    }

    @Test
    void whereTheNumberDiffersFromTheAnnouncedOneNothingIsKept() {
        assertThat(daos.intake().mark(keys(1), false, Optional.of("no"), "ann", 2)).isInstanceOf(BulkResult.CountDiffers.class);

        assertThat(ask(source, "SELECT count(*) FROM shq.rejection")).isEqualTo("0");
    }

    @Test
    void takenBackItStandsNoMoreAndDoneAgainItIsStillOfWhoMadeIt() {
        long action = reject("no", "ann", 1);

        var undone = (UndoResult.Undone) daos.history().undo(action, "ben");
        assertThat(who()).isEmpty();
        daos.history().undo(undone.actionId(), "ben");

        assertThat(who()).containsExactly("no ann");
        assertThat(facts()).isEqualTo("1");
    }

    @Test
    void ofTwoWithTheSameReasonTheOneCountsThatWasNotTakenBack() {
        reject("no", "ann", 1);
        long second = reject("no", "ben", 1);
        assertThat(who()).containsExactly("no ben", "no ben");

        daos.history().undo(second, "ben");

        assertThat(who()).containsExactly("no ann");
    }

    @Test
    void anEditAnswersItAndTakenBackItStandsAsBefore() {
        reject("no", "ann", 1);
        TestDatabases.run(source, "UPDATE " + intake() + " SET " + name().name() + " = 'x' WHERE id = 1");
        assertThat(who()).isEmpty();
        assertThat(notes(1)).isEqualTo("note: was rejected: no");
        reject("still no", "ben", 1);

        var fixed = (BulkResult.Done) daos.intake().fix(keys(1), name(), new Fix.ChangeCase(Fix.Letters.UPPER), "eve", 1);
        assertThat(who()).isEmpty();
        daos.history().undo(fixed.actionId(), "eve");

        assertThat(who()).containsExactly("still no ben");
        assertThat(facts()).isEqualTo("2");
    }

    @Test
    void aLiftIsTakenBack() {
        reject("no", "ann", 1);

        var lifted = (BulkResult.Done) daos.intake().liftRejections(keys(1), "ben", 1);
        assertThat(who()).isEmpty();
        daos.history().undo(lifted.actionId(), "ben");

        assertThat(who()).containsExactly("no ann");
        assertThat(facts()).isEqualTo("1");
    }

    @Test
    void rulesLeaveItStanding() {
        reject("no", "ann", 1);

        daos.validation().validate(entity, "B", Rule.STANDARD, "ben");

        assertThat(who()).containsExactly("no ann");
        assertThat(facts()).isEqualTo("1");
    }

    @Test
    void validatedByHandItIsAnswered() {
        reject("no", "ann", 1);

        daos.intake().mark(keys(1), true, Optional.empty(), "ben", 1);

        assertThat(who()).isEmpty();
        assertThat(facts()).isEqualTo("1");
    }

    @Test
    void whoAsksWhyARowIsNotInMasterIsToldWhoRejectedItAndWhen() {
        reject("no", "ann", 1);

        assertThat(daos.eligibility().of(entity, 1).orElseThrow().about())
                .matches("rejected: no \\(by ann, [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}\\)");
    }

    private long reject(String why, String executor, long... ids) {
        return ((BulkResult.Done) daos.intake().mark(keys(ids), false, Optional.of(why), executor, ids.length)).actionId();
    }

    private Selection keys(long... ids) {
        return new Selection.Keys(entity.intake(), LongStream.of(ids).boxed().collect(Collectors.toUnmodifiableSet()));
    }

    private List<String> who() {
        return daos.intake().rejections(entity, 1).stream().map(r -> r.why() + " " + r.by()).toList();
    }

    private String facts() {
        return ask(source, "SELECT count(*) FROM shq.rejection");
    }

    private String notes(long id) {
        return ask(source, "SELECT validation_notes FROM " + intake() + " WHERE id = " + id);
    }

    private Field name() {
        return entity == Entity.COMPANY ? IntakeFields.COMPANY : PeopleIntakeFields.TITLE;
    }

    private String intake() {
        return entity.intake().qualifiedName();
    }

    private String word() {
        return entity == Entity.COMPANY ? "company" : "person";
    }
}
