package barton.steward.model.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run of rules over a batch came to: of the checked records so many passed and failed, and how many broke each rule, by its
/// code. The run is null for an unknown batch, which is not logged.
public record ValidationResult(String batch, String run, long checked, long passed, long failed, Map<String, Long> findings) {
    public ValidationResult {
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    }
}
