package barton.steward.model.email;

import java.util.List;

/// Which e-mail addresses are sent to a verification service: of people whose address no service has answered about and that is not
/// verified, or, with `olderThanDays`, of those whose verification or unclear answer is older than so many days. Nobody's whom nobody
/// contacts.
///
/// @param seniorities   of people with one of these, whatever the case; empty: of all
/// @param batch         of people whom this batch brought, or null
/// @param addedWithin   of people who came into master within so many days, or null
/// @param olderThanDays null for addresses that are asked for the first time
public record EmailChoice(List<String> seniorities, String batch, Integer addedWithin, Integer olderThanDays) {
    public EmailChoice {
        seniorities = List.copyOf(seniorities);
    }
}
