package barton.steward.dao.change;

import barton.steward.dao.query.Source;
import barton.steward.dao.query.Sql;
import java.util.function.Supplier;

/// The very rows that were announced of a bulk action, for as long as it is done: in a digest of their keys and versions, so that one row
/// out and another one in, or one that was changed, is no longer what was agreed to, though the number is the same.
public final class ExpectedRows {
    private static final ScopedValue<Long> ANNOUNCED = ScopedValue.newInstance();

    private ExpectedRows() {
    }

    /// @param digest of the announced rows, null where they are known by other means
    public static <T> T during(Long digest, Supplier<T> action) {
        return digest == null ? action.get() : ScopedValue.where(ANNOUNCED, digest).call(action::get);
    }

    static boolean areKnown() {
        return ANNOUNCED.isBound();
    }

    /// The mark of a row `t`, which another version of it does not have.
    public static String mark(Source source) {
        return "hashtextextended(" + source.key().expression() + "::text, t.xmin::text::bigint)";
    }

    /// The digest of rows with such marks.
    public static String digest(String mark) {
        return "coalesce(bit_xor(" + mark + "), 0)";
    }

    /// Whether a digest is that of the announced rows; true where none was announced.
    public static Sql areThese(String digest) {
        return areKnown() ? Sql.of(digest + " = :announcedRows").bind("announcedRows", ANNOUNCED.get()) : Sql.of("true");
    }
}
