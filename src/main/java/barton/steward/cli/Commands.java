package barton.steward.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The command line: parses the arguments and runs the command, or the window where there is none.
public final class Commands {
    private Commands() {
    }

    /// @param terminal whether somebody watches standard error, and so wants to see progress
    /// @return the exit code: 0 done, 1 refused or something found wrong, 2 wrong usage, 3 no database
    public static int run(Surroundings surroundings, PrintWriter out, PrintWriter err, boolean terminal, String... arguments) {
        var line = new CommandLine(new StewardCommand(surroundings, new Shell(out, err, terminal, surroundings.log())));
        line.setParameterExceptionHandler((e, _) -> complain(e, err));
        line.setOut(out).setErr(err).setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            return line.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int complain(ParameterException wrong, PrintWriter err) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        err.println("steward: " + wrong.getMessage().replaceFirst("^Error: ", "") + ". `" + command + " --help` helps.");
        return ExitCode.USAGE;
    }
}
