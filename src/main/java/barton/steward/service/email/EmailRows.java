package barton.steward.service.email;

import barton.steward.model.StewardException;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailResult;
import barton.steward.model.intake.ImportReport.Refusal;
import barton.steward.service.file.FileRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Turns rows of a verification service's file into results.
final class EmailRows {
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_RESULT = 200;
    private static final int LOOKED_AT = 10_000;

    /// What became of a row.
    sealed interface Result {
        /// @param understood whether its word is one that is known, clear or not
        record Converted(EmailResult said, boolean understood) implements Result {
        }

        record Refused(Refusal why) implements Result {
        }
    }

    private final VerificationService service;
    private final List<String> header;
    private final int email;
    private final int result;
    private final int score;
    private final List<BigDecimal> highest = new ArrayList<>();
    private BigDecimal best;

    /// @throws StewardException of kind REFUSED where no header gives the addresses or the results, or one that is named is not there
    EmailRows(EmailCheckPlan plan, List<String> header) {
        this.service = VerificationService.named(plan.service());
        this.header = header;
        plan.mapping().keySet().stream().filter(c -> !EmailCheckPlan.COLUMNS.contains(c)).findFirst().ifPresent(c -> {
            throw StewardException.refused("A result has no “%s”; nothing was taken.".formatted(c),
                    "It has " + String.join(", ", EmailCheckPlan.COLUMNS) + ".");
        });
        this.email = place(plan.mapping(), EmailCheckPlan.EMAIL);
        this.result = place(plan.mapping(), EmailCheckPlan.RESULT);
        this.score = plan.mapping().containsKey(EmailCheckPlan.SCORE) ? place(plan.mapping(), EmailCheckPlan.SCORE) : -1;
    }

    private int place(Map<String, String> mapping, String column) {
        String wanted = mapping.get(column);
        if (wanted == null) {
            throw StewardException.refused("No header of the file says where its %ss are; nothing was taken.".formatted(column),
                    "Say which header is email and which is result; the file has " + listed() + ".");
        }
        int exact = header.indexOf(wanted);
        int place = exact >= 0 ? exact
                : header.stream().map(VerificationService::plain).toList().indexOf(VerificationService.plain(wanted));
        if (place < 0) {
            throw StewardException.refused("The file has no header “%s”; nothing was taken.".formatted(wanted),
                    "Its headers are " + listed() + ".");
        }
        return place;
    }

    private String listed() {
        return header.stream().map(h -> "“" + h + "”").collect(Collectors.joining(", "));
    }

    /// Takes note of the scores of a file whose service is not known, which say themselves how high they go.
    void look(FileRow row) {
        if (score < 0 || row.fault().isPresent() || VerificationService.isPercent(row.cells().get(score))) {
            return;
        }
        try {
            BigDecimal said = VerificationService.number(row.cells().get(score));
            if (highest.size() < LOOKED_AT) {
                highest.add(said);
            } else if (said.compareTo(BigDecimal.ONE) > 0) {
                highest.set(0, said);
            }
        } catch (NumberFormatException e) {
            // It is refused when its row is taken.
            return;
        }
    }

    private BigDecimal best() {
        if (best == null) {
            best = service.best(highest);
        }
        return best;
    }

    /// Whether the file has to be looked at first.
    boolean isUnknownScale() {
        return service == VerificationService.OTHER && score >= 0;
    }

    Result convert(FileRow row) {
        if (row.fault().isPresent()) {
            return refused(row, row.fault().get().cell(), row.fault().get().reason());
        }
        String address = row.cells().get(email).strip();
        String said = row.cells().get(result).strip();
        if (!address.matches("[^\\s@]+@[^\\s@]+") || address.length() > LONGEST_ADDRESS) {
            return refused(row, email, address.isEmpty() ? "has no e-mail address" : "is no e-mail address");
        }
        if (said.isEmpty() || said.length() > LONGEST_RESULT) {
            return refused(row, result, said.isEmpty() ? "has no result" : "is too long for a result");
        }
        try {
            var points = VerificationService.score(score < 0 ? "" : row.cells().get(score), said, best());
            return new Result.Converted(new EmailResult(address, said, service.meaning(said), points), service.understands(said));
        } catch (NumberFormatException e) {
            return refused(row, score, "is no score that "
                    + (service.title().isEmpty() ? "goes from 0 to 100" : service.title() + " gives"));
        }
    }

    private Result refused(FileRow row, int place, String reason) {
        String column = place < 0 ? "" : place < header.size() ? header.get(place) : "column " + (place + 1);
        return new Result.Refused(new Refusal(row.line(), column, reason));
    }
}
