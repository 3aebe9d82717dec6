package barton.steward.service;

import barton.steward.model.Condition;
import barton.steward.model.IntakeFields;
import barton.steward.model.Query;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The questions that stewards ask, each under one name in the window and on the command line. Some find rows, the others figures.
public enum Question {
    BATCH_ROWS("Rows of a batch", Of.BATCH, batch -> Questions.imported(batch)),
    NOT_VALIDATED("Rows not validated", Of.MAYBE_BATCH, batch -> within(batch, Questions.notValidated())),
    PROMOTED("Rows already promoted", Of.MAYBE_BATCH, batch -> within(batch, Questions.promoted())),
    BATCH_COUNTS("Validated, promoted and logged counts of batches side by side", Of.MAYBE_BATCH, Figures::ofBatches),
    VALIDATION_HISTORY("Validation history, with route and success rate", Of.ALL, all -> Questions.validationHistory()),
    FAILED_RUNS("Runs with failed records", Of.ALL, all -> Questions.failedRuns()),
    SEVERAL_SLOTS("Companies with several slots", Of.ALL, all -> Questions.severalSlots()),
    DEFAULT_SLOT("A company’s default slot", Of.COMPANY, Questions::defaultSlot),
    VERIFIED_EMAILS("People with a verified e-mail", Of.ALL, all -> Questions.emailsVerified(true)),
    VERIFICATION_RATE("The rate of verified e-mails, as a whole and by day", Of.ALL, Figures::ofEmails),
    UNVERIFIED_DECISION_MAKERS("Decision-makers with an unverified e-mail", Of.ALL, all -> Questions.unverifiedDecisionMakers()),
    HIGH_CONFIDENCE("Companies with a confidence of 90 and more", Of.ALL, all -> Questions.highConfidence()),
    LOW_CONFIDENCE("Companies with a confidence below 70", Of.ALL, all -> Questions.lowConfidence()),
    NOT_ENRICHED("Companies not enriched for 90 days", Of.ALL, all -> Questions.staleSidecars()),
    ENRICHMENT_COVERAGE("Enrichment coverage of companies", Of.ALL, Figures::ofEnrichment),
    SOURCE_RELIABILITY("Reliability by source of enrichment", Of.ALL, Figures::ofSources),
    GITHUB("People with a GitHub profile", Of.ALL, all -> Questions.withGitHub()),
    SEGMENT("People in a Clay segment", Of.SEGMENT, Questions::inSegment);

    /// What a question is about, which has to be named unless it is everything.
    public enum Of {
        ALL, BATCH, MAYBE_BATCH, COMPANY, SEGMENT
    }

    private final String text;
    private final Of of;
    private final Function<String, Query> rows;
    private final Figures figures;

    Question(String text, Of of, Function<String, Query> rows) {
        this(text, of, rows, null);
    }

    Question(String text, Of of, Figures figures) {
        this(text, of, null, figures);
    }

    Question(String text, Of of, Function<String, Query> rows, Figures figures) {
        this.text = text;
        this.of = of;
        this.rows = rows;
        this.figures = figures;
    }

    private static Query within(String batch, Query rows) {
        return batch == null ? rows : rows.where(Condition.is(IntakeFields.IMPORT_BATCH_ID, batch));
    }

    /// The name by which it is asked, like `failed-runs`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Question> titled(String title) {
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
    /// @param about the batch, company or segment; null where it is about everything
    public Optional<Query> query(String about) {
        return Optional.ofNullable(rows).map(q -> q.apply(about));
    }

    /// The figures that answer it, where rows do not.
    public Figures.Answer figures(Desk desk, String about) {
        return figures.read(desk.daos(), about);
    }
}
