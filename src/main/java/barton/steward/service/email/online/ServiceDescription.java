package barton.steward.service.email.online;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How a verification service is asked over HTTP, as a file describes it.
///
/// @param source         where that is documented; may be null
/// @param name           under which its results are kept
/// @param key            the variable that holds the key
/// @param check          the call that asks about addresses
/// @param addresses      how many addresses it takes at most, 1 to 1,000
/// @param callsPerMinute how often it may be called
/// @param timeoutSeconds how long an answer is waited for
/// @param pauseSeconds   how long it is left alone after a first failed call; twice as long after each further one
/// @param words          what its words mean in the usual ones (`ok` means `valid`); others stay as they are
/// @param faults         by what an answer is known as a fault, the first that fits
/// @param credits        where it tells what is left of the account; null where it does not
record ServiceDescription(String source, String name, String key, Call check, Integer addresses, Integer callsPerMinute,
                          Integer timeoutSeconds, Integer pauseSeconds, AnswerPlaces answer, Map<String, String> words, List<Fault> faults,
                          CreditsPlace credits) {
    private static final int MOST_ADDRESSES = 1_000;
    private static final int MOST_CALLS = 6_000;
    private static final int LONGEST_SECONDS = 600;

    /// @throws IllegalArgumentException with what is wrong, in a few words
    ServiceDescription {
        demand(name != null && name.matches("\\S(.{0,38}\\S)?"), "name is missing or too long");
        demand(key != null && key.matches("[A-Z][A-Z0-9_]*"), "key names no variable, such as STEWARD_EXAMPLE_KEY");
        demand(check != null, "check is missing");
        demand(answer != null, "answer is missing");
        addresses = within("addresses", addresses, 1, 1, MOST_ADDRESSES);
        callsPerMinute = within("calls_per_minute", callsPerMinute, 60, 1, MOST_CALLS);
        timeoutSeconds = within("timeout_seconds", timeoutSeconds, 60, 1, LONGEST_SECONDS);
        pauseSeconds = within("pause_seconds", pauseSeconds, 2, 0, LONGEST_SECONDS);
        demand(addresses == 1 || answer.email() != null, "answer.email is missing, which tells addresses apart");
        words = words == null ? Map.of() : Map.copyOf(words);
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /// The word for it in names of files, the keyring and messages: `zerobounce`.
    String word() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /// Its word in the usual ones.
    String meaning(String said) {
        return words.entrySet().stream().filter(w -> w.getKey().equalsIgnoreCase(said)).findFirst().map(Map.Entry::getValue).orElse(said);
    }

    private static void demand(boolean is, String otherwise) {
        if (!is) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static int within(String what, Integer given, int usual, int least, int most) {
        int value = Optional.ofNullable(given).orElse(usual);
        demand(value >= least && value <= most, what + " is not from " + least + " to " + most);
        return value;
    }

    /// A request, in which `{key}` and `{email}` stand for the key and an address; in the body, an array with one element that has an
    /// `{email}` has as many as there are addresses.
    record Call(String method, String url, Map<String, String> headers, JsonNode body) {
        Call {
            method = method == null ? body == null ? "GET" : "POST" : method;
            demand(method.matches("GET|POST"), "method is neither GET nor POST");
            demand(url != null && ServiceAddress.isUsable(url), "url is no address that begins with https://");
            headers = headers == null ? Map.of() : Map.copyOf(headers);
        }
    }

    /// Where an answer has its results: the array of them (null: the answer is one itself), and in each the address (null: the one that
    /// was asked), the result and, where there is one, the score, with the best that there is (usually 100). Names within names are
    /// separated by points.
    record AnswerPlaces(String list, String email, String result, String score, BigDecimal bestScore) {
        AnswerPlaces {
            demand(result != null, "answer.result is missing");
            bestScore = bestScore == null ? BigDecimal.valueOf(100) : bestScore;
            demand(bestScore.signum() > 0, "answer.best_score is not above 0");
        }
    }

    /// What an answer says there, as a whole (`is`) or in part (`has`), whatever the case, means a fault.
    record Fault(String at, String is, String has, Kind means) {
        Fault {
            demand(at != null && means != null && (is == null) != (has == null), "a fault needs at, means and one of is and has");
        }

        boolean fits(String said) {
            String lower = said.strip().toLowerCase(Locale.ROOT);
            return is != null ? lower.equals(is.toLowerCase(Locale.ROOT)) : lower.contains(has.toLowerCase(Locale.ROOT));
        }
    }

    /// What is wrong: the key, the account's credits, the moment, or something else with this call.
    enum Kind {
        KEY, CREDITS, BUSY, FAILED
    }

    /// The call that tells how many credits are left, and where it says numbers that make them together; one below 0 refuses the key.
    record CreditsPlace(Call call, List<String> at) {
        CreditsPlace {
            demand(call != null && at != null && !at.isEmpty(), "credits needs call and at");
            at = List.copyOf(at);
        }
    }
}
