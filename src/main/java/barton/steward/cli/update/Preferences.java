package barton.steward.cli.update;

import barton.steward.catalog.ColumnNames;
import barton.steward.catalog.Table;
import barton.steward.catalog.Word;
import barton.steward.model.update.Winner;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Who wins in which column, as a steward writes it: `website=file,industry=record` or `*=file`.
record Preferences(Map<String, Winner> winners) {
    /// By the names that the table has for its columns in the database; they may be called by their titles, too.
    Map<String, Winner> of(Table table) {
        var named = new LinkedHashMap<String, Winner>();
        winners.forEach((column, winner) -> named.put(ColumnNames.column(table, column), winner));
        return named;
    }

    static final class Converter implements ITypeConverter<Preferences> {
        @Override
        public Preferences convert(String text) {
            var winners = new LinkedHashMap<String, Winner>();
            for (String each : text.split(",")) {
                String[] pair = each.strip().split("\\s*=\\s*", 2);
                if (pair.length < 2 || pair[0].isEmpty()) {
                    throw new TypeConversionException("'" + each + "' is not COLUMN=file, COLUMN=record or COLUMN=fill");
                }
                winners.put(pair[0], Word.of(Winner.class, pair[1]).orElseThrow(() ->
                        new TypeConversionException("'" + pair[1] + "' is not one of file, record, fill")));
            }
            return new Preferences(winners);
        }
    }
}
