package barton.steward.dao.intake;

import barton.steward.catalog.Entity;
import barton.steward.model.intake.FileMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mappings of files that are kept, under a name or for files with the same headers.
public interface MappingDao {
    /// Keeps a mapping; one of that name, or for those headers without a name, is replaced.
    /// @param name    null for none
    /// @param headers as they are compared, as one text
    void save(Entity entity, String name, String headers, Map<String, List<String>> mapping, String executor);

    /// The one of that name, whatever its case.
    Optional<FileMapping> named(Entity entity, String name);

    /// The latest for these headers, with a name or without.
    Optional<FileMapping> latest(Entity entity, String headers);

    /// Those with a name, by their names.
    List<FileMapping> named(Entity entity);
}
