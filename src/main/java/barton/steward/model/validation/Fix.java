package barton.steward.model.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A correction of one field in a whole class of rows.
public sealed interface Fix {
    /// Puts a value into the field; blank empties it.
    record SetValue(String value) implements Fix {
    }

    /// Takes blanks away around the text; what is then empty becomes NULL.
    record Trim() implements Fix {
    }

    record ChangeCase(Letters letters) implements Fix {
    }

    /// Replaces every occurrence; as a regular expression with `\1` … for its groups.
    record Replace(String what, String with, boolean regex) implements Fix {
    }

    /// Writes phone numbers that are possible ones as E.164, those of North America without a country code too. A number with an
    /// extension stays, because E.164 would lose it.
    record NormalisePhone() implements Fix {
    }

    /// Puts `https://` before web addresses without a scheme.
    record AddScheme() implements Fix {
    }

    /// Writes the two letters of the state that the row names into [IntakeFields#STATE_ABBREV], the only field for it.
    record FillState() implements Fix {
    }

    /// Puts other values in the place of some, which are spellings of one thing, and remembers that. What becomes itself stays, which is
    /// remembered too.
    record Merge(Map<String, String> becomes) implements Fix {
        public Merge {
            becomes = Collections.unmodifiableMap(new LinkedHashMap<>(becomes));
        }
    }

    /// Which letters a text is to have.
    enum Letters {
        UPPER, LOWER, TITLE
    }
}
