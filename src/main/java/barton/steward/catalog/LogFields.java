package barton.steward.catalog;

import static barton.steward.catalog.Field.fixed;
import static barton.steward.catalog.Field.required;
import static barton.steward.catalog.FieldType.INTEGER;
import static barton.steward.catalog.FieldType.NUMERIC;
import static barton.steward.catalog.FieldType.TEXT;
import static barton.steward.catalog.FieldType.TIMESTAMP;

import java.util.List;

/// The fields of `public.shq_validation_log`, with what is computed from them.
public final class LogFields {
    public static final Field VALIDATION_RUN_ID = required("validation_run_id", TEXT).width(250);
    /// From the two table names without their schemas' noise, like [#PROMOTION]; never null.
    public static final Field ROUTE = required("route", TEXT).width(180);
    /// The route of promotions of companies.
    public static final String PROMOTION = "intake → master";
    public static final Field SOURCE_TABLE = fixed("source_table", TEXT).width(200);
    public static final Field TARGET_TABLE = fixed("target_table", TEXT).width(200);
    public static final Field TOTAL_RECORDS = fixed("total_records", INTEGER);
    public static final Field PASSED_RECORDS = fixed("passed_records", INTEGER);
    public static final Field FAILED_RECORDS = fixed("failed_records", INTEGER).as(Display.FAILURES).width(130);
    /// Percent, 0 to 100; null where there were no records.
    public static final Field SUCCESS_RATE = fixed("success_rate", NUMERIC).as(Display.SHARE).width(200);
    public static final Field EXECUTED_BY = fixed("executed_by", TEXT).width(130);
    public static final Field EXECUTED_AT = fixed("executed_at", TIMESTAMP);
    /// Computed: the word of a [RunKind]; null for runs of other clients.
    public static final Field KIND = fixed("kind", TEXT).width(90);
    /// Computed: the batch that such a run was about, and where another client promoted, the one that the run is named by; or null.
    public static final Field BATCH = fixed("batch", TEXT).width(170);
    /// Computed: the run that this one takes back or restores from; or null.
    public static final Field OF_RUN = fixed("of_run", TEXT).width(200);
    public static final Field NOTES = fixed("notes", TEXT).as(Display.NOTES).width(360);

    /// Computed: the same as [#KIND], and of runs of other clients what their tables tell; null where they do not. Asked of rows, but no
    /// column that is shown.
    public static final Field TOLD_KIND = fixed("told_kind", TEXT).asked();

    static final List<Field> ALL = List.of(VALIDATION_RUN_ID, ROUTE, SOURCE_TABLE, TARGET_TABLE, TOTAL_RECORDS, PASSED_RECORDS,
            FAILED_RECORDS, SUCCESS_RATE, EXECUTED_BY, EXECUTED_AT, KIND, BATCH, OF_RUN, NOTES);

    /// What the table shows at first; the others wait in its menu of columns, in the order of [#ALL].
    static final List<Field> SHOWN = List.of(EXECUTED_AT, VALIDATION_RUN_ID, ROUTE, SUCCESS_RATE, FAILED_RECORDS, EXECUTED_BY, NOTES, KIND);

    /// What has a menu of its values above the table.
    static final List<Field> FACETS = List.of(ROUTE, KIND, EXECUTED_BY);

    private LogFields() {
    }
}
