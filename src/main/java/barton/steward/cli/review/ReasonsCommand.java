package barton.steward.cli.review;

import barton.steward.catalog.Entity;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TextTable;
import barton.steward.model.StewardException;
import barton.steward.model.review.ReviewReason;
import barton.steward.service.review.Reviews;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The reasons of rejection that review offers.
@Command(name = "reasons", description = "List the reasons of rejection that review offers, or offer one, or retire one.")
public final class ReasonsCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Mixin
    private OfPeople people;

    @Option(names = "--add", paramLabel = "REASON", description = "Offer this reason, at the end where it is new.")
    private String add;

    @Option(names = "--retire", paramLabel = "REASON", description = "Offer it no longer. What was rejected for it keeps it.")
    private String retire;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Entity entity = people.entity();
            Reviews reviews = session.reviews();
            if (retire != null) {
                retire(reviews, entity);
            }
            if (add != null) {
                reviews.offer(entity, add, true);
            }
            List<ReviewReason> reasons = reviews.reasons(entity);
            var table = new TextTable("OFFERED", "REASON");
            reasons.forEach(r -> table.row(r.active() ? "yes" : "no", r.reason()));
            return Answer.done(new Reasons(entity.plural(), reasons), table.toString());
        });
    }

    private void retire(Reviews reviews, Entity entity) {
        if (reviews.reasons(entity).stream().noneMatch(r -> r.reason().equals(retire.strip()))) {
            throw StewardException.refused("“" + retire + "” is none of the reasons; nothing was changed.",
                    "`steward reasons" + people.option() + "` lists them.");
        }
        reviews.offer(entity, retire, false);
    }

    private record Reasons(String of, List<ReviewReason> reasons) {
    }
}
