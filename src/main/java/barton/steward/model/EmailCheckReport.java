package barton.steward.model;

import barton.steward.model.ImportReport.Refusal;
import java.util.List;

/// How the results of a file were taken, or would be: `refused` rows of it are no results, of which `refusals` holds the first
/// [ImportReport#MOST_REFUSALS]; `actionId` is the action in which people were changed, or null.
public record EmailCheckReport(String service, EmailCheckCounts counts, Long actionId, long refused, List<Refusal> refusals) {
}
