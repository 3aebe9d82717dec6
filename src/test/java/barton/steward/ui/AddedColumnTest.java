package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.Main;
import barton.steward.support.TestDatabases;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Adds a column of intake that reaches master as CONTRIBUTING walks it (a migration, both tables of the catalog, the mapping in SQL, a
/// title) to a copy of the program, and finds it wherever a steward would look for it.
class AddedColumnTest {
    private static final Path CATALOG = Path.of("src/main/java/barton/steward/catalog");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @TempDir
    private Path folder;

    @Test
    void aColumnOfTheCatalogIsInImportTableRecordExportMatchesAndMaster() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        compile(copy);
        title(copy);
        DataSource database = TestDatabases.migrated();
        migrate(database);

        Object seen;
        try (var program = new Copy(List.of(copy.toUri().toURL(), place(Main.class), place(AddedColumn.class)))) {
            seen = program.loadClass(AddedColumn.class.getName()).getMethod("use", DataSource.class, Path.class)
                    .invoke(null, database, folder);
        }

        assertThat(seen).isEqualTo(Map.of("import", "ACME", "table", "ACME", "drawer", "ACME", "export", "2 lines", "matches", "ticker",
                "master", "ACME"));
    }

    private static void compile(Path copy) throws IOException {
        Path sources = Files.createDirectories(copy.resolve("sources"));
        var files = new ArrayList<String>(List.of("-d", copy.toString(), "-proc:none"));
        try (Stream<Path> all = Files.list(CATALOG)) {
            for (Path file : all.toList()) {
                String text = Files.readString(file);
                text = switch (file.getFileName().toString()) {
                    case "IntakeFields.java" -> declared(text,
                            "editable(\"ticker\", TEXT).headers(\"stock symbol\").content().becomes(MasterFields.TICKER)")
                            .replace("SHOWN = List.of(ID,", "SHOWN = List.of(ID, TICKER,");
                    case "MasterFields.java" -> declared(text, "editable(\"ticker\", TEXT)");
                    default -> text;
                };
                files.add(Files.writeString(sources.resolve(file.getFileName()), text).toString());
            }
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new))).isZero();
    }

    private static String declared(String text, String field) {
        return text.replaceFirst("(?m)^    static final List<Field> ALL = List\\.of\\((\\w+),",
                "    public static final Field TICKER = " + field + ";\n\n    static final List<Field> ALL = List.of($1, TICKER,");
    }

    private static void title(Path copy) throws IOException {
        Path messages = copy.resolve("barton/steward/messages.properties");
        Files.createDirectories(messages.getParent());
        Files.writeString(messages, Files.readString(RESOURCES.resolve("barton/steward/messages.properties")) + "\nfield.ticker=Ticker\n");
    }

    private static void migrate(DataSource database) throws IOException {
        TestDatabases.run(database, """
                ALTER TABLE intake.company_raw_intake ADD ticker TEXT;
                ALTER TABLE marketing.company_master ADD ticker TEXT;
                INSERT INTO shq.content_column (entity, name) VALUES ('company', 'ticker');
                SELECT shq.guard_validation();""");
        String mapping = Files.readString(RESOURCES.resolve("db/migration/R__promotion_mapping.sql"));
        String changed = mapping.replaceFirst("data_quality_score INTEGER\\)", "data_quality_score INTEGER, ticker TEXT)")
                .replaceFirst("(shq\\.quality_score\\(i\\.[^)]*\\))", "$1, i.ticker::text");
        assertThat(changed).contains("ticker TEXT)", "i.ticker::text");
        TestDatabases.run(database, changed);
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /// The program with other classes of the catalog: what is its own comes from these places, whatever it needs from outside.
    private static final class Copy extends URLClassLoader {
        Copy(List<URL> places) {
            super(places.toArray(URL[]::new), AddedColumnTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("barton.steward.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
