package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectViewModelTest {
    private final List<String> tried = new ArrayList<>();
    private final List<OpenSession> connected = new ArrayList<>();
    private boolean refuses;
    private int closed;
    private final ConnectViewModel model = new ConnectViewModel((uri, executor) -> {
        tried.add(uri.orElseThrow() + " as " + executor.orElse("nobody"));
        if (refuses) {
            throw StewardException.refused("The database is empty.", "Migrate it.");
        }
        return new OpenSession(DemoSession.over(TestDatabases.migrated()), () -> closed++);
    }, Tasks.onSameThread(failure -> {
        throw new AssertionError(failure.cause());
    }), Optional.of("beth"), new RecentConnections(Preferences.at(Path.of("nowhere", "settings.json"))), connected::add);

    @Test
    void itIsReadyWithAnAddress() {
        assertThat(model.ready().get()).isFalse();
        model.addressProperty().set("postgresql://ann@db.example.org/crm");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void thePasswordIsTakenOutOfTheAddressAndPutBackToConnect() {
        String shown = model.withoutPassword("postgresql://ann:secret@db.example.org/crm");
        assertThat(shown).isEqualTo("postgresql://ann@db.example.org/crm");
        model.addressProperty().set(shown);
        model.connect();
        assertThat(tried).containsExactly("postgresql://ann:secret@db.example.org/crm as beth");
        assertThat(connected).hasSize(1);
    }

    @Test
    void aTestLetsGoOfTheDatabaseAgain() {
        model.addressProperty().set("postgresql://db.example.org/crm");
        model.test();
        assertThat(model.answerProperty().get()).isEqualTo("It works: Local database.");
        assertThat(closed).isEqualTo(1);
        assertThat(connected).isEmpty();
    }

    @Test
    void aFailureStaysUntilSomethingElseIsTyped() {
        refuses = true;
        model.addressProperty().set("postgresql://db.example.org/crm");
        model.connect();
        assertThat(model.problemProperty().get().getMessage()).isEqualTo("The database is empty.");
        assertThat(model.busyProperty().get()).isFalse();
        model.addressProperty().set("postgresql://db.example.org/other");
        assertThat(model.problemProperty().get()).isNull();
    }
}
