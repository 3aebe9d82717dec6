package barton.steward.dao.query;

import barton.steward.model.IntakeFields;
import java.util.Map;

/// Where a row of intake stands.
public final class IntakeStatus {
    /// Whether a row has a master row, of any source system.
    public static final String PROMOTED =
            "EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = t.id::text)";
    /// The same, asked of one row at a time: an EXISTS would have the planner read all of master for a page of rows.
    private static final String PROMOTED_ROW =
            "coalesce((SELECT true FROM marketing.company_master m WHERE m.source_record_id = t.id::text LIMIT 1), false)";

    private IntakeStatus() {
    }

    static Column column() {
        return Column.chosen(IntakeFields.STATUS, status(PROMOTED_ROW), new Choices("promoted", PROMOTED, Map.of(
                        "validated", "t.validated",
                        "failed", "t.validated IS NOT TRUE AND shq.has_error_note(t.validation_notes)",
                        "new", "t.validated IS NOT TRUE AND NOT shq.has_error_note(t.validation_notes)")))
                .joined("LEFT JOIN (SELECT DISTINCT source_record_id FROM marketing.company_master) r ON r.source_record_id = t.id::text",
                        status("r.source_record_id IS NOT NULL"));
    }

    private static String status(String promoted) {
        return "shq.intake_status(t.validated, t.validation_notes, " + promoted + ")";
    }
}
