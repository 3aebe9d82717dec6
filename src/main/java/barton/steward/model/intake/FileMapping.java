package barton.steward.model.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Which headers of a file fill which columns of intake, as it was kept.
/// @param name null where it is only remembered for files with the same headers
public record FileMapping(String name, Map<String, List<String>> mapping, String savedBy, Instant savedAt) {
}
