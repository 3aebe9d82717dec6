package barton.steward.dao;

import barton.steward.db.Database;

/// Makes the data access objects over a database.
public final class JdbiDaos {
    private JdbiDaos() {
    }

    public static Daos over(Database database) {
        return new Daos(null, null, null, null, null, null, new JdbiImportDao(database), null, null);
    }
}
