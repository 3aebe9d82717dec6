package barton.steward.service.email;

import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailResult.Meaning;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The verification services whose files are recognised by headers that leave no doubt, and how their results are to be understood. Case,
/// blanks and punctuation of headers and results do not matter. Sources: what the services document of their result files.
enum VerificationService {
    ZEROBOUNCE("ZeroBounce", List.of("zbstatus"), Set.of("valid"), List.of("zerobouncequalityscore", "zbqualityscore", "zbscore"), 10),
    NEVERBOUNCE("NeverBounce", List.of("emailstatus"), Set.of("valid"), List.of(), 100),
    MILLIONVERIFIER("MillionVerifier", List.of("result", "quality"), Set.of("ok"), List.of(), 100),
    KICKBOX("Kickbox", List.of("result", "sendex"), Set.of("deliverable"), List.of("sendex"), 1),
    BOUNCER("Bouncer", List.of("status", "toxicity"), Set.of("deliverable"), List.of("score"), 100),
    EMAILABLE("Emailable", List.of("state", "smtpprovider"), Set.of("deliverable"), List.of("score"), 100),
    /// Whatever other service: its results are understood where they are in the usual words.
    OTHER("", List.of("result"), Set.of("valid", "deliverable"), List.of("score"), 0);

    private static final List<String> ADDRESSES = List.of("email", "emailaddress", "emails", "mail");
    /// As it writes its header; others call theirs `Email Status`, too.
    private static final String OF_NEVERBOUNCE = "email_status";
    private static final Set<String> INVALID = Set.of("invalid", "undeliverable");
    /// The scores of results that have none of their own.
    private static final Map<String, Integer> USUAL_SCORES = Map.ofEntries(Map.entry("valid", 100), Map.entry("ok", 100),
            Map.entry("deliverable", 100), Map.entry("catchall", 60), Map.entry("acceptall", 60), Map.entry("risky", 50),
            Map.entry("unknown", 40), Map.entry("abuse", 20), Map.entry("donotmail", 20), Map.entry("disposable", 10),
            Map.entry("spamtrap", 0), Map.entry("invalid", 0), Map.entry("undeliverable", 0));
    /// Words that are understood and say nothing clear.
    private static final Set<String> UNCLEAR = Set.of("catchall", "acceptall", "risky", "unknown", "abuse", "donotmail", "disposable",
            "spamtrap", "rolebased", "role", "webmail", "duplicate", "timeout", "error", "greylisted", "reverify", "unverified");
    private static final int LONGEST = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String title;
    private final List<String> headers;
    private final Set<String> valid;
    private final List<String> scores;
    private final int best;

    /// @param headers by which a file is recognised; the first of them has the results
    /// @param best the best of its scores, which become those from 0 to 100; 0 where that depends on the file
    VerificationService(String title, List<String> headers, Set<String> valid, List<String> scores, int best) {
        this.title = title;
        this.headers = headers;
        this.valid = valid;
        this.scores = scores;
        this.best = best;
    }

    /// What it calls itself; blank for [#OTHER].
    String title() {
        return title;
    }

    /// The service of this name; [#OTHER] where it is none of ours.
    static VerificationService named(String name) {
        return known().filter(s -> plain(s.title).equals(plain(name))).findFirst().orElse(OTHER);
    }

    /// The service whose headers these are; [#OTHER] where they fit several, or none without doubt.
    static VerificationService recognise(List<String> header) {
        List<String> plain = header.stream().map(VerificationService::plain).toList();
        List<VerificationService> found = known().filter(s -> plain.containsAll(s.headers))
                .filter(s -> s != NEVERBOUNCE || header.contains(OF_NEVERBOUNCE)).toList();
        return found.size() == 1 ? found.getFirst() : OTHER;
    }

    private static Stream<VerificationService> known() {
        return Stream.of(values()).filter(s -> s != OTHER);
    }

    /// Whether a header is one that files of such services have.
    static boolean knows(String header) {
        String plain = plain(header);
        return ADDRESSES.contains(plain) || Stream.of(values()).anyMatch(s -> s.headers.contains(plain) || s.scores.contains(plain));
    }

    /// The headers that fill the columns of a plan, as far as there are such.
    Map<String, String> mapping(List<String> header) {
        var mapping = new LinkedHashMap<String, String>();
        first(header, ADDRESSES).ifPresent(h -> mapping.put(EmailCheckPlan.EMAIL, h));
        first(header, headers.subList(0, 1)).ifPresent(h -> mapping.put(EmailCheckPlan.RESULT, h));
        first(header, scores).ifPresent(h -> mapping.put(EmailCheckPlan.SCORE, h));
        return mapping;
    }

    private static Optional<String> first(List<String> header, List<String> wanted) {
        return header.stream().filter(h -> wanted.contains(plain(h))).findFirst();
    }

    Meaning meaning(String result) {
        String plain = plain(result);
        return valid.contains(plain) ? Meaning.VALID : INVALID.contains(plain) ? Meaning.INVALID : Meaning.UNCLEAR;
    }

    /// Whether the result is a word that is known, clear or not.
    boolean understands(String result) {
        return meaning(result) != Meaning.UNCLEAR || UNCLEAR.contains(plain(result));
    }

    /// The best of the scores that the service gives: of one that is not known 1 where no score of the file is higher and one is between,
    /// else 100.
    BigDecimal best(List<BigDecimal> ofFile) {
        boolean shares = ofFile.stream().allMatch(s -> s.compareTo(BigDecimal.ONE) <= 0)
                && ofFile.stream().anyMatch(s -> s.signum() > 0 && s.compareTo(BigDecimal.ONE) < 0);
        return best > 0 ? BigDecimal.valueOf(best) : shares ? BigDecimal.ONE : HUNDRED;
    }

    /// The score of a result from 0 to 100: its own, else the usual one of such a result, null where there is none.
    /// @param own blank for none; of per cent with their sign
    /// @param highest the best of such scores
    /// @throws NumberFormatException where its own is no such score
    static BigDecimal score(String own, String result, BigDecimal highest) {
        if (own.isBlank()) {
            return Optional.ofNullable(USUAL_SCORES.get(plain(result))).map(BigDecimal::valueOf).orElse(null);
        }
        BigDecimal score = number(own).multiply(isPercent(own) ? BigDecimal.ONE : HUNDRED.divide(highest));
        if (score.signum() < 0 || score.compareTo(HUNDRED) > 0) {
            throw new NumberFormatException(own);
        }
        return score;
    }

    static boolean isPercent(String own) {
        return own.strip().endsWith("%");
    }

    /// @throws NumberFormatException where it is no number, or too long for a score
    static BigDecimal number(String own) {
        String text = own.strip().replaceAll("\\s*%$", "");
        if (text.length() > LONGEST) {
            throw new NumberFormatException(own);
        }
        return new BigDecimal(text);
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
