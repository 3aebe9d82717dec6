package barton.steward.cli.batch;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.model.batch.BatchStory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Tells what became of a batch, or of two side by side.
@Command(name = "batch", description = "Tell what became of a batch: its files, what rules and people said of its records, how far they"
        + " are, what happened when, and whether what was validated, promoted and logged agree.")
public final class BatchCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The batch.")
    private String batch;

    @Option(names = "--with", paramLabel = "ID", description = "Another batch to put beside it.")
    private String other;

    @Mixin
    private OfPeople of;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            List<BatchStory> stories = Stream.of(batch, other).filter(Objects::nonNull)
                    .map(b -> session.batches().story(of.entity(), b)).toList();
            String text = other == null ? BatchText.of(stories.getFirst()) : BatchText.sideBySide(stories.getFirst(), stories.getLast());
            List<String> drifting = stories.stream().filter(s -> !s.reconciliation().holds())
                    .map(s -> "steward: What was validated, promoted and logged of batch " + s.batch() + " does not agree.").toList();
            Object json = other == null ? stories.getFirst() : new Stories(stories);
            return drifting.isEmpty() ? Answer.done(json, text) : Answer.wrong(json, text, drifting);
        });
    }

    private record Stories(List<BatchStory> batches) {
    }
}
