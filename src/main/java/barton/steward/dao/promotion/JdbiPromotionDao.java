package barton.steward.dao.promotion;

import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.dao.change.RunFunction;
import barton.steward.db.Database;
import barton.steward.model.promotion.CompanyPromotionPreview;
import barton.steward.model.promotion.PromotionRefusal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

public final class JdbiPromotionDao extends JdbiPromoting implements PromotionDao {
    private static final String PREVIEW = """
            SELECT p.promotable, p.already_promoted, p.held_by_other_source, p.held_by_match, p.not_validated, p.edited_since_validation,
                   p.refused, p.placeholder, p.possible_duplicates, p.possible_duplicates_at
            FROM shq.promotion_preview(?) p""";
    private static final String REFUSALS =
            "SELECT r.intake_id, r.reason FROM shq.promotion_refusals(?) r ORDER BY r.intake_id LIMIT ?";
    private static final String PROMOTABLE = """
            SELECT i.import_batch_id, count(*)
            FROM intake.company_raw_intake i
            WHERE i.validated AND shq.filled(i.import_batch_id) IS NOT NULL
              AND NOT EXISTS (SELECT FROM marketing.company_master m WHERE m.source_record_id = i.id::text)
              AND NOT EXISTS (SELECT FROM shq.match_hold() h WHERE h.intake_id = i.id)
              %s
            GROUP BY i.import_batch_id
            ORDER BY min(i.id)""";

    public JdbiPromotionDao(Database database) {
        this(database, false);
    }

    private JdbiPromotionDao(Database database, boolean unattended) {
        super(database, Entity.COMPANY, RunFunction.PROMOTE, List.of(Table.MASTER.qualifiedName(), Table.SLOTS.qualifiedName()),
                unattended);
    }

    @Override
    public CompanyPromotionPreview preview(String batch) {
        return read(handle -> handle.createQuery(PREVIEW).bind(0, batch).map((r, context) ->
                new CompanyPromotionPreview(batch, r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6),
                        r.getLong(7), r.getLong(8), r.getObject(9, Long.class),
                        Optional.ofNullable(r.getObject(10, OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null))).one());
    }

    @Override
    public List<PromotionRefusal> refusals(String batch, int most) {
        return rows(REFUSALS, batch, most);
    }

    @Override
    String promotable() {
        return PROMOTABLE;
    }

    @Override
    public PromotingDao unattended() {
        return new JdbiPromotionDao(database(), true);
    }
}
