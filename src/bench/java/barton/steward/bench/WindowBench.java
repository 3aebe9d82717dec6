package barton.steward.bench;

import static barton.steward.bench.BenchWindow.act;
import static barton.steward.bench.BenchWindow.onWindow;

import barton.steward.model.query.Row;
import barton.steward.ui.App;
import barton.steward.ui.virtual.RowList;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// A process of its own that uses the real window as a steward does and says what it found, line by line: a name and nanoseconds or
/// bytes. Arguments: the home to join, a small CSV file to import first and the one that counts, how long to do each thing in
/// milliseconds, how often to stop on the way through the table.
public final class WindowBench {
    private static final List<String> WORDS = List.of("farms", "555", "quillfeather", "mountain", "dental", "charleston", "cedar",
            "washington");

    private final BenchWindow window;
    private final Stage stage;
    private final App app;
    private final Robot robot;
    private VirtualFlow<?> flow;

    private WindowBench(BenchWindow window) {
        this.window = window;
        this.stage = window.stage;
        this.app = window.app;
        this.robot = window.robot;
    }

    public static void main(String[] arguments) {
        try {
            use(arguments);
            System.exit(0);
        } catch (Exception e) {
            // JavaFX would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void use(String[] arguments) throws Exception {
        BenchHome home = BenchHome.join(Path.of(arguments[0]));
        new WindowBench(BenchWindow.open(home)).run(arguments[1], arguments[2], Long.parseLong(arguments[3]),
                Integer.parseInt(arguments[4]));
        home.leave();
    }

    private void run(String first, String csv, long millis, int stops) throws Exception {
        window.until("a table", () -> stage.getScene().lookup("#INTAKE-table") instanceof TableView<?> t
                && t.lookup(".virtual-flow") != null);
        window.until("rows", this::rowsInSight);
        window.settle();
        scroll(millis / 2);
        search(WORDS.getFirst());
        try (var blocks = new FxBlocks()) {
            scroll(millis);
            say("block-scrolling", blocks);
        }
        window.settle();
        var keystrokes = new ArrayList<Long>();
        try (var blocks = new FxBlocks()) {
            for (String word : WORDS.subList(0, millis < 3_000 ? 2 : WORDS.size())) {
                keystrokes.addAll(search(word));
            }
            say("block-searching", blocks);
        }
        keystrokes.forEach(nanos -> BenchWindow.say("keystroke", nanos));
        clearSearch();
        through(stops);
        BenchWindow.say("heap", heap());
        prepareImport(first);
        importFile();
        window.settle();
        prepareImport(csv);
        try (var blocks = new FxBlocks()) {
            importFile();
            say("block-importing", blocks);
        }
    }

    private static void say(String name, FxBlocks blocks) {
        blocks.close();
        onWindow(blocks::waits).forEach(nanos -> BenchWindow.say(name, nanos));
    }

    /// Wheel, thumb and keys in turns.
    private void scroll(long millis) throws InterruptedException {
        long end = System.currentTimeMillis() + millis;
        Point2D middle = onWindow(() -> center(table()));
        for (int round = 0; System.currentTimeMillis() < end; round++) {
            int direction = round % 4 == 3 ? -1 : 1;
            for (int i = 0; i < 25; i++) {
                act(() -> {
                    robot.mouseMove(middle);
                    robot.mouseWheel(direction * 3);
                }, 16);
            }
            drag(round % 2 == 0 ? 0.35 : -0.3);
            act(() -> table().requestFocus(), 50);
            for (int i = 0; i < 5; i++) {
                act(() -> robot.keyType(KeyCode.PAGE_DOWN), 60);
            }
        }
    }

    /// Moves the thumb of the scroll bar by a part of the bar, as a hand does.
    private void drag(double part) throws InterruptedException {
        Bounds bar = onWindow(() -> bar().localToScreen(bar().getLayoutBounds()));
        Point2D thumb = onWindow(() -> center(bar().lookup(".thumb")));
        act(() -> {
            robot.mouseMove(thumb);
            robot.mousePress(MouseButton.PRIMARY);
        }, 16);
        for (int i = 1; i <= 20; i++) {
            double y = Math.clamp(thumb.getY() + part * bar.getHeight() * i / 20, bar.getMinY() + 20, bar.getMaxY() - 20);
            act(() -> robot.mouseMove(thumb.getX(), y), 16);
        }
        act(() -> robot.mouseRelease(MouseButton.PRIMARY), 100);
    }

    /// Types a text letter by letter, each after the rows of the one before were there.
    /// @return from each key to its rows on the screen, in nanoseconds
    private List<Long> search(String text) throws InterruptedException {
        clearSearch();
        var times = new ArrayList<Long>();
        for (int i = 1; i <= text.length(); i++) {
            String typed = text.substring(0, i);
            char letter = text.charAt(i - 1);
            var start = new long[1];
            Painted painted = onWindow(() -> {
                var waiting = new Painted(stage.getScene(), () -> rows().query().search().equals(typed)
                        && typed.equals(window.find("search", TextField.class).getText()) && rowsInSight());
                start[0] = System.nanoTime();
                robot.keyType(KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
                return waiting;
            });
            times.add(painted.nanoTime() - start[0]);
            // The next key comes at the pace of a quick typist.
            Thread.sleep(60);
        }
        return times;
    }

    private void clearSearch() throws InterruptedException {
        act(() -> window.find("search", TextField.class).requestFocus(), 50);
        act(() -> robot.keyType(KeyCode.ESCAPE), 0);
        window.until("all rows", () -> rows().query().search().isEmpty() && rowsInSight());
        // Escape in an empty search leads back to the rows.
        act(() -> window.find("search", TextField.class).requestFocus(), 0);
        window.settle();
    }

    /// From the first row to the last, waiting at each stop for the rows.
    private void through(int stops) throws InterruptedException {
        for (int stop = 0; stop <= stops; stop++) {
            double part = (double) stop / stops;
            act(() -> bar().setValue(bar().getMin() + part * (bar().getMax() - bar().getMin())), 70);
            window.until("rows at " + part, this::rowsInSight);
        }
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void prepareImport(String csv) throws InterruptedException {
        act(() -> window.find("import", Button.class).fire(), 300);
        act(() -> {
            TextField path = window.find("import-path", TextField.class);
            path.setText(csv);
            path.fireEvent(new ActionEvent());
        }, 0);
        window.until("preview", () -> !window.find("import-start", Button.class).isDisabled());
    }

    /// Imports in the background while the steward goes on scrolling.
    private void importFile() throws InterruptedException {
        act(() -> window.find("import-start", Button.class).fire(), 100);
        act(() -> window.find("import-background", Button.class).fire(), 100);
        for (int i = 0; !onWindow(() -> app.tasks().active().isEmpty()); i++) {
            double part = i * 0.013 % 1;
            act(() -> bar().setValue(bar().getMin() + part * (bar().getMax() - bar().getMin())), 90);
        }
    }

    /// Whether what is asked is answered and no row in sight is a placeholder.
    private boolean rowsInSight() {
        if (rows().query() == null || rows().loadingProperty().get()) {
            return false;
        }
        IndexedCell<?> first = flow().getFirstVisibleCell();
        return rows().isEmpty() || first != null && IntStream.rangeClosed(first.getIndex(), flow().getLastVisibleCell().getIndex())
                .allMatch(i -> flow().getCell(i).getItem() != null);
    }

    @SuppressWarnings("unchecked")
    private TableView<Row> table() {
        return window.find("INTAKE-table", TableView.class);
    }

    private RowList rows() {
        return (RowList) table().getItems();
    }

    private VirtualFlow<?> flow() {
        if (flow == null) {
            flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
        }
        return flow;
    }

    private ScrollBar bar() {
        return flow().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(b -> b.getOrientation() == Orientation.VERTICAL).findFirst().orElseThrow();
    }

    private static Point2D center(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }
}
