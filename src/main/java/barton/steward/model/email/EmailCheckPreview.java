package barton.steward.model.email;

import barton.steward.model.file.FilePreview;
import java.util.Map;

/// The beginning of a file of a verification service, the headers recognised of [EmailCheckPlan#COLUMNS], and the service; blank where
/// it is not recognised.
public record EmailCheckPreview(FilePreview file, Map<String, String> mapping, String service) {
}
