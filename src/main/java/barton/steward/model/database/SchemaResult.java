package barton.steward.model.database;

import java.util.List;

/// How a migration ended. The texts are sentences.
public sealed interface SchemaResult {
    /// The database is at the present version, after so many migrations (0 or more).
    record Migrated(int migrations) implements SchemaResult {
    }

    /// A database made by hand was adopted; the findings tell what differs and what was added.
    record Adopted(int migrations, List<String> findings) implements SchemaResult {
    }

    /// Nothing was written, for these reasons; the advice says what to do.
    record Refused(List<String> reasons, String advice) implements SchemaResult {
    }
}
