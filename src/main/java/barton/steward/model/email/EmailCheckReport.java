package barton.steward.model.email;

import barton.steward.model.intake.ImportReport.Refusal;
import java.util.List;
import java.util.Optional;

/// How the results of a file were taken, or would be: `refused` rows of it are no results, of which `refusals` holds the first
/// [ImportReport#MOST_REFUSALS]; `actionId` is the action in which people were changed, or null; `earlier`
/// says when the same file was taken before.
public record EmailCheckReport(String service, EmailCheckCounts counts, Long actionId, long refused, List<Refusal> refusals,
                               Optional<EarlierCheck> earlier) {
}
