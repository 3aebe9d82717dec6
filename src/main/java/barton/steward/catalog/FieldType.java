package barton.steward.catalog;

/// What a field holds, and as which Java type a [Row] carries it.
public enum FieldType {
    /// `String`
    TEXT,
    /// `Integer`
    INTEGER,
    /// `Long`
    BIGINT,
    /// `java.math.BigDecimal`
    NUMERIC,
    /// `Boolean`
    BOOLEAN,
    /// `java.time.Instant`
    TIMESTAMP,
    /// `List<String>`
    TEXT_ARRAY,
    /// `String`, the JSON text
    JSON
}
