package barton.steward.dao.table;

import barton.steward.catalog.Field;
import barton.steward.db.Database;
import barton.steward.model.StewardException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Why the database did not take an edit, as a sentence that names the field.
public record Refusal(StewardException failure, Collection<Field> changed) {
    private static final String RULE = """
            SELECT array_to_string(ARRAY(SELECT a.attname FROM pg_attribute a
                                         WHERE a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) ORDER BY a.attnum), ', ') AS columns,
                   pg_get_expr(c.conbin, c.conrelid) AS rule
            FROM pg_constraint c
            JOIN pg_class r ON r.oid = c.conrelid
            JOIN pg_namespace n ON n.oid = r.relnamespace
            WHERE c.conname = :constraint AND r.relname = :table AND n.nspname = :schema""";

    public String sentence(Database database) {
        Optional<ServerErrorMessage> server = server();
        return switch (server.map(ServerErrorMessage::getSQLState).orElse("")) {
            case "23502" -> "“" + server.get().getColumn() + "” must not be empty; nothing was changed.";
            case "23514" -> broken(database, server.get());
            case "23505" -> "Another row has this " + names() + " already; nothing was changed.";
            case "22001" -> "The text is too long for " + names() + "; nothing was changed.";
            case "22003" -> "The number is too large for " + names() + "; nothing was changed.";
            case "22P02", "22P05" -> "The value is not one that " + names() + " can hold; nothing was changed.";
            default -> failure.getMessage();
        };
    }

    private String broken(Database database, ServerErrorMessage server) {
        record BrokenRule(String columns, String rule) {
        }

        Optional<BrokenRule> broken = database.read(h -> h.createQuery(RULE).bind("constraint", server.getConstraint())
                .bind("table", server.getTable()).bind("schema", server.getSchema())
                .map(ConstructorMapper.of(BrokenRule.class)).findFirst());
        return broken.map(r -> "“%s” must meet the rule %s; nothing was changed.".formatted(r.columns(), r.rule()))
                .orElseGet(failure::getMessage);
    }

    private String names() {
        return changed.stream().map(f -> "“" + f.name() + "”").collect(Collectors.joining(", "));
    }

    private Optional<ServerErrorMessage> server() {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PSQLException e) {
                return Optional.ofNullable(e.getServerErrorMessage());
            }
        }
        return Optional.empty();
    }
}
