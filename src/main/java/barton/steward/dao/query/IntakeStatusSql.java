package barton.steward.dao.query;

import barton.steward.catalog.Entity;
import barton.steward.catalog.IntakeFields;
import barton.steward.catalog.IntakeStatus;
import barton.steward.catalog.Table;
import java.util.HashMap;
import java.util.Map;

/// Where a row of intake stands, as SQL.
public final class IntakeStatusSql {
    /// Of a row's master rows the one that counts: `promoted` is after `held` in every alphabet.
    private static final String PLACE = "max(CASE m.source_system WHEN 'intake_promotion' THEN 'promoted' ELSE 'held' END)";

    private static final String NO_ERROR = "t.validated IS NOT TRUE AND NOT shq.has_error_note(t.validation_notes)";

    private IntakeStatusSql() {
    }

    /// Whether a row of this table of intake was promoted, what it became being merged since or not.
    public static String promoted(Table intake) {
        return inMaster(intake, " AND m.source_system = 'intake_promotion'");
    }

    /// Whether master has or had a row of its number from any source system, which holds it back.
    private static String inMaster(Table intake) {
        return inMaster(intake, "");
    }

    private static String inMaster(Table intake, String also) {
        return "EXISTS (SELECT FROM " + known(intake) + " m WHERE m.source_record_id = t.id::text" + also + ")";
    }

    private static String known(Table intake) {
        return KnownRecordsSql.of(Entity.ofIntake(intake).orElseThrow());
    }

    static SqlColumn companies() {
        return column(Table.INTAKE, "shq.match_hold()", "shq.is_held_by_match");
    }

    static SqlColumn people() {
        return column(Table.PEOPLE_INTAKE, "shq.people_hold()", "shq.is_person_held_by_match");
    }

    /// @param hold   the rows that a pair with another record holds back
    /// @param isHeld the same of one row
    private static SqlColumn column(Table intake, String hold, String isHeld) {
        String inMaster = inMaster(intake);
        String matched = "EXISTS (SELECT FROM " + hold + " h WHERE h.intake_id = t.id)";
        Map<String, String> places = Map.of(
                IntakeStatus.HELD.word(), "t.validated AND " + inMaster,
                IntakeStatus.MATCHED.word(), "t.validated AND NOT " + inMaster + " AND " + matched,
                IntakeStatus.VALIDATED.word(), "t.validated AND NOT " + inMaster + " AND NOT " + matched);
        return column(intake, places, "CASE WHEN t.validated AND " + isHeld + "(t.id::bigint) THEN 'matched' END",
                " LEFT JOIN (SELECT DISTINCT h.intake_id FROM " + hold + " h) h ON h.intake_id = t.id",
                "CASE WHEN h.intake_id IS NOT NULL THEN 'matched' END");
    }

    /// @param places the conditions of the places that a validated row can be in
    /// @param otherwise the place of a row that master has not, asked of one row; then the same with a join, asked of all rows
    private static SqlColumn column(Table intake, Map<String, String> places, String otherwise, String otherwiseJoin,
            String otherwiseJoined) {
        String known = known(intake);
        // Asked of one row at a time: an EXISTS would have the planner read all of master for a page of rows.
        String placeOfRow = "coalesce((SELECT " + PLACE + " FROM " + known + " m WHERE m.source_record_id = t.id::text), " + otherwise
                + ")";
        Map<String, String> conditions = new HashMap<>(places);
        conditions.put(IntakeStatus.FAILED.word(), "t.validated IS NOT TRUE AND shq.has_error_note(t.validation_notes)");
        conditions.put(IntakeStatus.EDITED.word(), NO_ERROR + " AND shq.has_edit_note(t.validation_notes)");
        conditions.put(IntakeStatus.NEW.word(), NO_ERROR + " AND NOT shq.has_edit_note(t.validation_notes)");
        return SqlColumn.chosen(IntakeFields.STATUS, status(placeOfRow),
                new Choices(IntakeStatus.PROMOTED.word(), promoted(intake), Map.copyOf(conditions)))
                .joined("LEFT JOIN (SELECT m.source_record_id, " + PLACE + " AS place FROM " + known + " m GROUP BY 1) r"
                        + " ON r.source_record_id = t.id::text" + otherwiseJoin, status("coalesce(r.place, " + otherwiseJoined + ")"));
    }

    private static String status(String place) {
        return "shq.intake_status(t.validated, t.validation_notes, " + place + ")";
    }
}
