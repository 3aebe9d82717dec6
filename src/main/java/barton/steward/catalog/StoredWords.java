package barton.steward.catalog;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Notes that databases hold, in the steward's words: what programs and earlier versions wrote of columns and constraints by the names that
/// the database has for them. The notes themselves stay as they are.
public final class StoredWords {
    /// What a person or a file said stands between quotation marks and is nobody's name of a column.
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|“[^”]*”");
    /// `breaks company_master_founded_year_check, which asks for (…)`, and what PostgreSQL says by itself.
    private static final Pattern BROKEN = Pattern.compile("breaks ([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?:, (?:which asks for [^;\\n]*"
            + "|because [\\w.]+ has no such row)(?=;|$)|(?=[.;:,]|$))", Pattern.MULTILINE);
    private static final Pattern VIOLATED = Pattern.compile("(?:new row for relation \"\\w+\" |insert or update on table \"\\w+\" |"
            + "duplicate key value )?violates (?:check|unique|exclusion|foreign key) constraint \"(\\w+)\"");
    private static final Pattern NOTHING = Pattern.compile("null value in column \"(\\w+)\"(?: of relation \"\\w+\")? violates"
            + " not-null constraint");
    /// A column that begins a note, or one of several in a line: `website: …`, `warning: website: …`, and those that an edit changed:
    /// `…: website from …; city from …`.
    private static final Pattern FIRST = Pattern.compile("(?:^|(?<=; ))(warning: *|note: *)?([a-z]\\w*)(?= *:)", Pattern.MULTILINE);
    private static final Pattern EDITED = Pattern.compile("(: *|; *)([a-z]\\w*)(?= from )");
    /// A name that no sentence has by chance.
    private static final Pattern NAME = Pattern.compile("(?<![\\w./@:=?&%-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\\w/@=]|\\.\\w|:/)");
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:_[a-z0-9]+)*");

    private StoredWords() {
    }

    /// The text for people; null for null.
    /// @param table the table whose rows the text is about
    public static String of(Table table, String text) {
        if (text == null) {
            return null;
        }
        String told = NOTHING.matcher(BROKEN.matcher(text).replaceAll(m -> quote(broken(table, m.group()))))
                .replaceAll(m -> quote(text("notes.missing", called(table, m.group(1)))));
        told = VIOLATED.matcher(told).replaceAll(m -> quote(broken(table, m.group(1))));
        var whole = new StringBuilder();
        int from = 0;
        Matcher quoted = QUOTED.matcher(told);
        while (quoted.find()) {
            whole.append(plain(table, told.substring(from, quoted.start()), from == 0)).append(quoted.group());
            from = quoted.end();
        }
        return whole.append(plain(table, told.substring(from), from == 0)).toString();
    }

    private static String plain(Table table, String text, boolean first) {
        String said = first || text.indexOf('\n') >= 0 || text.contains("; ")
                ? FIRST.matcher(text).replaceAll(m -> quote(prefix(m) + named(table, m.group(2))))
                : text;
        said = EDITED.matcher(said).replaceAll(m -> quote(m.group(1) + named(table, m.group(2))));
        return NAME.matcher(said).replaceAll(m -> quote(known(table, m.group()).orElse(m.group())));
    }

    private static String prefix(MatchResult m) {
        return m.group(1) == null ? "" : m.group(1);
    }

    /// Of a constraint or its condition the columns that it names, as far as the tables have them.
    private static String broken(Table table, String about) {
        String columns = WORD.matcher(about).results().map(MatchResult::group).flatMap(word -> inside(table, word)).distinct()
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? text("notes.broken") : text("notes.broken.about", columns);
    }

    /// The columns in a name such as `company_master_founded_year_check`: the longest that it ends with before its last word.
    private static Stream<String> inside(Table table, String word) {
        Optional<String> whole = known(table, word);
        if (whole.isPresent()) {
            return whole.stream();
        }
        String stem = word.replaceFirst("_(?:check\\d*|fkey\\d*|key\\d*|pkey|excl\\d*|idx\\d*|format|valid|positive|range|not_null)$", "");
        for (int at = 0; at >= 0; at = stem.indexOf('_', at + 1)) {
            Optional<String> end = stem.equals(word) ? Optional.empty() : column(table, stem.substring(at == 0 ? 0 : at + 1));
            if (end.isPresent()) {
                return end.stream();
            }
        }
        return Stream.empty();
    }

    private static String named(Table table, String column) {
        return table.field(column).map(field -> ColumnNames.of(table, field)).orElse(column);
    }

    private static String called(Table table, String column) {
        return column(table, column).orElse(Field.words(column));
    }

    private static Optional<String> known(Table table, String name) {
        return name.indexOf('_') < 0 ? Optional.empty() : column(table, name);
    }

    /// By the table's own name for it, else by that of the first table that has it.
    private static Optional<String> column(Table table, String name) {
        return Stream.concat(Stream.concat(Stream.of(table), table.entity().map(e -> e.master()).stream()), Arrays.stream(Table.values()))
                .flatMap(t -> t.field(name).map(field -> ColumnNames.of(t, field)).stream()).findFirst();
    }

    private static String text(String key, String... about) {
        return new MessageFormat(ColumnNames.TEXTS.getString(key), Locale.ROOT).format(about);
    }

    private static String quote(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
