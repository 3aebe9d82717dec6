package barton.steward.cli.promotion;

import barton.steward.cli.support.Answer;
import barton.steward.cli.support.ExitCode;
import barton.steward.cli.support.PassedOver;
import barton.steward.model.StewardException;
import barton.steward.model.promotion.PromotionResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Promotes one batch after the other. Where one is refused the others go on; where the database is gone, or somebody cancelled, it ends.
/// Either way it says of each batch what became of it.
final class PromoteAll {
    private final List<String> batches;
    private final List<PassedOver> passedOver;
    private final List<PromotionResult> runs = new ArrayList<>();
    private final List<Failed> failed = new ArrayList<>();

    PromoteAll(List<String> batches, List<PassedOver> passedOver) {
        this.batches = batches;
        this.passedOver = passedOver;
    }

    /// @param told what a script is told of a promotion
    Answer run(Function<String, PromotionResult> promoting, Function<PromotionResult, Object> told) {
        for (String batch : batches) {
            try {
                runs.add(promoting.apply(batch));
            } catch (StewardException e) {
                failed.add(new Failed(batch, e.getMessage(), e.advice()));
                if (ends(e)) {
                    return answer(told, e);
                }
            }
        }
        return answer(told, null);
    }

    private static boolean ends(StewardException failure) {
        return switch (failure.kind()) {
            case NO_DATABASE, CANCELLED, OUTCOME_UNKNOWN -> true;
            case REFUSED, BROKEN_OFF, UNFORESEEN -> false;
        };
    }

    /// @param end why it ended before its time, or null
    private Answer answer(Function<PromotionResult, Object> told, StewardException end) {
        List<String> notTried = batches.subList(runs.size() + failed.size(), batches.size());
        String done = runs.isEmpty() ? failed.isEmpty() ? PromoteCommand.NOTHING : "No batch was promoted."
                : runs.stream().map(PromoteCommand::text).collect(Collectors.joining("\n"));
        var complaints = new ArrayList<String>();
        failed.forEach(f -> complaints.add("Batch %s %s: %s %s".formatted(f.batch(), end != null && f == failed.getLast()
                && end.kind() == StewardException.Kind.OUTCOME_UNKNOWN ? "may be promoted or not" : "was not promoted", f.error(),
                f.advice()).strip()));
        if (!notTried.isEmpty()) {
            complaints.add("Not tried: batch " + String.join(", ", notTried) + ".");
        }
        var json = new Batches(runs.stream().map(told).toList(), List.copyOf(failed), notTried, passedOver,
                end == null ? null : end.getMessage(), end == null ? null : end.advice());
        int exitCode = end != null ? ExitCode.of(end) : failed.isEmpty() ? ExitCode.DONE : ExitCode.WRONG;
        return new Answer(json, done + PassedOver.text(passedOver), complaints, exitCode);
    }

    private record Failed(String batch, String error, String advice) {
    }

    /// The last two as every command tells that it failed.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Batches(List<Object> runs, List<Failed> failed, List<String> notTried, List<PassedOver> passedOver, String error,
                           String advice) {
    }
}
