package barton.steward.service.question;

import barton.steward.catalog.CompanySidecarFields;
import barton.steward.catalog.Field;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.LogFields;
import barton.steward.catalog.MasterFields;
import barton.steward.catalog.PeopleFields;
import barton.steward.catalog.PeopleSidecarFields;
import barton.steward.catalog.SlotFields;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.service.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The questions that stewards ask, each under one name in the window and on the command line. Some find rows, the others figures.
public enum NamedQuery {
    BATCH_ROWS("Rows of a batch", Of.BATCH, batch -> FigureQueries.imported(batch),
            List.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.STATE_ABBREV, IntakeFields.WEBSITE, IntakeFields.STATUS,
                    IntakeFields.VALIDATION_NOTES, IntakeFields.IMPORT_BATCH_ID)),
    NOT_VALIDATED("Rows not validated", Of.MAYBE_BATCH, batch -> within(batch, FigureQueries.notValidated()),
            List.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.STATE_ABBREV, IntakeFields.IMPORT_BATCH_ID,
                    IntakeFields.STATUS, IntakeFields.VALIDATION_NOTES)),
    PROMOTED("Rows already promoted", Of.MAYBE_BATCH, batch -> within(batch, FigureQueries.promoted()),
            List.of(IntakeFields.ID, IntakeFields.COMPANY, IntakeFields.IMPORT_BATCH_ID, IntakeFields.PROMOTED_AS,
                    IntakeFields.PROMOTED_AT, IntakeFields.VALIDATED_BY)),
    BATCH_COUNTS("Validated, promoted and logged counts of batches side by side", Of.MAYBE_BATCH, Figures::ofBatches),
    VALIDATION_HISTORY("Validation history, with route and success rate", Of.MAYBE_BATCH,
            batch -> within(LogFields.BATCH, batch, FigureQueries.validationHistory()), Columns.RUN),
    FAILED_RUNS("Runs with failed records", Of.MAYBE_BATCH, batch -> within(LogFields.BATCH, batch, FigureQueries.failedRuns()),
            Columns.RUN),
    SEVERAL_SLOTS("Companies with several slots", Of.MAYBE_BATCH, batch -> within(batch, FigureQueries.severalSlots()),
            List.of(MasterFields.COMPANY_UNIQUE_ID, MasterFields.COMPANY_NAME, MasterFields.SLOT_COUNT, MasterFields.SLOT_LABELS)),
    DEFAULT_SLOT("A company’s default slot", Of.COMPANY, FigureQueries::defaultSlot,
            List.of(SlotFields.COMPANY_UNIQUE_ID, SlotFields.COMPANY_NAME, SlotFields.COMPANY_SLOT_UNIQUE_ID,
                    SlotFields.SLOT_TYPE, SlotFields.SLOT_LABEL, SlotFields.PEOPLE_COUNT, SlotFields.CREATED_AT)),
    VERIFIED_EMAILS("People with a verified e-mail", Of.ALL, all -> FigureQueries.emailsVerified(true),
            List.of(PeopleFields.UNIQUE_ID, PeopleFields.FULL_NAME, PeopleFields.EMAIL, PeopleFields.COMPANY_NAME,
                    PeopleFields.VERIFIED_AT, PeopleFields.VERIFICATION_SERVICE)),
    VERIFICATION_RATE("The rate of verified e-mails, as a whole and by day", Of.ALL, Figures::ofEmails),
    UNVERIFIED_DECISION_MAKERS("Decision-makers with an unverified e-mail", Of.ALL, all -> FigureQueries.unverifiedDecisionMakers(),
            List.of(PeopleFields.UNIQUE_ID, PeopleFields.FULL_NAME, PeopleFields.TITLE, PeopleFields.SENIORITY,
                    PeopleFields.EMAIL, PeopleFields.COMPANY_NAME)),
    EMAILS_TO_VERIFY("People whose e-mail no verification service has answered about", Of.ALL,
            all -> FigureQueries.emailQueue(false),
            List.of(PeopleFields.UNIQUE_ID, PeopleFields.FULL_NAME, PeopleFields.TITLE, PeopleFields.SENIORITY,
                    PeopleFields.EMAIL, PeopleFields.COMPANY_NAME, PeopleFields.CREATED_AT)),
    EMAILS_TO_VERIFY_AGAIN("People whose e-mail was verified long ago, usually 180 days", Of.ALL,
            all -> FigureQueries.emailQueue(true),
            List.of(PeopleFields.UNIQUE_ID, PeopleFields.FULL_NAME, PeopleFields.SENIORITY, PeopleFields.EMAIL,
                    PeopleFields.COMPANY_NAME, PeopleFields.VERIFIED_AT, PeopleFields.VERIFICATION_SERVICE)),
    HIGH_CONFIDENCE("Companies with a high confidence, usually 90 and more", Of.ALL,
            all -> FigureQueries.highConfidence(), Columns.ENRICHED),
    LOW_CONFIDENCE("Companies with a low confidence, usually below 70", Of.ALL,
            all -> FigureQueries.lowConfidence(), Columns.ENRICHED),
    NOT_ENRICHED("Companies not enriched for long, usually 90 days", Of.ALL,
            all -> FigureQueries.notEnriched(), Columns.ENRICHED),
    ENRICHMENT_COVERAGE("Enrichment coverage of companies", Of.ALL, Figures::ofEnrichment),
    CONFIDENCE("Confidence in what enrichments say", Of.ALL, Figures::ofConfidence),
    QUALITY("Quality of the companies in master", Of.ALL, Figures::ofQuality),
    SUCCESS_RATE("The success rate of runs by day", Of.ALL, Figures::ofRuns),
    REVIEW_PACE("Decisions by hand, by day and steward", Of.ALL, Figures::ofDecisions),
    SOURCE_RELIABILITY("Reliability by source of enrichment", Of.ALL, Figures::ofSources),
    GITHUB("People with a GitHub profile", Of.ALL, all -> FigureQueries.withGitHub(),
            List.of(PeopleSidecarFields.PERSON_UNIQUE_ID, PeopleSidecarFields.FULL_NAME, PeopleSidecarFields.TITLE,
                    PeopleSidecarFields.GITHUB, PeopleSidecarFields.ENRICHMENT_SOURCE)),
    SEGMENT("People in a Clay segment", Of.SEGMENT, FigureQueries::inSegment,
            List.of(PeopleSidecarFields.PERSON_UNIQUE_ID, PeopleSidecarFields.FULL_NAME, PeopleSidecarFields.TITLE,
                    PeopleSidecarFields.CLAY_SEGMENTS, PeopleSidecarFields.CLAY_INSIGHT_SUMMARY));

    /// What a question is about, which has to be named unless it is everything.
    public enum Of {
        ALL, BATCH, MAYBE_BATCH, COMPANY, SEGMENT
    }

    private final String text;
    private final Of of;
    private final Function<String, Query> rows;
    private final List<Field> columns;
    private final Figures figures;

    NamedQuery(String text, Of of, Function<String, Query> rows, List<Field> columns) {
        this(text, of, rows, columns, null);
    }

    NamedQuery(String text, Of of, Figures figures) {
        this(text, of, null, List.of(), figures);
    }

    NamedQuery(String text, Of of, Function<String, Query> rows, List<Field> columns, Figures figures) {
        this.text = text;
        this.of = of;
        this.rows = rows;
        this.columns = columns;
        this.figures = figures;
    }

    /// Columns of several questions.
    private static final class Columns {
        private static final List<Field> RUN = List.of(LogFields.VALIDATION_RUN_ID, LogFields.ROUTE, LogFields.TOTAL_RECORDS,
                LogFields.PASSED_RECORDS, LogFields.FAILED_RECORDS, LogFields.SUCCESS_RATE, LogFields.EXECUTED_BY, LogFields.EXECUTED_AT,
                LogFields.NOTES);
        private static final List<Field> ENRICHED = List.of(CompanySidecarFields.COMPANY_UNIQUE_ID, CompanySidecarFields.COMPANY_NAME,
                CompanySidecarFields.CONFIDENCE_SCORE, CompanySidecarFields.ENRICHMENT_SOURCE, CompanySidecarFields.LAST_ENRICHED_AT,
                CompanySidecarFields.FRESHNESS);
    }

    private static Query within(String batch, Query rows) {
        return within(IntakeFields.IMPORT_BATCH_ID, batch, rows);
    }

    private static Query within(Field field, String batch, Query rows) {
        return batch == null ? rows : rows.where(Condition.is(field, batch));
    }

    /// The name by which it is asked, like `failed-runs`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<NamedQuery> titled(String title) {
        return Arrays.stream(values()).filter(q -> q.title().equals(title)).findFirst();
    }

    /// The question in words.
    public String text() {
        return text;
    }

    public Of of() {
        return of;
    }

    /// Whether rows answer it, and not figures.
    public boolean findsRows() {
        return rows != null;
    }

    /// The query that finds the rows; empty where the answer is figures.
    /// @param about the batch, the company's ID or the segment; null where it is about everything
    public Optional<Query> query(String about) {
        return Optional.ofNullable(rows).map(q -> q.apply(about));
    }

    /// What an answer shows of each row: what the question is about, also from other tables; none where the answer is figures.
    public List<Field> columns() {
        return columns;
    }

    /// The figures that answer it, where rows do not.
    public Figures.Answer figures(Session session, String about) {
        return figures.read(session, about);
    }
}
