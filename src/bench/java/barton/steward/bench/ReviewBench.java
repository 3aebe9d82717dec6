package barton.steward.bench;

import static barton.steward.bench.BenchWindow.act;
import static barton.steward.bench.BenchWindow.onWindow;
import static barton.steward.bench.BenchWindow.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

/// A process of its own that reviews companies in the real window with the keyboard. Arguments: the home to join, how many records to
/// decide about one after the other, and for how many seconds to press ten keys a second.
public final class ReviewBench {
    private static final List<KeyCode> KEYS = List.of(KeyCode.V, KeyCode.S, KeyCode.V, KeyCode.R);

    private final BenchWindow window;

    private ReviewBench(BenchWindow window) {
        this.window = window;
    }

    public static void main(String[] arguments) {
        try {
            BenchHome home = BenchHome.join(Path.of(arguments[0]));
            new ReviewBench(BenchWindow.open(home)).run(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            home.leave();
            System.exit(0);
        } catch (Exception e) {
            // JavaFX would keep the process alive.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run(int records, int seconds) throws InterruptedException {
        window.until("a table", () -> window.stage.getScene().lookup("#INTAKE-table") != null);
        window.settle();
        act(() -> {
            window.robot.keyPress(KeyCode.CONTROL);
            window.robot.keyType(KeyCode.R);
            window.robot.keyRelease(KeyCode.CONTROL);
        }, 0);
        window.until("a record", () -> shown().isPresent());
        window.settle();
        for (int i = 0; i < records; i++) {
            say("next", next());
        }
        window.settle();
        for (String decision : tenASecond(seconds)) {
            System.out.println("result " + decision);
        }
        act(() -> window.robot.keyType(KeyCode.ESCAPE), 0);
        window.settle();
    }

    /// From the key to the next record on the screen, in nanoseconds.
    private long next() throws InterruptedException {
        Optional<Long> before = onWindow(this::shown);
        var start = new long[1];
        Painted painted = onWindow(() -> {
            var waiting = new Painted(window.stage.getScene(), () -> shown().isPresent() && !shown().equals(before));
            start[0] = System.nanoTime();
            window.robot.keyType(KeyCode.V);
            return waiting;
        });
        long time = painted.nanoTime() - start[0];
        // As long as somebody looks who is very quick.
        Thread.sleep(150);
        return time;
    }

    /// Presses keys at a fixed pace, whatever the window and the database do.
    /// @return what they decided about which record, in their order: `accepted 17`
    private List<String> tenASecond(int seconds) throws InterruptedException {
        var decided = new ArrayList<String>();
        long begin = System.nanoTime();
        for (int i = 0; i < 10 * seconds; i++) {
            long due = begin + i * 100_000_000L;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            KeyCode key = KEYS.get(i % KEYS.size());
            Optional<Long> before = onWindow(this::shown);
            act(() -> window.robot.keyType(key), 0);
            if (key == KeyCode.R) {
                i++;
                Thread.sleep(100);
                act(() -> window.robot.keyType(KeyCode.DIGIT1), 0);
            }
            Optional<Long> after = onWindow(this::shown);
            before.filter(id -> !after.equals(before)).ifPresent(id -> decided.add(word(key) + " " + id));
        }
        return decided;
    }

    private static String word(KeyCode key) {
        return switch (key) {
            case V -> "accepted";
            case S -> "skipped";
            default -> "rejected";
        };
    }

    /// The number of the record on the screen.
    private Optional<Long> shown() {
        if (window.stage.getScene().lookup("#card-key") instanceof Label key
                && window.stage.getScene().lookup("#review-card").isVisible()) {
            return Optional.of(Long.valueOf(key.getText().substring(1)));
        }
        return Optional.empty();
    }
}
