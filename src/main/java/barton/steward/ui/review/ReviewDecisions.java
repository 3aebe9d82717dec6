package barton.steward.ui.review;

import barton.steward.model.history.BulkResult;
import barton.steward.model.history.UndoResult;
import barton.steward.model.query.Row;
import barton.steward.model.review.ReviewItem;
import barton.steward.model.review.ReviewVerdict;
import barton.steward.service.Session;
import barton.steward.service.change.BulkChange;
import barton.steward.ui.actions.BulkAction;
import barton.steward.ui.actions.DecisionQueue;
import barton.steward.ui.actions.DecisionResult;
import barton.steward.ui.support.Messages;
import barton.steward.ui.support.Titles;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What is decided in a review, and taken back: written behind the steward in the order of her keys, each about the record that was
/// shown. To be used on the FX thread only.
final class ReviewDecisions {
    private static final Map<ReviewVerdict, String> ACTIONS =
            Map.of(ReviewVerdict.ACCEPTED, "validate", ReviewVerdict.REJECTED, "reject", ReviewVerdict.SKIPPED, "skip");

    private final Session session;
    private final DecisionQueue queue;
    private final Sitting sitting;
    private final Outcome outcome;

    /// Told what becomes of decisions.
    interface Outcome {
        /// The record is so by now.
        void written(Row now);

        /// A decision could not be written, and why.
        void comesBack(ReviewItem item, String told);

        /// A decision that was to be taken back stands.
        void stands(String told);
    }

    ReviewDecisions(Session session, DecisionQueue queue, Sitting sitting, Outcome outcome) {
        this.session = session;
        this.queue = queue;
        this.sitting = sitting;
        this.outcome = outcome;
    }

    /// Who goes back to a record that she decided about, and passes over it, leaves it as she decided.
    void decide(ReviewItem item, ReviewVerdict said, Optional<String> reason) {
        if (said == ReviewVerdict.SKIPPED && sitting.decided(item)) {
            return;
        }
        var verdict = new Verdict(item, said, reason);
        sitting.add(verdict, Instant.now());
        BulkChange change = session.reviews().decision(said, reason);
        queue.add(new BulkAction(ACTIONS.get(said), change), item.row(), result -> told(verdict, result));
    }

    private void told(Verdict verdict, DecisionResult result) {
        switch (result) {
            case DecisionResult.Done done -> {
                verdict.written(done.action());
                done.now().ifPresent(outcome::written);
            }
            case DecisionResult.Nothing _ -> comesBack(verdict, Messages.get("review.back.promoted"));
            case DecisionResult.Outdated _ -> comesBack(verdict, Messages.get("review.back.changed"));
            case DecisionResult.Unsaved _ -> comesBack(verdict, Messages.get("review.back.unsaved"));
            case DecisionResult.Failed failed -> comesBack(verdict, failed.failure().cause().getMessage());
        }
    }

    private void comesBack(Verdict verdict, String why) {
        sitting.remove(verdict);
        outcome.comesBack(verdict.item(), Messages.get("review.back", words(verdict), why));
    }

    /// Takes the latest decision that stands back, once it is written.
    /// @return what was decided; empty where nothing of the sitting stands
    Optional<Verdict> takeBack() {
        Optional<Verdict> latest = sitting.latest();
        latest.ifPresent(this::takeBack);
        return latest;
    }

    private void takeBack(Verdict verdict) {
        sitting.remove(verdict);
        Row row = verdict.item().row();
        var change = new BulkChange(rows -> session.reviews().decision(ReviewVerdict.SKIPPED, Optional.empty()).reach(rows),
                (rows, announced, request) -> undo(verdict));
        queue.add(new BulkAction("takeback", change), row, result -> {
            if (result instanceof DecisionResult.Done(var _, var now)) {
                now.ifPresent(outcome::written);
            } else {
                outcome.stands(Messages.get("review.notundone", Titles.of(row)));
            }
        });
    }

    private BulkResult undo(Verdict verdict) {
        if (verdict.action() == 0) {
            return new BulkResult.Done(1, 0);
        }
        return switch (session.history().undo(verdict.action())) {
            case UndoResult.Undone undone -> new BulkResult.Done(1, undone.actionId());
            case UndoResult.Refused _ -> new BulkResult.CountDiffers(1, 0);
        };
    }

    static String words(Verdict verdict) {
        String said = Messages.get("review.verdict." + verdict.verdict().word(), Titles.of(verdict.item().row()));
        return verdict.reason().map(r -> Messages.get("review.because", said, r)).orElse(said);
    }
}
