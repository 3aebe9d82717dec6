package barton.steward.dao.email;

import barton.steward.catalog.EmailLimits;
import barton.steward.dao.intake.SourceFile;
import barton.steward.model.email.EarlierCheck;
import barton.steward.model.email.EmailCheckCounts;
import barton.steward.model.email.EmailChoice;
import barton.steward.model.email.EmailDay;
import barton.steward.model.email.EmailFinding;
import barton.steward.model.email.EmailQueue;
import barton.steward.model.email.EmailResult;
import barton.steward.model.history.BulkResult;
import barton.steward.model.query.Reach;
import barton.steward.model.query.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Whether people's e-mail addresses are verified. What changes that is kept in the history and changes nothing where it would change
/// another number of people than was announced; every result is kept in the verification log besides.
public interface EmailDao {
    /// How many people of the selection have an address that is not verified; or, the other way round, one that is.
    Reach toVerify(Selection selection, boolean verified);

    default long countToVerify(Selection selection, boolean verified) {
        return toVerify(selection, verified).rows();
    }

    /// Marks addresses verified by hand, or not. The same request is done once.
    BulkResult verify(Selection selection, boolean verified, String executor, long announced, UUID request);

    /// What taking these results would do now. Case and blanks around an address do not matter. An address of which the results say
    /// different things is neither verified nor not.
    EmailCheckCounts countResults(Results results);

    /// Takes results: an address that is clearly valid is verified, one that is clearly invalid is not any more, the others stay as they
    /// are. The same request is done once; so is the same file, unless it is wanted once more.
    /// @throws barton.steward.model.StewardException of kind REFUSED where another number of people than was announced would change, or
    /// the file was taken before
    Imported importResults(String service, SourceFile file, boolean again, Results results, String executor, long announced, UUID request);

    /// When results about somebody were last taken from this file; of files that were taken before they were kept, nothing is known.
    Optional<EarlierCheck> earlier(String sha256);

    /// What was done; the action is null where nobody changed.
    record Imported(String service, EmailCheckCounts counts, Long actionId) {
    }

    /// Hands results to the sink; called again from the start where the transaction has to be repeated.
    interface Results {
        void produce(Consumer<EmailResult> sink);
    }

    /// What was last said of the address that a person has now.
    Optional<EmailFinding> latest(String person);

    /// The newest days on which people were created, the newest first.
    List<EmailDay> days(int most);

    /// Who waits for a verification.
    /// @param most  how many addresses are told at most
    /// @param known addresses in lower case that are left out
    EmailQueue queue(EmailChoice choice, int most, Set<String> known);

    EmailLimits limits();

    void set(EmailLimits limits, String executor);
}
