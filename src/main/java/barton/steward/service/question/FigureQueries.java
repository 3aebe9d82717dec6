package barton.steward.service.question;

import static barton.steward.model.query.Condition.is;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Limits;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleIntakeFields;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.SlotFields;
import barton.steward.catalog.Table;
import barton.steward.model.history.Decisions;
import barton.steward.model.history.RunPeriod;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Sort;
import barton.steward.model.validation.RuleDryRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The questions behind the figures that the window shows: each finds exactly the rows that were counted.
public final class FigureQueries {
    private FigureQueries() {
    }

    /// The rows of a batch that are in intake now; null asks for rows without a batch.
    public static Query imported(String batch) {
        return imported(Entity.COMPANY, batch);
    }

    /// The same of companies or of people.
    public static Query imported(Entity entity, String batch) {
        return Query.all(entity.intake()).where(batch == null ? Condition.empty(IntakeFields.IMPORT_BATCH_ID)
                : is(IntakeFields.IMPORT_BATCH_ID, batch));
    }

    /// Rows of a batch with notes: right after an import those that it noted something of.
    public static Query noted(Entity entity, String batch) {
        return imported(entity, batch).where(new Condition(IntakeFields.VALIDATION_NOTES, Condition.Op.PRESENT, null));
    }

    public static Query validated(String batch) {
        return imported(batch).where(is(IntakeFields.VALIDATED, true));
    }

    /// Rows that nobody has validated yet, or that failed; not those that were edited since.
    public static Query notValidated(String batch) {
        return notValidated(Entity.COMPANY, batch);
    }

    public static Query notValidated(Entity entity, String batch) {
        return imported(entity, batch).where(Condition.oneOf(IntakeFields.STATUS, List.of(IntakeStatus.NEW, IntakeStatus.FAILED)));
    }

    /// Rows that were edited since they were validated, so that they are not any more.
    public static Query edited(String batch) {
        return withStatus(batch, IntakeStatus.EDITED);
    }

    /// Rows that master would refuse.
    public static Query refused(String batch) {
        return refused(Entity.COMPANY, batch);
    }

    /// Rows that a promotion would take if master refused no others.
    public static Query accepted(String batch) {
        return accepted(Entity.COMPANY, batch);
    }

    /// Rows that a promotion would take although they look like another company.
    public static Query alike(String batch) {
        return previewed(Entity.COMPANY, batch, IntakeFields.ALIKE);
    }

    public static Query refused(Entity entity, String batch) {
        return previewed(entity, batch, IntakeFields.REFUSED);
    }

    public static Query accepted(Entity entity, String batch) {
        return previewed(entity, batch, IntakeFields.ACCEPTED);
    }

    /// People who are validated, but have no place in master.
    public static Query unplaced(String batch) {
        return previewed(Entity.PERSON, batch, PeopleIntakeFields.UNPLACED);
    }

    private static Query previewed(Entity entity, String batch, Field as) {
        return imported(entity, batch).where(new Condition(as, Condition.Op.HAS, batch));
    }

    /// Rows that a promotion would take with a placeholder for the name or the website.
    public static Query placeholder(String batch) {
        return promotable(batch).where(is(IntakeFields.PLACEHOLDER, true));
    }

    /// Rows with which a rule that was tried would find fault.
    public static Query wouldFail(RuleDryRun trial) {
        return imported(trial.of().rule().entity(), trial.of().batch())
                .where(new Condition(IntakeFields.TRIAL, Condition.Op.HAS, trial.of()));
    }

    public static Query failed(String batch) {
        return withStatus(batch, IntakeStatus.FAILED);
    }

    /// Rows that a promotion would take: validated, and without a master row.
    public static Query promotable(String batch) {
        return withStatus(batch, IntakeStatus.VALIDATED);
    }

    /// Validated rows that a master row of another source holds back.
    public static Query held(String batch) {
        return withStatus(batch, IntakeStatus.HELD);
    }

