package barton.steward.model.database;

import java.util.List;

/// What a database is to this program, found out before anything is written to it. The texts are sentences.
public sealed interface SchemaState {
    /// Nothing of anybody is where our tables go.
    record Empty() implements SchemaState {
    }

    /// Ours, at the present version.
    record Current() implements SchemaState {
    }

    /// Ours, and lacking these migrations.
    record Pending(List<String> migrations) implements SchemaState {
    }

    /// Ours, but migrated further by a newer version of this program.
    record Newer(List<String> migrations) implements SchemaState {
    }

    /// It has all of our tables, made by hand; the findings tell what differs and what adopting it would do.
    record Adoptable(List<String> findings) implements SchemaState {
    }

    /// On a server of a major version that this program does not work with; whose it is was not looked at.
    record TooOld(int version) implements SchemaState {
        /// The oldest major version of PostgreSQL that will do.
        public static final int OLDEST = 15;

        public String sentence() {
            return "This server runs PostgreSQL %d, and Barton Steward needs PostgreSQL %d or later.".formatted(version, OLDEST);
        }
    }

    /// Somebody else's, or not whole enough to be adopted, for these reasons.
    record Foreign(List<String> reasons) implements SchemaState {
    }
}
