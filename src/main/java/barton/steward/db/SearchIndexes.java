package barton.steward.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The indexes behind the search box, over the trigrams of the searched columns (extension pg_trgm). They are no migrations, because
/// a database that does not offer the extension, or not to us, must be migrated all the same: there a search reads the whole table.
/// Made after the migrations, without keeping anybody from writing; one that was left half made is made anew.
///
/// Use: any text of three letters and more, which is looked up instead of read for through the whole table.
/// Cost: about 110 MB for a million companies, and more time than all other indexes together for each row that is imported, promoted
/// or marked (a bare mark of 40,000 rows took 9 s with it and 2 s without). So only the columns that name a row are in them: what has few
/// values has facets, and the rest filters.
public final class SearchIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexes.class);
    private static final List<Index> ALL = List.of(
            new Index("intake", "idx_intake_search", "company_raw_intake", "company", "company_name_for_emails", "website"),
            new Index("intake", "idx_people_intake_search", "people_raw_intake", "first_name", "last_name", "email", "company_name"),
            new Index("intake", "idx_people_intake_search_name", "people_raw_intake", "first_name || ' ' || last_name"),
            new Index("marketing", "idx_master_search", "company_master", "company_unique_id", "company_name", "website_url"),
            new Index("marketing", "idx_slots_search", "company_slots", "slot_label"),
            new Index("marketing", "idx_people_search", "people_master", "unique_id", "full_name", "title", "email"));

    private SearchIndexes() {
    }

    /// Over one expression as it is, or over several columns put together.
    private record Index(String schema, String name, String table, String expression) {
        Index(String schema, String name, String table, String... columns) {
            this(schema, name, table, Stream.of(columns).map(c -> "coalesce(" + c + ", '')").collect(Collectors.joining(" || E'\\n' || ")));
        }

        String statement(String operators) {
            return "CREATE INDEX CONCURRENTLY " + name + " ON " + schema + "." + table + " USING gin ((" + expression + ") " + operators
                    + ")";
        }
    }

    /// A question for the statements that would make what is missing, for whoever may.
    public static String missing() {
        String indexes = ALL.stream().map(i -> "('" + i.schema() + "." + i.name() + "', '" + i.statement("gin_trgm_ops").replace("'", "''")
                + "')").collect(Collectors.joining(", "));
        return """
                SELECT 'CREATE EXTENSION pg_trgm' WHERE NOT EXISTS (SELECT FROM pg_extension e WHERE e.extname = 'pg_trgm')
                UNION ALL
                SELECT 'DROP INDEX IF EXISTS ' || i.name || '; ' || i.statement FROM (VALUES %s) AS i (name, statement)
                WHERE NOT EXISTS (SELECT FROM pg_index x WHERE x.indexrelid = to_regclass(i.name) AND x.indisvalid)""".formatted(indexes);
    }

    /// Their names, with the schema.
    public static Stream<String> names() {
        return ALL.stream().map(index -> index.schema() + "." + index.name());
    }

    static void make(DataSource source, Consumer<String> progress) {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            if (schema(statement).isEmpty()) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public");
            }
            String operators = schema(statement) + ".gin_trgm_ops";
            for (Index index : ALL) {
                String name = index.schema() + "." + index.name();
                if (!one(statement, "SELECT x.indexrelid::text FROM pg_index x WHERE x.indexrelid = to_regclass('" + name
                        + "') AND x.indisvalid").isEmpty()) {
                    continue;
                }
                progress.accept("Making the search index of " + index.schema() + "." + index.table());
                statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + name);
                statement.execute(index.statement(operators));
            }
        } catch (SQLException e) {
            LOG.warn("Searches go without an index; the doctor says what is missing", e);
        }
    }

    private static String schema(Statement statement) throws SQLException {
        return one(statement, "SELECT e.extnamespace::regnamespace::text FROM pg_extension e WHERE e.extname = 'pg_trgm'");
    }

    /// The one text that is found, blank where nothing is.
    private static String one(Statement statement, String question) throws SQLException {
        try (var rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
