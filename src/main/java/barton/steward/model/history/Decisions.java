package barton.steward.model.history;

import java.time.LocalDate;

/// What one steward decided by hand about records of intake on one day, in the zone of this computer: how many were marked validated and
/// how many rejected. Decisions that were taken back do not count; one about a record that was decided before does.
public record Decisions(LocalDate day, String steward, long validated, long rejected) {
    private static final int DAY = "2026-03-01".length();

    public long all() {
        return validated + rejected;
    }

    /// Whose decisions they are, without numbers: `2026-03-01 ann`, by which the records are found.
    public String key() {
        return day + " " + steward;
    }

    /// The day and the steward of a key.
    public static Decisions parse(String key) {
        return new Decisions(LocalDate.parse(key.substring(0, DAY)), key.substring(DAY + 1), 0, 0);
    }
}
