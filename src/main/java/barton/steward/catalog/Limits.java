package barton.steward.catalog;

/// From which score on a record is best, good or fair (1 to 100, each higher than the next), which is also from when confidence in an
/// enrichment is high and no longer low, and after how many days (1 to 3650) an enrichment is stale. The team has one set of them, in
/// the database.
public record Limits(int best, int good, int fair, int staleDays) {
    /// What a new database has.
    public static final Limits USUAL = new Limits(90, 70, 50, 90);

    /// The longest that an enrichment can stay fresh.
    public static final int MOST_DAYS = 3650;

    /// @throws IllegalArgumentException with a sentence where they are in the wrong order or out of range
    public Limits {
        if (fair < 1 || good <= fair || best <= good || best > 100) {
            throw new IllegalArgumentException("Fair, good and best are scores from 1 to 100, each higher than the one before.");
        }
        if (staleDays < 1 || staleDays > MOST_DAYS) {
            throw new IllegalArgumentException("An enrichment is stale after 1 to " + MOST_DAYS + " days.");
        }
    }
}
