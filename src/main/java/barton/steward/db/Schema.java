package barton.steward.db;

import barton.steward.db.backup.BackupFile;
import barton.steward.db.drift.SchemaContract;
import barton.steward.db.drift.SchemaRepair;
import barton.steward.db.rollback.SchemaRollback;
import barton.steward.model.StewardException;
import barton.steward.model.database.Repair;
import barton.steward.model.database.Rollback;
import barton.steward.model.database.RollbackRequest;
import barton.steward.model.database.SchemaResult;
import barton.steward.model.database.SchemaState;
import barton.steward.model.database.Takeover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The schema of one database: what it is to this program, and its way to the present version. Whatever goes wrong comes out as
/// one [barton.steward.model.StewardException]; a migration that fails leaves the database as the one before it left it, and says which.
public final class Schema {
    private static final String TRY = "SELECT pg_try_advisory_xact_lock(hashtextextended('barton.steward migrate', 0))";
    /// The driver leaves a SELECT open until the next statement, and an open one, or one that waits for a lock, has a snapshot, for
    /// whose end an index that is made concurrently would wait forever. So nobody waits inside a statement, and the last one is none.
    private static final String LET_GO = "SET LOCAL idle_in_transaction_session_timeout = 0";

    /// Without one of which nothing is taken for ours.
    private static final List<String> OWN = List.of("intake.company_raw_intake", "marketing.company_master");

    private final Database database;
    private final boolean pooled;
    private final Consumer<String> progress;

    /// @param pooled whether a transaction pooler stands in front, through which no migration goes
    /// @param progress told a sentence before each migration, on the calling thread
    public Schema(Database database, boolean pooled, Consumer<String> progress) {
        this.database = database;
        this.pooled = pooled;
        this.progress = progress;
    }

    /// What the database is; writes nothing, waits for nobody, and makes do with one connection.
    public SchemaState state() {
        return isPresent() ? new SchemaState.Current() : database.read(handle -> state(new SchemaReader(handle)));
    }

    /// Brings an empty database, or one of ours, to the present version; refuses any other.
    public SchemaResult migrate() {
        return take(Takeover.NONE);
    }

    /// The same; a database that was made by hand and has all of ours is adopted: its history is taken to stand at 006.
    public SchemaResult adopt() {
        return take(Takeover.WHOLE);
    }

    /// The same; where tables, columns or the function of the history are missing, they are made before, without values.
    public SchemaResult complete() {
        return take(Takeover.COMPLETED);
    }

    /// Puts back what of the schema can be put back without touching a row, in one transaction, while nobody migrates.
    /// @throws StewardException where the database is not at the present version
    public Repair repair() {
        if (!(state() instanceof SchemaState.Current)) {
            throw StewardException.refused("Only a database at the present version can be repaired. Nothing was written.",
                    "“steward doctor” says what this one is, and “steward migrate” brings it to the present version.");
        }
        return database.longWrite(handle -> {
            requireTurn(handle);
            return new SchemaRepair(handle).repair();
        });
    }

    /// Takes the database back to a point of its own history, in one transaction; `migrate` goes on from there.
    /// @throws StewardException where it is neither at the present version nor at such a point, somebody works in it, or depends on what
    ///     would go
    public Rollback rollback(RollbackRequest request) {
        if (!database.read(handle -> isWhole(new SchemaReader(handle)))) {
            throw StewardException.refused("Only a database at the present version, or at a point of its history, can be rolled back."
                    + " Nothing was changed.",
                    "“steward doctor” says what this one is, and “steward migrate” brings it to the present version.");
        }
        List<String> notOurs = database.read(handle -> new SchemaReader(handle).notOurs());
        if (!notOurs.isEmpty()) {
            throw StewardException.refused(String.join(" ", notOurs) + " Nothing was changed.",
                    "Connect as the owner, or have the role made a member of it.");
        }
        return database.longWrite(handle -> {
            requireTurn(handle);
            return new SchemaRollback(handle, request).take();
        });
    }

    /// Writes a backup beside the name that it is to have, when it was found to be whole.
    /// @throws StewardException where the database is not at the present version, or the file cannot be written
    public BackupFile backUp(Path file) {
        if (!(state() instanceof SchemaState.Current)) {
            throw StewardException.refused("Only a database at the present version can be backed up. Nothing was written.",
                    "“steward doctor” says what this one is, and “steward migrate” brings it to the present version.");
        }
        return database.longRead(handle -> BackupFile.write(handle, file, Scripts.versions()));
    }

    /// Makes an empty database, loads a backup into it at the version of which it is, and brings it to the present one.
    public void makeFrom(BackupFile backup) {
        requireKnown(backup);
        alone((migrations, reader) -> {
            migrations.make(backup.versions());
            return true;
        });
        load(backup);
        accept(migrate());
    }

