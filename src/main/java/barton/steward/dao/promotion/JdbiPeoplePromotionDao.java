package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.RunFunction;
import barton.steward.db.Database;
import barton.steward.model.promotion.PeoplePromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import java.util.List;

public final class JdbiPeoplePromotionDao extends JdbiPromoting implements PeoplePromotionDao {
    private static final String PREVIEW = """
            SELECT p.promotable, p.already_promoted, p.held_by_other_source, p.company_missing, p.company_ambiguous, p.slot_missing,
                   p.not_validated, p.edited_since_validation, p.refused, p.phone_left
            FROM shq.people_preview(?) p""";
    private static final String REFUSALS = "SELECT r.intake_id, r.reason FROM shq.people_refusals(?) r ORDER BY r.intake_id LIMIT ?";
    private static final String UNPLACED = """
            SELECT s.intake_id, s.fault_field || ': ' || s.fault_says FROM shq.people_standing(?) s
            WHERE s.standing IN ('company_missing', 'company_ambiguous', 'slot_missing') ORDER BY s.intake_id LIMIT ?""";
    /// Those that nobody has a place for yet count: their company may have come meanwhile.
    private static final String PROMOTABLE = """
            SELECT i.import_batch_id, count(*)
            FROM intake.people_raw_intake i
            WHERE i.validated AND shq.filled(i.import_batch_id) IS NOT NULL
              AND NOT EXISTS (SELECT FROM marketing.people_master m WHERE m.source_record_id = i.id::text)
              %s
            GROUP BY i.import_batch_id
            ORDER BY min(i.id)""";

    public JdbiPeoplePromotionDao(Database database) {
        this(database, false);
    }

    private JdbiPeoplePromotionDao(Database database, boolean unattended) {
        super(database, Entity.PERSON, RunFunction.PROMOTE_PEOPLE, List.of(Table.PEOPLE.qualifiedName()), unattended);
    }

    @Override
    public PeoplePromotionPreview preview(String batch) {
        return read(handle -> handle.createQuery(PREVIEW).bind(0, batch).map((r, context) -> new PeoplePromotionPreview(batch,
                r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6), r.getLong(7), r.getLong(8),
                r.getLong(9), r.getLong(10))).one());
    }

    @Override
    public List<PromotionRefusal> refusals(String batch, int most) {
        return rows(REFUSALS, batch, most);
    }

    @Override
    public List<PromotionRefusal> unplaced(String batch, int most) {
        return rows(UNPLACED, batch, most);
    }

    @Override
    String promotable() {
        return PROMOTABLE;
    }

    @Override
    public PromotingDao unattended() {
        return new JdbiPeoplePromotionDao(database(), true);
    }
}
