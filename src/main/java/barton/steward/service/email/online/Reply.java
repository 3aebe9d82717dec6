package barton.steward.service.email.online;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What came of a call.
sealed interface Reply {
    /// The results that it brought, maybe of fewer addresses than were asked.
    record Results(List<Result> results) implements Reply {
    }

    /// @param score from 0 to 100, or null
    record Result(String email, String word, BigDecimal score) {
    }

    /// It wants to be asked later; nothing was checked.
    /// @param after when, where it says so
    record Busy(String how, Optional<Duration> after) implements Reply {
    }

    /// It was never reached; nothing was checked.
    record Unreached(String how) implements Reply {
    }

    /// It was asked, and no whole answer came: what it checked, and took credits for, only it knows.
    record Lost(String how) implements Reply {
    }

    /// It answered that it did not check, or something that nobody understands.
    record Failed(String how) implements Reply {
    }

    /// No further call would go better.
    record Refused(String how, String advice) implements Reply {
    }
}
