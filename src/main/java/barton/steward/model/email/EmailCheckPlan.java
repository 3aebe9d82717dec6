package barton.steward.model.email;

import barton.steward.model.file.FileOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a file of a verification service is to be read: `service` is whose words its results are in, `mapping` names for each of
/// [#COLUMNS] the header it comes from, `again` takes a file that was taken before once more.
public record EmailCheckPlan(Path file, FileOptions reading, String service, Map<String, String> mapping, boolean again) {
    public static final String EMAIL = "email";
    public static final String RESULT = "result";
    /// 0 to 100, or 0 to 10 where the service scores so; without it a result has the usual score of its kind.
    public static final String SCORE = "score";
    public static final List<String> COLUMNS = List.of(EMAIL, RESULT, SCORE);

    public EmailCheckPlan {
        mapping = Map.copyOf(mapping);
    }
}
