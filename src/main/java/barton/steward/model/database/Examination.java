package barton.steward.model.database;

import java.util.List;

/// What the doctor found.
/// @param differences what of the schema differs from what this version makes, also where that is no fault; empty where it is not at
/// the present version
public record Examination(List<Check> checks, List<Difference> differences) {
    public Examination {
        checks = List.copyOf(checks);
        differences = List.copyOf(differences);
    }
}
