package barton.steward.model.email;

import java.math.BigDecimal;

/// What a service says of one address, in its own word, what that means, and its score from 0 to 100; null where it gives none.
public record EmailResult(String email, String result, Meaning meaning, BigDecimal score) {
    /// Only a clear word changes whether an address is verified.
    public enum Meaning {
        VALID, INVALID, UNCLEAR
    }
}
