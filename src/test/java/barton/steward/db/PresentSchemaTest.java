package barton.steward.db;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The schema can be read in one place, as all migrations leave it.
class PresentSchemaTest {
    private static final Path FILE = Path.of("src/main/resources/db/schema.sql");
    private static final Path EXPECTED = Path.of("src/main/resources/db/expected.json");
    private static final Path QUERY = Path.of("src/test/resources/schema-of-catalogue.sql");
    private static final String WRITE = "schema.write";
    private static final String HEAD = """
            -- The schema as all migrations of db/migration leave it on the server that the product brings along; to read, not to run.
            -- Made from the catalogue by `mvn test -Dtest=PresentSchemaTest -Dschema.write=true`, and compared by the same test.
            """;

    @Test
    void theCommittedSchemaIsWhatTheMigrationsMake() throws IOException, SQLException {
        String present = HEAD + present();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(FILE, present);
        }

        assertThat(FILE).as("schema.sql is not what the migrations make; run mvn test -Dtest=PresentSchemaTest -D%s=true, look at what"
                + " changed, and commit it with them", WRITE).hasContent(present);
    }

    /// What the doctor compares databases with.
    @Test
    void theCommittedExpectationIsWhatTheMigrationsMake() throws IOException {
        String expected = Database.over(TestDatabases.migrated()).write(handle -> SchemaCatalogue.written(SchemaCatalogue.present(handle)));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(EXPECTED, expected);
        }

        assertThat(EXPECTED).as("expected.json is not what the migrations make; run mvn test -Dtest=PresentSchemaTest -D%s=true, and commit"
                + " it with them", WRITE).hasContent(expected);
    }

    /// Names are qualified, because nothing is on the path that the connection searches.
    private static String present() throws IOException, SQLException {
        var text = new StringBuilder();
        try (var connection = TestDatabases.migrated().getConnection(); var statement = connection.createStatement()) {
            statement.execute("SET search_path TO ''");
            try (var rows = statement.executeQuery(Files.readString(QUERY))) {
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
            }
        }
        return text.toString();
    }
}
