package barton.steward.dao.change;

import barton.steward.model.StewardException;
import barton.steward.model.Work;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/// Keeps promotions away until the transaction ends, so that what is said to be not promoted stays so. Taken before the statement
/// that looks, which otherwise would not see a promotion that it had to wait for. Who waits says for whom, and a cancel ends it.
public final class PromotionLock {
    private static final String TURN = "SELECT t.taken, t.application, t.role FROM shq.take_turn(:alone, :purpose, :patience) t";
    /// How our connections call themselves while they have the turn.
    private static final Pattern OURS = Pattern.compile("steward: (.+?) by (.+)");
    private static final Duration MOST = Duration.ofMinutes(30);

    private PromotionLock() {
    }

    private record Turn(boolean taken, String application, String role) {
        /// Who has it and for what.
        String holder() {
            Matcher ours = OURS.matcher(application == null ? "" : application);
            return ours.matches() ? "the " + ours.group(1) + " of " + ours.group(2)
                    : (application == null || application.isBlank() ? "another program" : application) + " (role " + role + ")";
        }

        boolean isOurs() {
            return application != null && OURS.matcher(application).matches();
        }
    }

    /// Where a promotion runs, waits for it only a moment.
    /// @throws StewardException of kind REFUSED where it did not end
    public static void shareSoon(Handle handle) {
        Turn turn = turn(handle, false, null, "3s");
        if (!turn.taken()) {
            String who = turn.isOurs() ? turn.holder() : "a promotion";
            throw StewardException.refused(Character.toUpperCase(who.charAt(0)) + who.substring(1)
                    + " is running, so nothing was saved; what you typed is kept. Save again when it has ended.", "");
        }
    }

    /// @param what is done, as in “change of rows”
    public static void share(Handle handle, String what, String executor) {
        await(handle, false, what, executor);
    }

    /// For what runs rules in the same transaction, which need it alone: whoever shares it first could wait for ever.
    public static void acquire(Handle handle, String what, String executor) {
        await(handle, true, what, executor);
    }

    private static void await(Handle handle, boolean alone, String what, String executor) {
        long began = System.nanoTime();
        Turn turn = turn(handle, alone, "steward: " + what + " by " + executor, "1s");
        if (turn.taken()) {
            return;
        }
        while (!turn.taken()) {
            long waited = (System.nanoTime() - began) / 1_000_000_000;
            if (waited > MOST.toSeconds()) {
                throw StewardException.refused("Waited " + MOST.toMinutes() + " minutes for " + turn.holder()
                        + " to end; nothing was changed.", "Try again when it has ended.");
            }
            Work.waiting("waiting for " + turn.holder() + " since " + waited + " s");
            Work.checkCancelled();
            turn = turn(handle, alone, null, "1s");
        }
        Work.waiting("");
    }

    private static Turn turn(Handle handle, boolean alone, String purpose, String patience) {
        return handle.createQuery(TURN).bind("alone", alone).bind("purpose", purpose).bind("patience", patience)
                .map(ConstructorMapper.of(Turn.class)).one();
    }
}
