package barton.steward.ui.start;

import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.service.SessionFactory;
import barton.steward.ui.support.Messages;
import barton.steward.ui.task.Job;
import barton.steward.ui.task.Tasks;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The way to another database: its address, and the password, which is taken out of the address as soon as it stands there.
public final class ConnectViewModel {
    private final SessionFactory sessions;
    private final Tasks tasks;
    private final Optional<String> executor;
    private final RecentConnections recent;
    private final Consumer<OpenSession> onConnected;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StewardException> problem = new ReadOnlyObjectWrapper<>();
    private final BooleanBinding ready = Bindings.createBooleanBinding(() -> !address.get().isBlank() && !busy.get(), address, busy);
    private Job job;

    /// @param executor the name under which runs and edits are kept; empty: the login name
    /// @param recent what was connected to, to which this connection is added
    /// @param onConnected given the session that stands open, on the FX thread
    public ConnectViewModel(SessionFactory sessions, Tasks tasks, Optional<String> executor, RecentConnections recent,
                            Consumer<OpenSession> onConnected) {
        this.recent = recent;
        this.sessions = sessions;
        this.tasks = tasks;
        this.executor = executor;
        this.onConnected = onConnected;
        address.addListener((o, old, now) -> forget());
        password.addListener((o, old, now) -> forget());
    }

    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// What may be shown of an address that is being typed or pasted; a password in it moves to where passwords are kept.
    public String withoutPassword(String typed) {
        Address parts = Address.of(typed);
        if (parts.password() != null) {
            password.set(parts.password());
        }
        return parts.shown();
    }

    /// Whether a connection is being tried.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What a successful test found; else empty.
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Why there is no connection; else null.
    public ReadOnlyObjectProperty<StewardException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public BooleanBinding ready() {
        return ready;
    }

    /// Connects, says what was found, and lets go again.
    public void test() {
        open(Messages.get("connect.testing"), opened -> {
            answer.set(Messages.get("connect.works", opened.session().connection()));
            tasks.run(Messages.get("connect.leaving"), () -> {
                opened.close();
                return null;
            }, done -> { });
        });
    }

    /// Connects and hands the session over.
    public void connect() {
        String shown = address.get();
        open(Messages.get("connect.connecting"), opened -> {
            recent.add(shown);
            onConnected.accept(opened);
        });
    }

    /// Connects to the database that a start without an address opens: the one that the environment names, else the local one.
    public void connectUsual() {
        open(Messages.get("connect.connecting"), Optional.empty(), onConnected);
    }

    /// Stops trying.
    public void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private void open(String name, Consumer<OpenSession> onOpen) {
        open(name, Optional.of(new Address(address.get().strip(), password.get()).whole()), onOpen);
    }

    private void open(String name, Optional<String> uri, Consumer<OpenSession> onOpen) {
        forget();
        busy.set(true);
        job = tasks.work(name, () -> sessions.open(uri, executor), opened -> {
            busy.set(false);
            onOpen.accept(opened);
        }, failure -> {
            busy.set(false);
            problem.set(failure.cause());
        });
    }

    private void forget() {
        answer.set("");
        problem.set(null);
    }
}
