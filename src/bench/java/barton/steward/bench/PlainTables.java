package barton.steward.bench;

import java.sql.SQLException;

/// Copies of the rows in tables as the first six migrations leave them: the keys and indexes of those only, no trigger, pages filled up.
final class PlainTables {
    static final String INTAKE = "bench.company_raw_intake";
    static final String MASTER = "bench.company_master";
    static final String SLOTS = "bench.company_slots";

    private final BenchHome home;

    PlainTables(BenchHome home) {
        this.home = home;
    }

    void makeIntake() throws SQLException {
        make(BenchData.INTAKE, "id", "import_batch_id", "validated");
        home.execute("SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(t.id) FROM %1$s t))".formatted(INTAKE));
    }

    void makeMaster() throws SQLException {
        make("marketing.company_master", "company_unique_id", "import_batch_id");
        make("marketing.company_slots", "company_slot_unique_id", "company_unique_id");
    }

    private void make(String table, String key, String... indexed) throws SQLException {
        String plain = table.replaceFirst("^\\w+", "bench");
        home.execute("CREATE SCHEMA IF NOT EXISTS bench",
                "CREATE TABLE " + plain + " (LIKE " + table + " INCLUDING DEFAULTS INCLUDING IDENTITY)",
                "INSERT INTO " + plain + " SELECT t.* FROM " + table + " t", "ALTER TABLE " + plain + " ADD PRIMARY KEY (" + key + ")");
        for (String column : indexed) {
            home.execute("CREATE INDEX ON " + plain + " (" + column + ")");
        }
        home.settle(plain);
    }

    void drop() throws SQLException {
        home.execute("DROP SCHEMA bench CASCADE");
    }
}
