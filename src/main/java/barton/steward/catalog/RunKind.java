package barton.steward.catalog;

import java.util.Locale;

/// What a run of ours in the validation log did; runs of other clients have none.
public enum RunKind implements Word {
    VALIDATION, PROMOTION, PEOPLE_PROMOTION, TAKE_BACK, CLEARING, RESTORING, AUDIT, MERGE, UNMERGE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
