package barton.steward.service.email;

import barton.steward.model.email.EmailCheckPlan;
import barton.steward.model.email.EmailResult.Meaning;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The verification services whose files are recognised by their headers, and how their results are to be understood. Case, blanks and
/// punctuation of headers and results do not matter.
enum VerificationService {
    ZEROBOUNCE("ZeroBounce", List.of("zbstatus"), "valid", List.of("zerobouncequalityscore", "zbqualityscore", "zbscore"), 10),
    NEVERBOUNCE("NeverBounce", List.of("emailstatus"), "valid", List.of(), 1),
    MILLIONVERIFIER("MillionVerifier", List.of("result", "quality"), "ok", List.of(), 1),
    /// Whatever other service: its results are understood where they are in the usual words.
    OTHER("", List.of("result"), "valid", List.of("score"), 1);

    private static final List<String> ADDRESSES = List.of("email", "emailaddress", "emails", "mail");
    /// The scores of results that have none of their own.
    private static final Map<String, Integer> USUAL_SCORES = Map.ofEntries(Map.entry("valid", 100), Map.entry("ok", 100),
            Map.entry("catchall", 60), Map.entry("acceptall", 60), Map.entry("unknown", 40), Map.entry("abuse", 20),
            Map.entry("donotmail", 20), Map.entry("disposable", 10), Map.entry("spamtrap", 0), Map.entry("invalid", 0));

    private final String title;
    private final List<String> headers;
    private final String valid;
    private final List<String> scores;
    private final int scale;

    /// @param headers by which a file is recognised; the first of them has the results
    /// @param scale by what its scores are multiplied to reach from 0 to 100
    VerificationService(String title, List<String> headers, String valid, List<String> scores, int scale) {
        this.title = title;
        this.headers = headers;
        this.valid = valid;
        this.scores = scores;
        this.scale = scale;
    }

    /// What it calls itself; blank for [#OTHER].
    String title() {
        return title;
    }

    /// The service of this name; [#OTHER] where it is none of ours.
    static VerificationService named(String name) {
        return known().filter(s -> plain(s.title).equals(plain(name))).findFirst().orElse(OTHER);
    }

    /// The service whose headers these are.
    static VerificationService recognise(List<String> header) {
        List<String> plain = header.stream().map(VerificationService::plain).toList();
        return known().filter(s -> plain.containsAll(s.headers)).findFirst().orElse(OTHER);
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
        return plain.equals(valid) ? Meaning.VALID : plain.equals("invalid") ? Meaning.INVALID : Meaning.UNCLEAR;
    }

    /// The score of a result from 0 to 100: its own, else the usual one of such a result, null where there is none.
    /// @param own blank for none
    /// @throws NumberFormatException where its own is no such score
    BigDecimal score(String own, String result) {
        if (own.isBlank()) {
            return Optional.ofNullable(USUAL_SCORES.get(plain(result))).map(BigDecimal::valueOf).orElse(null);
        }
        if (own.strip().length() > 10) {
            throw new NumberFormatException(own);
        }
        BigDecimal score = new BigDecimal(own.strip()).multiply(BigDecimal.valueOf(scale));
        if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new NumberFormatException(own);
        }
        return score;
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
