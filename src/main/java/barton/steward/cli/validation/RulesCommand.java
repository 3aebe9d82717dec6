package barton.steward.cli.validation;

import barton.steward.catalog.ColumnNames;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.validation.PlaceholderEffect;
import barton.steward.model.validation.Rule;
import barton.steward.service.Session;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The rules by which records are checked: lists them, tries one, switches them on and off.
@Command(name = "rules", description = "List the rules by which records are checked, or try one on a batch, or switch one on or off.")
public final class RulesCommand implements java.util.concurrent.Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<Rule> rules = session.rules().all();
            var table = new TextTable("SET", "CODE", "OF", "FIELD", "KIND", "SEVERITY", "ON", "MESSAGE");
            rules.forEach(r -> table.row(r.set(), r.code(), name(r.entity()), field(r), name(r.kind()), name(r.severity()),
                    r.enabled() ? "yes" : "no", r.message()));
            return Answer.done(new Rules(rules), table.toString());
        });
    }

    @Command(name = "try", description = "Tell which records of a batch a rule would find fault with. Writes nothing.")
    int attempt(@Parameters(paramLabel = "CODE", description = "The rule.") String code,
                @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
                        description = "Its set. Default: ${DEFAULT-VALUE}.") String set,
                @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.") String batch) {
        return steward.inSession(session -> {
            var trial = session.rules().attempt(rule(session, set, code), batch);
            String rows = trial.failing().isEmpty() ? "" : " Rows: " + String.join(", ",
                    trial.failing().stream().limit(20).map(String::valueOf).toList()) + (trial.failing().size() > 20 ? ", …" : ".");
            return Answer.done(new Trial(batch, code, trial.checked(), trial.failing().size(), trial.failing()),
                    "Would fail %d of %d.%s".formatted(trial.failing().size(), trial.checked(), rows));
        });
    }

    @Command(name = "enable", description = "Switch a rule on, for the runs to come.")
    int enable(@Parameters(paramLabel = "CODE", description = "The rule.") String code,
               @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
                       description = "Its set. Default: ${DEFAULT-VALUE}.") String set) {
        return switched(set, code, true);
    }

    @Command(name = "disable", description = "Switch a rule off, for the runs to come.")
    int disable(@Parameters(paramLabel = "CODE", description = "The rule.") String code,
                @Option(names = "--rules", paramLabel = "SET", defaultValue = Rule.STANDARD,
                        description = "Its set. Default: ${DEFAULT-VALUE}.") String set) {
        return switched(set, code, false);
    }

    @Command(name = "placeholders", description = "List what stands where there is no value, as N/A; add to the list, or take from it.")
    int placeholders(@Option(names = "--add", paramLabel = "TEXT", description = "From now on this is no value, in any column.")
                     List<String> added,
                     @Option(names = "--remove", paramLabel = "TEXT", description = "From now on this is a value.") List<String> removed,
                     @Option(names = "--dry-run", description = "Only tell how many rows of intake it would be about.") boolean dryRun) {
        return steward.inSession(session -> {
            if (added == null && removed == null) {
                List<String> all = session.rules().placeholders();
                return Answer.done(new Placeholders(all, null), String.join("\n", all));
            }
            PlaceholderEffect seen = session.rules().effect(added == null ? List.of() : added, removed == null ? List.of() : removed);
            PlaceholderEffect done = dryRun ? seen : session.rules().changePlaceholders(seen);
            List<String> all = session.rules().placeholders();
            String about = "%s with cells that are empty from now on, %s with cells that are values.%s".formatted(
                    Counted.rows(done.emptied()), Counted.rows(done.filled()),
                    done.action() != null ? " (action " + done.action() + ")" : " Nothing was changed.");
            return Answer.done(new Placeholders(all, done), String.join("\n", all) + "\n" + about);
        });
    }

    private int switched(String set, String code, boolean enabled) {
        return steward.inSession(session -> {
            Rule rule = rule(session, set, code);
            if (rule.enabled() != enabled) {
                session.rules().change(rule, rule.switched(enabled));
            }
            return Answer.done(rule(session, set, code), "The rule %s of %s is %s.".formatted(code, set, enabled ? "on" : "off"));
        });
    }

    private static Rule rule(Session session, String set, String code) {
        return session.rules().find(set, code).orElseThrow(() -> StewardException.refused(
                "There is no rule " + code + " in " + set + ".", "`steward rules` lists them."));
    }

    private static String field(Rule rule) {
        return rule.field().equals(Rule.EVERY_FIELD) ? "every field" : ColumnNames.of(rule.entity().intake(), rule.field());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private record Rules(List<Rule> rules) {
    }

    private record Placeholders(List<String> placeholders, PlaceholderEffect effect) {
    }

    private record Trial(String batch, String rule, long checked, long failed, List<Long> rows) {
    }
}
