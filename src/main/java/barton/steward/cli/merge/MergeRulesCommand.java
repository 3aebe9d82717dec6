package barton.steward.cli.merge;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.merge.MergeRule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Shows and sets by what merges are proposed.
@Command(name = "merge-rules", description = "Show, or set, by what `merge` proposes which record survives and whose value stays.")
public final class MergeRulesCommand implements Callable<Integer> {
    private static final List<String> KNOWN = List.of("survivor", "verified", "source", "quality", "completeness", "newest", "oldest");

    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfMaster kind;

    @Option(names = "--field", paramLabel = "COLUMN", description = "The column to set; * for all others, survivor for which record stays.")
    private String field;

    @Option(names = "--by", paramLabel = "WHAT", split = ",", description = "What decides, the first that tells two records apart: survivor"
            + " (its own value), verified, source, quality, completeness, newest, oldest.")
    private List<String> by = List.of();

    @Option(names = "--sources", paramLabel = "SYSTEM", split = ",", description = "Source systems, the most trusted first.")
    private List<String> sources = List.of();

    @Option(names = "--reset", description = "The column goes by the rule for all others again.")
    private boolean reset;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            if (field != null) {
                session.merges().set(rule());
            } else if (!by.isEmpty() || reset) {
                throw StewardException.refused("Which column is meant? Nothing was set.", "Add --field COLUMN, * or survivor.");
            }
            List<MergeRule> rules = session.merges().rules(kind.entity());
            var table = new TextTable("COLUMN", "BY", "SOURCES");
            rules.forEach(r -> table.row(r.field(), String.join(", ", r.by()), String.join(", ", r.sources())));
            return Answer.done(new Rules(kind.entity().word(), rules.stream().map(r -> new Rule(r.field(), r.by(), r.sources())).toList()),
                    table.toString());
        });
    }

    private MergeRule rule() {
        if (reset == !by.isEmpty()) {
            throw StewardException.refused("A rule is set with --by or goes with --reset; nothing was set.", "Give one of both.");
        }
        by.stream().filter(b -> !KNOWN.contains(b)).findFirst().ifPresent(b -> {
            throw StewardException.refused("Nothing goes by “" + b + "”; nothing was set.", "Known are " + String.join(", ", KNOWN) + ".");
        });
        return new MergeRule(kind.entity(), field, by, sources);
    }

    private record Rules(String entity, List<Rule> rules) {
    }

    private record Rule(String field, List<String> by, List<String> sources) {
    }
}
