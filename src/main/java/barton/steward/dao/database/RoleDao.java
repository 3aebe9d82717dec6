package barton.steward.dao.database;

import barton.steward.model.database.Permission;
import barton.steward.model.database.RoleGrants;
import barton.steward.model.database.RoleKind;
import java.util.List;
import java.util.Set;

/// Who may do what in the database.
public interface RoleDao {
    /// What the connected role may do.
    Set<Permission> granted();

    /// The roles that may look at the database, by name, without those that may do everything anyhow.
    List<RoleGrants> roles();

    /// Gives a role what its kind needs; one that is not there yet is made a group that nobody can connect as.
    /// @throws barton.steward.model.StewardException of kind REFUSED where the connected role does not own the tables
    void grant(String role, RoleKind kind);

    /// Makes the three groups with this prefix where they are not there, and gives them what they need.
    void create(String prefix);

    /// SQL that makes those of the groups that are not there yet; empty where all are.
    String script(String prefix);

    /// Makes a role a member of the group of a kind, and of no other with this prefix.
    void join(String role, RoleKind kind, String prefix);
}
