package barton.steward;

import barton.steward.cli.Commands;
import barton.steward.cli.support.Version;
import barton.steward.config.Folders;
import barton.steward.config.LogFile;
import barton.steward.model.StewardException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Starts the command line, which opens the window where it is given no command.
public final class Main {
    private static final int STANDARD_ERROR = 2;

    private Main() {
    }

    public static void main(String[] arguments) {
        if (Version.isAskedBy(arguments)) {
            System.out.println(Version.text());
            return;
        }
        Path log = LogFile.in(logFolder());
        // UTF-8 in every locale: JSON is nothing else, and a name must not change on its way into a file.
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Commands.run(new AppRuntime(System.getenv(), log), out, err, Terminal.isAt(STANDARD_ERROR), arguments));
    }

    /// A folder of temporary files where there is no home: help and version need none.
    private static Path logFolder() {
        try {
            return Folders.fromEnvironment().state();
        } catch (StewardException e) {
            return Path.of(System.getProperty("java.io.tmpdir"), "steward-" + System.getProperty("user.name"));
        }
    }
}
