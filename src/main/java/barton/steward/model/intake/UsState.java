package barton.steward.model.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The states of the US, its capital district, its territories, the states associated with it and the three areas of its forces, by their
/// postal abbreviations.
public enum UsState {
    AL("Alabama"), AK("Alaska"), AZ("Arizona"), AR("Arkansas"), CA("California"), CO("Colorado"), CT("Connecticut"),
    DE("Delaware"), FL("Florida"), GA("Georgia"), HI("Hawaii"), ID("Idaho"), IL("Illinois"), IN("Indiana"),
    IA("Iowa"), KS("Kansas"), KY("Kentucky"), LA("Louisiana"), ME("Maine"), MD("Maryland"), MA("Massachusetts"),
    MI("Michigan"), MN("Minnesota"), MS("Mississippi"), MO("Missouri"), MT("Montana"), NE("Nebraska"), NV("Nevada"),
    NH("New Hampshire"), NJ("New Jersey"), NM("New Mexico"), NY("New York"), NC("North Carolina"),
    ND("North Dakota"), OH("Ohio"), OK("Oklahoma"), OR("Oregon"), PA("Pennsylvania"), RI("Rhode Island"),
    SC("South Carolina"), SD("South Dakota"), TN("Tennessee"), TX("Texas"), UT("Utah"), VT("Vermont"),
    VA("Virginia"), WA("Washington"), WV("West Virginia"), WI("Wisconsin"), WY("Wyoming"),
    DC("District of Columbia"), AS("American Samoa"), GU("Guam"), MP("Northern Mariana Islands"), PR("Puerto Rico"),
    VI("U.S. Virgin Islands"), UM("U.S. Minor Outlying Islands"), FM("Federated States of Micronesia"),
    MH("Marshall Islands"), PW("Palau"), AA("Armed Forces Americas"), AE("Armed Forces Europe"),
    AP("Armed Forces Pacific");

    private static final String SPELLINGS = "/barton/steward/states.txt";
    private static final int LONGEST = 60;
    /// What no spelling has.
    private static final Pattern FOREIGN = Pattern.compile("[^ -~\\u00a0\\u02bb\\u2000-\\u206f\\u3000\\ufeff]");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?\\s*$");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern BEFORE = Pattern.compile("^(?:(?:the)?(?:state|commonwealth|territory)of|us(?=..$))");
    private static final Pattern BEHIND = Pattern.compile("(?:(?:united)?states?(?:ofamerica)?|usa?|state|unitedstatesofamerica)$");

    private final String fullName;

    UsState(String fullName) {
        this.fullName = fullName;
    }

    public String fullName() {
        return fullName;
    }

    /// The state of this abbreviation, name or other usual spelling, whatever its case, blanks and punctuation, also with the country,
    /// a ZIP code or "state of" beside it; as `shq.state_abbrev` in the database.
    public static Optional<UsState> of(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST || FOREIGN.matcher(text).find()
                || DIGIT.matcher(ZIP.matcher(text).replaceFirst("")).find()) {
            return Optional.empty();
        }
        String key = key(text);
        return Optional.ofNullable(Spelt.STATES.get(key)).or(() -> Optional.ofNullable(
                Spelt.STATES.get(BEHIND.matcher(BEFORE.matcher(key).replaceFirst("")).replaceFirst(""))));
    }

    /// Each spelling, folded, with its state.
    public static Map<String, UsState> spellings() {
        return Spelt.STATES;
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "");
    }

    private static final class Spelt {
        private static final Map<String, UsState> STATES = read();

        private static Map<String, UsState> read() {
            var states = new HashMap<String, UsState>();
            for (UsState state : values()) {
                states.put(key(state.name()), state);
                states.put(key(state.fullName), state);
            }
            try (var lines = new BufferedReader(new InputStreamReader(UsState.class.getResourceAsStream(SPELLINGS),
                    StandardCharsets.UTF_8))) {
                lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(words -> {
                    for (int i = 1; i < words.length; i++) {
                        states.put(words[i], valueOf(words[0]));
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(states);
        }
    }
}
