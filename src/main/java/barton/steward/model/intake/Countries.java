package barton.steward.model.intake;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The countries of the world by their codes and names, as the database lists them.
/// @param byName       the two letters of each, by its names as `shq.country_key` folds them
/// @param placeholders what stands where there is no value, in lower case
public record Countries(Map<String, String> byName, Set<String> placeholders) {
    /// By whose numbers, states and postal codes a record is read that names no country.
    public static final String HOME = "US";
    /// The region of a country that is named and not understood.
    public static final String UNKNOWN = "?";

    private static final Pattern IGNORED = Pattern.compile("[\\s!-/:-@\\[-`{-~\\u0080-\\u00a0\\u00ad\\u00b7\\u0300-\\u036f\\u200b-\\u200f"
            + "\\u2010-\\u201d\\u202a-\\u202f\\u2060\\u02bb\\u02bc\\u30fb\\ufeff]+");
    private static final Pattern PARTS = Pattern.compile("[,;()/|\\u2013-]");
    private static final String NAMIBIA = "NA";
    private static final int LONGEST = 100;

    /// The code of a country by its code or its name in one of many languages, also with its code or more in brackets or after a comma.
    public Optional<String> code(String said) {
        if (said == null || said.length() > LONGEST || isMissing(said)) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName.get(key(said))).or(() -> {
            List<String> codes = Arrays.stream(PARTS.split(said)).map(part -> byName.get(key(part))).filter(code -> code != null)
                    .distinct().toList();
            return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
        });
    }

    /// The code of the country, [#HOME] where none is named, and [#UNKNOWN] where it is not understood.
    public String region(String said) {
        return code(said).orElse(isMissing(said) ? HOME : UNKNOWN);
    }

    /// Whether states of the US are meant in such a country; as the database's `shq.state_abbrev`.
    public boolean hasUsStates(String said) {
        return Set.of(HOME, "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW").contains(region(said));
    }

    private boolean isMissing(String said) {
        if (said == null) {
            return true;
        }
        String text = said.replaceAll("[\\p{Z}\\p{Cc}\\p{Cf}]+", " ").strip();
        return text.chars().noneMatch(Character::isLetterOrDigit)
                || !text.equalsIgnoreCase(NAMIBIA) && placeholders.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String key(String name) {
        return IGNORED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
