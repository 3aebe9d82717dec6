package barton.steward.service.database;

import barton.steward.dao.database.RoleDao;
import barton.steward.model.StewardException;
import barton.steward.model.database.Permission;
import barton.steward.model.database.RoleGrants;
import barton.steward.model.database.RoleKind;
import java.util.List;
import java.util.Set;

/// Who may do what. The database decides about each statement anyhow; this tells it beforehand.
public final class Roles {
    private final RoleDao dao;

    public Roles(RoleDao dao) {
        this.dao = dao;
    }

    /// What the connected role may do.
    public Set<Permission> granted() {
        return dao.granted();
    }

    /// The roles that may look at the database, by name.
    public List<RoleGrants> all() {
        return dao.roles();
    }

    /// Gives a role what its kind needs; one that is not there yet is made a group that nobody can connect as.
    /// @throws StewardException of kind REFUSED where the name is blank, or the connected role does not own the tables
    public void grant(String role, RoleKind kind) {
        if (role.isBlank()) {
            throw StewardException.refused("A role needs a name; nothing was granted.", "Name the role.");
        }
        dao.grant(role, kind);
    }

    /// Makes the groups of viewers, editors and admins, called so behind a prefix, and gives them what they need.
    /// @throws StewardException of kind REFUSED where the connected role may not make roles, or does not own the tables
    public void create(String prefix) {
        dao.create(prefix);
    }

    /// What somebody who may make roles runs first, where the owner may not; empty where the groups are there.
    public String script(String prefix) {
        return dao.script(prefix);
    }

    /// Makes a role a member of a group, and of no other.
    public void join(String role, RoleKind kind, String prefix) {
        dao.join(role, kind, prefix);
    }
}
