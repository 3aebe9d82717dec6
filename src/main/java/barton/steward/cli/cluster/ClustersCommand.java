package barton.steward.cli.cluster;

import barton.steward.catalog.Field;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.BatchOrAll;
import barton.steward.cli.support.FieldName;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.Counted;
import barton.steward.model.cluster.Cluster;
import barton.steward.model.cluster.ClusterMethod;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Finds spellings of one thing.
@Command(name = "clusters", description = "Find values of a field that may be spellings of one thing, with what they are proposed to"
        + " become. Writes nothing.")
public final class ClustersCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private BatchOrAll rows;

    @Option(names = "--field", paramLabel = "FIELD", required = true,
            description = "The field, as in Industry or City, of people as in Title or Department.")
    private String field;

    @Option(names = "--method", paramLabel = "METHOD", defaultValue = "fingerprint", converter = MethodName.class,
            description = "fingerprint (same words), ngram (same letters, whatever stands between words), metaphone, cologne or"
                    + " daitch-mokotoff (sound alike), distance (mistyped), remembered (decided before). Default: ${DEFAULT-VALUE}.")
    private ClusterMethod method;

    @Override
    public Integer call() {
        Field chosen = FieldName.editable(spec, of.entity().intake(), "--field", field);
        return steward.inSession(session -> {
            List<Cluster> clusters = session.clusters().find(Selection.all(rows.query(session, of.entity())), chosen, method);
            return Answer.done(new Found(of.entity().word(), rows.batch(), chosen.name(), MethodName.of(method),
                    clusters.stream().map(c -> new Told(c.value(), c.rows(), c.members())).toList()), text(clusters));
        });
    }

    private static String text(List<Cluster> clusters) {
        if (clusters.isEmpty()) {
            return "No spellings of one thing were found this way.";
        }
        var table = new TextTable("BECOMES", "ROWS", "VALUES");
        clusters.forEach(c -> table.row(c.value(), c.rows(), c.members().stream()
                .map(m -> (m.included() ? "" : "left out: ") + "“" + m.value() + "” (" + m.rows() + ")")
                .collect(Collectors.joining(", "))));
        return Counted.of(clusters.size(), "cluster", "clusters") + ".\n" + table;
    }

    private record Found(String entity, String batch, String field, String method, List<Told> clusters) {
    }

    private record Told(String value, long rows, List<Cluster.Member> members) {
    }
}
