package barton.steward.dao.intake;

import barton.steward.catalog.Table;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.model.intake.EarlierFile;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Which files became actions that changed records; those that were taken back do not count.
public final class TakenFiles {
    private static final String EARLIER = """
            SELECT a.action_id AS action, a.row_count AS rows, f.file_name, a.executor, a.happened_at AS at
            FROM shq.taken_file f JOIN shq.action a ON a.action_id = f.action_id
            WHERE f.sha256 = :sha256 AND a.table_name = :table
              AND NOT EXISTS (SELECT FROM shq.action u
                              WHERE u.undoes = a.action_id AND NOT EXISTS (SELECT FROM shq.action r WHERE r.undoes = u.action_id))
            ORDER BY a.action_id DESC LIMIT 1""";

    private TakenFiles() {
    }

    /// The latest action that took a file that says the same to the last byte. Waits while it is taken elsewhere, and keeps others away
    /// until the transaction ends.
    public static Optional<EarlierFile> earlier(Handle handle, Table table, SourceFile file) {
        IdempotencyKey.lock(handle, "shq.taken_file " + table.qualifiedName() + " " + file.sha256());
        return handle.createQuery(EARLIER).bind("sha256", file.sha256()).bind("table", table.qualifiedName())
                .map(ConstructorMapper.of(EarlierFile.class)).findOne();
    }

    public static void keep(Handle handle, SourceFile file, long action) {
        handle.createUpdate("INSERT INTO shq.taken_file (action_id, sha256, file_name) VALUES (:action, :sha256, :name)")
                .bind("action", action).bind("sha256", file.sha256()).bind("name", file.name()).execute();
    }
}
