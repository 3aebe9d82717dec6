package barton.steward.cli.email;

import barton.steward.catalog.Table;
import barton.steward.cli.importing.ColumnMap;
import barton.steward.cli.importing.ReadingOptions;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.AtLeastOne;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.Refusals;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.email.online.OnlineVerification;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Marks e-mail addresses of people verified, by hand or from the results of a verification service.
@Command(name = "verify-email", description = "Mark e-mail addresses of people verified, by hand or from a file with the results of"
        + " ZeroBounce, NeverBounce, MillionVerifier, Kickbox, Bouncer, Emailable or, with --service and --map, another service."
        + " Or ask such a service, with --service and --max-credits. Each result is kept.")
public final class VerifyEmailCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--not", description = "With --ids: mark them not verified.")
    private boolean not;

    @Option(names = "--service", paramLabel = "NAME", defaultValue = "", description = "Which service the file is from, where it is not"
            + " recognised; or which is asked: zerobounce, neverbounce, or a file NAME.json that describes another one. Its key is in"
            + " STEWARD_ZEROBOUNCE_KEY, STEWARD_NEVERBOUNCE_KEY or the variable of the description, or in the keyring.")
    private String service;

    @Option(names = "--map", paramLabel = "COLUMN=HEADER,…", converter = ColumnMap.Converter.class,
            description = "Which header gives email, result or score (0 to 100, per cent, or 0 to 1), where it is not recognised:"
                    + " result=Outcome.")
    private ColumnMap map = new ColumnMap(Map.of());

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ChosenAddresses chosen;

    @Option(names = "--again", description = "Take a file that was taken before once more: its results are kept once more then.")
    private boolean again;

    @Option(names = "--dry-run", description = "Only tell how many people would be changed, or how many addresses"
            + " asked about and for how many credits.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (not && which.file != null) {
            throw new ParameterException(spec.commandLine(), "--not goes with --ids: a file says itself what is not valid.");
        }
        if (which.maxCredits == null && chosen.isUsed()) {
            throw new ParameterException(spec.commandLine(),
                    "--seniority, --batch, --added-within and --older-than go with --max-credits.");
        }
        if (which.maxCredits != null && (service.isBlank() || not || again || !map.headers().isEmpty())) {
            throw new ParameterException(spec.commandLine(), service.isBlank() ? "--max-credits needs a --service to ask."
                    : "--not, --again and --map do not go with --max-credits.");
        }
        return steward.inSession(session -> which.maxCredits != null ? fromService(session)
                : which.file == null ? byHand(session) : fromFile(session));
    }

    private Answer fromService(Session session) {
        var online = new OnlineVerification(session.emails(), service, steward.environment(), session.connection());
        return ServiceAnswer.of(dryRun ? online.look(chosen.choice(), which.maxCredits) : online.run(chosen.choice(), which.maxCredits),
                dryRun);
    }

    private Answer byHand(Session session) {
        var selection = new Selection.Keys(Table.PEOPLE, new HashSet<>(which.ids));
        long found = session.tables().count(selection);
        if (found < selection.keys().size()) {
            throw StewardException.refused("Master has only %d of these %s; nothing was changed."
                    .formatted(found, Counted.of(selection.keys().size(), "person", "people")),
                    "Check the ids: `steward export people --out FILE` lists them.");
        }
        return BulkAnswer.of(dryRun, session.emails().verify(!not), selection, not ? "marked not verified" : "marked verified");
    }

    private Answer fromFile(Session session) {
        EmailCheckPlan plan = plan(session);
        EmailCheckReport report = session.emails().count(plan);
        if (report.earlier().isPresent() && !again) {
            throw report.earlier().get().refusal();
        }
        if (!dryRun) {
            report = session.emails().run(plan, report.counts().changing());
        }
        var summary = ResultsSummary.of(report, dryRun);
        String text = ResultsSummary.text(report, dryRun);
        return report.refused() == 0 ? Answer.done(summary, text)
                : Answer.wrong(summary, text, Refusals.complaints(report.refusals(), report.refused()));
    }

    private EmailCheckPlan plan(Session session) {
        var preview = session.emails().preview(which.file, reading.options(), service);
        var mapping = new HashMap<>(preview.mapping());
        mapping.values().removeAll(map.headers().values());
        mapping.putAll(map.headers());
        return new EmailCheckPlan(which.file, preview.file().format().options(), preview.service(), mapping, again);
    }

    private static final class Which {
        @Option(names = "--ids", paramLabel = "ID", split = ",", required = true,
                description = "The people with these Barton IDs, separated by commas.")
        private List<String> ids;

        @Option(names = "--file", paramLabel = "FILE", required = true,
                description = "The file with results: CSV, an Excel workbook, JSON or JSON Lines.")
        private Path file;

        @Option(names = "--max-credits", paramLabel = "NUMBER", required = true, converter = AtLeastOne.class,
                description = "Ask the --service about addresses that are not verified, for so many credits at most, and take what it"
                        + " answers. Who waits longest comes first.")
        private Integer maxCredits;
    }
}
