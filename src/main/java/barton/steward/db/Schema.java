package barton.steward.db;

import java.util.function.Consumer;
import javax.sql.DataSource;

/// The schema of one database: what it is, and its way to the present version.
public final class Schema {
    private final Migrations migrations;

    /// @param progress told a sentence before each step, on the calling thread
    public Schema(DataSource source, Consumer<String> progress) {
        migrations = new Migrations(source, progress);
    }

    /// Brings an empty database, or one of ours, to the present version.
    /// @return how many migrations were done
    public int migrate() {
        return migrations.migrate();
    }
}
