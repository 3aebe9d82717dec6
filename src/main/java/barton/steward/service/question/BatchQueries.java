package barton.steward.service.question;

import static barton.steward.model.query.Condition.is;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.RunKind;
import barton.steward.catalog.Table;
import barton.steward.model.batch.BatchStory;
import barton.steward.model.batch.Reconciliation.Drift;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.validation.Rule;
import java.util.List;

/// The questions behind the figures of a batch's story: each finds the rows that were counted, or the runs that did it.
public record BatchQueries(Entity entity, String batch) {
    public static BatchQueries of(BatchStory story) {
        return new BatchQueries(story.entity(), story.batch());
    }

    public Query inIntake() {
        return FigureQueries.imported(entity, batch);
    }

    public Query at(IntakeStatus status) {
        return FigureQueries.withStatus(entity, batch, status);
    }

    public Query validated() {
        return inIntake().where(is(IntakeFields.VALIDATED, true));
    }

    public Query unplaced() {
        return FigureQueries.unplaced(batch);
    }

    public Query rejected() {
        return at(IntakeStatus.FAILED).where(new Condition(IntakeFields.VALIDATION_NOTES, Condition.Op.CONTAINS, "rejected:"));
    }

    public Query rejectedBecause(String why) {
        return inIntake().where(new Condition(IntakeFields.VALIDATED, Condition.Op.IS_NOT, true))
                .where(new Condition(IntakeFields.VALIDATION_NOTES, Condition.Op.CONTAINS, "rejected: " + why));
    }

    public Query broken(String rule) {
        return inIntake().where(Rule.broken(rule));
    }

    /// The runs of a kind that were about the batch.
    public Query runs(RunKind kind) {
        return runs().where(is(LogFields.KIND, kind.word()));
    }

    public Query runs() {
        return Query.all(Table.LOG).where(is(LogFields.BATCH, batch));
    }

    public Query promotions() {
        return runs(entity == Entity.COMPANY ? RunKind.PROMOTION : RunKind.PEOPLE_PROMOTION);
    }

    /// The rows by which figures differ, or the run that says another number.
    public Query of(Drift drift) {
        return switch (drift.kind()) {
            case WAITING -> at(IntakeStatus.VALIDATED);
            case HELD -> inIntake().where(Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.MATCHED, IntakeStatus.HELD)));
            case NOT_VALIDATED_ANY_MORE -> at(IntakeStatus.PROMOTED)
                    .where(new Condition(IntakeFields.VALIDATED, Condition.Op.IS_NOT, true));
            case MORE_IN_MASTER -> FigureQueries.madeBy(entity, drift.run());
            case MISSING_IN_MASTER -> drift.run() == null ? runs() : FigureQueries.run(drift.run());
            case WITHOUT_RUN -> at(IntakeStatus.PROMOTED);
        };
    }
}
