package barton.steward.cli.profile;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.BatchOrAll;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.ValueCount;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private BatchOrAll rows;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            ProfileReport report = session.profiles().of(rows.query(session, of.entity()));
            return Answer.done(new Told(of.entity().word(), rows.batch(), report.profile().rows(), report.before(), report.unlike(),
                    report.profile().columns().stream().map(Column::of).toList()), ProfileText.of(report));
        });
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
}
