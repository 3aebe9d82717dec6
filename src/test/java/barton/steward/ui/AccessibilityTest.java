package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;

import barton.steward.catalog.Table;
import barton.steward.support.SampleSession;
import barton.steward.ui.support.Accessibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// Role, name, state and help of every control and the contrast of what is shown, in all views and dialogs and in both looks. JavaFX
/// tells assistive technology by the same attributes on Windows and macOS; on Linux it has no bridge to it, so that no screen reader's
/// tree can be read there.
class AccessibilityTest {
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private TestWindow window;

    @Test
    void everyViewAndDialogCanBeUsedByAScreenReaderAndWithWeakEyesInBothLooks() {
        window = TestWindow.over(SampleSession.over(SampleSession.worked(60)), 1500, 950);
        for (String look : List.of("light", "dark")) {
            command("theme-" + look);
            views(look);
            dialogs(look);
            oneByOne(look);
        }
        command("theme-light");
        command("connect");
        check("light", "connect");
        assertThat(faults.entrySet().stream().map(f -> f.getKey() + ": seen in " + String.join(", ", f.getValue()))).isEmpty();
    }

    private void views(String look) {
        for (ViewId view : ViewId.values()) {
            command("go-" + view);
            check(look, view.name());
        }
        command("go-" + ViewId.MATCHES);
        command("findmatches");
        check(look, "pairs");
        command("matchgroups");
        check(look, "groups of pairs");
        command("matchgroups");
        for (Table table : List.of(Table.INTAKE, Table.MASTER, Table.PEOPLE)) {
            command("go-" + ViewId.of(table));
            window.focus(table, 0);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.ENTER);
            check(look, table + " with a record");
            for (Node tab : window.all().stream().filter(n -> n.getStyleClass().contains("tab") && n.getId() != null).toList()) {
                window.click(tab.getId());
                check(look, table + " " + tab.getId());
            }
            window.press(KeyCode.ESCAPE);
        }
        command("go-" + ViewId.of(Table.INTAKE));
        window.run(() -> ((javafx.scene.control.TextInputControl) window.find("search", Node.class)).setText("nobody"));
        check(look, "an empty table");
        window.click("empty-clear");
    }

    private void dialogs(String look) {
        for (String dialog : List.of("palette", "keys", "import", "promote", "messages", "actions")) {
            command("go-" + ViewId.OVERVIEW);
            command(dialog);
            check(look, dialog);
            close();
        }
        command("go-" + ViewId.OVERVIEW);
        window.click("overview-limits");
        check(look, "limits");
        close();
        command("go-" + ViewId.of(Table.INTAKE));
        for (String dialog : List.of("filter-add", "export", "columns")) {
            if (window.sees(dialog)) {
                window.click(dialog);
            } else {
                command(dialog);
            }
            check(look, dialog);
            close();
        }
    }

    private void oneByOne(String look) {
        command("go-" + ViewId.of(Table.INTAKE));
        command("review");
        check(look, "review");
        window.press(KeyCode.R);
        check(look, "the reasons of a review");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        command("go-" + ViewId.BATCH);
        command("auditbatch");
        if (window.sees("audit-start")) {
            check(look, "the plan of an audit");
            window.click("audit-start");
        }
        check(look, "a card of an audit");
        window.press(KeyCode.W);
        check(look, "what is wrong with a record of an audit");
        window.press(KeyCode.ESCAPE);
        close();
    }

    private void close() {
        window.press(KeyCode.ESCAPE);
        window.run(() -> Window.getWindows().stream().filter(w -> w != window.stage()).toList().forEach(Window::hide));
    }

    private void command(String id) {
        window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError(id)).run());
    }

    private void check(String look, String where) {
        List<String> found = window.onWindow(() -> {
            Node dialog = window.scene().lookup(".modal-box");
            Stream<Node> roots = Stream.concat(Stream.of(dialog == null ? window.scene().getRoot() : dialog),
                    Window.getWindows().stream().filter(w -> w != window.stage() && w.isShowing()).map(w -> w.getScene().getRoot()));
            return roots.flatMap(root -> Accessibility.faults(root).stream()).toList();
        });
        found.forEach(fault -> faults.computeIfAbsent(fault, f -> new ArrayList<>()).add(look + " " + where));
    }

    @Test
    void whatNobodyCanReadOrNameIsFound() {
        window = TestWindow.over(SampleSession.over(SampleSession.worked(10)), 900, 600);
        List<String> found = window.onWindow(() -> {
            var pale = new Label("pale");
            pale.setTextFill(Color.rgb(170, 170, 170));
            var nameless = new TextField("what is in it is no name");
            var icon = new Button("", new Label());
            icon.setAccessibleText("named, but without help");
            var box = new CheckBox("faint");
            var mute = new Button("mute");
            mute.setDisable(true);
            var all = new VBox(pale, nameless, icon, box, mute);
            all.setStyle("-fx-background-color: white");
            var scene = new Scene(all, 300, 200);
            scene.getStylesheets().add("data:text/css,.check-box%20.box%7B-fx-background-color:%23eeeeee,%23ffffff%7D");
            all.applyCss();
            all.layout();
            return Accessibility.faults(all);
        });
        assertThat(found).anyMatch(f -> f.contains("“pale” contrast 2.32"))
                .anyMatch(f -> f.contains("text-field") && f.endsWith("has no name"))
                .anyMatch(f -> f.endsWith("is an icon without help"))
                .anyMatch(f -> f.endsWith("“mute” cannot be used and does not say why"))
                .anyMatch(f -> f.contains(".box edge has contrast 1.16"));
    }
}
