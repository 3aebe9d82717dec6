package barton.steward.model.database;

import barton.steward.catalog.Word;
import java.util.Locale;

/// What a role of the database may do beside looking at everything.
public enum Permission implements Word {
    /// Bring files into intake.
    IMPORT,
    /// Validate, reject and edit records of intake, fix many of them, and review them.
    DECIDE,
    /// Have batches checked by the rules.
    CHECK,
    PROMOTE,
    TAKE_BACK,
    /// Clear promoted records from intake, and restore them.
    CLEAR,
    /// Edit companies and people in master.
    EDIT_MASTER,
    SLOTS,
    SIDECARS,
    /// Say which e-mails are verified.
    EMAILS,
    /// Look for records that are the same, and decide about them.
    MATCH,
    AUDIT,
    /// Change the rules.
    RULES,
    /// Change from which numbers on something is fresh, sure or of good quality, and which scores mean a match.
    LIMITS,
    /// Change the reasons of rejection that are offered.
    REASONS,
    VIEWS,
    /// Take changes of rows back.
    UNDO;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