    /// Puts the rows of a backup of the present version in the place of all that are there, in one transaction.
    public void load(BackupFile backup) {
        database.longWrite(handle -> {
            requireTurn(handle);
            backup.load(handle);
            return true;
        });
    }

    /// Whether the backup is of a database at the present version.
    public static boolean isPresent(BackupFile backup) {
        return Scripts.versions().equals(backup.versions());
    }

    /// How many rows of stewards there are; none in a database that was just made.
    public long rows() {
        return database.read(handle -> handle.createQuery("""
                SELECT (SELECT count(*) FROM intake.company_raw_intake) + (SELECT count(*) FROM intake.people_raw_intake)
                    + (SELECT count(*) FROM marketing.company_master) + (SELECT count(*) FROM marketing.people_master)
                    + (SELECT count(*) FROM public.shq_validation_log) + (SELECT count(*) FROM shq.action)""").mapTo(Long.class).one());
    }

    private static void requireKnown(BackupFile backup) {
        if (!Scripts.versions().containsAll(backup.versions())) {
            throw StewardException.refused("A newer version of Barton Steward wrote “" + backup.path() + "”. Nothing was changed.",
                    "Update Barton Steward.");
        }
    }

    private static void accept(SchemaResult result) {
        if (result instanceof SchemaResult.Refused(var reasons, var advice)) {
            throw StewardException.refused(String.join(" ", reasons), advice);
        }
    }

    private static boolean isWhole(SchemaReader reader) {
        return reader.migrated() && (state(reader) instanceof SchemaState.Current || reader.history().isAtAPoint());
    }

    private static void requireTurn(Handle handle) {
        if (!handle.createQuery(TRY).mapTo(Boolean.class).one()) {
            throw StewardException.refused("Somebody migrates or repairs this database just now. Nothing was written.",
                    "Try again in a moment.");
        }
    }

    /// Brings the database to the present version.
    /// @param takeover whether one that was made by hand may be taken over
    public SchemaResult take(Takeover takeover) {
        if (pooled) {
            return new SchemaResult.Refused(List.of("This address leads through a connection pooler, which migrations cannot go through."),
                    "Use the direct address of the database: usually the same host name without “-pooler”.");
        }
        return isPresent() ? new SchemaResult.Migrated(0) : alone((migrations, reader) -> switch (state(reader)) {
            case SchemaState.Current _ -> new SchemaResult.Migrated(0);
            case SchemaState.Empty _ -> permitted(emptyButNotOurs(reader), migrations);
            case SchemaState.Pending _ -> permitted(reader.notOurs(), migrations);
            case SchemaState.Adoptable(var findings) -> takeover != Takeover.NONE ? adopted(migrations, reader, findings) :
                    new SchemaResult.Refused(
                    List.of("This database was made by hand: it has all of our tables, but no history of migrations."),
                    "Adopt it with “steward migrate --adopt”; no row of it is changed.");
            case SchemaState.Newer(var unknown) -> new SchemaResult.Refused(
                    List.of("A newer version of Barton Steward has migrated this database: " + String.join(", ", unknown) + "."),
                    "Update Barton Steward.");
            case SchemaState.TooOld old -> new SchemaResult.Refused(List.of(old.sentence()),
                    "Nothing was written. Use another server, or have this one upgraded.");
            case SchemaState.Foreign(var reasons) when takeover == Takeover.COMPLETED && canComplete(reader) ->
                    completed(migrations, reader, reasons);
            case SchemaState.Foreign(var reasons) when canComplete(reader) -> new SchemaResult.Refused(reasons,
                    "Nothing was written. “steward migrate --adopt --complete” makes what is missing, without values.");
            case SchemaState.Foreign(var reasons) -> new SchemaResult.Refused(reasons,
                    "Nothing was written. Use another database, or have its owner put right what is named.");
        });
    }

    /// Whether the history is exactly that of this program, on a server that will do: the usual case, told by one question and
    /// without starting Flyway.
    private boolean isPresent() {
        try {
            return database.read(handle -> new SchemaReader(handle).server() >= SchemaState.TooOld.OLDEST
                    && History.of(handle).isOf(Scripts.all()));
        } catch (StewardException e) {
            if (e.kind() == StewardException.Kind.REFUSED) {
                return false;
            }
            throw e;
        }
    }

    private static SchemaResult permitted(List<String> objections, Migrations migrations) {
        return objections.isEmpty() ? new SchemaResult.Migrated(migrations.migrate())
                : new SchemaResult.Refused(objections, "Nothing was written. Connect as the owner, or have the role made a member of it.");
    }

    private static SchemaResult adopted(Migrations migrations, SchemaReader reader, List<String> findings) {
        migrations.adopt(new SchemaCollisions(reader).replacedIndexes());
        return new SchemaResult.Adopted(migrations.migrate(), findings);
    }

