package barton.steward.cli;

import barton.steward.cli.alert.CheckCommand;
import barton.steward.cli.alert.MetricsCommand;
import barton.steward.cli.audit.AuditCommand;
import barton.steward.cli.batch.BatchCommand;
import barton.steward.cli.cluster.ClustersCommand;
import barton.steward.cli.cluster.MergeValuesCommand;
import barton.steward.cli.database.BackupCommand;
import barton.steward.cli.database.DoctorCommand;
import barton.steward.cli.database.MigrateCommand;
import barton.steward.cli.database.RestoreBackupCommand;
import barton.steward.cli.database.RolesCommand;
import barton.steward.cli.database.RollbackCommand;
import barton.steward.cli.database.TourCommand;
import barton.steward.cli.email.VerifyEmailCommand;
import barton.steward.cli.history.HistoryCommand;
import barton.steward.cli.history.LogCommand;
import barton.steward.cli.history.UndoCommand;
import barton.steward.cli.importing.ImportCommand;
import barton.steward.cli.intake.AssignBatchCommand;
import barton.steward.cli.intake.ClearCommand;
import barton.steward.cli.intake.DiscardCommand;
import barton.steward.cli.intake.FillStatesCommand;
import barton.steward.cli.intake.FixCommand;
import barton.steward.cli.intake.MarkCommand;
import barton.steward.cli.intake.RestoreCommand;
import barton.steward.cli.intake.StatusCommand;
import barton.steward.cli.matching.DecideCommand;
import barton.steward.cli.matching.MatchCommand;
import barton.steward.cli.matching.PairsCommand;
import barton.steward.cli.matching.ThresholdsCommand;
import barton.steward.cli.merge.MergeCommand;
import barton.steward.cli.merge.MergeRulesCommand;
import barton.steward.cli.merge.UnmergeCommand;
import barton.steward.cli.profile.ProfileCommand;
import barton.steward.cli.promotion.PromoteCommand;
import barton.steward.cli.promotion.ScoreCommand;
import barton.steward.cli.promotion.TakeBackCommand;
import barton.steward.cli.promotion.WhyCommand;
import barton.steward.cli.question.AskCommand;
import barton.steward.cli.question.ExportCommand;
import barton.steward.cli.question.LimitsCommand;
import barton.steward.cli.recipe.RecipeCommand;
import barton.steward.cli.review.ReasonsCommand;
import barton.steward.cli.review.ReviewsCommand;
import barton.steward.cli.sidecar.ExportEnrichmentCommand;
import barton.steward.cli.sidecar.SetSidecarCommand;
import barton.steward.cli.slot.AddSlotCommand;
import barton.steward.cli.slot.RemoveSlotCommand;
import barton.steward.cli.support.CliEnvironment;
import barton.steward.cli.support.ExitCode;
import barton.steward.cli.support.Shell;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.suppression.SuppressCommand;
import barton.steward.cli.update.UpdateCommand;
import barton.steward.cli.validation.RulesCommand;
import barton.steward.cli.validation.ValidateCommand;
import barton.steward.config.Redaction;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/// The command line: parses the arguments and runs the command, or the window where there is none.
public final class Commands {
    /// What Java puts in place of what it cannot read in the locale's encoding.
    private static final char LOST = '\uFFFD';

