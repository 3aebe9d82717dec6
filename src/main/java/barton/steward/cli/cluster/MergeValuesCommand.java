package barton.steward.cli.cluster;

import barton.steward.catalog.Field;
import barton.steward.cli.support.BatchOrAll;
import barton.steward.cli.support.BulkAnswer;
import barton.steward.cli.support.FieldName;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.query.Selection;
import barton.steward.model.validation.Fix;
import barton.steward.service.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Puts one value in the place of its spellings.
@Command(name = "merge-values", description = "Put one value in the place of others that are spellings of it, in one action that can be"
        + " undone, and remember that. Promoted rows are left alone.")
public final class MergeValuesCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private BatchOrAll rows;

    @Option(names = "--field", paramLabel = "FIELD", required = true, description = "The field, as in Industry or City.")
    private String field;

    @ArgGroup(multiplicity = "1")
    private Which which;

    @Option(names = "--dry-run", description = "Only tell how many rows would be changed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Field chosen = FieldName.editable(spec, of.entity().intake(), "--field", field);
        return steward.inSession(session -> {
            Selection selection = Selection.all(rows.query(session, of.entity()));
            return BulkAnswer.of(dryRun, session.review().fix(chosen, new Fix.Merge(which.becomes(session, selection, chosen))), selection,
                    "given another spelling");
        });
    }

    private static final class Which {
        @ArgGroup(exclusive = false)
        private Named named;

        @Option(names = "--clusters", paramLabel = "METHOD", required = true, converter = MethodName.class,
                description = "Every cluster that `steward clusters --method METHOD` tells becomes what is proposed there.")
        private ClusterMethod method;

        @Option(names = "--remembered", required = true, description = "Values become what was decided of them before.")
        private boolean remembered;

        Map<String, String> becomes(Session session, Selection rows, Field field) {
            var becomes = new LinkedHashMap<String, String>();
            if (named != null) {
                named.values.forEach(value -> becomes.put(value, named.into.strip()));
            } else {
                session.clusters().find(rows, field, remembered ? ClusterMethod.REMEMBERED : method)
                        .forEach(cluster -> becomes.putAll(cluster.decided()));
            }
            return becomes;
        }
    }

    private static final class Named {
        @Option(names = "--value", paramLabel = "VALUE", required = true, description = "A spelling, exactly as it stands; several times.")
        private List<String> values;

        @Option(names = "--into", paramLabel = "VALUE", required = true, description = "What they become.")
        private String into;
    }
}
