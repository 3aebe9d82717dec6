package barton.steward.ui.actions;

import barton.steward.catalog.IntakeFields;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Row;
import barton.steward.service.Session;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a steward decides about rows of intake, of companies and of people.
public final class IntakeActions {
    /// Lines of notes as the functions `shq.has_error_note` and `shq.is_rejected` read them.
    private static final Predicate<String> REMARK = Pattern.compile("\\s*(note|warning):.*", Pattern.CASE_INSENSITIVE).asMatchPredicate();
    private static final Predicate<String> REJECTION = Pattern.compile("\\s*rejected:.*", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    private IntakeActions() {
    }

    public static BulkAction validate(Session session) {
        return new BulkAction("validate", session.review().mark(true, Optional.empty()), IntakeActions::validating);
    }

    /// @param why one line for the notes
    public static BulkAction reject(Session session, String why) {
        return new BulkAction("reject", session.review().mark(false, Optional.of(why)), IntakeActions::rejecting);
    }

    public static BulkAction assign(Session session, String batch) {
        return new BulkAction("assign", session.review().assignBatch(batch));
    }

    public static BulkAction fillStates(Session session) {
        return new BulkAction("fill", session.review().fillStates());
    }

    public static BulkAction lift(Session session) {
        return new BulkAction("lift", session.review().liftRejections());
    }

    private static Reach validating(Row row) {
        String text = row.text(IntakeFields.VALIDATION_NOTES);
        List<String> errors = text == null ? List.of()
                : text.lines().filter(line -> !line.isBlank() && !REMARK.test(line)).toList();
        return new Reach(1, List.of(row), errors.stream().anyMatch(REJECTION.negate()) ? 1 : 0, errors.stream().anyMatch(REJECTION) ? 1 : 0,
                0, false);
    }

    private static Reach rejecting(Row row) {
        return new Reach(1, List.of(row), 0, 0, Boolean.TRUE.equals(row.get(IntakeFields.VALIDATED)) ? 1 : 0, false);
    }
}
