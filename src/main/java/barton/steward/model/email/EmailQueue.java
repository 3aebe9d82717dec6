package barton.steward.model.email;

import java.util.List;

/// The people who wait for a verification, how many different addresses they have, and the addresses that come first, who waits longest
/// before the others.
public record EmailQueue(long people, long addresses, List<String> first) {
    public EmailQueue {
        first = List.copyOf(first);
    }
}