    /// By name, in the order of the help.
    private static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("import", ImportCommand.class);
        ALL.put("update", UpdateCommand.class);
        ALL.put("status", StatusCommand.class);
        ALL.put("batch", BatchCommand.class);
        ALL.put("profile", ProfileCommand.class);
        ALL.put("clusters", ClustersCommand.class);
        ALL.put("merge-values", MergeValuesCommand.class);
        ALL.put("recipe", RecipeCommand.class);
        ALL.put("mark", MarkCommand.class);
        ALL.put("assign-batch", AssignBatchCommand.class);
        ALL.put("fill-states", FillStatesCommand.class);
        ALL.put("validate", ValidateCommand.class);
        ALL.put("rules", RulesCommand.class);
        ALL.put("reviews", ReviewsCommand.class);
        ALL.put("reasons", ReasonsCommand.class);
        ALL.put("fix", FixCommand.class);
        ALL.put("match", MatchCommand.class);
        ALL.put("pairs", PairsCommand.class);
        ALL.put("decide", DecideCommand.class);
        ALL.put("thresholds", ThresholdsCommand.class);
        ALL.put("audit", AuditCommand.class);
        ALL.put("promote", PromoteCommand.class);
        ALL.put("why", WhyCommand.class);
        ALL.put("take-back", TakeBackCommand.class);
        ALL.put("clear", ClearCommand.class);
        ALL.put("restore", RestoreCommand.class);
        ALL.put("discard", DiscardCommand.class);
        ALL.put("score", ScoreCommand.class);
        ALL.put("merge", MergeCommand.class);
        ALL.put("unmerge", UnmergeCommand.class);
        ALL.put("merge-rules", MergeRulesCommand.class);
        ALL.put("suppress", SuppressCommand.class);
        ALL.put("ask", AskCommand.class);
        ALL.put("limits", LimitsCommand.class);
        ALL.put("check", CheckCommand.class);
        ALL.put("metrics", MetricsCommand.class);
        ALL.put("verify-email", VerifyEmailCommand.class);
        ALL.put("add-slot", AddSlotCommand.class);
        ALL.put("remove-slot", RemoveSlotCommand.class);
        ALL.put("set-sidecar", SetSidecarCommand.class);
        ALL.put("export-enrichment", ExportEnrichmentCommand.class);
        ALL.put("log", LogCommand.class);
        ALL.put("export", ExportCommand.class);
        ALL.put("history", HistoryCommand.class);
        ALL.put("undo", UndoCommand.class);
        ALL.put("roles", RolesCommand.class);
        ALL.put("doctor", DoctorCommand.class);
        ALL.put("migrate", MigrateCommand.class);
        ALL.put("backup", BackupCommand.class);
        ALL.put("restore-backup", RestoreBackupCommand.class);
        ALL.put("rollback", RollbackCommand.class);
        ALL.put("tour", TourCommand.class);
    }

    private Commands() {
    }

    /// @param terminal whether somebody watches standard error, and so wants to see progress
    /// @return the exit code: 0 done, 1 refused or something found wrong, 2 wrong usage, 3 no database
    public static int run(CliEnvironment surroundings, PrintWriter out, PrintWriter err, boolean terminal, String... arguments) {
        var shell = new Shell(out, err, terminal, surroundings.log());
        var line = new CommandLine(new StewardCommand(surroundings, shell));
        addCommands(line, arguments);
        line.setParameterExceptionHandler((wrong, _) -> complain(wrong, shell, arguments));
        line.setOut(out).setErr(err).setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            for (String argument : arguments) {
                if (argument.indexOf(LOST) >= 0) {
                    return complain(new ParameterException(line, "“" + argument + "” did not arrive whole: the locale does not have its"
                            + " letters, or is not installed; set LC_ALL=C.UTF-8"), shell, arguments);
                }
            }
            return line.execute(arguments);
        } finally {
            out.flush();
            err.flush();
        }
    }

    /// Reading what a command takes is slow, so of all commands only those are read whose names occur; the help, and advice where there
    /// is none, know a sentence of each. A file of arguments may name any.
    private static void addCommands(CommandLine line, String... arguments) {
        Set<String> typed = Set.copyOf(List.of(arguments));
        if (typed.stream().anyMatch(argument -> argument.startsWith("@"))) {
            ALL.forEach(line::addSubcommand);
        } else if (ALL.keySet().stream().noneMatch(typed::contains)) {
            ALL.forEach((name, type) -> line.addSubcommand(name, summary(type)));
        } else {
            ALL.forEach((name, type) -> {
                if (typed.contains(name)) {
                    line.addSubcommand(name, type);
                }
            });
        }
    }

    private static CommandSpec summary(Class<?> type) {
        return CommandSpec.create().usageMessage(new UsageMessageSpec().description(type.getAnnotation(Command.class).description()));
    }

    private static int complain(ParameterException wrong, Shell shell, String... arguments) {
        // Nothing that was parsed can be trusted here.
        boolean json = Stream.of(arguments).anyMatch(a -> a.equals("--json") || a.startsWith("--json="));
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        // The message repeats what was typed, which can be an address with a password.
        String message = Redaction.clean(wrong.getMessage().replaceFirst("^Error: ", "").replaceFirst("\\.$", "") + ".");
        return shell.fail(json, message, "`" + command + " --help` helps.", ExitCode.USAGE);
    }
}
