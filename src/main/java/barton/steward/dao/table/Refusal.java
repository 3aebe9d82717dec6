package barton.steward.dao.table;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.model.StewardException;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Why the database did not take an edit, as a sentence that names the field.
public record Refusal(Table table, StewardException failure, Collection<Field> changed) {
    public String sentence() {
        Optional<ServerErrorMessage> server = server();
        return switch (server.map(ServerErrorMessage::getSQLState).orElse("")) {
            case "23502" -> "“" + ColumnNames.of(table, server.get().getColumn()) + "” must not be empty; nothing was changed.";
            case "23514" -> "The value is not allowed for " + names() + "; nothing was changed.";
            case "23505" -> "Another row has this " + names() + " already; nothing was changed.";
            case "22001" -> "The text is too long for " + names() + "; nothing was changed.";
            case "22003" -> "The number is too large for " + names() + "; nothing was changed.";
            case "22P02", "22P05" -> "The value is not one that " + names() + " can hold; nothing was changed.";
            default -> failure.getMessage();
        };
    }

    private String names() {
        return changed.stream().map(f -> "“" + ColumnNames.of(table, f) + "”").collect(Collectors.joining(", "));
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
