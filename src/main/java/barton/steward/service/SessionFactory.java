package barton.steward.service;

import java.util.Optional;

/// The way to the databases that a steward works on. Every call blocks.
public interface SessionFactory {
    /// Opens the session on a database.
    /// @param uri a PostgreSQL URI; empty: the database that the environment names, else the local one
    /// @param executor the name under which runs and edits are kept; empty: the login name
    /// @throws barton.steward.model.StewardException of kind NO_DATABASE where it cannot be reached, REFUSED where its schema is not
    /// what this program works with
    OpenSession open(Optional<String> uri, Optional<String> executor);
}
