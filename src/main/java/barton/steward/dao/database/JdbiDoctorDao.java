package barton.steward.dao.database;

import barton.steward.db.Database;
import barton.steward.db.Schema;
import barton.steward.db.drift.DriftReader;
import barton.steward.model.StewardException;
import barton.steward.model.database.Check;
import barton.steward.model.database.Difference;
import barton.steward.model.database.Examination;
import barton.steward.model.database.SchemaState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

public final class JdbiDoctorDao implements DoctorDao {
    private static final int MOST_SEALED = 100_000;

    private final Database database;

    public JdbiDoctorDao(Database database) {
        this.database = database;
    }

    @Override
    public Examination examine() {
        Check schema = orRefusal("schema", this::schema);
        var checks = new ArrayList<>(List.of(schema));
        if (!schema.ok()) {
            return new Examination(checks, List.of());
        }
        database.read(JdbiDoctorDao::seal);
        DoctorRule.ALL.forEach(rule -> checks.add(orRefusal(rule.name(), () -> database.longRead(rule::check))));
        List<Difference> differences = database.read(Database.inPortions(DriftReader::read));
        DriftCheck.ALL.forEach(check -> checks.add(check.check(differences)));
        return new Examination(checks, differences);
    }

    /// Entries that nothing followed yet are not in the chain; where the role may, they are put there.
    private static int seal(Handle handle) {
        boolean may = handle.createQuery("""
                SELECT has_function_privilege('shq.seal(integer)', 'EXECUTE') AND NOT pg_is_in_recovery()
                       AND current_setting('transaction_read_only') = 'off'""").mapTo(Boolean.class).one();
        return may ? handle.createQuery("SELECT shq.seal(:most)").bind("most", MOST_SEALED).mapTo(Integer.class).one() : 0;
    }

    /// What a role may not look at is a finding, and does not keep the others from being told.
    private static Check orRefusal(String name, Supplier<Check> check) {
        try {
            return check.get();
        } catch (StewardException e) {
            if (e.kind() != StewardException.Kind.REFUSED) {
                throw e;
            }
            return new Check(name, false, (e.getMessage() + " " + e.advice()).strip());
        }
    }

    private Check schema() {
        return switch (new Schema(database, false, step -> { }).state()) {
            case SchemaState.Current _ -> new Check("schema", true, "The schema is at the present version.");
            case SchemaState.Pending(var migrations) -> wrong("The schema lacks: " + String.join(", ", migrations)
                    + ". Run “steward migrate”.");
            case SchemaState.Newer(var migrations) -> wrong("A newer version of Barton Steward has migrated this database ("
                    + String.join(", ", migrations) + "). Update Barton Steward.");
            case SchemaState.Empty _ -> wrong("The database is empty. Run “steward migrate”.");
            case SchemaState.Adoptable(var findings) -> wrong(("This database was made by hand and can be adopted with"
                    + " “steward migrate --adopt”. " + String.join(" ", findings)).strip());
            case SchemaState.TooOld old -> wrong(old.sentence());
            case SchemaState.Foreign(var reasons) -> wrong("This database is not one of Barton Steward's. " + String.join(" ", reasons));
        };
    }

    private static Check wrong(String detail) {
        return new Check("schema", false, detail);
    }
}
