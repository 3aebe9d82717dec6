package barton.steward.cli.profile;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.IntakeSelection;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.ValueCount;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import barton.steward.service.Session;
import barton.steward.service.question.FigureQueries;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tells what is in each column.
@Command(name = "profile", description = "Tell what is in each column: how many rows are filled in, empty, have a placeholder or break a"
        + " rule, which values are frequent and what they look like; and in what a batch is unlike those before it. Writes nothing.")
public final class ProfileCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople of;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Query rows = what.batch == null ? Query.all(of.entity().intake()) : FigureQueries.imported(of.entity(), what.batch);
            IntakeSelection.found(session, Selection.all(rows));
            return answer(of.entity(), what.batch, session, rows);
        });
    }

    private static Answer answer(Entity entity, String batch, Session session, Query rows) {
        ProfileReport report = session.profiles().of(rows);
        return Answer.done(new Told(entity.word(), batch, report.profile().rows(), report.before(), report.unlike(),
                report.profile().columns().stream().map(Column::of).toList()), ProfileText.of(report));
    }

    private record Told(String entity, String batch, long rows, List<String> comparedWith, List<Unlike> unlike, List<Column> columns) {
    }

    private record Column(String column, long filled, long empty, long placeholder, long inError, long distinct, String shortest,
                          String longest, List<ValueCount> values, List<ValueCount> shapes, List<String> rules) {
        static Column of(ColumnProfile c) {
            return new Column(c.column(), c.filled(), c.empty(), c.placeholder(), c.inError(), c.distinct(), c.least(), c.most(),
                    c.values(), c.shapes(), c.rules());
        }
    }

    private static final class What {
        @Option(names = "--batch", paramLabel = "ID", required = true, description = "The rows of this batch.")
        private String batch;

        @Option(names = "--all", required = true, description = "All of intake.")
        private boolean all;
    }
}
