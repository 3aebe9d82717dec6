package barton.steward.dao.database;

import barton.steward.db.Database;
import barton.steward.model.database.Permission;
import barton.steward.model.database.RoleGrants;
import barton.steward.model.database.RoleKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Reads what the database grants: all that an operation writes and calls. What a database of an older version has not, it cannot forbid.
public final class JdbiRoleDao implements RoleDao {
    private static final String LACKING = """
            WITH needs (permission, kind, place, name, privilege) AS (VALUES
                ('import', 'table', 'intake', 'company_raw_intake', 'INSERT'),
                ('import', 'table', 'intake', 'people_raw_intake', 'INSERT'),
                ('import', 'table', 'shq', 'import_detail', 'INSERT'),
                ('decide', 'table', 'intake', 'company_raw_intake', 'UPDATE'),
                ('decide', 'table', 'intake', 'people_raw_intake', 'UPDATE'),
                ('decide', 'table', 'shq', 'told_change', 'INSERT'),
                ('check', 'function', 'shq', 'validate_company_batch', 'EXECUTE'),
                ('promote', 'function', 'shq', 'promote_company_records', 'EXECUTE'),
                ('take_back', 'function', 'shq', 'take_back_promotion', 'EXECUTE'),
                ('clear', 'function', 'shq', 'clear_promoted_intake', 'EXECUTE'),
                ('edit_master', 'table', 'marketing', 'company_master', 'UPDATE'),
                ('edit_master', 'table', 'marketing', 'people_master', 'UPDATE'),
                ('slots', 'table', 'marketing', 'company_slots', 'INSERT'),
                ('sidecars', 'table', 'marketing', 'company_sidecar', 'INSERT'),
                ('sidecars', 'table', 'marketing', 'company_sidecar', 'UPDATE'),
                ('emails', 'table', 'marketing', 'people_master', 'UPDATE'),
                ('emails', 'table', 'marketing', 'email_verification_log', 'INSERT'),
                ('match', 'table', 'shq', 'match_decision', 'INSERT'),
                ('audit', 'table', 'shq', 'audit', 'INSERT'),
                ('rules', 'table', 'shq', 'validation_rule', 'INSERT'),
                ('rules', 'table', 'shq', 'validation_rule', 'UPDATE'),
                ('limits', 'table', 'shq', 'limit_setting', 'UPDATE'),
                ('reasons', 'table', 'shq', 'review_reason', 'INSERT'),
                ('views', 'table', 'shq', 'saved_view', 'INSERT'),
                ('undo', 'table', 'shq', 'told_action', 'INSERT'))
            SELECT n.permission
            FROM needs n
            LEFT JOIN pg_namespace s ON s.nspname = n.place
            LEFT JOIN pg_class c ON n.kind = 'table' AND c.relnamespace = s.oid AND c.relname = n.name
            LEFT JOIN pg_proc p ON n.kind = 'function' AND p.pronamespace = s.oid AND p.proname = n.name
            GROUP BY n.permission
            HAVING NOT bool_and(coalesce(has_schema_privilege(:role, s.oid, 'USAGE') AND
                CASE n.kind WHEN 'table' THEN has_table_privilege(:role, c.oid, n.privilege)
                                           OR has_any_column_privilege(:role, c.oid, n.privilege)
                            ELSE has_function_privilege(:role, p.oid, n.privilege) END, true))""";
    private static final String ROLES = """
            SELECT r.rolname FROM pg_roles r
            WHERE NOT r.rolsuper AND r.rolname NOT LIKE 'pg\\_%' AND has_schema_privilege(r.oid, 'shq', 'USAGE')
              AND has_table_privilege(r.oid, 'shq.action', 'SELECT')
              AND NOT pg_has_role(r.oid, (SELECT c.relowner FROM pg_class c WHERE c.oid = 'shq.action'::regclass), 'USAGE')
            ORDER BY 1""";

    private final Database database;

    public JdbiRoleDao(Database database) {
        this.database = database;
    }

    @Override
    public Set<Permission> granted() {
        return database.read(handle -> of(handle, handle.createQuery("SELECT current_user").mapTo(String.class).one()));
    }

    @Override
    public List<RoleGrants> roles() {
        return database.read(handle -> handle.createQuery(ROLES).mapTo(String.class).list().stream()
                .map(role -> new RoleGrants(role, login(handle, role), of(handle, role))).toList());
    }

    @Override
    public void grant(String role, RoleKind kind) {
        database.write(handle -> handle.createQuery("SELECT shq.grant_role(:role, :kind)").bind("role", role).bind("kind", kind.word())
                .mapTo(String.class).findOne());
    }

    @Override
    public void create(String prefix) {
        database.write(handle -> handle.createQuery("""
                SELECT shq.grant_role(shq.role_group(k.kind, :prefix), k.kind)
                FROM unnest('{viewer,editor,admin}'::text[]) AS k (kind)""").bind("prefix", prefix).mapTo(String.class).list());
    }

    @Override
    public String script(String prefix) {
        return database.read(handle -> handle.createQuery("""
                SELECT coalesce(string_agg(format('CREATE ROLE %I NOLOGIN;', g.name), E'\\n' ORDER BY g.name) || E'\\n', '')
                FROM (SELECT shq.role_group(k.kind, :prefix) AS name FROM unnest('{viewer,editor,admin}'::text[]) AS k (kind)) g
                WHERE NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = g.name)""").bind("prefix", prefix).mapTo(String.class).one());
    }

    @Override
    public void join(String role, RoleKind kind, String prefix) {
        database.write(handle -> handle.createQuery("SELECT shq.join_role(:role, :kind, :prefix)").bind("role", role)
                .bind("kind", kind.word()).bind("prefix", prefix).mapTo(String.class).findOne());
    }

    private static boolean login(Handle handle, String role) {
        return handle.createQuery("SELECT r.rolcanlogin FROM pg_roles r WHERE r.rolname = :role").bind("role", role).mapTo(Boolean.class)
                .one();
    }

    private static Set<Permission> of(Handle handle, String role) {
        var lacking = new HashSet<>(handle.createQuery(LACKING).bind("role", role).mapTo(String.class).list());
        var may = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values()).filter(p -> !lacking.contains(p.word())).forEach(may::add);
        return may;
    }
}
