package barton.steward.service.question;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.model.alert.Alert;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import java.util.Arrays;
import java.util.List;

/// The rows that something that wants attention is about.
public final class AlertQueries {
    private static final List<IntakeStatus> WAITING = List.of(IntakeStatus.NEW, IntakeStatus.EDITED, IntakeStatus.VALIDATED,
            IntakeStatus.MATCHED);

    private AlertQueries() {
    }

    /// Finds them; of rates of runs, the runs that failed, and of a promotion that differs from its log, its run.
    public static Query of(Alert alert) {
        Entity entity = Arrays.stream(Entity.values()).filter(e -> e.word().equals(alert.entity())).findFirst().orElse(Entity.COMPANY);
        Query sidecars = Query.all(entity.sidecar());
        return switch (alert.check()) {
            case FAILED_RUN -> FigureQueries.run(alert.subject());
            case SUCCESS_RATE -> failed(alert);
            case STALE -> sidecars.where(Condition.oneOf(CompanySidecarFields.FRESHNESS, List.of("stale", "never")));
            case LOW_CONFIDENCE -> sidecars.where(Condition.is(CompanySidecarFields.CONFIDENCE_BAND, "low"));
            case COVERAGE -> Query.all(entity.master()).where(Condition.is(MasterFields.SIDECAR, false));
            case VERIFICATION_RATE -> Query.all(entity.master())
                    .where(new Condition(PeopleFields.EMAIL_VERIFIED, Condition.Op.IS_NOT, true));
            case VERIFICATION_AGE -> FigureQueries.emailQueue(true);
            case DRIFT -> alert.subject() == null ? FigureQueries.validationHistory() : FigureQueries.run(alert.subject());
            case WAITING -> FigureQueries.imported(entity, alert.subject()).where(Condition.oneOf(IntakeFields.STATUS, WAITING));
            case UNLIKE -> FigureQueries.imported(entity, alert.subject());
        };
    }

    private static Query failed(Alert rate) {
        Query runs = FigureQueries.failedRuns().where(new Condition(LogFields.EXECUTED_AT, Condition.Op.AT_LEAST, rate.since()));
        return runs.where(rate.subject() == null ? Condition.empty(LogFields.TOLD_KIND)
                : Condition.is(LogFields.TOLD_KIND, rate.subject()));
    }
}
