package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.config.Preferences;
import barton.steward.model.StewardException;
import barton.steward.service.OpenSession;
import barton.steward.service.SessionFactory;
import barton.steward.support.TestDatabases;
import barton.steward.ui.actions.DemoSession;
import barton.steward.ui.actions.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectViewTest {
    private static final String CANARY = "canary-9f3";
    private static final String PASTED = "postgresql://ann:" + CANARY + "@db.example.org/Marketing%20DB?sslmode=require";

    private final List<String> tried = new ArrayList<>();
    private final List<String> executors = new ArrayList<>();
    private final List<OpenSession> connected = new ArrayList<>();
    private SessionFactory sessions;
    private int closed;
    private boolean refuses;
    private final Preferences settings = Preferences.at(Path.of("nowhere", "settings.json"));
    private TestContext context;

    @BeforeEach
    void show() {
        var session = DemoSession.over(TestDatabases.migrated());
        sessions = (uri, executor) -> {
            tried.add(uri.orElse("usual"));
            executors.add(executor.orElseThrow());
            if (refuses) {
                throw new StewardException(StewardException.Kind.NO_DATABASE, "db.example.org does not answer.",
                        "Check the address and the network.", null);
            }
            return new OpenSession(session, () -> closed++);
        };
        context = TestContext.show(session, 1000, 700, b -> new Region());
        reopen();
        context.run(() -> context.find("connect-address", TextField.class).setText(PASTED));
    }

    private void reopen() {
        context.run(() -> ConnectView.open(context.dialogs(), context.tasks(), sessions, Optional.of("beth"),
                new RecentConnections(settings), connected::add));
    }

    @Test
    void whatWasConnectedToIsPickedAgainWithoutItsPassword() {
        context.click("connect-ok");
        assertThat(context.sees("connect")).isFalse();
        assertThat(new RecentConnections(settings).all())
                .containsExactly("postgresql://ann@db.example.org/Marketing%20DB?sslmode=require");
        assertThat(settings.get("connections", Object.class).orElseThrow().toString()).doesNotContain(CANARY);
        reopen();
        context.robot.clickOn(".recent-connection");
        context.settle();
        assertThat(context.find("connect-address", TextField.class).getText())
                .isEqualTo("postgresql://ann@db.example.org/Marketing%20DB?sslmode=require");
        assertThat(context.find("connect-password", PasswordField.class).isFocused()).isTrue();
    }

    @Test
    void theWayBackLeadsToTheUsualDatabase() {
        context.click("connect-usual");
        assertThat(tried).containsExactly("usual");
        assertThat(connected).hasSize(1);
    }

    @Test
    void aPastedPasswordMovesOutOfSight() {
        context.picture("connect");
        assertThat(context.find("connect-address", TextField.class).getText())
                .isEqualTo("postgresql://ann@db.example.org/Marketing%20DB?sslmode=require");
        assertThat(context.find("connect-password", PasswordField.class).getText()).isEqualTo(CANARY);
        assertThat(shown(context.find("connect", Node.class))).noneMatch(text -> text.contains(CANARY));
    }

    @Test
    void aTestSaysThatItWorksAndLetsGoAgain() {
        context.click("connect-test");
        context.picture("connect-works");
        assertThat(context.text("connect-works")).isEqualTo("It works: Local database.");
        assertThat(tried).containsExactly(PASTED);
        assertThat(closed).isEqualTo(1);
        assertThat(connected).isEmpty();
    }

    @Test
    void connectedTheDialogClosesAndTheDeskIsHandedOver() {
        context.click("connect-ok");
        assertThat(executors).containsExactly("beth");
        assertThat(connected).hasSize(1);
        assertThat(context.sees("connect")).isFalse();
    }

    @Test
    void aFailureIsSaidWithWhatToDo() {
        refuses = true;
        context.click("connect-ok");
        context.picture("connect-failed");
        assertThat(context.text("connect-problem-message")).isEqualTo("db.example.org does not answer.");
        assertThat(context.text("connect-problem-advice")).isEqualTo("Check the address and the network.");
        assertThat(connected).isEmpty();
    }

    @Test
    void anAddressWithoutAPasswordIsTriedAsItIs() {
        String plain = "postgresql://ann@db.example.org/crm";
        context.run(() -> {
            context.find("connect-address", TextField.class).setText(plain);
            context.find("connect-password", PasswordField.class).clear();
        });
        context.click("connect-test");
        assertThat(tried).isEqualTo(List.of(plain));
    }

    @Test
    void aDatabaseThatFailsAtTheStartLeavesThreeWaysOn() {
        var taken = new ArrayList<String>();
        var problem = new StewardException(StewardException.Kind.NO_DATABASE, "db.example.org does not answer.",
                "Check the address and the network.", null);
        context = TestContext.show(DemoSession.over(TestDatabases.migrated()), 1000, 700,
                b -> new NoDatabaseView(problem, () -> taken.add("retry"), () -> taken.add("connect"), () -> taken.add("local")));
        context.picture("no-database");
        context.click("no-database-retry");
        context.click("no-database-connect");
        context.click("no-database-local");
        assertThat(taken).containsExactly("retry", "connect", "local");
    }

    @Test
    void theStartSaysLineByLineWhatIsBeingDone() {
        context = TestContext.show(DemoSession.over(TestDatabases.migrated()), 1000, 700, b -> {
            var view = new StartView();
            view.say("Unpacking PostgreSQL");
            view.say("Making the database");
            return view;
        });
        context.picture("start");
        assertThat(shown(context.find("start-lines", Node.class))).containsExactly("Unpacking PostgreSQL", "Making the database");
    }

    /// Every text below the node that can be read on screen.
    private static List<String> shown(Node node) {
        var texts = new ArrayList<String>();
        if (node instanceof javafx.scene.text.Text text) {
            texts.add(text.getText());
        } else if (node instanceof TextInputControl input && !(node instanceof PasswordField)) {
            texts.add(input.getText());
        } else if (node instanceof javafx.scene.control.Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(shown(child)));
        }
        return texts;
    }
}
