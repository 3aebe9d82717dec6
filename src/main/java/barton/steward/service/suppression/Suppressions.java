package barton.steward.service.suppression;

import barton.steward.dao.suppression.SuppressionDao;
import barton.steward.model.StewardException;
import barton.steward.model.history.BulkResult;
import barton.steward.model.suppression.Suppression;
import barton.steward.model.suppression.SuppressionKind;
import barton.steward.service.change.BulkChange;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whom nobody contacts, whatever becomes of their records.
public final class Suppressions {
    private static final Pattern PERSON = Pattern.compile("04\\.04\\.02\\.\\d{2}\\.\\d{5}\\.\\d{3}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9_]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{2,}");

    private final SuppressionDao dao;
    private final String executor;

    public Suppressions(SuppressionDao dao, String executor) {
        this.dao = dao;
        this.executor = executor;
    }

    /// What a text means: a Barton ID of a person, an e-mail address (also after `mailto:`), or a domain, also written `@firm.example`.
    /// @throws StewardException of kind REFUSED where it is none of them
    public static Suppression of(String text, String reason) {
        String value = text.strip().replaceFirst("(?i)^mailto:", "").toLowerCase(Locale.ROOT);
        if (PERSON.matcher(value).matches()) {
            return Suppression.of(SuppressionKind.PERSON, value, reason);
        }
        if (EMAIL.matcher(value).matches()) {
            return Suppression.of(SuppressionKind.EMAIL, value, reason);
        }
        String domain = ascii(value.replaceFirst("^@", ""));
        if (DOMAIN.matcher(domain).matches() && !domain.matches("[0-9.]+")) {
            return Suppression.of(SuppressionKind.DOMAIN, domain, reason);
        }
        throw StewardException.refused(
                "“" + text.strip() + "” is no person's Barton ID, no e-mail address and no domain; nothing was changed.",
                "Companies are suppressed by their domain.");
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /// Those that stand, in their order.
    public List<Suppression> standing() {
        return dao.standing();
    }

    /// How many of these do not stand yet.
    /// @throws StewardException of kind REFUSED where one is a person that master never had
    public long toAdd(List<Suppression> suppressions) {
        List<String> unknown = dao.unknown(suppressions);
        if (!unknown.isEmpty()) {
            throw StewardException.refused("Master has no person " + String.join(", ", unknown.subList(0, Math.min(unknown.size(), 10)))
                    + "; nothing was changed.", "Suppress the e-mail address instead.");
        }
        return dao.toAdd(suppressions);
    }

    /// Why nobody contacts this person of master; empty where somebody may.
    public Optional<String> reason(String person) {
        return dao.reason(person);
    }

    /// Suppresses people of master by their IDs.
    public BulkChange ofPeople(String reason) {
        return new BulkChange(dao::toSuppress,
                (people, announced, request) -> dao.suppress(people, reason, executor, announced, request));
    }

    public long toLift(List<Suppression> suppressions) {
        return dao.toLift(suppressions);
    }

    /// @param announced adds none where it would be another number
    /// @param request the same one where the reply was lost
    public BulkResult add(List<Suppression> suppressions, long announced, UUID request) {
        return dao.add(suppressions, executor, announced, request);
    }

    public BulkResult lift(List<Suppression> suppressions, long announced, UUID request) {
        return dao.lift(suppressions, executor, announced, request);
    }
}
