package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.dao.query.TimeLimit;
import barton.steward.db.Database;
import barton.steward.model.promotion.PromotionEligibility;
import barton.steward.model.promotion.PromotionEligibility.Reason;
import barton.steward.model.promotion.PromotionRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementCustomizer;

public final class JdbiPromotionEligibilityDao implements PromotionEligibilityDao {
    private static final String ROW = """
            SELECT i.import_batch_id::text AS batch, i.validation_notes::text AS notes,
                   (SELECT ARRAY[s.standing, s.fault_field || ': ' || s.fault_says]::text[]
                    FROM shq.promotion_standing('%s', i.import_batch_id::text) s WHERE s.intake_id = i.id::bigint) AS said
            FROM %s i WHERE i.id = :id""";
    private static final String CLEARED = """
            SELECT c.import_batch_id AS batch, c.validation_run_id AS run FROM shq.cleared_intake c
            WHERE c.entity = :entity AND c.intake_id = :id
              AND NOT EXISTS (SELECT FROM shq.run_detail d WHERE d.kind = 'restoring' AND d.of_run = c.validation_run_id)
            ORDER BY c.cleared_id DESC LIMIT 1""";
    private static final String MASTER = """
            SELECT m.id || CASE m.source_system WHEN 'intake_promotion' THEN '' ELSE ', ' || m.source_system END
            FROM (SELECT k.%s::text AS id, k.source_system::text FROM %s k WHERE k.source_record_id = :id::bigint::text
                  UNION ALL
                  SELECT shq.current_id(g.key), g.source_system FROM shq.merged g
                  WHERE g.entity = '%s' AND g.source_record_id = :id::bigint::text) m
            ORDER BY m.source_system <> 'intake_promotion' LIMIT 1""";
    private static final String ERRORS = """
            SELECT string_agg(btrim(l.line) || coalesce(r.told, ''), '; ' ORDER BY l.n)
            FROM string_to_table(:notes, E'\\n') WITH ORDINALITY AS l (line, n)
            LEFT JOIN LATERAL (
                SELECT ' (by ' || s.rejected_by || coalesce(to_char(s.rejected_at, '", "YYYY-MM-DD HH24:MI'), '') || ')' AS told
                FROM shq.standing_rejections(:entity, :id) s WHERE s.why = ANY (shq.rejection_reasons(l.line)) LIMIT 1) r ON true
            WHERE shq.has_error_note(l.line)""";
    private static final String EDITS = """
            SELECT string_agg(btrim(l.line), '; ' ORDER BY l.n)
            FROM string_to_table(:notes, E'\\n') WITH ORDINALITY AS l (line, n) WHERE shq.has_edit_note(l.line)""";
    private static final String MATCH = """
            SELECT o.same, coalesce(o.master_id, 'intake row ' || o.other_intake_id) AS other
            FROM (SELECT true AS same, d.master_id, d.other_intake_id, 101 AS score
                  FROM shq.match_standing d WHERE d.intake_id = :id AND d.decision = 'same'
                  UNION ALL
                  SELECT false, p.master_id, p.other_intake_id, p.score
                  FROM shq.match_pair_state() p WHERE p.intake_id = :id AND p.state IN ('open', 'later')) o
            ORDER BY o.score DESC LIMIT 1""";
    private static final String AUDIT = "SELECT 'audit ' || h.audit_id || ' has not accepted it, ' || h.because AS held"
            + " FROM shq.audit_hold(:entity, :batch) h";
    private static final String REFUSAL = """
            SELECT r.intake_id, r.reason FROM shq.promotion_refusals('%s', :batch) r
            ORDER BY r.intake_id <> :id, r.intake_id LIMIT 1""";
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

    /// `said` is where it stands, and why a record that is validated has no place in master; null where it is in no batch.
    private record IntakeState(String batch, String notes, List<String> said) {
        String standing() {
            return said == null ? null : said.getFirst();
        }

        String fault() {
            return said == null ? null : said.getLast();
        }
    }

    private record Reading(Handle handle, Entity entity, long id) {
        Optional<PromotionEligibility> read() {
            String row = ROW.formatted(entity.word(), entity.intake().qualifiedName());
            return handle.createQuery(row).bind("id", id).map(ConstructorMapper.of(IntakeState.class)).findOne().map(this::standing)
                    .or(this::cleared);
        }

        private Optional<PromotionEligibility> cleared() {
            return handle.createQuery(CLEARED).bind("entity", entity).bind("id", id).map((result, context) ->
                    new PromotionEligibility(id, result.getString("batch"), Reason.CLEARED, result.getString("run"))).findOne();
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
                case "promotable" -> held(row).or(() -> PATIENCE.answer(stop -> refusal(row, stop)))
                        .orElseGet(() -> because(row, Reason.UNCHECKED, null));
                default -> throw new IllegalStateException("unknown standing: " + row.standing());
            };
        }

        private PromotionEligibility because(IntakeState row, Reason reason, String about) {
            return new PromotionEligibility(id, row.batch(), reason, about);
        }

        private String master() {
            String master = MASTER.formatted(entity.master().key().name(), entity.master().qualifiedName(), entity.word());
            return handle.createQuery(master).bind("id", id).mapTo(String.class).findOne().orElse(null);
        }

        /// What is wrong with the row; of a rejection also who made it and when, where somebody said so.
        private String errors(IntakeState row) {
            return handle.createQuery(ERRORS).bind("notes", row.notes()).bind("entity", entity).bind("id", id).mapTo(String.class)
                    .findOne().orElse(null);
        }

        private String edits(IntakeState row) {
            return handle.createQuery(EDITS).bind("notes", row.notes()).mapTo(String.class).findOne().orElse(null);
        }

        private PromotionEligibility matched(IntakeState row) {
            return handle.createQuery(MATCH).bind("id", id).map((result, context) ->
                    because(row, result.getBoolean("same") ? Reason.SAME_AS : Reason.UNDECIDED, result.getString("other"))).findOne()
                    // Somebody decided between the two statements.
                    .orElseGet(() -> because(row, Reason.PROMOTABLE, null));
        }

        private Optional<PromotionEligibility> held(IntakeState row) {
            return handle.createQuery(AUDIT).bind("entity", entity).bind("batch", row.batch())
                    .map((result, context) -> because(row, Reason.HELD_BY_AUDIT, result.getString("held"))).findOne();
        }

        private PromotionEligibility refusal(IntakeState row, StatementCustomizer stop) {
            return TimeLimit.on(handle.createQuery(REFUSAL.formatted(entity.word())).bind("batch", row.batch()).bind("id", id), stop)
                    .map(ConstructorMapper.of(PromotionRefusal.class)).findOne().map(refused -> refused.intakeId() == id
                            ? because(row, Reason.REFUSED, refused.reason())
                            : because(row, Reason.BATCH_REFUSED, "row " + refused.intakeId() + " " + refused.reason()))
                    .orElseGet(() -> because(row, Reason.PROMOTABLE, null));
        }
    }
}
