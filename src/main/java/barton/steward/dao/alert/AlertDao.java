package barton.steward.dao.alert;

import barton.steward.catalog.AlertLimits;
import barton.steward.catalog.Entity;
import barton.steward.model.alert.Alert;
import barton.steward.model.alert.Metric;
import java.util.List;

/// Reads what wants attention, and the figures that monitors read.
public interface AlertDao {
    /// What wants attention by the team's limits, in the order of [barton.steward.model.alert.AlertKind], what is worst first.
    List<Alert> attention();

    /// The batches that were imported within the recent days of the limits and are in intake, the newest first.
    List<String> recentImports(Entity entity, int most);

    List<Metric> metrics();

    AlertLimits limits();

    void set(AlertLimits limits, String executor);
}
