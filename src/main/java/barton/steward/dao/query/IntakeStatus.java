package barton.steward.dao.query;

import barton.steward.model.IntakeFields;
import java.util.Map;

/// Where a row of intake stands.
public final class IntakeStatus {
    /// Whether a row has a master row, of any source system.
    public static final String PROMOTED =
            "EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = t.id::text)";

    private IntakeStatus() {
    }

    static Column column() {
        String status = "(shq.intake_status(t.validated, t.validation_notes, " + PROMOTED + "))";
        String open = "t.validated IS NOT TRUE AND NOT " + PROMOTED + " AND ";
        return new Column(IntakeFields.STATUS, status, false, false, Map.of(
                "promoted", PROMOTED,
                "validated", "t.validated AND NOT " + PROMOTED,
                "failed", open + "shq.has_error_note(t.validation_notes)",
                "new", open + "NOT shq.has_error_note(t.validation_notes)"));
    }
}
