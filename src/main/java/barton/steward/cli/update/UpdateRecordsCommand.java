package barton.steward.cli.update;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Table;
import barton.steward.cli.importing.ColumnMap;
import barton.steward.cli.importing.ReadingOptions;
import barton.steward.model.intake.BatchUse;
import barton.steward.model.update.UpdatePlan;
import barton.steward.model.update.UpdatePlan.NewRows;
import barton.steward.model.update.UpdateReport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Updates companies, or people, from a file: looks first, then writes what it saw.
abstract class UpdateRecordsCommand implements Callable<Integer> {
    @ParentCommand
    private UpdateCommand parent;

    @Parameters(paramLabel = "FILE", description = "The file: CSV or TSV, an Excel workbook (.xlsx), JSON or JSON Lines.")
    private Path file;

    @Option(names = "--key", paramLabel = "COLUMN", description = "The column that names the records, for example website or email."
            + " Default: the key of the table.")
    private String key;

    @Option(names = "--master", description = "Update master instead of intake.")
    private boolean master;

    @Option(names = "--batch", paramLabel = "ID", description = "Only records of this batch are meant.")
    private String batch;

    @Option(names = "--prefer", paramLabel = "COLUMN=WINNER,…", converter = Preferences.Converter.class,
            description = "Who wins where file and record differ: file (also where it is empty), record, or fill (default: the file only"
                    + " fills what is empty). * is every other column.")
    private Preferences prefer = new Preferences(Map.of());

    @Option(names = "--map", paramLabel = "COLUMN=HEADER,…", converter = ColumnMap.Converter.class,
            description = "Which header is a column, where it is not recognised.")
    private ColumnMap map = new ColumnMap(Map.of());

    @Option(names = "--new-into", paramLabel = "ID", description = "Take the rows that name no record into this batch of intake. Default:"
            + " they are left.")
    private String newInto;

    @Option(names = "--append", description = "The batch of --new-into may have rows already.")
    private boolean append;

    @Mixin
    private ReadingOptions reading;

    @Option(names = "--dry-run", description = "Only tell what would be changed.")
    private boolean dryRun;

    private final Entity entity;

    private UpdateRecordsCommand(Entity entity) {
        this.entity = entity;
    }

    @Command(name = "companies", description = "Update companies of intake from a file. What is empty is filled; what is filled is"
            + " overwritten only where --prefer says so. Records that were changed since `export --for-editing` are left and named.")
    static final class OfCompanies extends UpdateRecordsCommand {
        OfCompanies() {
            super(Entity.COMPANY);
        }
    }

    @Command(name = "people", description = "Update people of intake from a file. What is empty is filled; what is filled is"
            + " overwritten only where --prefer says so. Records that were changed since `export --for-editing` are left and named.")
    static final class OfPeople extends UpdateRecordsCommand {
        OfPeople() {
            super(Entity.PERSON);
        }
    }

    @Override
    public Integer call() {
        Table table = master ? entity.master() : entity.intake();
        var plan = new UpdatePlan(file, reading.options(), table, Optional.ofNullable(batch),
                Optional.ofNullable(key).map(said -> ColumnNames.column(table, said)), map.of(table), prefer.of(table),
                Optional.ofNullable(newInto).map(id -> new NewRows(id, append ? BatchUse.APPEND : BatchUse.NEW, Map.of())));
        return parent.steward().inSession(session -> {
            UpdateReport seen = session.updates().preview(plan);
            if (dryRun || seen.writes() == 0 && (newInto == null || seen.fresh() == 0)) {
                return UpdateAnswer.of(table, seen, false);
            }
            return UpdateAnswer.of(table, session.updates().perform(plan, seen.seen(), UUID.randomUUID()), true);
        });
    }
}
