package barton.steward.model.validation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A correction of one field in a whole class of rows.
public sealed interface Fix {
    /// Puts a value into the field; blank empties it.
    record SetValue(String value) implements Fix {
    }

    /// Takes every kind of blank away around the text, and what cannot be seen within; what is then empty becomes NULL.
    record Trim() implements Fix {
    }

    /// Takes the text out of quotes, `="…"`, a spreadsheet's apostrophe, angle brackets and `mailto:`.
    record Unwrap() implements Fix {
    }

    /// Writes entities of HTML and letters that were read in a wrong encoding as what they stand for, where that can be told.
    record Decode() implements Fix {
    }

    /// Empties the field where it has a placeholder, as N/A.
    record EmptyPlaceholder() implements Fix {
    }

    /// Takes the value of another field, by its name.
    /// @param ifEmpty only where this one has no value
    record From(String other, boolean ifEmpty) implements Fix {
    }

    record ChangeCase(Letters letters) implements Fix {
    }

    /// Replaces every occurrence; as a regular expression with `\1` … for its groups.
    record Replace(String what, String with, boolean regex) implements Fix {
    }

    /// Writes phone numbers of the record's country as E.164. A number with an extension stays, because E.164 would lose it.
    record NormalisePhone() implements Fix {
    }

    /// Puts `https://` before web addresses without a scheme, and writes a misspelt scheme right. E-mail addresses stay.
    record AddScheme() implements Fix {
    }

    /// Writes the two letters of the state that the row names into [IntakeFields#STATE_ABBREV], the only field for it.
    record FillState() implements Fix {
    }

    /// Writes the first and the last name of people who have neither from `full_name`, the only field for it.
    /// @param names what full names are split into; whoever asks for the fix leaves it empty, and it is found out
    record SplitName(Map<String, Name> names) implements Fix {
        public SplitName {
            names = Map.copyOf(names);
        }

        public SplitName() {
            this(Map.of());
        }
    }

    /// The parts of a full name.
    record Name(String first, String last) {
    }

    /// Puts other values in the place of some, which are spellings of one thing, and remembers that. What becomes itself stays, which is
    /// remembered too.
    record Merge(Map<String, String> becomes) implements Fix {
        public Merge {
            becomes = Collections.unmodifiableMap(new LinkedHashMap<>(becomes));
        }
    }

    /// Whether the field says the same afterwards, only written otherwise, so that a validation of the record holds.
    default boolean keepsMeaning() {
        return switch (this) {
            case Trim _, NormalisePhone _, AddScheme _, EmptyPlaceholder _ -> true;
            default -> false;
        };
    }

    /// Which letters a text is to have; as a title they are those of a name, which knows abbreviations, legal forms and particles.
    enum Letters {
        UPPER, LOWER, TITLE
    }
}
