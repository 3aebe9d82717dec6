package barton.steward.service.promotion;

import barton.steward.catalog.QualityBand;
import barton.steward.dao.promotion.QualityDao;
import barton.steward.service.change.BulkChange;
import java.util.Map;

/// The quality scores of companies in master, as a promotion computes them.
public final class QualityScores {
    private final QualityDao dao;
    private final String executor;

    public QualityScores(QualityDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// Computes scores anew.
    /// @param missing only of companies that have none
    public BulkChange score(boolean missing) {
        return new BulkChange(companies -> dao.toScore(companies, missing),
                (companies, announced, request) -> dao.score(companies, missing, executor, announced, request));
    }

    /// How many companies there are of each band.
    public Map<QualityBand, Long> distribution() {
        return dao.distribution();
    }
}
