package barton.steward.model.likeness;

import barton.steward.model.intake.UsState;
import java.util.EnumMap;
import java.util.Map;

/// What a record says of itself, where it says something.
public final class Told {
    private final Map<Said, String> said = new EnumMap<>(Said.class);
    private final Map<Said, CompanyName> names = new EnumMap<>(Said.class);

    /// @param text null or blank where nothing is said
    public Told with(Said what, String text) {
        if (text != null && !text.isBlank()) {
            said.put(what, text);
        }
        return this;
    }

    String said(Said what) {
        return said.get(what);
    }

    /// A name taken apart once, however many traits look at it; null where there is none.
    CompanyName companyName(Said what) {
        String text = said.get(what);
        return text == null ? null : names.computeIfAbsent(what, _ -> CompanyName.of(text));
    }

    /// The two letters of a state, or what else is said, folded.
    String state() {
        String text = said.get(Said.STATE);
        if (text == null) {
            return null;
        }
        String state = UsState.of(text).map(Enum::name).orElseGet(() -> Letters.fold(text));
        return state.isEmpty() ? null : state;
    }

    String country() {
        String text = said.get(Said.COUNTRY);
        return text == null ? null : Letters.fold(text);
    }
}
