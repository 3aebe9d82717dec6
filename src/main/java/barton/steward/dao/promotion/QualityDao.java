package barton.steward.dao.promotion;

import barton.steward.catalog.QualityBand;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.Map;
import java.util.UUID;

/// The quality scores of companies in master, computed as a promotion computes them. Recomputing is kept in the history and changes
/// nothing where it would change another number of rows than was announced.
public interface QualityDao {
    /// How many companies of the selection would get another score.
    /// @param missing only those that have none
    Reach toScore(Selection selection, boolean missing);

    default long countToScore(Selection selection, boolean missing) {
        return toScore(selection, missing).rows();
    }

    /// Gives them their score. The request is stored with the action, so that after a lost reply the same request finds what it did.
    BulkResult score(Selection selection, boolean missing, String executor, long announced, UUID request);

    /// How many companies there are of each band.
    Map<QualityBand, Long> distribution();
}
