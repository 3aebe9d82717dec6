package barton.steward.ui.matches;

import static java.util.Map.entry;

import barton.steward.model.likeness.Reason;
import barton.steward.model.matching.MatchField;
import barton.steward.model.matching.MatchPair;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the two sides of a pair say of one field, and how that compares.
record Comparison(MatchField field, Object intake, Object other, Mark mark) {
    /// ALIKE: spelled in two ways, but the score counts it as the same. ONE: only one side says something. NONE: neither does.
    enum Mark { SAME, ALIKE, DIFFERENT, ONE, NONE }

    /// By which trait a field is compared, where that is called otherwise.
    private static final Map<String, String> TRAITS = Map.ofEntries(entry("website", "host"), entry("city", "place"),
            entry("state", "place"), entry("state_abbrev", "place"), entry("postal_code", "place"), entry("country", "place"),
            entry("first_name", "name"), entry("last_name", "name"), entry("work_phone", "phone"), entry("personal_phone", "phone"),
            entry("linkedin_url", "linkedin"), entry("twitter_url", "twitter"), entry("facebook_url", "facebook"));

    static List<Comparison> of(MatchPair pair) {
        return of(pair, false);
    }

    /// @param blind whether only what is plain is said, and not what the score counts as the same
    static List<Comparison> of(MatchPair pair, boolean blind) {
        List<Reason> reasons = blind ? List.of() : pair.reasons();
        return MatchField.of(pair.intake().table().entity().orElseThrow()).stream().map(field -> of(pair, field, reasons)).toList();
    }

    private static Comparison of(MatchPair pair, MatchField field, List<Reason> reasons) {
        Object one = pair.intake().get(field.intake());
        Object two = pair.other().get(field.in(pair.other().table()));
        return new Comparison(field, one, two, mark(one, two, alike(reasons, field)));
    }

    /// Whether deciding *same* can carry it over from the row of intake to the other side.
    boolean takeable() {
        return says(intake) && !Objects.equals(intake, other);
    }

    private static Mark mark(Object one, Object two, boolean alike) {
        if (!says(one) || !says(two)) {
            return says(one) || says(two) ? Mark.ONE : Mark.NONE;
        }
        if (Objects.equals(one, two)) {
            return Mark.SAME;
        }
        boolean sameLetters = one.toString().strip().equalsIgnoreCase(two.toString().strip());
        return alike || sameLetters ? Mark.ALIKE : Mark.DIFFERENT;
    }

    private static boolean alike(List<Reason> reasons, MatchField field) {
        String trait = TRAITS.getOrDefault(field.name(), field.name());
        return reasons.stream().anyMatch(reason -> reason.trait().equals(trait) && reason.bits() > 0);
    }

    private static boolean says(Object value) {
        return value != null && !value.toString().isBlank();
    }
}
