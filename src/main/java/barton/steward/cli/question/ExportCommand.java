package barton.steward.cli.question;

import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.StatusName;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TableName;
import barton.steward.model.Counted;
import barton.steward.model.StewardException;
import barton.steward.model.query.Condition;
import barton.steward.model.query.Query;
import barton.steward.model.query.Selection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Writes a table, or what a filter finds in it, into a CSV file.
@Command(name = "export", description = "Write the rows of a table that meet every condition into a CSV file.")
public final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", converter = TableName.class, completionCandidates = TableName.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Table table;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write; it appears only when it is whole.")
    private Path out;

    @Option(names = "--batch", paramLabel = "ID", description = "Only rows of this batch.")
    private String batch;

    @Option(names = "--status", paramLabel = "STATUS", converter = StatusName.class, completionCandidates = StatusName.class,
            description = "Only rows of intake with this status, one of ${COMPLETION-CANDIDATES}.")
    private String status;

    @Option(names = "--search", paramLabel = "TEXT", defaultValue = "",
            description = "Only rows with this text in one of the searched fields.")
    private String search;

    @Option(names = "--spreadsheet-safe", description = "Put an apostrophe before cells that a spreadsheet would take for a formula.")
    private boolean spreadsheetSafe;

    @Override
    public Integer call() {
        Query ofBatch = where(Query.all(table), "import_batch_id", batch, "--batch");
        var selection = Selection.all(where(ofBatch.searching(search), "status", status, "--status"));
        return steward.inSession(session -> {
            // An unknown batch is more likely a slip than a wish for a file without rows in place of the one that is there.
            if (batch != null && session.tables().count(Selection.all(ofBatch)) == 0) {
                throw StewardException.refused(
                        "%s has no row of the batch “%s”; nothing was written.".formatted(table.qualifiedName(), batch),
                        "`steward status` lists the batches.");
            }
            long rows = session.exports().toCsv(selection, table.fields(), out, spreadsheetSafe);
            return Answer.done(new Written(table.qualifiedName(), out.toString(), rows),
                    "%s of %s written to %s.".formatted(Counted.rows(rows), table.qualifiedName(), out));
        });
    }

    private Query where(Query query, String name, String value, String option) {
        if (value == null) {
            return query;
        }
        Field field = table.field(name).orElseThrow(() ->
                new ParameterException(spec.commandLine(), option + " needs " + name + ", which " + table.qualifiedName() + " has not"));
        return query.where(Condition.is(field, value));
    }

    private record Written(String table, String file, long rows) {
    }
}
