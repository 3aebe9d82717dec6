package barton.steward.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.model.StewardException;
import barton.steward.service.Desks;
import barton.steward.service.OpenDesk;
import barton.steward.support.TestDatabases;
import barton.steward.ui.support.DemoDesk;
import barton.steward.ui.support.TestBench;
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
    private final List<OpenDesk> connected = new ArrayList<>();
    private int closed;
    private boolean refuses;
    private TestBench bench;

    @BeforeEach
    void show() {
        var desk = DemoDesk.over(TestDatabases.migrated());
        Desks desks = (uri, executor) -> {
            tried.add(uri.orElseThrow());
            executors.add(executor.orElseThrow());
            if (refuses) {
                throw new StewardException(StewardException.Kind.NO_DATABASE, "db.example.org does not answer.",
                        "Check the address and the network.", null);
            }
            return new OpenDesk(desk, () -> closed++);
        };
        bench = TestBench.show(desk, 1000, 700, b -> new Region());
        bench.run(() -> ConnectView.open(bench.dialogs(), bench.tasks(), desks, Optional.of("beth"), connected::add));
        bench.run(() -> bench.find("connect-address", TextField.class).setText(PASTED));
    }

    @Test
    void aPastedPasswordMovesOutOfSight() {
        bench.picture("connect");
        assertThat(bench.find("connect-address", TextField.class).getText())
                .isEqualTo("postgresql://ann@db.example.org/Marketing%20DB?sslmode=require");
        assertThat(bench.find("connect-password", PasswordField.class).getText()).isEqualTo(CANARY);
        assertThat(shown(bench.find("connect", Node.class))).noneMatch(text -> text.contains(CANARY));
    }

    @Test
    void aTestSaysThatItWorksAndLetsGoAgain() {
        bench.click("connect-test");
        bench.picture("connect-works");
        assertThat(bench.text("connect-works")).isEqualTo("It works: Local database.");
        assertThat(tried).containsExactly(PASTED);
        assertThat(closed).isEqualTo(1);
        assertThat(connected).isEmpty();
    }

    @Test
    void connectedTheDialogClosesAndTheDeskIsHandedOver() {
        bench.click("connect-ok");
        assertThat(executors).containsExactly("beth");
        assertThat(connected).hasSize(1);
        assertThat(bench.sees("connect")).isFalse();
    }

    @Test
    void aFailureIsSaidWithWhatToDo() {
        refuses = true;
        bench.click("connect-ok");
        bench.picture("connect-failed");
        assertThat(bench.text("connect-problem-message")).isEqualTo("db.example.org does not answer.");
        assertThat(bench.text("connect-problem-advice")).isEqualTo("Check the address and the network.");
        assertThat(connected).isEmpty();
    }

    @Test
    void anAddressWithoutAPasswordIsTriedAsItIs() {
        String plain = "postgresql://ann@db.example.org/crm";
        bench.run(() -> {
            bench.find("connect-address", TextField.class).setText(plain);
            bench.find("connect-password", PasswordField.class).clear();
        });
        bench.click("connect-test");
        assertThat(tried).isEqualTo(List.of(plain));
    }

    @Test
    void aDatabaseThatFailsAtTheStartLeavesThreeWaysOn() {
        var taken = new ArrayList<String>();
        var problem = new StewardException(StewardException.Kind.NO_DATABASE, "db.example.org does not answer.",
                "Check the address and the network.", null);
        bench = TestBench.show(DemoDesk.over(TestDatabases.migrated()), 1000, 700,
                b -> new NoDatabaseView(problem, () -> taken.add("retry"), () -> taken.add("connect"), () -> taken.add("local")));
        bench.picture("no-database");
        bench.click("no-database-retry");
        bench.click("no-database-connect");
        bench.click("no-database-local");
        assertThat(taken).containsExactly("retry", "connect", "local");
    }

    @Test
    void theStartSaysLineByLineWhatIsBeingDone() {
        bench = TestBench.show(DemoDesk.over(TestDatabases.migrated()), 1000, 700, b -> {
            var view = new StartView();
            view.say("Unpacking PostgreSQL");
            view.say("Making the database");
            return view;
        });
        bench.picture("start");
        assertThat(shown(bench.find("start-lines", Node.class))).containsExactly("Unpacking PostgreSQL", "Making the database");
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
