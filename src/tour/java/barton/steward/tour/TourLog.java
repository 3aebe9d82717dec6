package barton.steward.tour;

import barton.steward.model.TourStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what was done, step by step, in `steps.json` too.
final class TourLog {
    private final List<TourStep> steps = new ArrayList<>();
    private final Path folder;
    private final Consumer<String> progress;
    private boolean finished;

    TourLog(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    void begin(String did) {
        progress.accept(did);
        steps.add(new TourStep(did, new ArrayList<>(), new ArrayList<>()));
    }

    void pictures(List<String> files) {
        steps.getLast().pictures().addAll(files);
    }

    void figure(String name, String window, String database) {
        steps.getLast().figures().add(TourStep.Figure.of(name, window, database));
    }

    /// Everything was done: without this, the tour broke off.
    void finish() {
        finished = true;
    }

    List<TourStep> steps() {
        return List.copyOf(steps);
    }

    private record Kept(boolean ok, List<TourStep> steps) {
    }

    /// Writes the file.
    void close() {
        boolean ok = finished && steps.stream().allMatch(step -> step.differences().isEmpty());
        var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        try {
            Files.writeString(folder.resolve("steps.json"), json.writeValueAsString(new Kept(ok, steps)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
