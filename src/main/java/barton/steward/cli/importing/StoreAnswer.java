package barton.steward.cli.importing;

import barton.steward.cli.support.Answer;
import barton.steward.model.Counted;
import barton.steward.model.intake.ImportSummary;
import barton.steward.service.sidecar.StoreImport;
import barton.steward.service.store.ObjectStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Says what became of each file of a store.
record StoreAnswer(String from, boolean again) {
    /// @param look tells what taking a file would do, and whether it was taken before
    Answer of(Function<Path, ImportSummary> look, Function<Path, Answer> take) {
        List<StoreImport.Result<Answer>> results;
        try (ObjectStore store = ObjectStore.at(from)) {
            results = new StoreImport(store).each(file -> look.apply(file).earlier() != null && !again ? null : take.apply(file));
        }
        var files = new ArrayList<FileOf>();
        var texts = new ArrayList<String>();
        var complaints = new ArrayList<String>();
        long passed = 0;
        for (StoreImport.Result<Answer> result : results) {
            if (result.refused() != null) {
                files.add(new FileOf(result.address(), null, result.refused().getMessage()));
                complaints.add("%s: %s %s".formatted(result.address(), result.refused().getMessage(), result.refused().advice()));
            } else if (result.taken() == null) {
                passed++;
            } else {
                files.add(new FileOf(result.address(), result.taken().json(), null));
                texts.add(result.address() + ": " + result.taken().text());
                result.taken().complaints().forEach(c -> complaints.add(result.address() + ": " + c));
            }
        }
        texts.add("%s of %s%s.".formatted(Counted.of(files.size(), "new file", "new files"), from,
                passed == 0 ? "" : "; %s taken before".formatted(Counted.of(passed, "was", "were"))));
        var summary = new Summary(from, files, passed);
        String text = String.join(System.lineSeparator(), texts);
        return complaints.isEmpty() ? Answer.done(summary, text) : Answer.wrong(summary, text, complaints);
    }

    private record Summary(String from, List<FileOf> files, long takenBefore) {
    }

    /// @param result as of a single file, or null where it was refused
    private record FileOf(String file, Object result, String refused) {
    }
}
