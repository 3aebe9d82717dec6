package barton.steward.cli.importing;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Which header of a file fills which column of intake, as a steward writes it: `company=Security,industry="GICS Sector"`.
/// A header with a comma or a quote in it stands in double quotes, a quote in it doubled.
public record ColumnMap(Map<String, String> headers) {
    private static final Pattern PAIR = Pattern.compile("\\s*([^=,\"]*[^=,\"\\s])\\s*="
            + "\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\s][^,\"]*))\\s*(?:,|$)");

    public ColumnMap {
        headers = Map.copyOf(headers);
    }

    /// The headers by the names that a table has for its columns in the database, which may be called by their titles, too.
    public Map<String, String> of(Table table) {
        var named = new LinkedHashMap<String, String>();
        headers.forEach((column, header) -> named.put(ColumnNames.column(table, column), header));
        return named;
    }

    static ColumnMap parse(String text) {
        var headers = new LinkedHashMap<String, String>();
        Matcher pair = PAIR.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!pair.find(end) || pair.start() != end || headers.put(pair.group(1), header(pair)) != null) {
                throw new TypeConversionException("'" + text + "' is not COLUMN=HEADER,…, each column once, for example"
                        + " company=Security,industry=\"GICS Sector\"");
            }
            end = pair.end();
        }
        return new ColumnMap(headers);
    }

    private static String header(Matcher pair) {
        return pair.group(2) == null ? pair.group(3).strip() : pair.group(2).replace("\"\"", "\"");
    }

    public static final class Converter implements ITypeConverter<ColumnMap> {
        @Override
        public ColumnMap convert(String text) {
            return parse(text);
        }
    }
}
