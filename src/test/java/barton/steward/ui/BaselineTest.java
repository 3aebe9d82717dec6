package barton.steward.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import barton.steward.support.SampleSession;
import barton.steward.ui.support.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// How the main views look, by pictures that are kept: `-Dbaseline.write=true` takes them anew. They are so coarse that fonts and ages
/// may differ, but not where something is and whether it is there.
class BaselineTest {
    private static final Path KEPT = Path.of("src/test/resources/baseline");
    private static final List<ViewId> VIEWS = List.of(ViewId.OVERVIEW, ViewId.INTAKE, ViewId.MASTER, ViewId.PEOPLE,
            ViewId.LOG, ViewId.RULES);

    @Test
    void theMainViewsLookAsTheyDid() {
        TestWindow window = window();
        var changed = new ArrayList<String>();
        for (String look : List.of("light", "dark")) {
            command(window, "theme-" + look);
            for (ViewId view : VIEWS) {
                command(window, "go-" + view);
                Picture now = window.onWindow(() -> Picture.of(window.scene()));
                Path file = KEPT.resolve(view.name().toLowerCase(Locale.ROOT) + "-" + look + ".png");
                if (Boolean.getBoolean("baseline.write")) {
                    now.write(file);
                } else if (now.differsFrom(Picture.read(file))) {
                    changed.add(file.getFileName() + ": " + now.difference(Picture.read(file)));
                }
            }
        }
        assumeThat(Boolean.getBoolean("baseline.write")).as("pictures are written, not compared").isFalse();
        assertThat(changed).isEmpty();
    }

    @Test
    void aPartThatIsMissingOrElsewhereIsSeen() {
        TestWindow window = window();
        command(window, "go-INTAKE");
        Picture whole = window.onWindow(() -> Picture.of(window.scene()));
        assertThat(window.<Boolean>onWindow(() -> Picture.of(window.scene()).differsFrom(whole))).isFalse();
        for (String part : List.of("navigation", "INTAKE-table")) {
            Node node = window.find(part, Node.class);
            assertThat(window.<Boolean>onWindow(() -> {
                node.setOpacity(0);
                boolean differs = Picture.of(window.scene()).differsFrom(whole);
                node.setOpacity(1);
                return differs;
            })).as(part + " is missing").isTrue();
            assertThat(window.<Boolean>onWindow(() -> {
                node.setTranslateY(120);
                boolean differs = Picture.of(window.scene()).differsFrom(whole);
                node.setTranslateY(0);
                return differs;
            })).as(part + " is elsewhere").isTrue();
        }
        command(window, "theme-dark");
        assertThat(window.<Boolean>onWindow(() -> Picture.of(window.scene()).differsFrom(whole))).isTrue();
    }

    private static TestWindow window() {
        return TestWindow.over(SampleSession.over(SampleSession.worked(60)), 1300, 850);
    }

    private static void command(TestWindow window, String id) {
        window.run(() -> window.main().commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().run());
    }
}
