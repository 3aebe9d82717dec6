package barton.steward.dao.query;

import barton.steward.model.IntakeFields;
import java.util.Map;

/// Where a row of intake stands.
public final class IntakeStatus {
    /// Whether a row was promoted.
    public static final String PROMOTED = "EXISTS (SELECT FROM marketing.company_master m"
            + " WHERE m.source_record_id = t.id::text AND m.source_system = 'intake_promotion')";
    /// Whether master has a row of its number from any source system, which holds it back.
    private static final String IN_MASTER = "EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = t.id::text)";
    /// Whether a pair with another record holds a row back.
    private static final String MATCHED = "EXISTS (SELECT FROM shq.match_hold() h WHERE h.intake_id = t.id)";
    /// Of a row's master rows the one that counts: `promoted` is after `held` in every alphabet.
    private static final String PLACE = "max(CASE m.source_system WHEN 'intake_promotion' THEN 'promoted' ELSE 'held' END)";
    /// The same, asked of one row at a time: an EXISTS would have the planner read all of master for a page of rows.
    private static final String PLACE_OF_ROW = "coalesce((SELECT " + PLACE + " FROM marketing.company_master m"
            + " WHERE m.source_record_id = t.id::text), CASE WHEN t.validated AND shq.is_held_by_match(t.id::bigint) THEN 'matched' END)";

    private static final String NO_ERROR = "t.validated IS NOT TRUE AND NOT shq.has_error_note(t.validation_notes)";

    private IntakeStatus() {
    }

    static Column column() {
        return Column.chosen(IntakeFields.STATUS, status(PLACE_OF_ROW), new Choices("promoted", PROMOTED, Map.of(
                        "held", "t.validated AND " + IN_MASTER,
                        "matched", "t.validated AND NOT " + IN_MASTER + " AND " + MATCHED,
                        "validated", "t.validated AND NOT " + IN_MASTER + " AND NOT " + MATCHED,
                        "failed", "t.validated IS NOT TRUE AND shq.has_error_note(t.validation_notes)",
                        "edited", NO_ERROR + " AND shq.has_edit_note(t.validation_notes)",
                        "new", NO_ERROR + " AND NOT shq.has_edit_note(t.validation_notes)")))
                .joined("LEFT JOIN (SELECT m.source_record_id, " + PLACE + " AS place FROM marketing.company_master m GROUP BY 1) r"
                        + " ON r.source_record_id = t.id::text LEFT JOIN (SELECT DISTINCT h.intake_id FROM shq.match_hold() h) h"
                        + " ON h.intake_id = t.id", status("coalesce(r.place, CASE WHEN h.intake_id IS NOT NULL THEN 'matched' END)"));
    }

    private static String status(String place) {
        return "shq.intake_status(t.validated, t.validation_notes, " + place + ")";
    }
}
