package barton.steward.db;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.db.drift.SchemaContract;
import barton.steward.model.StewardException;
import barton.steward.model.StewardException.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Says in a steward's words why a database that can be reached did not do what it was asked.
final class Refusals {
    private static final Pattern KEY = Pattern.compile("\\(([a-z0-9_, ]+)\\)=\\((.*)\\)", Pattern.DOTALL);

    private static final Map<Pattern, String> QUOTED = Map.of(
            Pattern.compile("new row for relation \"[^\"]*\" violates check constraint \"[^\"]*\""), "a value is not allowed",
            Pattern.compile("null value in column \"([^\"]*)\" of relation \"[^\"]*\" violates not-null constraint"),
            "%s must not be empty",
            Pattern.compile("duplicate key value violates unique constraint \"[^\"]*\""), "another row has the same",
            Pattern.compile("insert or update on table \"[^\"]*\" violates foreign key constraint \"[^\"]*\""),
            "what it belongs to is not there");

    private Refusals() {
    }

    /// Empty where the refusal is a fault of this program, as that a table without a schema is not there: a temporary one.
    static Optional<StewardException> translate(Throwable failure, String state) {
        Optional<ServerErrorMessage> server = server(failure);
        if (server.isPresent() && "exec_stmt_raise".equals(server.get().getRoutine())) {
            return Optional.of(raised(server.get(), failure));
        }
        String message = message(failure);
        if (state.equals("42P01") && SchemaContract.SCHEMAS.stream().noneMatch(schema -> message.contains(schema + "."))) {
            return Optional.empty();
        }
        Optional<String> column = server.filter(s -> s.getColumn() != null).map(s -> title(s, s.getColumn()));
        return Optional.ofNullable(switch (state) {
            case "23505" -> refused(there(server) + " Nothing was changed.", "Change the value, or use the row that is there.", failure);
            case "23514" -> refused("A value is not among those that are allowed; nothing was changed.", "Correct the value.", failure);
            case "23502" -> refused("“" + column.orElse("A field") + "” must not be empty; nothing was changed.", "Fill it in.", failure);
            case "23503" -> refused("Rows that belong together would be torn apart; nothing was changed.",
                    "Remove what depends on the row first, or name a row that is there.", failure);
            case "40001", "40P01", "55P03" -> refused("Others are changing the same rows at this moment; nothing was changed.",
                    "Try again in a moment.", failure);
            case "42501" -> refused("Your role may not do this; nothing was changed.",
                    "Ask the owner of the database, or connect as another role.", failure);
            case "25006" -> refused("This database can only be read; nothing was changed.", "Connect to its primary server.", failure);
            case "53100" -> refused("The disk of the database is full; nothing was saved.", "Free some space there, then try again.",
                    failure);
            case "57014" -> refused("The database needed too long and gave up; nothing was changed.",
                    "Ask for less at once, or try again when it has less to do.", failure);
            case "22001" -> refused("A text is too long for its place; nothing was changed.", "Shorten it.", failure);
            case "22003" -> refused("A number is too large for its place; nothing was changed.", "Correct the number.", failure);
            case "3F000", "42P01", "42703", "42883" -> refused("The database is not as this program needs it: something of it is missing.",
                    "Run “steward migrate”, or “steward doctor” to see what is missing.", failure);
            default -> state.startsWith("22") || state.startsWith("23") || state.startsWith("53") || state.startsWith("P0")
                    ? refused("The database refused this; nothing was changed.", "The details tell what it answered.", failure) : null;
        });
    }

    /// Which values are there already, where the server says so in its own form: `Key (email)=(ann@example.org) already exists.`
    private static String there(Optional<ServerErrorMessage> server) {
        return server.map(ServerErrorMessage::getDetail).map(KEY::matcher).filter(Matcher::find)
                .map(m -> "There is a row with this " + title(server.get(), m.group(1)) + " already: " + m.group(2) + ".")
                .orElse("Such a row is there already.");
    }

    /// What stewards call the columns of the table that the server names, which are separated by commas.
    private static String title(ServerErrorMessage server, String columns) {
        String table = server.getSchema() + "." + server.getTable();
        return Stream.of(columns.split(", *")).map(c -> Stream.of(Table.values()).filter(t -> t.qualifiedName().equals(table)).findFirst()
                .map(t -> ColumnNames.of(t, c)).orElseGet(() -> Field.words(c))).collect(Collectors.joining(", "));
    }

    /// What the server or, where it said nothing, the driver tells, as a sentence.
    static String message(Throwable failure) {
        return server(failure).map(ServerErrorMessage::getMessage).map(Refusals::sentence).orElseGet(() -> {
            Throwable last = failure;
            while (last.getCause() != null) {
                last = last.getCause();
            }
            return sentence(String.valueOf(last.getMessage()));
        });
    }

    /// What the server tells and in detail, or the driver.
    static String reason(Throwable failure) {
        String detail = server(failure).map(ServerErrorMessage::getDetail).map(Refusals::sentence).orElse("");
        return (message(failure) + " " + detail).strip();
    }

    private static StewardException raised(ServerErrorMessage server, Throwable failure) {
        String detail = server.getDetail() == null ? "" : " " + sentence(server.getDetail());
        return refused(plain(sentence(server.getMessage()) + detail), server.getHint() == null ? "" : sentence(server.getHint()), failure);
    }

    /// A function of ours may quote what the server refused, row by row.
    private static String plain(String text) {
        String plain = text;
        for (var quoted : QUOTED.entrySet()) {
            plain = quoted.getKey().matcher(plain).replaceAll(m -> Matcher.quoteReplacement(
                    quoted.getValue().formatted(m.groupCount() == 0 ? "" : Field.words(m.group(1)))));
        }
        return plain;
    }

    private static StewardException refused(String message, String advice, Throwable failure) {
        return new StewardException(Kind.REFUSED, message, advice, failure);
    }

    private static Optional<ServerErrorMessage> server(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PSQLException e && e.getServerErrorMessage() != null) {
                return Optional.of(e.getServerErrorMessage());
            }
        }
        return Optional.empty();
    }

    static String sentence(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return "";
        }
        String end = ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) < 0 ? "." : "";
        return Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1) + end;
    }
}