    /// Rows that a pair with another record holds back.
    public static Query matched(String batch) {
        return withStatus(batch, IntakeStatus.MATCHED);
    }

    /// Rows that a promotion took.
    public static Query promoted(String batch) {
        return withStatus(batch, IntakeStatus.PROMOTED);
    }

    private static Query withStatus(String batch, IntakeStatus status) {
        return withStatus(Entity.COMPANY, batch, status);
    }

    /// The rows of a batch that stand there.
    public static Query withStatus(Entity entity, String batch, IntakeStatus status) {
        return imported(entity, batch).where(is(IntakeFields.STATUS, status));
    }

    /// Every row of intake that was promoted.
    public static Query promoted() {
        return Query.all(Table.INTAKE).where(is(IntakeFields.STATUS, IntakeStatus.PROMOTED));
    }

    /// Every row of intake that is not validated.
    public static Query notValidated() {
        return notValidated(Entity.COMPANY);
    }

    public static Query notValidated(Entity entity) {
        return Query.all(entity.intake()).where(Condition.oneOf(IntakeFields.STATUS,
                List.of(IntakeStatus.NEW, IntakeStatus.EDITED, IntakeStatus.FAILED)));
    }

    public static Query run(String run) {
        return Query.all(Table.LOG).where(is(LogFields.VALIDATION_RUN_ID, run));
    }

    /// All runs, the newest first.
    public static Query validationHistory() {
        return Query.all(Table.LOG).sortedBy(Sort.descending(LogFields.EXECUTED_AT));
    }

    /// The promotions of a batch's companies.
    public static Query promotions(String batch) {
        return Query.all(Table.LOG).where(is(LogFields.BATCH, batch)).where(is(LogFields.ROUTE, LogFields.PROMOTION));
    }

    /// The companies that a promotion run made.
    public static Query madeBy(String run) {
        return madeBy(Entity.COMPANY, run);
    }

    /// The companies, or the people, that a promotion run made.
    public static Query madeBy(Entity entity, String run) {
        return Query.all(entity.master()).where(is(entity.promotionRun(), run));
    }

    /// The companies with more than their default slot.
    public static Query severalSlots() {
        return Query.all(Table.MASTER).where(new Condition(MasterFields.SLOT_COUNT, Condition.Op.AT_LEAST, 2L));
    }

    /// The companies without any slot, of which there must be none.
    public static Query noSlot() {
        return Query.all(Table.MASTER).where(is(MasterFields.SLOT_COUNT, 0L));
    }

    /// The companies whose quality score is in the band as the limits have it.
    public static Query ofQuality(QualityBand band, Limits limits) {
        return Query.all(Table.MASTER).where(is(MasterFields.QUALITY_BAND, band.word(limits)));
    }

    public static Query failedRuns() {
        return Query.all(Table.LOG).where(new Condition(LogFields.FAILED_RECORDS, Condition.Op.AT_LEAST, 1));
    }

    public static Query emailsVerified(boolean verified) {
        return Query.all(Table.PEOPLE).where(is(PeopleFields.EMAIL_VERIFIED, verified));
    }

    /// Of the people created on a day, in the zone of this computer, those whose e-mail address is verified, or those whose is not.
    public static Query createdOn(LocalDate day, boolean verified) {
        Query people = Query.all(Table.PEOPLE).where(verified ? is(PeopleFields.EMAIL_VERIFIED, true)
                : new Condition(PeopleFields.EMAIL_VERIFIED, Condition.Op.IS_NOT, true));
        if (day == null) {
            return people.where(Condition.empty(PeopleFields.CREATED_AT));
        }
        Instant begin = day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant().minus(1, ChronoUnit.MICROS);
        return people.where(new Condition(PeopleFields.CREATED_AT, Condition.Op.AT_LEAST, begin))
                .where(new Condition(PeopleFields.CREATED_AT, Condition.Op.AT_MOST, end));
    }

