package barton.steward.service.email.online;

import barton.steward.config.Folders;
import barton.steward.config.Secret;
import barton.steward.model.StewardException;
import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailCheckReport;
import barton.steward.model.email.EmailChoice;
import barton.steward.model.email.EmailJobReport;
import barton.steward.model.email.EmailQueue;
import barton.steward.model.file.FileOptions;
import barton.steward.service.email.EmailVerification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/// Sends e-mail addresses to a verification service and takes its results by the road that files take. Answers are kept in a file until the
/// database has them: who begins anew takes those first and does not pay for them again.
public final class OnlineVerification {
    private static final FileOptions AS_WRITTEN = FileOptions.NONE.charset(StandardCharsets.UTF_8).delimiter(',').headerLine(1L);
    private static final Map<String, String> MAPPING = Map.of(EmailCheckPlan.EMAIL, EmailCheckPlan.EMAIL,
            EmailCheckPlan.RESULT, EmailCheckPlan.RESULT, EmailCheckPlan.SCORE, EmailCheckPlan.SCORE);

    private final EmailVerification emails;
    private final ServiceDescription service;
    private final Map<String, String> environment;
    private final Path answers;

    /// @param service     the name of a service, or a file that describes one
    /// @param environment of the program, in which keys can be
    /// @param connection  which database it is for
    /// @throws StewardException of kind REFUSED where there is no such service
    public OnlineVerification(EmailVerification emails, String service, Map<String, String> environment, String connection) {
        Folders folders = Folders.of(environment);
        this.emails = emails;
        this.service = ServiceDescriptions.named(service, folders.config().resolve("verification"));
        this.environment = environment;
        this.answers = folders.data().resolve("verification").resolve(this.service.word() + "-"
                + UUID.nameUUIDFromBytes(connection.getBytes(StandardCharsets.UTF_8)) + ".csv");
    }

    /// What a run would ask, what is left of the account, and what would be in its way.
    public EmailJobReport look(EmailChoice choice, int mostCredits) {
        Set<String> known = AnswerFile.answered(answers);
        EmailQueue waiting = emails.queue(choice, mostCredits, known);
        OptionalLong left = OptionalLong.empty();
        Optional<EmailJobReport.Trouble> trouble = Optional.empty();
        try (var client = new ServiceClient(service, ServiceKey.of(service, environment))) {
            left = credits(client);
        } catch (StewardException e) {
            trouble = Optional.of(new EmailJobReport.Trouble(e.getMessage(), e.advice()));
        }
        return new EmailJobReport(service.name(), waiting, known.size(), waiting.first().size(), 0, 0, left, Optional.empty(), trouble);
    }

    /// Asks about those who wait, for no more credits than that, and takes what is answered into the database, also where the service fails
    /// meanwhile.
    /// @throws StewardException of kind REFUSED where the account has not enough credits: then nobody was asked
    public EmailJobReport run(EmailChoice choice, int mostCredits) {
        Secret key = ServiceKey.of(service, environment);
        try (AnswerFile file = AnswerFile.open(answers); var client = new ServiceClient(service, key)) {
            long earlier = AnswerFile.answered(answers).size();
            Optional<EmailCheckReport> before = take(file);
            EmailQueue waiting = emails.queue(choice, mostCredits, Set.of());
            List<String> asked = waiting.first();
            if (asked.isEmpty()) {
                return new EmailJobReport(service.name(), waiting, earlier, 0, 0, 0, OptionalLong.empty(), before, Optional.empty());
            }
            credits(client).ifPresent(left -> {
                if (left < asked.size()) {
                    throw StewardException.refused("%s has %d credits left, and %d are needed; nobody was asked.".formatted(service.name(),
                            left, asked.size()), left > 0 ? "Ask for less: --max-credits " + left + "." : "Buy credits.");
                }
            });
            var asking = new Asking(service, client, file, mostCredits);
            asking.ask(asked);
            Optional<EmailCheckReport> after = take(file);
            return new EmailJobReport(service.name(), waiting, earlier, asked.size(), asking.answered(), asking.spent(), left(client),
                    after.isPresent() ? after : before, asking.trouble().map(t -> new EmailJobReport.Trouble(
                    service.name() + " " + t.how() + ".", t.advice())));
        }
    }

    private OptionalLong credits(ServiceClient client) {
        if (service.credits() == null) {
            return OptionalLong.empty();
        }
        return switch (client.credits()) {
            case Reply.Results(List<Reply.Result> left) -> OptionalLong.of(left.getFirst().score().longValue());
            case Reply.Refused(String how, String advice) -> throw failed(how, advice);
            case Reply.Busy(String how, var _) -> throw failed(how, "Try again later.");
            case Reply.Unreached(String how) -> throw failed(how, "Check the connection.");
            case Reply.Lost(String how) -> throw failed(how, "Try again later.");
            case Reply.Failed(String how) -> throw failed(how, "Try again later.");
        };
    }

    private StewardException failed(String how, String advice) {
        return StewardException.refused("%s %s; nobody was asked.".formatted(service.name(), how), advice);
    }

    /// What is left afterwards; nothing where that cannot be had, which is no reason to fail.
    private OptionalLong left(ServiceClient client) {
        try {
            return credits(client);
        } catch (StewardException _) {
            return OptionalLong.empty();
        }
    }

    private Optional<EmailCheckReport> take(AnswerFile file) {
        if (!file.isFilled()) {
            return Optional.empty();
        }
        var plan = new EmailCheckPlan(file.path(), AS_WRITTEN, service.name(), MAPPING, false);
        EmailCheckReport counted = emails.count(plan);
        // A run that ended before it could forget them has taken them.
        EmailCheckReport taken = counted.earlier().isPresent() ? counted : emails.run(plan, counted.counts().changing());
        file.clear();
        return Optional.of(taken);
    }
}
