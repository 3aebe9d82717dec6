package barton.steward.service.export;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// How the values of a row are written into the cells of a CSV file.
final class CsvText {
    private final JsonMapper json = new JsonMapper();
    private final boolean neutraliseFormulas;

    CsvText(boolean neutraliseFormulas) {
        this.neutraliseFormulas = neutraliseFormulas;
    }

    /// The text of a value as a [barton.steward.model.query.Row] carries it, null for NULL. Times are in UTC, with the offset.
    String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> neutraliseFormulas ? FormulaGuard.put(text) : text;
            case List<?> elements -> json.writeValueAsString(elements);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }
}
