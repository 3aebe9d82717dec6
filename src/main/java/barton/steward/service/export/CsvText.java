package barton.steward.service.export;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// How the values of a row are written into the cells of a CSV file.
final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final JsonMapper json = new JsonMapper();
    private final boolean neutraliseFormulas;

    CsvText(boolean neutraliseFormulas) {
        this.neutraliseFormulas = neutraliseFormulas;
    }

    /// The text of a value as a [barton.steward.model.query.Row] carries it, null for NULL. Times are in UTC, with the offset.
    String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> neutralised(text);
            case List<?> elements -> json.writeValueAsString(elements);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private String neutralised(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return neutraliseFormulas && formula ? "'" + text : text;
    }
}
