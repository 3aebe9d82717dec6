package barton.steward.cli.email;

import barton.steward.model.email.EmailChoice;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// Whose addresses are sent to a service.
final class ChosenAddresses {
    @Option(names = "--seniority", paramLabel = "SENIORITY,…", split = ",",
            description = "With --max-credits: only people of these, as in C-Level,VP,Director.")
    private List<String> seniorities = List.of();

    @Option(names = "--batch", paramLabel = "ID", description = "With --max-credits: only people whom this batch brought.")
    private String batch;

    @Option(names = "--added-within", paramLabel = "DAYS", converter = DaysText.class,
            description = "With --max-credits: only people who came into master within so many days: 30d.")
    private Integer addedWithin;

    @Option(names = "--older-than", paramLabel = "DAYS", converter = DaysText.class, description = "With --max-credits: instead of"
            + " addresses about which no service has answered, those whose verification or unclear answer is older: 180d.")
    private Integer olderThan;

    EmailChoice choice() {
        return new EmailChoice(seniorities, batch, addedWithin, olderThan);
    }

    boolean isUsed() {
        return !seniorities.isEmpty() || Stream.of(batch, addedWithin, olderThan).anyMatch(o -> o != null);
    }
}
