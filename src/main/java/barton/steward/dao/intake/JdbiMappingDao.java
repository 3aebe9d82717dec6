package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.dao.change.IdempotencyKey;
import barton.steward.db.Database;
import barton.steward.model.intake.FileMapping;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

public final class JdbiMappingDao implements MappingDao {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SAVE = """
            INSERT INTO shq.file_mapping (entity, name, headers, mapping, saved_by)
            VALUES (:entity, :name, :headers, :mapping::jsonb, :executor)
            ON CONFLICT %s DO UPDATE SET name = excluded.name, headers = excluded.headers, mapping = excluded.mapping,
                saved_by = excluded.saved_by, saved_at = excluded.saved_at""";
    private static final String FIND = "SELECT m.name, m.mapping::text AS json, m.saved_by, m.saved_at FROM shq.file_mapping m"
            + " WHERE m.entity = :entity AND ";

    private final Database database;

    public JdbiMappingDao(Database database) {
        this.database = database;
    }

    /// A row of the table.
    public record Kept(String name, String json, String savedBy, Instant savedAt) {
        private FileMapping mapping() {
            return new FileMapping(name, JSON.readValue(json, new TypeReference<Map<String, List<String>>>() { }), savedBy, savedAt);
        }
    }

    @Override
    public void save(Entity entity, String name, String headers, Map<String, List<String>> mapping, String executor) {
        IdempotencyKey.kept(database, handle -> handle
                .createUpdate(SAVE.formatted(name == null ? "(entity, md5(headers)) WHERE name IS NULL"
                : "(entity, lower(name)) WHERE name IS NOT NULL")).bind("entity", entity.word()).bind("name", name).bind("headers", headers)
                .bind("mapping", JSON.writeValueAsString(mapping)).bind("executor", executor).execute());
    }

    @Override
    public Optional<FileMapping> named(Entity entity, String name) {
        return database.read(handle -> handle.createQuery(FIND + "lower(m.name) = lower(:name)").bind("entity", entity.word())
                .bind("name", name).map(ConstructorMapper.of(Kept.class)).findOne()).map(Kept::mapping);
    }

    @Override
    public Optional<FileMapping> latest(Entity entity, String headers) {
        return database.read(handle -> handle.createQuery(FIND + "m.headers = :headers ORDER BY m.saved_at DESC LIMIT 1")
                .bind("entity", entity.word()).bind("headers", headers).map(ConstructorMapper.of(Kept.class)).findOne()).map(Kept::mapping);
    }

    @Override
    public List<FileMapping> named(Entity entity) {
        return database.read(handle -> handle.createQuery(FIND + "m.name IS NOT NULL ORDER BY lower(m.name)").bind("entity", entity.word())
                .map(ConstructorMapper.of(Kept.class)).list()).stream().map(Kept::mapping).toList();
    }
}
