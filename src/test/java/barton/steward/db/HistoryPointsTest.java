package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.db.drift.SchemaCatalogue.Made;
import barton.steward.support.TestDatabases;
import barton.steward.support.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The points of the history to which a database goes back are what its scripts make, run alone.
class HistoryPointsTest {
    private static final Path FILE = Path.of("src/main/resources/db/history.json");

    @Test
    void theCommittedHistoryIsWhatItsScriptsMake() throws IOException {
        Map<String, List<CatalogueObject>> points = points();
        Map<String, String> since = new LinkedHashMap<>();
        points.forEach((point, objects) -> objects.forEach(object -> since.putIfAbsent(object.key(), point)));
        var made = new ArrayList<Made>();
        points.get("006").forEach(object -> made.add(new Made(since.get(object.key()), object)));
        String written = SchemaCatalogue.written(made);
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(FILE, written);
        }

        assertThat(FILE).hasContent(written);
        points.forEach((point, objects) -> assertThat(made).filteredOn(m -> m.since().compareTo(point) <= 0).extracting(Made::object)
                .as(point).containsExactlyInAnyOrderElementsOf(objects));
    }

    static Map<String, List<CatalogueObject>> points() {
        DataSource database = TestPostgres.newest().createDatabase();
        Map<String, List<CatalogueObject>> points = new LinkedHashMap<>();
        Scripts.all().stream().filter(s -> s.version() != null && s.version().compareTo("006") <= 0).forEach(script -> {
            TestDatabases.run(database, script.text());
            points.put(script.version(), Database.over(database).write(SchemaCatalogue::present));
        });
        return points;
    }
}
