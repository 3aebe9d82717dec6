package barton.steward.cli.profile;

import barton.steward.catalog.ColumnNames;
import barton.steward.cli.importing.ReadingOptions;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.BatchOrAll;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.profile.ColumnProfile;
import barton.steward.model.profile.ProfileReport;
import barton.steward.model.profile.Unlike;
import barton.steward.model.profile.ValueCount;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
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

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            ProfileReport report = what.file == null ? session.profiles().of(what.rows.query(session, of.entity()))
                    : session.profiles().of(session.imports(of.entity()).open(what.file, reading.options()));
            return Answer.done(new Told(of.entity().word(), what.file == null ? what.rows.batch() : null, report.profile().rows(),
                    report.before(), report.unlike(),
                    report.profile().columns().stream().map(Column::of).toList()), ProfileText.of(report,
                    what.file == null ? column -> ColumnNames.of(of.entity().intake(), column) : UnaryOperator.identity()));
        });
    }

    private static final class What {
        @ArgGroup
        private BatchOrAll rows;

        @Parameters(paramLabel = "FILE", description = "A file, as it is before it is imported.")
        private Path file;
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
