package barton.steward.model.suppression;

import barton.steward.catalog.Word;
import java.util.Locale;

/// By what somebody is not contacted.
public enum SuppressionKind implements Word {
    PERSON, EMAIL, DOMAIN;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
