package barton.steward.cli.database;

import barton.steward.catalog.Word;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.database.Permission;
import barton.steward.model.database.RoleGrants;
import barton.steward.model.database.RoleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
            return listed(session.roles().all());
        });
    }

    @Command(name = "create", description = "Make the groups steward_viewer, steward_editor and steward_admin, as which nobody can connect,"
            + " and give them what they need; where they are there, give them what is new.")
    int create(@Option(names = "--prefix", paramLabel = "P", defaultValue = "", description = "What their names begin with, where a server"
                       + " has several databases of ours.") String prefix,
               @Option(names = "--script", paramLabel = "FILE", description = "Make nothing, but write SQL for somebody who may make roles;"
                       + " afterwards run the command without this.") Path script) {
        return steward.inSession(session -> {
            if (script == null) {
                session.roles().create(prefix);
                return listed(session.roles().all());
            }
            String sql = session.roles().script(prefix);
            write(script, sql);
            return Answer.done(new Written(script.toString(), sql), sql.isEmpty() ? "The groups are there; nothing has to be run."
                    : "Let who may make roles run " + script + ", then run `steward roles create`.");
        });
    }

    @Command(name = "grant", description = "Let a role of the server look (viewer), work (editor) or also set by what is worked (admin).")
    int grant(@Parameters(paramLabel = "ROLE", description = "The role.") String role,
              @Parameters(paramLabel = "KIND", description = "viewer, editor or admin.") String kind,
              @Option(names = "--prefix", paramLabel = "P", defaultValue = "", description = "As of the groups.") String prefix) {
        return steward.inSession(session -> {
            session.roles().join(role, kind(kind), prefix);
            return listed(session.roles().all());
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StewardException(StewardException.Kind.REFUSED, "“" + file + "” cannot be written; nothing was done.",
                    "Check the folder and its rights.", e);
        }
    }

    private static RoleKind kind(String word) {
        String kind = word.toLowerCase(Locale.ROOT);
        return kind.equals("editor") ? RoleKind.STEWARD : Word.of(RoleKind.class, kind).orElseThrow(() -> StewardException.refused(
                "There is no kind “" + word + "” of roles; nothing was granted.", "Name one of viewer, editor and admin."));
    }

    private static Answer listed(List<RoleGrants> roles) {
        List<Line> lines = roles.stream().map(RolesCommand::line).toList();
        return Answer.done(new Found(lines), text(lines));
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

    private record Written(String file, String sql) {
    }

    private record Line(String role, boolean login, List<String> may) {
    }
}