    private SchemaResult completed(Migrations migrations, SchemaReader reader, List<String> missing) {
        new SchemaCompletion(reader).make(progress);
        if (!(state(reader) instanceof SchemaState.Adoptable(var findings))) {
            return new SchemaResult.Refused(reasons(state(reader)), "What was missing was made, and no row was changed. Have the owner"
                    + " put right what is named.");
        }
        var told = new ArrayList<String>();
        missing.forEach(sentence -> told.add(sentence.replaceFirst("\\.$", "; it was made.")));
        told.addAll(findings);
        return adopted(migrations, reader, told);
    }

    private static List<String> reasons(SchemaState state) {
        return state instanceof SchemaState.Foreign(var reasons) ? reasons : List.of();
    }

    /// Whether it is ours in part, and nothing that is there stands in the way.
    private static boolean canComplete(SchemaReader reader) {
        var there = reader.columns();
        return there.keySet().stream().anyMatch(OWN::contains) && reader.notOurs().isEmpty()
                && missing(reader).stream().allMatch(sentence -> sentence.contains(" is missing."));
    }

    private static SchemaState state(SchemaReader reader) {
        if (reader.server() < SchemaState.TooOld.OLDEST) {
            return new SchemaState.TooOld(reader.server());
        }
        if (reader.migrated()) {
            History history = reader.history();
            List<String> unknown = history.unknown(Scripts.all());
            List<String> pending = history.pending(Scripts.all());
            return !unknown.isEmpty() ? new SchemaState.Newer(unknown)
                    : pending.isEmpty() ? new SchemaState.Current() : new SchemaState.Pending(pending);
        }
        if (reader.columns().isEmpty() && !reader.promotes()) {
            List<String> others = reader.others();
            return others.isEmpty() ? new SchemaState.Empty() : new SchemaState.Foreign(List.of("It has tables of something else ("
                    + String.join(", ", others.subList(0, Math.min(5, others.size()))) + ") and none of Barton Steward's."));
        }
        List<String> missing = missing(reader);
        if (missing.isEmpty()) {
            missing.addAll(reader.notOurs());
            missing.addAll(new SchemaCollisions(reader).reasons());
        }
        return missing.isEmpty() ? new SchemaState.Adoptable(new SchemaFindings(reader).sentences()) : new SchemaState.Foreign(missing);
    }

    /// Sentences about what an adoptable database lacks.
    private static List<String> missing(SchemaReader reader) {
        var missing = new ArrayList<String>();
        var there = reader.columns();
        SchemaContract.COLUMNS.forEach((table, columns) -> {
            if (!there.containsKey(table)) {
                missing.add("The table " + table + " is missing.");
                return;
            }
            columns.forEach((column, type) -> {
                String found = there.get(table).get(column);
                if (found == null) {
                    missing.add("The column " + table + "." + column + " is missing.");
                } else if (!SchemaContract.convertible(type, found)) {
                    missing.add("The column " + table + "." + column + " is " + found + ", which cannot serve as " + type + ".");
                }
            });
        });
        if (!reader.promotes()) {
            missing.add("The function shq.promote_company_records(text, text) that returns integer is missing.");
        }
        if (there.size() == SchemaContract.COLUMNS.size()) {
            reader.tablesWithoutKey().forEach(k -> missing.add("The key " + k + " has no primary key or unique index."));
        }
        return missing;
    }

    private static List<String> emptyButNotOurs(SchemaReader reader) {
        var objections = new ArrayList<>(reader.notOurs());
        if (!reader.maySchemas()) {
            objections.add("The role may not make schemas in this database.");
        }
        return objections;
    }

    /// Looks and migrates while no other copy of this program does, so that what was found still holds when it is acted on.
    /// Each try is a transaction of its own: an index that the other copy makes concurrently may wait for it to end.
    private <T> T alone(Work<T> work) {
        var steps = new MigrationSteps();
        try {
            return database.lend(source -> {
                Jdbi jdbi = Jdbi.create(source);
                Optional<T> done = attempt(jdbi, source, steps, work);
                while (done.isEmpty()) {
                    barton.steward.model.Work.checkCancelled();
                    Pause.of(100);
                    done = attempt(jdbi, source, steps, work);
                }
                return done.get();
            });
        } catch (StewardException e) {
            throw steps.told(e);
        }
    }

    private <T> Optional<T> attempt(Jdbi jdbi, DataSource source, MigrationSteps steps, Work<T> work) {
        return jdbi.inTransaction(lock -> {
            if (!taken(lock)) {
                return Optional.empty();
            }
            // What is read is read on another connection, whose locks do not outlast each question.
            try (Handle reading = jdbi.open()) {
                return Optional.of(work.on(new Migrations(source, progress, steps), new SchemaReader(reading)));
            }
        });
    }

    private static boolean taken(Handle lock) {
        boolean taken = lock.createQuery(TRY).mapTo(Boolean.class).one();
        lock.execute(LET_GO);
        return taken;
    }

    private interface Work<T> {
        T on(Migrations migrations, SchemaReader reader);
    }
}
