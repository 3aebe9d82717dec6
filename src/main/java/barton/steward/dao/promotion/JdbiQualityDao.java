package barton.steward.dao.promotion;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

public final class JdbiQualityDao implements QualityDao {
    private static final String SCORE = "shq.quality_score(t.website_url, t.linkedin_url, t.company_phone, t.industry)";

    private static final String DISTRIBUTION = """
            SELECT count(*) FILTER (WHERE t.data_quality_score >= l.best) AS best,
                   count(*) FILTER (WHERE t.data_quality_score >= l.good AND t.data_quality_score < l.best) AS good,
                   count(*) FILTER (WHERE t.data_quality_score >= l.fair AND t.data_quality_score < l.good) AS fair,
                   count(*) FILTER (WHERE t.data_quality_score < l.fair) AS poor,
                   count(*) FILTER (WHERE t.data_quality_score IS NULL) AS none
            FROM marketing.company_master t CROSS JOIN shq.limit_setting l""";

    private final Database database;

    public JdbiQualityDao(Database database) {
        this.database = database;
    }

    @Override
    public Reach toScore(Selection selection, boolean missing) {
        return Reaching.of(database, selection, scored(selection, missing));
    }

    @Override
    public BulkResult score(Selection selection, boolean missing, String executor, long announced, UUID request) {
        var recorded = new AuditedChange(Table.MASTER, "score", missing ? "Filled missing quality scores" : "Recomputed quality scores",
                executor, request);
        Sql where = scored(selection, missing);
        return ExpectedCount.run(database, request, announced, handle -> recorded.update(handle, where,
                Map.of(MasterFields.DATA_QUALITY_SCORE, Sql.of(SCORE)), OptionalLong.of(announced)));
    }

    @Override
    public Map<QualityBand, Long> distribution() {
        return database.read(handle -> handle.createQuery(DISTRIBUTION).map((row, context) -> {
            var distribution = new EnumMap<QualityBand, Long>(QualityBand.class);
            for (QualityBand band : QualityBand.values()) {
                distribution.put(band, row.getLong(band.name().toLowerCase(Locale.ROOT)));
            }
            return distribution;
        }).one());
    }

    private static Sql scored(Selection selection, boolean missing) {
        if (selection.table() != Table.MASTER) {
            throw new IllegalArgumentException("not rows of master: " + selection.table());
        }
        return Predicates.of(selection).and(Sql.of(missing ? "t.data_quality_score IS NULL"
                : "t.data_quality_score IS DISTINCT FROM " + SCORE));
    }
}
