package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.Sql;
import barton.steward.dao.query.SqlValues;
import barton.steward.dao.query.TimeLimit;
import barton.steward.db.Database;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.model.promotion.PromotionEligibility.Reason;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementCustomizer;

public final class JdbiPromotionEligibilityDao implements PromotionEligibilityDao {
    private static final String ROW = """
            SELECT i.import_batch_id::text, i.validation_notes::text,
                   (SELECT ARRAY[s.standing, s.fault_field || ': ' || s.fault_says]::text[]
                    FROM shq.promotion_standing('%s', i.import_batch_id::text) s WHERE s.intake_id = i.id::bigint)
            FROM %s i WHERE i.id = ?""";
    private static final String CLEARED = """
            SELECT c.import_batch_id, c.validation_run_id FROM shq.cleared_intake c
            WHERE c.entity = ? AND c.intake_id = ?
              AND NOT EXISTS (SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)
            ORDER BY c.cleared_id DESC LIMIT 1""";
    private static final String MASTER = """
            SELECT m.%s || CASE m.source_system WHEN 'intake_promotion' THEN '' ELSE ', ' || m.source_system END
            FROM %s m WHERE m.source_record_id = ?::bigint::text
            ORDER BY m.source_system <> 'intake_promotion' LIMIT 1""";
    private static final String ERRORS = """
            SELECT string_agg(btrim(l.line) || coalesce(r.told, ''), '; ' ORDER BY l.n)
            FROM string_to_table(?, E'\\n') WITH ORDINALITY AS l (line, n)
            LEFT JOIN LATERAL (
                SELECT ' (by ' || s.rejected_by || coalesce(to_char(s.rejected_at, '", "YYYY-MM-DD HH24:MI'), '') || ')' AS told
                FROM shq.standing_rejections(?, ?) s WHERE s.why = ANY (shq.rejection_reasons(l.line)) LIMIT 1) r ON true
            WHERE shq.has_error_note(l.line)""";
    private static final String EDITS = """
            SELECT string_agg(btrim(l.line), '; ' ORDER BY l.n)
            FROM string_to_table(?, E'\\n') WITH ORDINALITY AS l (line, n) WHERE shq.has_edit_note(l.line)""";
    private static final String MATCH = """
            SELECT o.same, coalesce(o.master_id, 'intake row ' || o.other_intake_id)
            FROM (SELECT true AS same, d.master_id, d.other_intake_id, 101 AS score
                  FROM shq.match_standing d WHERE d.intake_id = ? AND d.decision = 'same'
                  UNION ALL
                  SELECT false, p.master_id, p.other_intake_id, p.score
                  FROM shq.match_pair_state() p WHERE p.intake_id = ? AND p.state IN ('open', 'later')) o
            ORDER BY o.score DESC LIMIT 1""";
    private static final String REFUSAL = """
            SELECT r.intake_id, r.reason FROM shq.promotion_refusals('%s', ?) r ORDER BY r.intake_id <> ?, r.intake_id LIMIT 1""";
    /// Of a large batch it takes longer to find out what master would refuse.
    private static final TimeLimit PATIENCE = new TimeLimit(Duration.ofSeconds(20));

    private final Database database;

    public JdbiPromotionEligibilityDao(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PromotionEligibility> of(Entity entity, long intakeId) {
        return database.read(handle -> new Reading(handle, entity, intakeId).read());
    }

    /// `fault` is why a record that is validated has no place in master.
    private record IntakeState(String batch, String notes, String standing, String fault) {
        static IntakeState of(ResultSet row) throws SQLException {
            Array standing = row.getArray(3);
            String[] said = standing == null ? new String[2] : (String[]) standing.getArray();
            return new IntakeState(row.getString(1), row.getString(2), said[0], said[1]);
        }
    }

    private record Reading(Handle handle, Entity entity, long id) {
        Optional<PromotionEligibility> read() {
            String row = ROW.formatted(SqlValues.word(entity), entity.intake().qualifiedName());
            return handle.createQuery(row).bind(0, id).map((result, context) -> IntakeState.of(result)).findOne().map(this::standing)
                    .or(this::cleared);
        }

        private Optional<PromotionEligibility> cleared() {
            return handle.createQuery(CLEARED).bind(0, SqlValues.word(entity)).bind(1, id).map((result, context) ->
                    new PromotionEligibility(id, result.getString(1), Reason.CLEARED, result.getString(2))).findOne();
        }

        private PromotionEligibility standing(IntakeState row) {
            if (row.standing() == null) {
                String record = master();
                return new PromotionEligibility(id, null, record == null ? Reason.NO_BATCH : Reason.PROMOTED, record);
            }
            return switch (row.standing()) {
                case "already_promoted" -> because(row, Reason.PROMOTED, master());
                case "held_by_other_source" -> because(row, Reason.OTHER_SOURCE, master());
                case "not_validated" -> because(row, Reason.NOT_VALIDATED, errors(row));
                case "edited_since_validation" -> because(row, Reason.EDITED, edits(row));
                case "held_by_match" -> matched(row);
                case "company_missing" -> because(row, Reason.COMPANY_MISSING, row.fault());
                case "company_ambiguous" -> because(row, Reason.COMPANY_AMBIGUOUS, row.fault());
                case "slot_missing" -> because(row, Reason.SLOT_MISSING, row.fault());
                case "promotable" -> PATIENCE.answer(stop -> refusal(row, stop)).orElseGet(() -> because(row, Reason.UNCHECKED, null));
                default -> throw new IllegalStateException("unknown standing: " + row.standing());
            };
        }

        private PromotionEligibility because(IntakeState row, Reason reason, String about) {
            return new PromotionEligibility(id, row.batch(), reason, about);
        }

        private String master() {
            String master = MASTER.formatted(entity.master().key().name(), entity.master().qualifiedName());
            return handle.createQuery(master).bind(0, id).mapTo(String.class).findOne().orElse(null);
        }

        /// What is wrong with the row; of a rejection also who made it and when, where somebody said so.
        private String errors(IntakeState row) {
            return handle.createQuery(ERRORS).bind(0, row.notes()).bind(1, SqlValues.word(entity)).bind(2, id).mapTo(String.class)
                    .findOne().orElse(null);
        }

        private String edits(IntakeState row) {
            return handle.createQuery(EDITS).bind(0, row.notes()).mapTo(String.class).findOne().orElse(null);
        }

        private PromotionEligibility matched(IntakeState row) {
            return handle.createQuery(MATCH).bind(0, id).bind(1, id).map((result, context) ->
                    because(row, result.getBoolean(1) ? Reason.SAME_AS : Reason.UNDECIDED, result.getString(2))).findOne()
                    // Somebody decided between the two statements.
                    .orElseGet(() -> because(row, Reason.PROMOTABLE, null));
        }

        private PromotionEligibility refusal(IntakeState row, StatementCustomizer stop) {
            String refusal = REFUSAL.formatted(SqlValues.word(entity));
            return TimeLimit.on(Sql.of(refusal, row.batch(), id).query(handle), stop).map((result, context) -> result.getLong(1) == id
                    ? because(row, Reason.REFUSED, result.getString(2))
                    : because(row, Reason.BATCH_REFUSED, "row " + result.getLong(1) + " " + result.getString(2)))
                    .findOne().orElseGet(() -> because(row, Reason.PROMOTABLE, null));
        }
    }
}
