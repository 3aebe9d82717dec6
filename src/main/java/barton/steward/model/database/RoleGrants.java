package barton.steward.model.database;

import java.util.Set;

/// A role of the database that may look at it, and what else it may do.
/// @param login whether somebody can connect as it; else it is a group
public record RoleGrants(String role, boolean login, Set<Permission> may) {
    public RoleGrants {
        may = Set.copyOf(may);
    }
}
