package barton.steward.support;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails every test in which the database was asked on the window's thread; JUnit finds it by itself.
public final class FxThreadGuardCheck implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        AssertionError asked = FxThreadGuard.takeAsked();
        if (asked != null) {
            throw asked;
        }
    }
}
