package barton.steward.service.email.online;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Asks a service about addresses, one call after the other, until all were asked, the budget is spent or nothing helps. The budget counts
/// an address for each call that may have cost its credit, also where the answer was lost.
final class Asking {
    private static final int MOST_FAILURES = 6;
    private static final int MOST_NOT_UNDERSTOOD = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final ServiceDescription service;
    private final ServiceClient client;
    private final AnswerFile file;
    private final Patience patience;
    private final long budget;
    private long spent;
    private long answered;
    private int failures;
    private int notUnderstood;
    private Reply.Refused trouble;

    Asking(ServiceDescription service, ServiceClient client, AnswerFile file, long budget) {
        this.service = service;
        this.client = client;
        this.file = file;
        this.patience = new Patience(service);
        this.budget = budget;
    }

    void ask(List<String> addresses) {
        int at = 0;
        while (at < addresses.size() && spent < budget && trouble == null) {
            patience.awaitTurn();
            checkCancelled();
            int number = (int) Math.min(Math.min(service.addresses(), addresses.size() - at), budget - spent);
            List<String> asked = addresses.subList(at, at + number);
            if (take(client.check(asked), asked)) {
                at += number;
            }
            checkCancelled();
        }
    }

    /// Whether the next addresses are to be asked now.
    private boolean take(Reply reply, List<String> asked) {
        switch (reply) {
            case Reply.Results(List<Reply.Result> results) -> {
                spent += asked.size();
                failures = 0;
                notUnderstood = 0;
                keep(results, asked);
                return true;
            }
            case Reply.Failed(String how) -> {
                spent += asked.size();
                if (++notUnderstood == MOST_NOT_UNDERSTOOD) {
                    trouble = new Reply.Refused(how, "It was asked " + MOST_NOT_UNDERSTOOD + " times in a row.");
                }
                return true;
            }
            case Reply.Refused refused -> trouble = refused;
            case Reply.Busy(String how, Optional<Duration> after) -> again(how, after);
            case Reply.Unreached(String how) -> again(how, Optional.empty());
            case Reply.Lost(String how) -> {
                spent += asked.size();
                again(how, Optional.empty());
            }
        }
        return false;
    }

    private void again(String how, Optional<Duration> after) {
        Duration pause = after.orElse(patience.after(++failures));
        if (failures >= MOST_FAILURES) {
            trouble = new Reply.Refused(how, "It was asked " + failures + " times in a row; try again later.");
        } else if (pause.compareTo(LONGEST_WAIT) > 0) {
            trouble = new Reply.Refused(how, "It wants to be asked again in " + pause.toMinutes() + " minutes.");
        } else {
            Patience.pause(pause, service.name() + " " + how);
        }
    }

    /// Keeps what is said of addresses that were asked, once each, as we write them.
    private void keep(List<Reply.Result> results, List<String> asked) {
        Map<String, String> open = new HashMap<>();
        asked.forEach(a -> open.put(a.toLowerCase(Locale.ROOT), a));
        var kept = new ArrayList<Reply.Result>();
        for (Reply.Result result : results) {
            String address = open.remove(result.email().toLowerCase(Locale.ROOT));
            if (address != null) {
                kept.add(new Reply.Result(address, result.word(), result.score()));
            }
        }
        if (!kept.isEmpty()) {
            file.append(kept);
        }
        answered += kept.size();
        if (!Work.isCancelled()) {
            Work.progress(answered);
        }
    }

    private void checkCancelled() {
        if (Work.isCancelled()) {
            throw new StewardException(StewardException.Kind.CANCELLED, "Cancelled; nothing was changed. " + (answered == 0
                    ? service.name() + " had answered nothing." : "What " + service.name() + " answered is kept (" + answered + ")."),
                    answered == 0 ? "" : "The next run takes it first, without asking again.", null);
        }
    }

    long answered() {
        return answered;
    }

    long spent() {
        return spent;
    }

    /// What ended it before all was asked.
    Optional<Reply.Refused> trouble() {
        return Optional.ofNullable(trouble);
    }
}
