package barton.steward.cli.support;

import barton.steward.catalog.Table;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a table by its short name, like `company-sidecars`, or by its name in the database.
public final class TableName implements ITypeConverter<Table>, Iterable<String> {
    @Override
    public Table convert(String text) {
        return Stream.of(Table.values()).filter(t -> of(t).equals(text) || t.qualifiedName().equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return Stream.of(Table.values()).map(TableName::of).iterator();
    }

    /// As it begins a sentence: `People intake`.
    public static String spoken(Table table) {
        String name = of(table).replace('-', ' ');
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public static String of(Table table) {
        return table.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
