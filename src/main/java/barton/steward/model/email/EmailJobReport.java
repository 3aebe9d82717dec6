package barton.steward.model.email;

import java.util.Optional;
import java.util.OptionalLong;

/// How asking a verification service went, or would go.
///
/// @param waiting     who waited before
/// @param earlier     how many answers of an earlier run the database did not have yet
/// @param asked       how many addresses were, or would be, asked
/// @param answered    how many of them were answered
/// @param spent       how many credits that took, at most
/// @param creditsLeft what is left of the account, where the service says it
/// @param taken       what the answers changed; empty where there were none, or it was only looked
/// @param trouble     what ended it before its end
public record EmailJobReport(String service, EmailQueue waiting, long earlier, long asked, long answered, long spent,
                             OptionalLong creditsLeft, Optional<EmailCheckReport> taken, Optional<Trouble> trouble) {
    /// What happened, and what helps.
    public record Trouble(String what, String advice) {
    }
}
