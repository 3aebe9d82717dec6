package barton.steward.cli.promotion;

import barton.steward.catalog.StoredWords;
import barton.steward.catalog.Table;
import barton.steward.cli.support.Answer;
import barton.steward.cli.support.OfPeople;
import barton.steward.cli.support.StewardCommand;
import barton.steward.cli.support.TableName;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.PromotionEligibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Tells why a company, or a person, of intake was not promoted.
@Command(name = "why", description = "Tell why a row of intake is not in master, or as which company or person it is.")
public final class WhyCommand implements Callable<Integer> {
    @ParentCommand
    private StewardCommand steward;

    @Parameters(paramLabel = "ID", description = "The id of the row.")
    private long id;

    @Mixin
    private OfPeople of;

    @Override
    public Integer call() {
        return steward.inSession(session -> {
            Table intake = of.entity().intake();
            PromotionEligibility standing = session.promotion().eligibility(of.entity(), id).orElseThrow(() -> StewardException.refused(
                    "%s has no row %d.".formatted(TableName.spoken(intake), id),
                    "`steward export " + TableName.of(intake) + " --out FILE` lists the rows."));
            Map<String, String> besides = session.imports(of.entity()).besides(id);
            String also = besides.isEmpty() ? "" : "%nAlso in the file: %s.".formatted(besides.entrySet().stream()
                    .map(cell -> cell.getKey() + " “" + cell.getValue() + "”").collect(Collectors.joining("; ")));
            return Answer.done(new Why(id, standing.batch(), standing.reason().name().toLowerCase(Locale.ROOT), standing.about(), besides),
                    "Row %d%s %s.".formatted(id, standing.batch() == null ? "" : " of batch " + standing.batch(), because(standing))
                            + also);
        });
    }

    private String because(PromotionEligibility standing) {
        String about = StoredWords.of(of.entity().intake(), standing.about());
        return switch (standing.reason()) {
            case PROMOTED -> "was promoted, as " + about;
            case CLEARED -> "was promoted, and cleared from intake in run " + about;
            case NO_BATCH -> "is in no batch, and only batches are promoted: `steward assign-batch" + of.option() + "` puts it into one";
            case NOT_VALIDATED -> "is not validated" + (about == null ? "" : ": " + about);
            case EDITED -> "was edited since it was validated: " + about;
            case OTHER_SOURCE -> "is held back: master has its number from another source (" + about + ")";
            case SAME_AS -> "is held back by a match: it was decided to be the same as " + about;
            case UNDECIDED -> "is held back by a match: nobody decided yet whether it is the same as " + about;
            case COMPANY_MISSING -> "has no company in master: " + about;
            case COMPANY_AMBIGUOUS -> "may belong to several companies of master: " + about;
            case SLOT_MISSING -> "has no slot in master: " + about;
            case HELD_BY_AUDIT -> "is good, but its batch is held back: " + about;
            case REFUSED -> "would be refused by master, and its whole batch with it: it " + about;
            case BATCH_REFUSED -> "is good, but master would refuse its batch, which is promoted whole or not at all: " + about;
            case UNCHECKED -> "is validated, and nothing is known to keep it; `steward promote" + of.option()
                    + " --dry-run` looks what master would refuse";
            case PROMOTABLE -> "can be promoted; nobody has promoted the batch since";
        };
    }

    private record Why(long id, String batch, String reason, String about,
                       @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> alsoInFile) {
    }
}
