package barton.steward.catalog;

import java.util.Locale;

/// Where a record of intake stands, see the function `shq.intake_status`: `EDITED` was validated before, `FAILED` is not validated and has
/// an error note, `MATCHED` is validated and kept back by a pair with another record, `HELD` by a master row of another source system, and
/// `PROMOTED` has a master row.
public enum IntakeStatus implements Word {
    NEW, EDITED, FAILED, MATCHED, HELD, VALIDATED, PROMOTED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
