package barton.steward.dao.view;

import barton.steward.catalog.Table;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.db.Database;
import barton.steward.model.view.SavedView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

public final class JdbiSavedViewDao implements SavedViewDao {
    private static final String ALL = """
            SELECT view_no AS id, table_name, name, shared, content::text AS content, saved_by, saved_at FROM shq.saved_view
            WHERE shared OR owned_by = session_user ORDER BY lower(name), view_no""";
    private static final String NAMED = """
            SELECT view_no AS id, table_name, name, shared, content::text AS content, saved_by, saved_at FROM shq.saved_view
            WHERE table_name = :table AND lower(name) = lower(:name) AND shared = :shared AND (shared OR owned_by = session_user)""";
    private static final String ADD = """
            INSERT INTO shq.saved_view (table_name, name, shared, content, saved_by)
            VALUES (:table, :name, :shared, :content::jsonb, :savedBy)
            ON CONFLICT DO NOTHING
            RETURNING view_no AS id, table_name, name, shared, content::text AS content, saved_by, saved_at""";
    private static final String REPLACE = """
            UPDATE shq.saved_view SET name = :name, shared = :shared, content = :content::jsonb, saved_by = :savedBy, saved_at = now()
            WHERE view_no = :id AND (shared OR owned_by = session_user)
            RETURNING view_no AS id, table_name, name, shared, content::text AS content, saved_by, saved_at""";
    private static final String DELETE = "DELETE FROM shq.saved_view WHERE view_no = :id AND (shared OR owned_by = session_user)";

    private final Database database;

    public JdbiSavedViewDao(Database database) {
        this.database = database;
    }

    private record Found(long id, String tableName, String name, boolean shared, String content, String savedBy, Instant savedAt) {
        /// Another version of the program may have saved views of tables that this one does not know.
        Stream<SavedView> view() {
            return Arrays.stream(Table.values()).filter(t -> t.name().equals(tableName))
                    .map(table -> new SavedView(id, table, name, shared, content, savedBy, savedAt));
        }
    }

    @Override
    public List<SavedView> all() {
        return database.read(handle -> handle.createQuery(ALL).map(ConstructorMapper.of(Found.class)).list()).stream()
                .flatMap(Found::view).toList();
    }

    @Override
    public Optional<SavedView> named(Table table, String name, boolean shared) {
        return one(database.read(handle -> handle.createQuery(NAMED).bind("table", table.name()).bind("name", name).bind("shared", shared)
                .map(ConstructorMapper.of(Found.class)).findOne()));
    }

    @Override
    public Optional<SavedView> add(SavedView view) {
        return one(IdempotencyKey.kept(database, handle -> bound(handle.createQuery(ADD), view).bind("table", view.table().name())
                .map(ConstructorMapper.of(Found.class)).findOne()));
    }

    @Override
    public Optional<SavedView> replace(SavedView view) {
        return one(IdempotencyKey.kept(database, handle -> bound(handle.createQuery(REPLACE), view).bind("id", view.id())
                .map(ConstructorMapper.of(Found.class)).findOne()));
    }

    @Override
    public boolean delete(long id) {
        return IdempotencyKey.kept(database, handle -> handle.createUpdate(DELETE).bind("id", id).execute()) > 0;
    }

    private static Optional<SavedView> one(Optional<Found> found) {
        return found.flatMap(f -> f.view().findFirst());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, SavedView view) {
        return statement.bind("name", view.name()).bind("shared", view.shared()).bind("content", view.content())
                .bind("savedBy", view.savedBy());
    }
}
