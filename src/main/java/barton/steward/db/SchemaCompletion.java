package barton.steward.db;

import barton.steward.db.drift.CatalogueObject;
import barton.steward.db.drift.SchemaCatalogue;
import barton.steward.db.drift.SchemaContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/// Makes what a database lacks of the history's tables, so that it can be adopted: empty tables, columns without values, and the function
/// that promotes, which migrations give its body. All of it or nothing.
final class SchemaCompletion {
    private static final Set<String> OF_TABLES = Set.of("default", "not null", "constraint");
    private static final String PROMOTION = "V003__promotion_function.sql";

    private final SchemaReader reader;
    private final Map<String, Map<String, String>> there;

    SchemaCompletion(SchemaReader reader) {
        this.reader = reader;
        this.there = reader.columns();
    }

    /// @param progress told each statement's object, in a sentence
    void make(Consumer<String> progress) {
        Handle handle = reader.handle();
        var statements = new ArrayList<>(List.of("CREATE SCHEMA IF NOT EXISTS intake", "CREATE SCHEMA IF NOT EXISTS marketing",
                "CREATE SCHEMA IF NOT EXISTS shq"));
        SchemaCatalogue.expected().stream().filter(this::lacks).forEach(object -> {
            progress.accept("Making the " + object.kind() + " " + object.name());
            statements.add(object.make());
        });
        if (!reader.promotes()) {
            Scripts.all().stream().filter(script -> script.name().equals(PROMOTION)).forEach(script -> statements.add(script.text()));
        }
        handle.useTransaction(within -> within.createScript(String.join(";\n", statements)).executeAsSeparateStatements());
    }

    private boolean lacks(CatalogueObject object) {
        boolean table = object.kind().equals("table");
        String name = table ? object.name() : object.of();
        Map<String, String> columns = SchemaContract.COLUMNS.get(name);
        if (columns == null || table) {
            return columns != null && !there.containsKey(name);
        }
        if (object.kind().equals("column") || object.kind().equals("default") || object.kind().equals("not null")) {
            String column = object.name().substring(name.length() + 1);
            boolean missing = columns.containsKey(column) && !there.getOrDefault(name, Map.of()).containsKey(column);
            return missing && (object.kind().equals("column") || !there.containsKey(name));
        }
        return OF_TABLES.contains(object.kind()) && !there.containsKey(name) && !object.make().contains("shq.");
    }
}
