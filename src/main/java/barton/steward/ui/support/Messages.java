package barton.steward.ui.support;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Entity;
import barton.steward.catalog.Field;
import barton.steward.catalog.Table;
import barton.steward.config.Visible;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/// The text of the window, from `messages.properties`. Every text is a `MessageFormat` pattern, so numbers come out
/// grouped. Control characters in what is put in become visible.
public final class Messages {
    /// The language and number format of the window.
    public static final Locale LOCALE = Locale.US;

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("barton.steward.messages", Locale.ROOT);

    private Messages() {
    }

    /// @throws java.util.MissingResourceException where there is no such key
    public static String get(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), LOCALE)
                .format(Stream.of(arguments).map(a -> a instanceof String text ? Visible.lines(text) : a).toArray());
    }

    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /// What is said of companies, or of people, who have their own words in `prefixPERSON.key` where those in `prefixkey` do not
    /// fit; the prefix ends in a dot.
    public static String of(Entity entity, String prefix, String key, Object... arguments) {
        String own = prefix + entity + "." + key;
        return get(has(own) ? own : prefix + key, arguments);
    }

    /// What stewards call the table.
    public static String table(Table table) {
        return get("table." + table.name());
    }

    /// So many rows of the table, as stewards call them: `1 company`, `2 people`.
    public static String rows(Table table, long count) {
        return get("rows." + table.name(), count);
    }

    /// What stewards call the field; a table may have a name of its own for it.
    public static String field(Table table, Field field) {
        return ColumnNames.of(table, field);
    }
}
