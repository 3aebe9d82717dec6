package barton.steward.catalog;

/// What a field holds, as which Java type a row carries it, and how wide a column of it usually is.
public enum FieldType {
    /// `String`
    TEXT(160),
    /// `Integer`
    INTEGER(90),
    /// `Long`
    BIGINT(80),
    /// `java.math.BigDecimal`
    NUMERIC(130),
    /// `Boolean`
    BOOLEAN(120),
    /// `java.time.Instant`
    TIMESTAMP(176),
    /// `List<String>`
    TEXT_ARRAY(200),
    /// `String`, the JSON text
    JSON(240);

    private final int width;

    FieldType(int width) {
        this.width = width;
    }

    /// In pixels.
    int width() {
        return width;
    }

    public boolean isNumber() {
        return this == INTEGER || this == BIGINT || this == NUMERIC;
    }
}
