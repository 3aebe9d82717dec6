package barton.steward.ui;

import barton.steward.config.Preferences;
import barton.steward.service.SessionFactory;
import barton.steward.ui.support.Desktop;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Stage;

/// The windows of this process, of which one opens another on the same database. They share what is remembered: the one that is closed
/// last has the last word. On the FX thread, but for [#await] and [#leave].
final class Windows {
    private final Function<Consumer<String>, SessionFactory> sessions;
    private final Preferences preferences;
    private final Desktop desktop;
    private final Set<App> open = ConcurrentHashMap.newKeySet();
    private final List<Thread> leaving = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param sessions the way to databases, which says what it is doing
    /// @param desktop where notices are shown
    Windows(Function<Consumer<String>, SessionFactory> sessions, Preferences preferences, Desktop desktop) {
        this.sessions = sessions;
        this.preferences = preferences;
        this.desktop = desktop;
    }

    /// A window that is remembered, and lets go of its database, when it is closed.
    App window(Stage stage, Function<Consumer<String>, SessionFactory> ways) {
        var app = new App(stage, ways, preferences, this);
        open.add(app);
        stage.setOnHidden(e -> {
            app.remember();
            leaving.add(Thread.ofVirtual().name("steward-leaving").start(app::leave));
            open.remove(app);
            if (open.isEmpty()) {
                closed.countDown();
            }
        });
        return app;
    }

    /// One more window on a database that is open.
    void another(SharedSession session, Optional<String> executor) {
        window(new Stage(), sessions).show(session, executor);
    }

    Desktop desktop() {
        return desktop;
    }

    /// Waits until the last window was closed, and its database let go of.
    void await() throws InterruptedException {
        closed.await();
        for (Thread left : leaving) {
            left.join();
        }
    }

    /// Lets go of the databases of windows that are still open.
    void leave() {
        open.forEach(App::leave);
    }
}
