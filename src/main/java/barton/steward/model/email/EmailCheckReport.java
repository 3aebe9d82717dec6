package barton.steward.model.email;

import barton.steward.model.intake.ImportReport.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the results of a file were taken, or would be: `refused` rows of it are no results, of which `refusals` holds the first
/// [ImportReport#MOST_REFUSALS]; `actionId` is the action in which people were changed, or null; `earlier`
/// says when the same file was taken before; `unclear` counts results by words that no rule understands, which change nobody.
public record EmailCheckReport(String service, EmailCheckCounts counts, Long actionId, long refused, List<Refusal> refusals,
                               Optional<EarlierCheck> earlier, Map<String, Long> unclear) {
    public EmailCheckReport {
        unclear = Collections.unmodifiableMap(new LinkedHashMap<>(unclear));
    }
}
