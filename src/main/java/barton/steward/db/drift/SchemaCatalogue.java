package barton.steward.db.drift;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the schema of a database consists of: as it is, and as all migrations of this program leave it.
public final class SchemaCatalogue {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUERY = "/db/catalogue.sql";
    private static final String EXPECTED = "/db/expected.json";
    private static final String HISTORY = "/db/history.json";

    private SchemaCatalogue() {
    }

    /// As it is, in an order in which it could be made. Within a transaction, whose names have to be qualified from then on.
    public static List<CatalogueObject> present(Handle handle) {
        handle.execute("SET LOCAL search_path = ''");
        return handle.createQuery(text(QUERY)).map(ConstructorMapper.of(CatalogueObject.class)).list();
    }

    /// As the migrations leave it. A file says so, because no server is at hand on which they could be tried, and it is compared with them
    /// by a test.
    public static List<CatalogueObject> expected() {
        return JSON.readValue(read(EXPECTED), new TypeReference<>() { });
    }

    /// An object that the history makes.
    /// @param since the version that makes it, as `006`
    public record Made(String since, CatalogueObject object) {
    }

    /// What 000 to 006 make by themselves, in an order in which it could be made; compared by a test, too.
    public static List<Made> history() {
        return JSON.readValue(read(HISTORY), new TypeReference<>() { });
    }

    /// The text of the file, an object a line.
    public static String written(List<?> objects) {
        return objects.stream().map(JSON::writeValueAsString).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    static List<CatalogueObject> of(String kind, List<CatalogueObject> objects) {
        var found = new ArrayList<>(objects);
        found.removeIf(object -> !object.kind().equals(kind));
        return found;
    }

    /// The text of a file beside the catalogue's.
    public static String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream in = SchemaCatalogue.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
