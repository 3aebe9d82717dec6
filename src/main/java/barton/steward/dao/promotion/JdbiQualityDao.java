package barton.steward.dao.promotion;

import barton.steward.catalog.MasterFields;
import barton.steward.catalog.QualityBand;
import barton.steward.catalog.Table;
import barton.steward.dao.change.AuditedChange;
import barton.steward.dao.change.ExpectedCount;
import barton.steward.dao.change.Reaching;
import barton.steward.dao.query.Predicates;
import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import barton.steward.db.Database;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

public final class JdbiQualityDao implements QualityDao {
    private static final String SCORE = "shq.quality_score(t.website_url, t.linkedin_url, t.company_phone, t.industry)";

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
        String band = Source.of(Table.MASTER).column(MasterFields.QUALITY_BAND).expression();
        Map<String, Long> found = database.read(handle -> handle.createQuery("SELECT " + band
                        + " AS band, count(*) AS companies FROM marketing.company_master t GROUP BY 1")
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("band", String.class), row.getColumn("companies", Long.class));
                    return counts;
                }));
        var distribution = new EnumMap<QualityBand, Long>(QualityBand.class);
        for (QualityBand each : QualityBand.values()) {
            distribution.put(each, found.getOrDefault(each.word(), 0L));
        }
        return distribution;
    }

    private static Sql scored(Selection selection, boolean missing) {
        if (selection.table() != Table.MASTER) {
            throw new IllegalArgumentException("not rows of master: " + selection.table());
        }
        return Predicates.of(selection).and(Sql.of(missing ? "t.data_quality_score IS NULL"
                : "t.data_quality_score IS DISTINCT FROM " + SCORE));
    }
}
