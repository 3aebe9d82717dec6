package barton.steward.cli.database;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.database.Permission;
import barton.steward.model.database.RoleGrants;
import barton.steward.model.database.RoleKind;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tells which roles of the database may do what, and gives roles what they need.
@Command(name = "roles", description = "List the roles that may look at the database and what they may do, or give a role what a viewer,"
        + " a steward or an admin needs. A role that is not there yet is made a group that nobody can connect as.")
public final class RolesCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @ArgGroup(exclusive = false)
    private Granting granting;

    private static final class Granting {
        @Option(names = "--grant", paramLabel = "KIND", required = true, description = "One of ${COMPLETION-CANDIDATES}, in lower case or"
                + " upper: who looks, who works, who also sets by what is worked.")
        private RoleKind kind;

        @Option(names = "--to", paramLabel = "ROLE", required = true, description = "The role that gets it.")
        private String role;
    }

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            if (granting != null) {
                session.roles().grant(granting.role, granting.kind);
            }
            List<Line> lines = session.roles().all().stream().map(RolesCommand::line).toList();
            return Answer.done(new Found(lines), text(lines));
        });
    }

    private static Line line(RoleGrants role) {
        return new Line(role.role(), role.login(), words(EnumSet.allOf(Permission.class).stream().filter(role.may()::contains).toList()));
    }

    private static List<String> words(List<Permission> permissions) {
        return permissions.stream().map(p -> p.word().replace('_', '-')).toList();
    }

    private static String text(List<Line> lines) {
        if (lines.isEmpty()) {
            return "Nobody but the owner of the tables may look at them.";
        }
        var table = new TextTable("ROLE", "LOGIN", "MAY, BESIDE LOOKING");
        lines.forEach(l -> table.row(l.role(), l.login() ? "yes" : "no", l.may().size() == Permission.values().length ? "everything"
                : l.may().isEmpty() ? "nothing" : l.may().stream().collect(Collectors.joining(", "))));
        return table.toString();
    }

    private record Found(List<Line> roles) {
    }

    private record Line(String role, boolean login, List<String> may) {
    }
}
