package barton.steward.service.database;

import static barton.steward.support.TestDatabases.ask;
import static barton.steward.support.TestDatabases.run;
import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.cli.TestCommands;
import barton.steward.dao.JdbiDaos;
import barton.steward.db.Database;
import barton.steward.model.database.Permission;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each kind of role tries each operation: what the roles are said to be allowed is what the database lets them do.
class RolesTest {
    private static final TestPostgres SERVER = TestPostgres.newest();
    private static final Set<Permission> OF_ADMINS = EnumSet.of(Permission.CLEAR, Permission.RULES, Permission.LIMITS,
            Permission.REASONS);
    private static DataSource database;

    @TempDir
    private Path folder;

    @BeforeAll
    static void roles() {
        database = TestDatabases.migrated(SERVER);
        for (String kind : List.of("viewer", "steward", "admin")) {
            run(database, "CREATE ROLE roles_%1$s LOGIN; SELECT shq.grant_role('roles_%1$s', '%1$s')".formatted(kind));
            for (String batch : List.of("OPEN", "READY", "TAKE", "CLEAR", "UNDO")) {
                run(database, """
                        INSERT INTO intake.company_raw_intake (company, website, company_phone, import_batch_id, validated)
                        SELECT '%1$s %2$s ' || g, 'https://%1$s%2$s' || g || '.example', '+13045550100', '%2$s-%1$s',
                               '%2$s' NOT IN ('OPEN', 'UNDO')
                        FROM generate_series(1, 3) g""".formatted(kind, batch));
            }
            run(database, "SELECT shq.promote_company_records('TAKE-%1$s', 'x'), shq.promote_company_records('CLEAR-%1$s', 'x')"
                    .formatted(kind));
        }
        run(database, """
                INSERT INTO marketing.people_master (unique_id, company_unique_id, company_slot_unique_id, first_name, last_name, email,
                    source_system)
                SELECT '04.04.02.' || substr(company_unique_id, 10), company_unique_id, company_slot_unique_id, 'Ann', 'Lee',
                       'ann@example.com', 'demo'
                FROM marketing.company_slots JOIN marketing.company_master USING (company_unique_id) WHERE import_batch_id ~ 'CLEAR'""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "steward", "admin"})
    void aRoleCanDoWhatItIsSaidToBeAllowedAndNothingElse(String kind) throws IOException {
        DataSource connected = SERVER.as(database, "roles_" + kind, "");
        Set<Permission> said = new Roles(JdbiDaos.over(Database.over(connected)).roles()).granted();
        assertThat(said).isEqualTo(expected(kind));

        var commands = new TestCommands(connected);
        var done = EnumSet.noneOf(Permission.class);
        var complaints = new ArrayList<String>();
        Map<Permission, String[]> operations = operations(kind);
        operations.forEach((permission, arguments) -> {
            int code = commands.run(arguments);
            if (code == 0) {
                done.add(permission);
            } else {
                complaints.add(permission + ": " + commands.err());
            }
        });
        Set<Permission> tried = EnumSet.copyOf(said);
        tried.retainAll(operations.keySet());
        assertThat(done).as("%s", complaints).isEqualTo(tried);
        assertThat(complaints).allMatch(text -> text.contains("may not"));
        assertThat(commands.run("status")).isZero();
        assertThat(commands.run("ask", "promoted")).isZero();
    }

    @Test
    void theRolesAreListedAndAGroupIsMadeWhereThereIsNoneByWhoOwnsTheTablesAlone() {
        assertThat(new TestCommands(SERVER.as(database, "roles_admin", "")).run("roles", "--grant", "admin", "--to", "roles_steward"))
                .isEqualTo(1);
        var owner = new TestCommands(database);
        assertThat(owner.run("roles", "--grant", "viewer", "--to", "roles \"guests\"", "--json")).as(owner.err()).isZero();
        assertThat(owner.out()).contains("{\"role\":\"roles \\\"guests\\\"\",\"login\":false,\"may\":[]}", "\"role\":\"roles_admin\"");
        assertThat(ask(database, "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'roles \"guests\"'")).isEqualTo("f");
        assertThat(owner.run("roles")).isZero();
        assertThat(owner.out()).contains("roles_admin", "everything").containsPattern("roles_viewer +yes +nothing");
    }

    private static Set<Permission> expected(String kind) {
        return switch (kind) {
            case "viewer" -> EnumSet.noneOf(Permission.class);
            case "steward" -> EnumSet.complementOf(EnumSet.copyOf(OF_ADMINS));
            default -> EnumSet.allOf(Permission.class);
        };
    }

    private Map<Permission, String[]> operations(String kind) throws IOException {
        Path file = Files.writeString(folder.resolve("new.csv"), "company,website\nNew,https://new.example\n");
        String company = ask(database, "SELECT min(company_unique_id) FROM marketing.company_master WHERE import_batch_id = 'CLEAR-" + kind
                + "'");
        String person = ask(database, "SELECT unique_id FROM marketing.people_master WHERE company_unique_id = '" + company + "'");
        new TestCommands(database).run("mark", "--batch", "UNDO-" + kind);
        String action = ask(database, "SELECT max(action_id) FROM shq.action");
        var all = new EnumMap<Permission, String[]>(Permission.class);
        all.put(Permission.IMPORT, new String[] {"import", "companies", file.toString(), "--batch", "NEW-" + kind});
        all.put(Permission.DECIDE, new String[] {"mark", "--batch", "OPEN-" + kind});
        all.put(Permission.CHECK, new String[] {"validate", "--batch", "OPEN-" + kind});
        all.put(Permission.PROMOTE, new String[] {"promote", "--batch", "READY-" + kind});
        all.put(Permission.TAKE_BACK, new String[] {"take-back", "TAKE-" + kind});
        all.put(Permission.SLOTS, new String[] {"add-slot", "--batch", "CLEAR-" + kind, "--label", "Second"});
        all.put(Permission.SIDECARS, new String[] {"set-sidecar", "--company", company, "--tags", "a"});
        all.put(Permission.EMAILS, new String[] {"verify-email", "--ids", person});
        all.put(Permission.MATCH, new String[] {"match", "--batch", "OPEN-" + kind});
        all.put(Permission.AUDIT, new String[] {"audit", "--batch", "READY-" + kind, "--sample", "2"});
        all.put(Permission.RULES, new String[] {"rules", "disable", ask(database, "SELECT min(code) FROM shq.validation_rule"
                + " WHERE rule_set = 'standard' AND enabled")});
        all.put(Permission.LIMITS, new String[] {"limits", "--best", "91"});
        all.put(Permission.REASONS, new String[] {"reasons", "--add", "Not one of ours"});
        all.put(Permission.CLEAR, new String[] {"clear", "--batch", "CLEAR-" + kind});
        all.put(Permission.UNDO, new String[] {"undo", action});
        return all;
    }
}
