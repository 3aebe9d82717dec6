package barton.steward.support;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Fails every test in which the database was asked on the window's thread, and does so again when the test is given a second
/// try; what comes after a class's last test fails the class, and after all of them, the run. JUnit finds it by itself.
public final class FxThreadGuardCheck implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Map<String, AssertionError> FAILED = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.create(FxThreadGuardCheck.class)).computeIfAbsent(AtTheEnd.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check(context.getUniqueId());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check(context.getUniqueId());
    }

    static void check(String test) {
        AssertionError asked = FxThreadGuard.takeAsked();
        AssertionError failed = asked == null ? FAILED.get(test) : FAILED.computeIfAbsent(test, name -> asked);
        if (failed != null) {
            throw failed;
        }
    }

    /// Closed after the last test.
    static final class AtTheEnd implements AutoCloseable {
        @Override
        public void close() {
            var done = new CompletableFuture<Void>();
            try {
                Platform.runLater(() -> done.complete(null));
                done.join();
            } catch (IllegalStateException e) {
                // There was no window.
                return;
            }
            AssertionError asked = FxThreadGuard.takeAsked();
            if (asked != null) {
                throw asked;
            }
        }
    }
}
