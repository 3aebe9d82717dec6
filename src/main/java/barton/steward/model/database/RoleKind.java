package barton.steward.model.database;

import barton.steward.catalog.Word;
import java.util.Locale;

/// The three kinds of roles: who looks, who works, and who also sets by what is worked. Each may do what the one before it may.
public enum RoleKind implements Word {
    VIEWER, STEWARD, ADMIN;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