    /// The people whose e-mail address waits for a verification service: for the first time, or once more.
    public static Query emailQueue(boolean again) {
        return Query.all(Table.PEOPLE).where(is(PeopleFields.EMAIL_QUEUE, again ? "again" : "first"));
    }

    /// Decision-makers who have an e-mail address that is not verified.
    public static Query unverifiedDecisionMakers() {
        return Query.all(Table.PEOPLE).where(Condition.oneOf(PeopleFields.SENIORITY, List.of("C-Level", "VP", "Director")))
                .where(new Condition(PeopleFields.EMAIL, Condition.Op.PRESENT, null))
                .where(new Condition(PeopleFields.EMAIL_VERIFIED, Condition.Op.IS_NOT, true));
    }

    /// A company's default slot.
    public static Query defaultSlot(String company) {
        return Query.all(Table.SLOTS).where(is(SlotFields.COMPANY_UNIQUE_ID, company)).where(is(SlotFields.SLOT_TYPE, "default"));
    }

    /// People whose sidecar knows a GitHub profile.
    public static Query withGitHub() {
        return Query.all(Table.PEOPLE_SIDECARS).where(new Condition(PeopleSidecarFields.SOCIAL_PROFILES, Condition.Op.CONTAINS,
                "\"github\":"));
    }

    /// People in a Clay segment.
    public static Query inSegment(String segment) {
        return Query.all(Table.PEOPLE_SIDECARS).where(new Condition(PeopleSidecarFields.CLAY_SEGMENTS, Condition.Op.HAS, segment));
    }

    /// The company sidecars from a source; null asks for those of which nobody knows.
    public static Query ofSource(String source) {
        return Query.all(Table.COMPANY_SIDECARS).where(source == null ? Condition.empty(CompanySidecarFields.ENRICHMENT_SOURCE)
                : is(CompanySidecarFields.ENRICHMENT_SOURCE, source));
    }

    /// Sidecars enriched too long ago, or never.
    public static Query staleSidecars() {
        return Query.all(Table.COMPANY_SIDECARS).where(Condition.oneOf(CompanySidecarFields.FRESHNESS, List.of("stale", "never")));
    }

    /// Sidecars that are `fresh`, `stale` or `never` enriched.
    public static Query ofFreshness(String freshness) {
        return Query.all(Table.COMPANY_SIDECARS).where(is(CompanySidecarFields.FRESHNESS, freshness));
    }

    /// Sidecars enriched too long ago, the oldest first.
    public static Query notEnriched() {
        return ofFreshness("stale").sortedBy(Sort.ascending(CompanySidecarFields.LAST_ENRICHED_AT));
    }

    /// Sidecars with a low confidence.
    public static Query lowConfidence() {
        return ofConfidence("low");
    }

    /// Sidecars with a high confidence.
    public static Query highConfidence() {
        return ofConfidence("high");
    }

    /// Sidecars with a confidence that is `high`, `middle`, `low` or `none`.
    public static Query ofConfidence(String band) {
        return Query.all(Table.COMPANY_SIDECARS).where(is(CompanySidecarFields.CONFIDENCE_BAND, band));
    }

    /// Companies without a sidecar.
    public static Query withoutSidecar() {
        return Query.all(Table.MASTER).where(is(MasterFields.SIDECAR, false));
    }

    /// Of the runs that a filter of the log finds, those of a period.
    public static Query runsOf(RunPeriod period, Query runs) {
        return runs.where(new Condition(LogFields.EXECUTED_AT, Condition.Op.AT_LEAST, period.begin()))
                .where(new Condition(LogFields.EXECUTED_AT, Condition.Op.AT_MOST, period.end().minus(1, ChronoUnit.MICROS)));
    }

    /// The records of intake that one steward decided about by hand on one day; those that were cleared since are not there any more.
    public static Query decided(Entity entity, Decisions decisions) {
        return Query.all(entity.intake()).where(new Condition(IntakeFields.DECIDED, Condition.Op.HAS, decisions.key()));
    }
}
