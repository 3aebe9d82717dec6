package barton.steward.cli;

import barton.steward.model.Selection;
import barton.steward.service.Desk;
import java.util.List;
import picocli.CommandLine.Option;

/// The rows of company intake that a command is about: one of the options.
final class ChosenRows {
    @Option(names = "--batch", paramLabel = "ID", required = true, description = "The rows of this batch.")
    private String batch;

    @Option(names = "--ids", paramLabel = "ID", split = ",", required = true,
            description = "The rows with these ids, separated by commas.")
    private List<Long> ids;

    @Option(names = "--state", paramLabel = "STATE", required = true, description = "The rows whose company_state is this.")
    private String state;

    Selection selection(Desk desk) {
        if (ids != null) {
            return IntakeSelection.found(desk, IntakeSelection.ids(ids));
        }
        return IntakeSelection.found(desk, batch != null ? IntakeSelection.batch(batch) : IntakeSelection.state(state));
    }
}
