package barton.steward.cli.review;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.review.ReviewFigures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// What reviewing by eye has come to.
@Command(name = "reviews", description = "Tell how many records were reviewed by eye, why they were rejected, and by whom how fast.")
public final class ReviewsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople people;

    @Option(names = "--batch", paramLabel = "ID", description = "Of this batch alone.")
    private String batch;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Entity entity = people.entity();
            ReviewFigures figures = session.reviews().figures(entity, Optional.ofNullable(batch));
            return Answer.done(new Reviewed(entity.plural(), batch, figures.reviewed(), figures.accepted(), figures.rejected(),
                    figures.skipped(), figures.reasons(), figures.stewards()), text(figures));
        });
    }

    private static String text(ReviewFigures figures) {
        var text = new StringBuilder("%,d reviewed: %,d accepted, %,d rejected; %,d passed over.".formatted(figures.reviewed(),
                figures.accepted(), figures.rejected(), figures.skipped()));
        if (!figures.reasons().isEmpty()) {
            var reasons = new TextTable("REJECTED", "REASON");
            figures.reasons().forEach(r -> reasons.row(r.records(), r.reason()));
            text.append("\n\n").append(reasons);
        }
        if (!figures.stewards().isEmpty()) {
            var stewards = new TextTable("STEWARD", "ACCEPTED", "REJECTED", "PASSED OVER", "A MINUTE");
            figures.stewards().forEach(s -> stewards.row(s.steward(), s.accepted(), s.rejected(), s.skipped(),
                    s.pace() == null ? null : "%.1f".formatted(s.pace())));
            text.append("\n\n").append(stewards);
        }
        return text.toString();
    }

    private record Reviewed(String of, String batch, long reviewed, long accepted, long rejected, long skipped,
                            List<ReviewFigures.ByReason> reasons, List<ReviewFigures.BySteward> stewards) {
    }
}
